package preview

import (
	"bytes"
	"encoding/json"
	"html/template"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"pleinwijzer/generator"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/desk"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// aboutPath is the query parameter that names a page. It may be repeated.
const aboutPath = "pad"

// serveAbout answers what an editor wants to know about pages, as of the day of the page
// that asks.
func (s *state) serveAbout(w http.ResponseWriter, r *http.Request, what string) {
	day, _, err := dayOf(r)
	if err != nil {
		s.writeWrongDay(w, r, err)
		return
	}
	s = s.on(day)
	if s.site == nil {
		http.Error(w, "Er is nog geen site.", http.StatusNotFound)
		return
	}
	pages := r.URL.Query()[aboutPath]
	switch {
	case what == sources:
		s.writeSources(w, pages)
	case len(pages) == 0:
		s.writeOwnPage(w, http.StatusOK, "adviezen.html", s.adviceView(s.site.advice()))
	default:
		s.writeAdvice(w, pages)
	}
}

// A file is a Source as the bar and the cards show it.
type file struct {
	Page   string       `json:"pad"`
	Title  string       `json:"titel"`
	Name   string       `json:"bestand"`
	Full   string       `json:"volledig"` // an absolute path in the form of the operating system
	Editor template.URL `json:"editor"`
	Draft  bool         `json:"concept"`
	Edit   string       `json:"bewerk"` // the address of its form, or ""
}

// fileOf describes a source, given as editors see it.
func (s *site) fileOf(page string, found generator.Source) file {
	f := file{page, found.Title, found.Range.String(), fullName(found.File), editorURL(found.Range), found.Draft, ""}
	f.Edit = s.config.formOf(found.File)
	return f
}

// formOf returns the address of the form of a file, named as editors see it; "" if it
// cannot be changed here.
func (c *Config) formOf(shown string) string {
	name, ok := strings.CutPrefix(shown, c.Shown+"/")
	if c.Editing == nil || !ok && c.Shown != "." && c.Shown != "" {
		return ""
	}
	if _, ok := contentfs.KindOf(name); !ok {
		return ""
	}
	return desk.URL(name)
}

// writeSources responds with the files of those pages that have a file of their own.
func (s *state) writeSources(w http.ResponseWriter, pages []string) {
	files := []file{}
	for _, page := range pages {
		if found, ok := s.site.own(page); ok {
			files = append(files, s.site.fileOf(page, found))
		}
	}
	body, err := json.Marshal(files)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	writeBody(w, typeOf(".json"), http.StatusOK, body)
}

// fullName returns the absolute path of a file.
func fullName(name string) string {
	name = filepath.FromSlash(name)
	if full, err := filepath.Abs(name); err == nil {
		return full
	}
	return name
}

// editorURL returns the address that opens a file at a line in VS Code, which registers
// this scheme (VS Code, "Opening VS Code with URLs").
func editorURL(at diag.Range) template.URL {
	name := filepath.ToSlash(fullName(at.File))
	if !strings.HasPrefix(name, "/") { // C:/…
		name = "/" + name
	}
	if at.Line > 0 {
		name += ":" + strconv.Itoa(at.Line) + ":" + strconv.Itoa(max(at.Column, 1))
	}
	to := url.URL{Scheme: "vscode", Host: "file", Path: name}
	return template.URL(to.String())
}

// adviceView is a list of advice, about some pages or about all content.
type adviceView struct {
	Problems []problemView
	Count    int // the length of the list, even if it is too long to show
	All      int
	AllURL   string
	Day      string // the day of the site that it is about; "" for now
}

// mostAdvice is how many pieces of advice a page shows.
const mostAdvice = 500

func (s *state) adviceView(list diag.List) adviceView {
	v := adviceView{Count: len(list), All: len(s.site.advice()), AllURL: reserved + advices}
	if s.another != nil {
		v.AllURL += "?" + withDay("", s.another.day)
		v.Day = schedule.Dutch.Date(s.another.day)
	}
	for _, d := range list[:min(len(list), mostAdvice)] {
		v.Problems = append(v.Problems, s.config.viewOf(d))
	}
	return v
}

// writeAdvice responds with the advice about the files of some pages, in the order of the
// pages, as a fragment of HTML.
func (s *state) writeAdvice(w http.ResponseWriter, pages []string) {
	byFile := map[string]diag.List{}
	for _, d := range s.site.advice() {
		byFile[d.File] = append(byFile[d.File], d)
	}
	var list diag.List
	for _, page := range pages {
		if found, ok := s.site.source(page); ok {
			list.Add(byFile[found.File]...)
			delete(byFile, found.File) // the next page may be made from the same file
		}
	}
	var body bytes.Buffer
	if err := templates.ExecuteTemplate(&body, "advies", s.adviceView(list)); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	writeBody(w, typeOf(".html"), http.StatusOK, body.Bytes())
}
