package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"pleinwijzer/generator/errno"
	"pleinwijzer/generator/litter"
	"pleinwijzer/generator/rooted"
)

// site is an output folder during one build.
type site struct {
	name   string // as the caller wrote it, for messages
	dir    string // absolute, without links
	wanted list

	// folded maps each wanted path in lower case to itself, for file systems that do not
	// distinguish case.
	folded func() map[string]string

	made     list // what the record holds
	recorded bool // whether there is a record

	left *state // that of an earlier build with the same basis, or nil

	// work returns the folder for the temp files of this build, and makes it the
	// first time: a build that changes nothing writes nothing.
	work func() (string, error)

	working sync.Map // the folders that are there for temp files

	mu      sync.Mutex
	folders map[string]bool // whether a folder exists, as far as asked
	moved   map[string]bool // the new folders that are in place
}

// open refuses the folder, or reads its record and clears away what a killed
// build left behind.
func open(dir string, sources []string, wanted list) (*site, error) {
	full, err := checkPlace(dir, sources)
	if err != nil {
		return nil, err
	}
	s := &site{name: filepath.ToSlash(dir), dir: full, wanted: wanted, folders: map[string]bool{}, moved: map[string]bool{}}
	s.work = sync.OnceValues(s.makeWork)
	s.folded = sync.OnceValue(func() map[string]string {
		folded := make(map[string]string, len(wanted))
		for _, p := range wanted {
			folded[fold(p)] = p
		}
		return folded
	})
	if err := s.checkOwner(); err != nil {
		return nil, err
	}
	return s, s.clear()
}

// checkOwner reads the record. Without one the folder has to be empty, but for a
// folder of ours: a first build that was killed while it rendered leaves that.
func (s *site) checkOwner() error {
	entries, err := os.ReadDir(s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if info, statErr := os.Stat(s.dir); statErr == nil && !info.IsDir() {
		return refuse(s.name, "%q is geen map maar een bestand; kies een map", s.name)
	}
	if err != nil {
		return err
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return litter.OfSystem(e.Name()) })
	ours := false
	for _, e := range entries {
		ours = ours || e.Name() == recordDir && e.IsDir()
	}
	if ours {
		if err := s.readRecord(); err != nil || s.recorded {
			return err
		}
	}
	if ours && len(entries) == 1 || len(entries) == 0 {
		return nil
	}
	return refuse(s.name, "de map %q bestaat al en is niet door pleinwijzer gemaakt; kies een lege map", s.name)
}

// mostRecord is how many bytes the record of a site may have.
const mostRecord = 256 << 20

func (s *site) readRecord() error {
	data, err := rooted.Open(context.Background(), s.dir, recordDir, mostRecord).ReadFile(recordFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if _, odd := errors.AsType[*rooted.Refusal](err); odd || errno.Of(err) == errno.FileInWay {
		return s.damaged() // a pipe, a link, or far too much
	}
	if err != nil {
		return err
	}
	s.made, err = parseRecord(data)
	var foreign foreignPath
	switch {
	case errors.As(err, &foreign):
		return refuse(s.name, "in de map %q noemt %q het bestand %q, en dat maakt pleinwijzer nooit; er is niets weggehaald; kies een lege map",
			s.name, path.Join(recordDir, recordFile), string(foreign))
	case errors.Is(err, errOther):
		return refuse(s.name, "de map %q is gemaakt met een andere versie van pleinwijzer; maak de map leeg of kies een lege map", s.name)
	case err != nil:
		return s.damaged()
	}
	s.recorded = true
	return nil
}

// damaged refuses a folder of which nobody can tell what in it is ours.
func (s *site) damaged() error {
	return refuse(s.name, "in de map %q is %q beschadigd; maak de map leeg of kies een lege map", s.name, path.Join(recordDir, recordFile))
}

// file names p on disk. Paths are checked before they come here, and a site has
// thousands of them, so there is no filepath.Join to clean them once more.
func (s *site) file(p string) string {
	return s.dir + string(filepath.Separator) + filepath.FromSlash(p)
}
