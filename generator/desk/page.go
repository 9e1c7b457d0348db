package desk

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"path"
	"strconv"
)

//go:embed *.html
var layouts embed.FS

//go:embed formulier.css formulier.js
var assets embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{"bewerk": editURL}).ParseFS(layouts, "*.html"))

// A page is what all pages of the desk have in common, with the data of its own template.
type page struct {
	Title string
	Token string
	Body  any
}

// write responds with the page of a template.
func (d *Desk) write(w http.ResponseWriter, status int, name, title string, body any) {
	var out bytes.Buffer
	if err := templates.ExecuteTemplate(&out, name, page{title, d.token, body}); err != nil {
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
func (d *Desk) say(w http.ResponseWriter, status int, title, text string) {
	d.write(w, status, "zegt.html", title, text)
}

// asset serves the style and the script, which are files because pages allow nothing inline.
func (d *Desk) asset(w http.ResponseWriter, r *http.Request) {
	name := path.Base(r.URL.Path)
	body, err := assets.ReadFile(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	send(w, http.StatusOK, map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}[path.Ext(name)], body)
}
