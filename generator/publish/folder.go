package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"pleinwijzer/generator/rooted"
	"pleinwijzer/generator/wholefile"
)

// published returns what stands at p if that is a file, and nil if p is free or
// will be once files of earlier builds have gone. Where something of someone
// else keeps p from being written, it refuses.
func (s *site) published(p string) (fs.FileInfo, error) {
	ok, err := s.hasFolder(path.Dir(p))
	if err != nil || !ok {
		return nil, err
	}
	info, err := os.Lstat(s.file(p))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, s.checkOurs(p)
	case !rooted.Mode(info).IsRegular():
		return nil, nil // a rename replaces the link, not what it points to
	}
	return info, nil
}

// hasFolder reports whether the folder dir exists. Everything that writes or
// removes in a folder asks here first: that is what keeps it inside the output.
func (s *site) hasFolder(dir string) (bool, error) {
	if dir == "." || !s.recorded {
		return dir == ".", nil // without a record the output is empty
	}
	s.mu.Lock()
	exists, known := s.folders[dir]
	s.mu.Unlock()
	if known {
		return exists, nil
	}
	exists, err := s.hasFolder(path.Dir(dir))
	if err == nil && exists {
		exists, err = s.lookAtFolder(dir)
	}
	if err == nil {
		s.mu.Lock()
		s.folders[dir] = exists
		s.mu.Unlock()
	}
	return exists, err
}

func (s *site) lookAtFolder(dir string) (bool, error) {
	info, err := os.Lstat(s.file(dir))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case info.IsDir():
		return true, nil
	case rooted.Mode(info).IsRegular() && s.made.has(dir):
		return false, nil // a page of an earlier build, which makes way
	case rooted.Mode(info)&fs.ModeSymlink != 0:
		return false, refuse(s.name, "in de map %q verwijst %q naar een andere plek; haal die verwijzing weg", s.name, dir)
	}
	return false, refuse(s.name, "in de map %q staat %q, niet door pleinwijzer gemaakt, waar een map moet komen; haal het weg", s.name, dir)
}

// checkOurs refuses the folder dir, which stands where a file goes, unless all
// there is in it comes from earlier builds.
func (s *site) checkOurs(dir string) error {
	return filepath.WalkDir(s.file(dir), func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(s.dir, name)
		if err != nil {
			return err
		}
		p := filepath.ToSlash(rel)
		info, err := e.Info()
		if err == nil && (e.IsDir() && s.made.hasUnder(p) || rooted.Mode(info).IsRegular() && s.made.has(p)) {
			return nil
		}
		return refuse(s.name, "in de map %q staat %q, niet door pleinwijzer gemaakt, waar het bestand %q moet komen; haal het weg", s.name, p, dir)
	})
}

// remove removes files that earlier builds made and then the folders that became
// empty. It returns the number of files.
func (s *site) remove(old list) (int, error) {
	removed := 0
	for _, p := range old {
		if !s.isOurs(p) {
			continue
		}
		if err := wholefile.Insist(func() error { return os.Remove(s.file(p)) }); err != nil {
			return removed, err
		}
		removed++
	}
	for _, p := range old {
		s.removeEmpty(path.Dir(p))
	}
	return removed, nil
}

// isOurs reports whether the file that an earlier build made at p is still
// there, and is not a wanted file under a name that differs in case only.
func (s *site) isOurs(p string) bool {
	if ok, err := s.hasFolder(path.Dir(p)); err != nil || !ok {
		return false
	}
	info, err := os.Lstat(s.file(p))
	if err != nil || !rooted.Mode(info).IsRegular() {
		return false
	}
	other, ok := s.folded()[fold(p)]
	if !ok {
		return true
	}
	wanted, err := os.Lstat(s.file(other))
	return err != nil || !os.SameFile(info, wanted)
}

// removeEmpty removes dir and the folders it lies in, up to the first that is
// not empty or that the site needs. A folder that is gone already may be the work
// of a build that was killed before it came to the next one up.
func (s *site) removeEmpty(dir string) {
	for ; dir != "." && !s.wanted.hasUnder(dir); dir = path.Dir(dir) {
		exists, err := s.hasFolder(dir)
		if err != nil || exists && os.Remove(s.file(dir)) != nil {
			return
		}
		s.folders[dir] = false
	}
}
