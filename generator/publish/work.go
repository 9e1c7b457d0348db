package publish

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"

	"pleinwijzer/generator/wholefile"
)

// The work folder of a build holds the files of folders that are new, under
// their own names, and all others, numbered.
const (
	newFolders = "mappen"
	newFiles   = "bestanden"
)

// makeWork uses a name of its own for each build, so that two at once can never
// write to one temp file.
func (s *site) makeWork() (string, error) {
	dir := filepath.Join(s.dir, recordDir, workDir, rand.Text())
	return dir, s.denied(os.MkdirAll(filepath.Join(dir, newFiles), 0o755))
}

// temp names the temp file for p, the i-th of the site.
func (s *site) temp(p string, i int) (string, error) {
	work, err := s.work()
	if err != nil {
		return "", err
	}
	exists, err := s.hasFolder(path.Dir(p))
	if err != nil {
		return "", err
	}
	if !exists {
		return filepath.Join(work, newFolders, filepath.FromSlash(p)), nil
	}
	return filepath.Join(work, newFiles, strconv.Itoa(i)), nil
}

// makeFolder makes a folder for temp files. A build makes thousands, so it asks the disk
// for none that it made before, and for those above one only if they are not there.
func (s *site) makeFolder(dir string) error {
	if _, known := s.working.Load(dir); known {
		return nil
	}
	err := os.Mkdir(dir, 0o755)
	if errors.Is(err, fs.ErrNotExist) {
		if err := s.makeFolder(filepath.Dir(dir)); err != nil {
			return err
		}
		err = os.Mkdir(dir, 0o755)
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	s.working.Store(dir, true)
	return nil
}

// clear removes the temp files, and a record folder that holds nothing else.
func (s *site) clear() error {
	work := filepath.Join(s.dir, recordDir, workDir)
	if err := wholefile.Insist(func() error { return os.RemoveAll(work) }); err != nil {
		return s.denied(err)
	}
	if !s.recorded {
		os.Remove(filepath.Join(s.dir, recordDir))
	}
	return nil
}

// denied makes a refusal of a lack of permission and returns other errors as they are.
func (s *site) denied(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return refuse(s.name, "in de map %q mag pleinwijzer niet schrijven; kies een andere map of vraag om toegang", s.name)
	}
	return err
}
