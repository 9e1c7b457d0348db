package contentfs

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/typed"
)

// A file in the wrong folder has fields that its kind does not know. It is told which
// folder is right, and nothing of each of those fields.

// misfit says how badly the fields of a file fit a kind.
type misfit struct {
	strange []string // keys that the kind does not know
	missing int      // fields that it requires
}

func (m misfit) size() int { return len(m.strange) + m.missing }

func misfitOf(keys []string, k content.Kind) misfit {
	var m misfit
	for _, key := range keys {
		if _, known := k.Field(key); !known {
			m.strange = append(m.strange, key)
		}
	}
	for _, f := range k.Fields {
		if f.Required && !slices.Contains(keys, f.Key) {
			m.missing++
		}
	}
	return m
}

// meantKind returns the kind that the fields of a file fit, if there is one that they fit
// better than all others. own is the kind of the folder that it is in, or -1. In that case
// the file must have fields that only the other kind knows, since a file that is not
// finished lacks fields too.
func meantKind(doc *frontmatter.Document, own int) (index int, ok bool) {
	keys := doc.Keys()
	best, second := -1, -1
	fits := make([]misfit, len(content.Kinds))
	for i, k := range content.Kinds {
		fits[i] = misfitOf(keys, k)
		switch {
		case best < 0 || fits[i].size() < fits[best].size():
			best, second = i, best
		case second < 0 || fits[i].size() < fits[second].size():
			second = i
		}
	}
	known := len(keys) - len(fits[best].strange)
	switch {
	case best == own || known == 0 || fits[best].size() == fits[second].size():
		return -1, false
	case own < 0:
		return best, fits[best].size() <= known/3
	}
	only := 0
	for _, key := range fits[own].strange {
		if !slices.Contains(fits[best].strange, key) {
			only++
		}
	}
	return best, only > 0 && fits[own].size() > 1 && 3*fits[best].size() <= fits[own].size()
}

// misplaced is the outcome of a file that belongs in the folder of another kind, or false.
// own is the kind of the folder that it is in, or -1.
func misplaced(name string, doc *frontmatter.Document, own int) (outcome, bool) {
	kind, ok := meantKind(doc, own)
	slug := typed.Slugify(slugOf(name))
	if !ok || slug == "" {
		return outcome{}, false
	}
	folder, below, nested := strings.Cut(name, "/")
	where := fmt.Sprintf("staat in de map %q", folder)
	if !nested {
		where, below = "staat niet in een map", name
	}
	k := content.Kinds[kind]
	to := path.Join(k.Folder, path.Dir(below), slug+path.Ext(name))
	return outcome{kind: -1, to: to, problems: diag.List{{
		Range: diag.Range{File: name}, Code: "map-verkeerd",
		Message: fmt.Sprintf("dit lijkt een %s, en %s", k.Name, where),
		Hint:    fmt.Sprintf("verplaats het bestand naar %q", to),
	}}}, true
}

// stray is the outcome of a file that is in no folder of a kind, but has the fields of one,
// or false.
func stray(name string, read func() ([]byte, error)) (outcome, bool) {
	if !likeFile(name) {
		return outcome{}, false
	}
	data, err := read()
	if err != nil {
		return outcome{}, false
	}
	doc, problem := frontmatter.Parse(name, data)
	if problem != nil {
		return outcome{}, false
	}
	return misplaced(name, doc, -1)
}

// free returns the problem of a misplaced file, which never proposes the name of another
// file.
func (n *names) free(out outcome) diag.List {
	to := out.to
	for i := 2; n.taken[nameOf(to)]; i++ {
		to = fmt.Sprintf("%s-%d%s", slugPath(out.to), i, path.Ext(out.to))
	}
	n.taken[nameOf(to)] = true
	if to == out.to {
		return out.problems
	}
	problems := slices.Clone(out.problems)
	problems[0].Hint = fmt.Sprintf("%q is er al; is dit hetzelfde? gooi dit bestand dan weg; anders: verplaats het naar %q", out.to, to)
	return problems
}
