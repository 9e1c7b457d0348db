package publish

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
)

// pathsOf checks that files can stand side by side in one folder, on Linux and
// after a checkout on macOS or Windows.
func pathsOf(files []File) (list, error) {
	all := make([]string, 0, len(files))
	folded := make(map[string]string, len(files))
	for _, f := range files {
		if err := checkPath(f.Path); err != nil {
			return nil, err
		}
		key := fold(f.Path)
		if other, ok := folded[key]; ok {
			return nil, duplicate(other, f.Path)
		}
		folded[key] = f.Path
		all = append(all, f.Path)
	}
	if err := checkFolders(all, folded); err != nil {
		return nil, err
	}
	return newList(all), nil
}

// checkFolders checks that no folder has the name of a file, or two spellings.
func checkFolders(all []string, files map[string]string) error {
	folders := make(map[string]string)
	for _, p := range all {
		for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
			key := fold(dir)
			if file, ok := files[key]; ok {
				return fmt.Errorf("path %q needs a folder where %q is a file", p, file)
			}
			if other, ok := folders[key]; ok && other == dir {
				break // and so are the folders above it
			} else if ok {
				return duplicate(other, dir)
			}
			folders[key] = dir
		}
	}
	return nil
}

func duplicate(a, b string) error {
	if a == b {
		return fmt.Errorf("path %q is used twice", a)
	}
	return fmt.Errorf("paths %q and %q differ in case only", a, b)
}

// checkPath reports whether p may name a file of a site, or did in an earlier
// build: what it refuses is never written and never removed. A backslash separates
// folders on Windows, and a control character such as a newline would break the
// record, so neither is allowed anywhere. No site has hidden files, which are how
// programs such as git keep what is theirs, but for those of RFC 8615 and the one that
// Apache reads.
func checkPath(p string) error {
	switch {
	case p == ".", !fs.ValidPath(p), !filepath.IsLocal(filepath.FromSlash(p)):
		return fmt.Errorf("path %q does not name a file in the output folder", p)
	case strings.ContainsFunc(p, func(r rune) bool { return r == '\\' || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }):
		return fmt.Errorf("path %q has a backslash or a control character", p)
	case fold(p) == recordDir, strings.HasPrefix(fold(p), recordDir+"/"):
		return fmt.Errorf("path %q is reserved", p)
	case p != HTAccess && hidden.MatchString(strings.TrimPrefix(p, WellKnown)):
		return fmt.Errorf("path %q is hidden", p)
	}
	return nil
}

// WellKnown is the one hidden folder that a site can have.
const WellKnown = ".well-known/"

// HTAccess is the file in which Apache reads how to serve a folder.
const HTAccess = ".htaccess"

// hidden finds a part that begins with a dot, or that Windows takes for the short
// name of one, as GIT~1 for .git.
var hidden = regexp.MustCompile(`(?i)(?:^|/)(?:\.|[^/]{1,6}~\d+(?:/|$))`)

// Valid reports whether a file of a site can have this path.
func Valid(p string) bool { return checkPath(p) == nil }

func fold(p string) string { return strings.ToLower(p) }

// parents returns the folders that p lies in, the nearest first: "a/b" and "a"
// for "a/b/c".
func parents(p string) []string {
	var dirs []string
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		dirs = append(dirs, dir)
	}
	return dirs
}
