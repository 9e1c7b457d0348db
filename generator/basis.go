package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// days is how far ahead a site looks, with some room.
const days = 1000

// basis identifies everything that the site depends on: the program, the options, what was
// read, and the history. Time is separate: the catalog knows how long its answers hold.
func (g *Generator) basis(o catalog.Options, shown *catalog.Catalog) (publish.Basis, error) {
	b := publish.Basis{Now: o.Now, Until: shown.Moment.Until}
	if g.Program == "" {
		return b, nil
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%q %q %t\n", g.Program, shown.Site.Base, o.Drafts)
	for day := range schedule.Date(days) { // the time zone may come from the system
		fmt.Fprintln(sum, (shown.Today + day).At(0).Unix())
	}
	lines := json.NewEncoder(sum)
	if err := lines.Encode(o.History); err != nil {
		return b, err
	}
	if past := shown.Past; past.Known() {
		if err := lines.Encode(past); err != nil {
			return b, err
		}
	}
	for _, folder := range []fs.FS{g.folders.Content, g.folders.Kept, g.folders.Layouts, g.folders.Static} {
		if !folder.(*witness).tell(sum) {
			return b, nil
		}
	}
	b.Key = hex.EncodeToString(sum.Sum(nil))
	return b, nil
}

// A witness records everything that is read from a folder.
type witness struct {
	folder fs.FS

	mu    sync.Mutex
	seen  map[string][sha256.Size]byte // the hash of each answer, by question
	blind bool                         // something was read that is not in seen
}

func newWitness(folder fs.FS) *witness {
	return &witness{folder: folder, seen: map[string][sha256.Size]byte{}}
}

func (w *witness) note(asked, name string, err error, answer []byte) {
	sum := sha256.New()
	fmt.Fprintf(sum, "%t\n", err == nil)
	sum.Write(answer)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.seen[asked+" "+name] = [sha256.Size]byte(sum.Sum(nil))
}

// tell writes what was seen, and reports whether that is everything that was read.
func (w *witness) tell(sum hash.Hash) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, asked := range slices.Sorted(maps.Keys(w.seen)) {
		fmt.Fprintf(sum, "%q %x\n", asked, w.seen[asked])
	}
	fmt.Fprintln(sum)
	return !w.blind
}

// Open implements [fs.FS]. What is read from an open file is not seen.
func (w *witness) Open(name string) (fs.File, error) {
	file, err := w.folder.Open(name)
	w.note("open", name, err, nil)
	if err != nil {
		return nil, err
	}
	return unseen{file, w}, nil
}

type unseen struct {
	fs.File
	w *witness
}

func (f unseen) Read(p []byte) (int, error) {
	f.w.mu.Lock()
	f.w.blind = true
	f.w.mu.Unlock()
	return f.File.Read(p)
}

// ReadFile implements [fs.ReadFileFS].
func (w *witness) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(w.folder, name)
	w.note("read", name, err, data)
	return data, err
}

// ReadDir implements [fs.ReadDirFS].
func (w *witness) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(w.folder, name)
	var list []byte
	for _, e := range entries {
		list = fmt.Appendf(list, "%q %s\n", e.Name(), e.Type())
	}
	w.note("list", name, err, list)
	return entries, err
}

// Stat implements [fs.StatFS].
func (w *witness) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(w.folder, name)
	w.look("stat", name, info, err)
	return info, err
}

// Lstat implements [fs.ReadLinkFS].
func (w *witness) Lstat(name string) (fs.FileInfo, error) {
	info, err := fs.Lstat(w.folder, name)
	w.look("lstat", name, info, err)
	return info, err
}

func (w *witness) look(asked, name string, info fs.FileInfo, err error) {
	var kind []byte
	if err == nil {
		kind = fmt.Append(nil, info.Mode().Type())
	}
	w.note(asked, name, err, kind)
}

// ReadLink implements [fs.ReadLinkFS].
func (w *witness) ReadLink(name string) (string, error) {
	target, err := fs.ReadLink(w.folder, name)
	w.note("link", name, err, []byte(target))
	return target, err
}
