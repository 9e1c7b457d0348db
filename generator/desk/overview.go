package desk

import (
	"cmp"
	"net/http"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
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
	}{view, settings(records), d.sourceForm()})
}

// sourceForm returns the address of the form of sources, of which there is one for all.
func (d *Desk) sourceForm() string {
	if _, err := d.Folder.Read(contentfs.SourcesFile); err == nil {
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

// settings lists the files that are not of a kind with many.
func settings(records *content.Content) []listed {
	if records == nil {
		return nil
	}
	var all []listed
	if records.Site != nil {
		all = append(all, listed{Name: "site.toml", Title: content.SiteFile.Plural})
	}
	if len(records.Onderwerpen) > 0 {
		all = append(all, listed{Name: "onderwerpen.toml", Title: content.TopicsFile.Plural})
	}
	if len(records.Sources) > 0 {
		all = append(all, listed{Name: contentfs.SourcesFile, Title: content.SourcesFile.Plural})
	}
	if records.Afspraken != nil {
		all = append(all, listed{Name: records.Afspraken.Doc.File, Title: content.Clauses.Plural})
	}
	return all
}
