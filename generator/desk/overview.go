package desk

import (
	"cmp"
	"errors"
	"net/http"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/saving"
)

// overviewView is the data of overzicht.html.
type overviewView struct {
	Shown string
	Kinds []kindView
}

type kindView struct {
	Name, Plural string
	Files        []listed
}

type listed struct {
	Name, Title, Notes string
}

// overview lists all that can be changed, and what can be made.
func (d *Desk) overview(w http.ResponseWriter, r *http.Request) {
	view := overviewView{Shown: d.Shown}
	records := d.Records()
	byKind := map[string][]listed{}
	if records != nil {
		for kind, item := range records.Items() {
			byKind[kind.Name] = append(byKind[kind.Name], listedItem(item))
		}
	}
	for _, kind := range content.Kinds {
		files := byKind[kind.Name]
		slices.SortFunc(files, func(a, b listed) int { return cmp.Compare(a.Title, b.Title) })
		view.Kinds = append(view.Kinds, kindView{kind.Name, kind.Plural, files})
	}
	d.write(w, http.StatusOK, "overzicht.html", "Bewerken", struct {
		overviewView
		Settings []listed
		Source   string // where to add a source
	}{view, settings(d.Folder), sourceForm(d.Folder)})
}

// sourceForm returns the address of the form of sources, of which there is one for all.
func sourceForm(folder *saving.Folder) string {
	if _, err := folder.Read(contentfs.SourcesFile); err == nil {
		return editURL(contentfs.SourcesFile)
	}
	return newURL(content.SourcesFile.Name)
}

func listedItem(item content.Item) listed {
	record := item.File()
	l := listed{Name: record.Doc.File, Title: cmp.Or(item.Name(), record.Slug)}
	s, isSpreekuur := item.(*content.Spreekuur)
	switch {
	case record.Bad:
		l.Notes = "fout"
	case record.Concept:
		l.Notes = "concept"
	case isSpreekuur && s.Status != content.Running:
		l.Notes = string(s.Status)
	}
	return l
}

// settings lists the files that are not of a kind with many, also those that cannot be read.
func settings(folder *saving.Folder) []listed {
	var all []listed
	for _, name := range contentfs.Single {
		version, err := folder.Read(name)
		if refusal, ok := errors.AsType[*saving.Refusal](err); err != nil && (!ok || refusal.Reason != saving.Encoding) {
			continue // it is not there, or not to be changed here
		}
		kind, _ := contentfs.KindOf(name)
		l := listed{Name: name, Title: kind.Plural}
		if _, unreadable := form.Read(kind, name, version.Data, edit.Lists{}); unreadable != nil {
			l.Notes = "fout"
		}
		all = append(all, l)
	}
	return all
}
