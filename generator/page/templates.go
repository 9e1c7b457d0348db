package page

import (
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"

	"pleinwijzer/generator/i18n"
)

// The templates that are not a page: the frame of every page, and the pieces
// that pages share.
const (
	baseLayout = "base.html"
	partials   = "partials"
)

// layout is the templates of one language: one set with the base and the
// partials, in which each page is a template of its own name.
type layout struct {
	set   *template.Template
	pages []string
}

// What the templates may have, at most. An action costs a page ten times what it
// costs to write.
const (
	mostActions = 20_000
	mostSource  = 500_000
)

// parse reads the templates of the layouts folder in a language.
func parse(layouts fs.FS, language *i18n.Language) (*layout, error) {
	l := &layout{set: template.New("").Funcs(functions(&site{}))}
	actions := 0
	err := fs.WalkDir(layouts, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".html" && entry.Type().IsRegular() {
			return err // what is no file fails below, also where it stands for a folder
		}
		source, err := fs.ReadFile(layouts, name)
		if err != nil {
			return err
		}
		if actions += strings.Count(string(source), "{{"); actions > mostActions || len(source) > mostSource {
			return fmt.Errorf("layouts/%s: more than %d bytes in a template, or more than %d actions in all", name, mostSource, mostActions)
		}
		// A page is wrapped, since its "main" must not be another page's.
		text, err := localize(string(source), language)
		if err != nil {
			return fmt.Errorf("layouts/%s: %w", name, err)
		}
		page := strings.TrimSuffix(name, ".html")
		if name != baseLayout && path.Dir(name) != partials {
			l.pages = append(l.pages, page)
			text = `{{define "` + page + `"}}` + text + "{{end}}"
		}
		return add(l.set, name, text)
	})
	return l, err
}

// foreign is what an element in Dutch has on a page in another language.
const foreign = ` lang="nl" dir="ltr"`

// dutchText finds {{dutch .A}}.
var dutchText = regexp.MustCompile(`\{\{dutch ([.$][.A-Za-z]*)\}\}`)

// foreignIf finds {{nl}} and {{nl .Foreign}}.
var foreignIf = regexp.MustCompile(`\{\{nl( [.$][.A-Za-z]*)?\}\}`)

// localize puts the words of a language into the source of a template:
//
//	{{t "key"}}      a word (see i18n.Language.Expand)
//	{{lang}} {{dir}} the code of the language and the direction of its script
//	{{nl}}           marks an element of which the text is Dutch in any language
//	{{nl .Foreign}}  the same where the field is true
//	{{dutch .A}}     a Dutch text that has no element of its own
//
// So a template in Dutch holds words alone, and costs nothing for the others.
func localize(source string, l *i18n.Language) (string, error) {
	text, err := l.Expand(source)
	if err != nil {
		return "", err
	}
	text = strings.NewReplacer("{{lang}}", l.Code, "{{dir}}", l.Dir).Replace(text)
	text = dutchText.ReplaceAllStringFunc(text, func(action string) string {
		value := "{{" + dutchText.FindStringSubmatch(action)[1] + "}}"
		if l.Code == "nl" {
			return value
		}
		return "<span" + foreign + ">" + value + "</span>"
	})
	return foreignIf.ReplaceAllStringFunc(text, func(action string) string {
		field := foreignIf.FindStringSubmatch(action)[1]
		switch {
		case l.Code == "nl":
			return ""
		case field == "":
			return foreign
		}
		return "{{if" + field + "}}" + foreign + "{{end}}"
	}), nil
}

// add parses a template, minified. It is parsed as written first, so that an
// error names the line that an author sees.
func add(set *template.Template, name, text string) error {
	if _, err := template.New(name).Funcs(functions(&site{})).Parse(text); err != nil {
		return fmt.Errorf("layouts/%s: %w", name, err)
	}
	small, err := smaller("text/html", []byte(text))
	if err != nil {
		return fmt.Errorf("layouts/%s: %w", name, err)
	}
	_, err = set.New(name).Parse(string(small))
	return err
}

// smaller is text without what only its author needs.
func smaller(mediaType string, text []byte) ([]byte, error) {
	if minifier == nil { // only in a test, to see that minifying changes nothing
		return text, nil
	}
	return minifier.Bytes(mediaType, text)
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

// templates are the layouts, ready for one catalog. Each is made when it is
// first asked for: serve needs one or two after an edit, build needs all.
type templates struct {
	pages    map[string]func() (*template.Template, error)
	partials func() (*template.Template, error)
}

// bind makes a set ready for one catalog: a copy for each page, in which "main"
// is that page, with the functions that know the site's address.
func bind(l *layout, functions template.FuncMap) *templates {
	copied := func() (*template.Template, error) {
		t, err := l.set.Clone()
		if err != nil {
			return nil, err
		}
		return t.Funcs(functions), nil
	}
	bound := &templates{
		pages:    make(map[string]func() (*template.Template, error), len(l.pages)),
		partials: sync.OnceValues(copied),
	}
	for _, name := range l.pages {
		bound.pages[name] = sync.OnceValues(func() (*template.Template, error) {
			t, err := copied()
			if err != nil {
				return nil, err
			}
			_, err = t.New("main").Parse(`{{template "` + name + `" .}}`)
			return t.Lookup(baseLayout), err
		})
	}
	return bound
}

// page renders a page into w.
func (t *templates) page(w io.Writer, name string, f frame) error {
	bound, ok := t.pages[name]
	if !ok {
		return fmt.Errorf("layouts/%s.html is missing", name)
	}
	page, err := bound()
	if err != nil {
		return err
	}
	return page.Execute(w, f)
}

// fragment renders a partial by itself. What comes out was escaped by the
// template, so it can stand in another one as it is.
func (t *templates) fragment(name string, data any) (template.HTML, error) {
	set, err := t.partials()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = set.ExecuteTemplate(&b, partials+"/"+name+".html", data)
	return template.HTML(b.String()), err
}
