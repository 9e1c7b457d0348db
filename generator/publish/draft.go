package publish

import (
	"bytes"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
)

// draftSize is how much of a file is held in memory. What a worker needs is
// bounded by it, whatever the files are.
const draftSize = 1 << 20

// draft takes in the bytes of one file after another. A file that fits is held
// in buf until it is known to differ from what is published; a larger one goes
// on to its temp file while it is rendered, with buf in between.
type draft struct {
	site  *site
	buf   []byte
	path  string   // of the file, and its
	index int      // place in the list
	file  *os.File // nil as long as buf has it all
	size  int64
	sum   uint32
	err   error // of the temp file; a Render may overlook it

	ours, theirs [32 << 10]byte // what same compares
}

func (d *draft) render(i int, f File) result {
	if f.Named && d.site.made.has(f.Path) {
		if info, err := d.site.published(f.Path); err == nil && info != nil && info.Size() > 0 {
			return result{size: info.Size()}
		}
	}
	if left, ok := d.stands(f); ok {
		return left
	}
	d.buf, d.path, d.index, d.size, d.sum, d.err = d.buf[:0], f.Path, i, 0, 0, nil
	differs, err := d.fill(f)
	if d.file != nil {
		if closeErr := d.file.Close(); err == nil {
			err = closeErr
		}
		d.file = nil
	}
	return result{size: d.size, sum: d.sum, err: err, differs: differs}
}

// fill renders f and reports whether it differs from what is published. Then its bytes are
// in its temp file.
func (d *draft) fill(f File) (differs bool, err error) {
	err = f.Render(d)
	if d.err != nil {
		return false, d.err // what a Render makes of it is less clear
	}
	if err != nil {
		return false, err
	}
	info, err := d.site.published(f.Path)
	if err != nil {
		return false, err
	}
	if info != nil && info.Size() == d.size && d.same(d.site.file(f.Path)) {
		return false, nil // a temp file goes with the work folder
	}
	return true, d.flush()
}

func (d *draft) Write(p []byte) (int, error) {
	if d.err != nil {
		return 0, d.err
	}
	d.size += int64(len(p))
	d.sum = crc32.Update(d.sum, castagnoli, p)
	if len(d.buf)+len(p) <= draftSize {
		d.buf = append(d.buf, p...)
		return len(p), nil
	}
	if err := d.flush(); err != nil {
		return 0, err
	}
	if len(p) < draftSize {
		d.buf = append(d.buf, p...)
		return len(p), nil
	}
	var n int
	n, d.err = d.file.Write(p)
	return n, d.err
}

// flush moves the bytes in memory to the temp file.
func (d *draft) flush() error {
	if d.err != nil {
		return d.err
	}
	if d.file == nil {
		if d.file, d.err = d.create(); d.err != nil {
			return d.err
		}
	}
	_, d.err = d.file.Write(d.buf)
	d.buf = d.buf[:0]
	return d.err
}

// create does without os.CreateTemp, whose files a web server may not read.
func (d *draft) create() (*os.File, error) {
	const flags = os.O_CREATE | os.O_EXCL | os.O_RDWR
	name, err := d.site.temp(d.path, d.index)
	if err != nil {
		return nil, err
	}
	if err := d.site.makeFolder(filepath.Dir(name)); err != nil {
		return nil, err
	}
	return os.OpenFile(name, flags, 0o644)
}

// same reports whether the file name, of the same size, has the same bytes. One
// that cannot be read is as good as different.
func (d *draft) same(name string) bool {
	var ours io.Reader = bytes.NewReader(d.buf)
	if d.file != nil {
		if d.flush() != nil {
			return false
		}
		ours = io.NewSectionReader(d.file, 0, d.size)
	}
	theirs, err := os.Open(name)
	if err != nil {
		return false
	}
	defer theirs.Close()
	for left := d.size; left > 0; {
		n := min(left, int64(len(d.ours)))
		if _, err := io.ReadFull(ours, d.ours[:n]); err != nil {
			return false
		}
		if _, err := io.ReadFull(theirs, d.theirs[:n]); err != nil {
			return false
		}
		if !bytes.Equal(d.ours[:n], d.theirs[:n]) {
			return false
		}
		left -= n
	}
	return true
}
