package page

import (
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"
)

// The templates that are not a page: the frame of every page, and the pieces
// that pages share.
const (
	baseLayout = "base.html"
	partials   = "partials"
)

// parse reads the templates of the layouts folder: one template set with the
// base and the partials, in which each page is a template of its own name.
func parse(layouts fs.FS) (*template.Template, []string, error) {
	set := template.New("").Funcs(signatures)
	var pages []string
	err := fs.WalkDir(layouts, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		source, err := fs.ReadFile(layouts, name)
		if err != nil {
			return err
		}
		// A page is wrapped, since its "main" must not be another page's.
		text, page := string(source), strings.TrimSuffix(name, ".html")
		if name != baseLayout && path.Dir(name) != partials {
			pages = append(pages, page)
			text = `{{define "` + page + `"}}` + text + "{{end}}"
		}
		return add(set, name, text)
	})
	return set, pages, err
}

// add parses a template, minified. It is parsed as written first, so that an
// error names the line that an author sees.
func add(set *template.Template, name, text string) error {
	if _, err := template.New(name).Funcs(signatures).Parse(text); err != nil {
		return fmt.Errorf("layouts/%s: %w", name, err)
	}
	small, err := minifier.String("text/html", text)
	if err != nil {
		return fmt.Errorf("layouts/%s: %w", name, err)
	}
	_, err = set.New(name).Parse(small)
	return err
}

// minifier makes templates and assets small. It knows template actions, so a
// template is minified once instead of every page. Quotes and end tags stay:
// html/template must see where a value ends, whatever the value is.
var minifier = func() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{
		TemplateDelims: html.GoTemplateDelims, KeepQuotes: true, KeepEndTags: true, KeepDocumentTags: true,
	})
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	return m
}()

// bind makes a set ready for one catalog: the base and one page, with the
// functions that know the site's address and its way to write times.
func bind(set *template.Template, names []string, functions template.FuncMap) (map[string]*template.Template, error) {
	bound := make(map[string]*template.Template, len(names))
	for _, name := range names {
		t, err := set.Clone()
		if err != nil {
			return nil, err
		}
		t.Funcs(functions)
		if _, err := t.New("main").Parse(`{{template "` + name + `" .}}`); err != nil {
			return nil, err
		}
		bound[name] = t.Lookup(baseLayout)
	}
	return bound, nil
}
