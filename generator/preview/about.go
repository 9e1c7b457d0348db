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
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// aboutPath is the parameter, given once or more, that names pages.
const aboutPath = "pad"

// serveAbout tells what an editor wants to know of pages, on the day that the
// page that asks is of.
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

// A file is what the bar and the cards show of a Source.
type file struct {
	Page   string       `json:"pad"`
	Title  string       `json:"titel"`
	Name   string       `json:"bestand"`
	Full   string       `json:"volledig"` // as the operating system names it
	Editor template.URL `json:"editor"`
	Draft  bool         `json:"concept"`
}

func fileOf(page string, s generator.Source) file {
	return file{page, s.Title, s.Range.String(), fullName(s.File), editorURL(s.Range), s.Draft}
}

// writeSources answers with the files of those pages that have one of their own.
func (s *state) writeSources(w http.ResponseWriter, pages []string) {
	files := []file{}
	for _, page := range pages {
		if found, ok := s.site.own(page); ok {
			files = append(files, fileOf(page, found))
		}
	}
	body, err := json.Marshal(files)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	writeBody(w, typeOf(".json"), http.StatusOK, body)
}

// fullName is the name of a file from the root of the disk.
func fullName(name string) string {
	name = filepath.FromSlash(name)
	if full, err := filepath.Abs(name); err == nil {
		return full
	}
	return name
}

// editorURL opens a file at its line in VS Code, which registers this scheme
// (VS Code, "Opening VS Code with URLs").
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

// adviceView is a list of advice: about some pages, or about all of the content.
type adviceView struct {
	Problems []problemView
	Count    int // of this list, also where it is too long to show
	All      int
	AllURL   string
	Day      string // as of which this is; "" for now
}

// mostAdvice is how much of all advice one page shows.
const mostAdvice = 500

func (s *state) adviceView(list diag.List) adviceView {
	v := adviceView{Count: len(list), All: len(s.site.advice()), AllURL: reserved + advices}
	if s.another != nil {
		v.AllURL += "?" + withDay("", s.another.day)
		v.Day = schedule.Dutch.Date(s.another.day)
	}
	for _, d := range list[:min(len(list), mostAdvice)] {
		v.Problems = append(v.Problems, viewOf(d))
	}
	return v
}

// writeAdvice answers with the advice about the files of some pages, in the order
// of the pages, as a piece of HTML.
func (s *state) writeAdvice(w http.ResponseWriter, pages []string) {
	byFile := map[string]diag.List{}
	for _, d := range s.site.advice() {
		byFile[d.File] = append(byFile[d.File], d)
	}
	var list diag.List
	for _, page := range pages {
		if found, ok := s.site.source(page); ok {
			list.Add(byFile[found.File]...)
			delete(byFile, found.File) // the next page may be from it too
		}
	}
	var body bytes.Buffer
	if err := templates.ExecuteTemplate(&body, "advies", s.adviceView(list)); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	writeBody(w, typeOf(".html"), http.StatusOK, body.Bytes())
}
