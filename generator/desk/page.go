package desk

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"strconv"

	"pleinwijzer/generator/fieldset"
	"pleinwijzer/generator/saving"
)

//go:embed *.html
var layouts embed.FS

//go:embed formulier.css formulier.js
var assets embed.FS

var templates = template.Must(template.Must(template.New("").Funcs(template.FuncMap{"bewerk": editURL}).
	ParseFS(layouts, "*.html")).ParseFS(fieldset.Layout, "*.html"))

// A page is what all pages of the desk have in common, with the data of its own template.
type page struct {
	Title string
	Token string
	Body  any
}

// A frame is what every page needs to be made.
type frame struct {
	token string // of this start
	shown string // the path of the content folder that editors see in front of file names
}

// write responds with the page of a template.
func (f frame) write(w http.ResponseWriter, status int, name, title string, body any) {
	var out bytes.Buffer
	if err := templates.ExecuteTemplate(&out, name, page{title, f.token, body}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	send(w, status, "text/html; charset=utf-8", out.Bytes())
}

func send(w http.ResponseWriter, status int, kind string, body []byte) {
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	w.Write(body) // an error means that the browser has gone away
}

// say responds with a message.
func (f frame) say(w http.ResponseWriter, status int, title, text string) {
	f.write(w, status, "zegt.html", title, text)
}

// asset serves the style and the script, which are files because pages allow nothing inline.
func (f frame) asset(w http.ResponseWriter, r *http.Request) {
	name := path.Base(r.URL.Path)
	body, err := assets.ReadFile(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	send(w, http.StatusOK, map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}[path.Ext(name)], body)
}

func (f frame) noFile(w http.ResponseWriter, file string) {
	f.say(w, http.StatusNotFound, "Dit bestand is er niet", fmt.Sprintf("Er is geen bestand met inhoud dat %q heet. Kies er een op de pagina Bewerken.", file))
}

// refuse responds with why a file cannot be read or saved.
func (f frame) refuse(w http.ResponseWriter, err error) {
	if refusal, ok := errors.AsType[*saving.Refusal](err); ok {
		status := http.StatusConflict
		if refusal.Reason == saving.Gone || refusal.Reason == saving.NotContent {
			status = http.StatusNotFound
		}
		f.say(w, status, "Dit bestand kan nu niet worden bewerkt", refusalWords(refusal))
		return
	}
	f.say(w, http.StatusInternalServerError, "Dit lukt nu niet", err.Error())
}
