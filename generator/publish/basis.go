package publish

import (
	"context"
	"encoding/json"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/rooted"
)

// A Basis identifies everything that files depend on. If an earlier build had the same
// basis, files need not be rendered to find out that they are up to date: it is enough that
// they still are as that build left them.
type Basis struct {
	// Key identifies everything except the time. Two builds with the same key have the
	// same files with the same bytes. It is "" if that is not known.
	Key string

	// Now is the moment that the files are made for. Until returns the first moment after
	// it at which any of them would have other bytes, except those that are [File.Timed].
	// It is called after all files have been rendered.
	Now   time.Time
	Until func() time.Time
}

// stateFile is stored next to the record. It never decides what is removed or overwritten,
// so a damaged one is simply ignored.
const stateFile = "stand.json"

// state describes what a build left behind: its basis, and the size and checksum of each
// file. Those of files that are [File.Named] or [File.Timed] are zero and not used.
type state struct {
	Key   string    `json:"sleutel"`
	From  time.Time `json:"van"`
	Until time.Time `json:"tot"`
	Paths uint32    `json:"paden"` // the checksum of all paths, in order
	Sizes []int64   `json:"groottes"`
	Sums  []uint32  `json:"sommen"`
}

// The checksum only has to detect accidental damage, and is almost free.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func sumOf(l list) uint32 { return crc32.Checksum([]byte(strings.Join(l, "\n")), castagnoli) }

// readState returns the state of an earlier build with the same basis, or nil.
func (s *site) readState(b Basis) *state {
	if b.Key == "" || !s.recorded {
		return nil
	}
	data, err := rooted.Open(context.Background(), s.dir, recordDir, mostRecord).ReadFile(stateFile)
	if err != nil {
		return nil
	}
	var left state
	n := len(s.wanted)
	switch {
	case json.Unmarshal(data, &left) != nil, left.Key != b.Key, left.Paths != sumOf(s.wanted),
		len(left.Sizes) != n, len(left.Sums) != n, b.Now.Before(left.From), !b.Now.Before(left.Until):
		return nil
	}
	return &left
}

// writeState stores the state after this build, unless that is stored already.
func (s *site) writeState(b Basis, files []File, results []result) error {
	if b.Key == "" {
		return nil
	}
	now := state{Key: b.Key, From: b.Now, Until: b.Until(), Paths: sumOf(s.wanted),
		Sizes: make([]int64, len(s.wanted)), Sums: make([]uint32, len(s.wanted))}
	for i, f := range files {
		if f.Named || f.Timed {
			continue
		}
		at, _ := slices.BinarySearch(s.wanted, f.Path)
		now.Sizes[at], now.Sums[at] = results[i].size, results[i].sum
	}
	if left := s.left; left != nil {
		now.From = left.From
		if left.Until.Before(now.Until) {
			now.Until = left.Until
		}
		if now.Until.Equal(left.Until) && slices.Equal(now.Sizes, left.Sizes) && slices.Equal(now.Sums, left.Sums) {
			return nil
		}
	}
	data, err := json.Marshal(now)
	if err != nil {
		return err
	}
	return s.replace(stateFile, data)
}

// stands reports whether the published file is as the previous build left it.
func (d *draft) stands(f File) (result, bool) {
	s := d.site
	if s.left == nil || f.Named || f.Timed {
		return result{}, false
	}
	at, _ := slices.BinarySearch(s.wanted, f.Path)
	was := result{size: s.left.Sizes[at], sum: s.left.Sums[at]}
	info, err := s.published(f.Path)
	return was, err == nil && info != nil && info.Size() == was.size && d.sumOn(s.file(f.Path)) == was.sum
}

// sumOn returns the checksum of a file, or of the part of it that can be read.
func (d *draft) sumOn(name string) (sum uint32) {
	file, err := os.Open(name)
	if err != nil {
		return 0
	}
	defer file.Close()
	for {
		n, err := file.Read(d.theirs[:])
		sum = crc32.Update(sum, castagnoli, d.theirs[:n])
		if err != nil {
			return sum
		}
	}
}

// replace writes a file in the folder of the record.
func (s *site) replace(name string, data []byte) error {
	work, err := s.work()
	if err != nil {
		return err
	}
	temp := filepath.Join(work, name)
	if err := os.WriteFile(temp, data, 0o644); err != nil {
		return err
	}
	return rename(temp, filepath.Join(s.dir, recordDir, name))
}
