package publish

import (
	"fmt"
	"os"
	"path/filepath"
)

// Refusal says why nothing is published in a folder, in words for an editor.
type Refusal struct {
	Dir    string // as given to [Write]
	Reason string // in Dutch: lower case, no full stop
}

func (r *Refusal) Error() string { return r.Reason }

func refuse(dir, format string, args ...any) *Refusal {
	return &Refusal{dir, fmt.Sprintf(format, args...)}
}

// shown is a path as people read it. A backslash would be doubled within quotes.
func shown(name string) string { return filepath.ToSlash(name) }

// checkPlace refuses a folder that must never become a site, whatever is in it,
// and returns its real, absolute name.
func checkPlace(dir string, sources []string) (string, error) {
	if dir == "" {
		return "", refuse(dir, "er is geen map genoemd voor de site")
	}
	full, err := realPath(dir)
	if err != nil {
		return "", err
	}
	if link, ok := leadsNowhere(full); ok {
		return "", refuse(dir, "%q is een koppeling naar iets wat er niet is, of naar zichzelf; haal die weg, of kies een andere map", shown(link))
	}
	if filepath.Dir(full) == full {
		return "", refuse(dir, "de map %q is de hoofdmap van de schijf; kies een andere map", shown(dir))
	}
	if home, err := os.UserHomeDir(); err == nil && contains(full, home) {
		return "", refuse(dir, "de map %q is of bevat uw persoonlijke map; kies een aparte map voor de site", shown(dir))
	}
	if contains(full, ".") {
		return "", refuse(dir, "de map %q is of bevat de map waarin u nu werkt; kies een aparte map voor de site", shown(dir))
	}
	for _, source := range sources {
		if err := checkSource(dir, full, source); err != nil {
			return "", err
		}
	}
	return full, nil
}

func checkSource(dir, full, source string) error {
	within, containing := contains(source, full), contains(full, source)
	switch {
	case within && containing:
		return refuse(dir, "van de map %q wordt de site gemaakt; kies een andere map", shown(dir))
	case within:
		return refuse(dir, "de map %q ligt in %q, waarvan de site wordt gemaakt; kies een map daarbuiten", shown(dir), shown(source))
	case containing:
		return refuse(dir, "in de map %q ligt %q, waarvan de site wordt gemaakt; kies een andere map", shown(dir), shown(source))
	}
	return nil
}

// realPath makes name absolute and follows the links in the part of it that exists.
func realPath(name string) (string, error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	rest := ""
	for dir := abs; ; dir = filepath.Dir(dir) {
		if found, err := filepath.EvalSymlinks(dir); err == nil {
			return filepath.Join(found, rest), nil
		}
		if dir == filepath.Dir(dir) {
			return abs, nil
		}
		rest = filepath.Join(filepath.Base(dir), rest)
	}
}

// leadsNowhere finds the link that keeps a real path from being real.
func leadsNowhere(full string) (link string, ok bool) {
	for dir := full; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if info, err := os.Lstat(dir); err == nil {
			return dir, info.Mode()&os.ModeSymlink != 0
		}
	}
	return "", false
}

// contains reports whether inner is outer or lies in it. It asks the file system
// too, since two names may be one folder: by case, or by a mount. Names that
// cannot be made absolute are taken to be contained, to be safe.
func contains(outer, inner string) bool {
	outer, errOuter := realPath(outer)
	inner, errInner := realPath(inner)
	if errOuter != nil || errInner != nil {
		return true
	}
	info, err := os.Stat(outer)
	for dir := inner; ; dir = filepath.Dir(dir) {
		if dir == outer || err == nil && isFolder(dir, info) {
			return true
		}
		if dir == filepath.Dir(dir) {
			return false
		}
	}
}

func isFolder(name string, folder os.FileInfo) bool {
	info, err := os.Stat(name)
	return err == nil && os.SameFile(info, folder)
}
