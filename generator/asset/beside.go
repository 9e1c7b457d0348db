package asset

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/publish"
)

// Keeps reports whether a file of static/ is on the site at its own path.
func (a *Assets) Keeps(name string) bool { return a.byName[name] == name }

// Clashes are the files of static/ that cannot stand beside others of the site, on
// every computer: most tell no capitals from small letters.
func (a *Assets) Clashes(files []publish.File) diag.List {
	b := besides{kept: map[string]string{}, folders: map[string]string{}, tops: map[string]bool{}}
	for _, x := range a.list {
		if a.Keeps(x.Path) {
			b.add(x.Path)
		}
	}
	own := map[string]bool{}
	for _, f := range files {
		top, _, _ := strings.Cut(f.Path, "/")
		if !b.tops[strings.ToLower(top)] {
			continue
		}
		switch name, ok := b.kept[strings.ToLower(f.Path)]; {
		case ok && name == f.Path && !own[name]:
			own[name] = true // the file itself
		default:
			b.compare(f.Path)
		}
	}
	return b.problems
}

// besides are the files of static/ that keep their names, by what a computer without
// capitals makes of these.
type besides struct {
	kept, folders map[string]string
	tops          map[string]bool // the first parts
	problems      diag.List
}

func (b *besides) add(name string) {
	if !publish.Valid(name) {
		b.problems.Add(diag.Diagnostic{
			Range: diag.Range{File: "../static/" + name}, Code: "naam-verkeerd",
			Message: "een bestand met deze naam kan niet op een site", Hint: "geef het een naam met alleen letters, cijfers en streepjes",
		})
		return
	}
	key := strings.ToLower(name)
	top, _, _ := strings.Cut(key, "/")
	b.tops[top] = true
	if other, ok := b.kept[key]; ok {
		b.clash(other, "static/"+name)
	}
	b.kept[key] = name
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if other, ok := b.folders[strings.ToLower(dir)]; ok && other != dir {
			b.clash(other, "static/"+dir)
		}
		b.folders[strings.ToLower(dir)] = dir
	}
}

func (b *besides) compare(file string) {
	key := strings.ToLower(file)
	if name, ok := b.kept[key]; ok {
		b.clash(name, file)
	} else if dir, ok := b.folders[key]; ok {
		b.clash(dir, file)
	}
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
		key := strings.ToLower(dir)
		if name, ok := b.kept[key]; ok {
			b.clash(name, file)
		} else if other, ok := b.folders[key]; ok && other != dir {
			b.clash(other, dir)
		}
	}
}

// clash says what is wrong once for each name in static/.
func (b *besides) clash(name, other string) {
	where := "de site maakt zelf"
	if strings.HasPrefix(other, "static/") {
		where = "daar staat ook"
	}
	file := "../static/" + name
	if !slices.ContainsFunc(b.problems, func(d diag.Diagnostic) bool { return d.File == file }) {
		b.problems.Add(diag.Diagnostic{
			Range: diag.Range{File: file}, Code: "static-bezet",
			Message: fmt.Sprintf("dit kan niet op de site: %s %q", where, other), Hint: "geef het in static een andere naam",
		})
	}
}
