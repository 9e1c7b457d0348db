package contentfs

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/litter"
)

// names has the names of all files in a folder, since what is wrong with one name may
// depend on the others.
type names struct {
	files map[string]outcome
	taken map[string]bool // nameOf of each right name, made when it is needed
}

func (r *Reader) names() *names { return &names{files: r.files} }

// copied reports that a file, or a folder around it, is a copy of another one next to
// it. A copy is not a record: it would be the same page again, or an old version of it.
func (n *names) copied(name string) (diag.Diagnostic, bool) {
	for at := range len(name) + 1 {
		if at < len(name) && name[at] != '/' {
			continue
		}
		whole := name[:at]
		there := n.hasFolder
		if at == len(name) {
			there = n.hasFile
		}
		for original, ok := litter.Original(path.Base(whole)); ok; original, ok = litter.Original(original) {
			if there(path.Join(path.Dir(whole), original)) {
				return aCopy(whole, original, at < len(name)), true
			}
		}
	}
	return diag.Diagnostic{}, false
}

// hasFile reports whether there is a file with that name, or the same record with the
// other extension.
func (n *names) hasFile(name string) bool {
	for _, ext := range []string{path.Ext(name), ".md", ".toml"} {
		if _, ok := n.files[slugPath(name)+ext]; ok {
			return true
		}
	}
	return false
}

func (n *names) hasFolder(name string) bool {
	for file := range n.files {
		if strings.HasPrefix(file, name+"/") {
			return true
		}
	}
	return false
}

// mended returns the problems of a file. They never propose a name that another file
// already has.
func (n *names) mended(name string, out outcome) diag.List {
	if out.right == "" && out.to == "" {
		return out.problems
	}
	if n.taken == nil {
		n.taken = map[string]bool{}
		for file, other := range n.files {
			if other.right == "" && other.to == "" {
				n.taken[nameOf(file)] = true
			}
		}
	}
	if out.to != "" {
		return n.free(out)
	}
	problems := slices.Clone(out.problems)
	i := slices.IndexFunc(problems, func(d diag.Diagnostic) bool { return d.Line == 0 && d.File == name })
	original, perhaps := litter.Perhaps(path.Base(name))
	switch {
	case !n.taken[nameOf(out.right)] && path.Dir(name) == ".":
		problems[i].Severity, problems[i].Code = diag.Error, codeOfName
		problems[i].Message, problems[i].Hint = "de naam van dit bestand is niet goed", fmt.Sprintf("noem het bestand %q", out.right)
	case n.taken[nameOf(out.right)] && path.Dir(name) == ".":
		problems[i].Hint = fmt.Sprintf("%q is er al; gooi dit bestand weg", out.right)
	case n.taken[nameOf(out.right)]:
		problems[i].Hint = fmt.Sprintf("%q is er al; gooi dit bestand weg, of geef het een andere naam", path.Base(out.right))
	case perhaps && n.hasFile(path.Join(path.Dir(name), original)):
		problems[i].Hint = fmt.Sprintf("is dit een kopie van %s? gooi het dan weg; anders: %s", original, problems[i].Hint)
	}
	n.taken[nameOf(out.right)] = true
	return problems
}

// nameOf returns what no two files may share: the slug within a kind, and the whole
// name at the top level.
func nameOf(name string) string {
	folder, _, nested := strings.Cut(name, "/")
	if !nested {
		return name
	}
	return folder + "/" + slugOf(name)
}
