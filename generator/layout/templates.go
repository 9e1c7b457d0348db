package layout

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/i18n"
)

// The templates that are not a page: the frame of every page, and the pieces
// that pages share.
const (
	baseLayout = "base.html"
	partials   = "partials"
)

// Parsed is the templates of one language: one set with the partials, in which each
// page is a template of its own name, and another one with the base around it.
type Parsed struct {
	set   *template.Template
	Pages []string
	more  Functions
}

// Parse reads the templates of the layouts folder in a language.
func Parse(layouts fs.FS, language *i18n.Language, more Functions) (*Parsed, error) {
	known := functions(&Site{}, more)
	l := &Parsed{set: template.New("").Funcs(known), more: more}
	base := ""
	err := fs.WalkDir(layouts, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".html" && entry.Type().IsRegular() {
			return err // what is no file fails below, also where it stands for a folder
		}
		source, err := fs.ReadFile(layouts, name)
		if err != nil {
			return err
		}
		text, err := localize(string(source), language)
		if err != nil {
			return &asset.Fault{File: "layouts/" + name, Err: err}
		}
		reason := showsNothing(name, text)
		page := strings.TrimSuffix(name, ".html")
		if name != baseLayout && path.Dir(name) != partials {
			l.Pages = append(l.Pages, page)
			text = `{{define "` + page + `"}}` + text + "{{end}}"
		}
		small, err := add(l.set, name, text, known)
		if name == baseLayout {
			base = small
		}
		if err != nil || reason == "" {
			return err
		}
		return &asset.Fault{File: "layouts/" + name, Err: errors.New(reason)}
	})
	if err != nil {
		return nil, err
	}
	for _, page := range l.Pages {
		if _, err := l.set.New(inBase(page)).Parse(mainOf.ReplaceAllLiteralString(base, `template "`+page+`"`)); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// callsMain finds where the base shows the page.
var callsMain = regexp.MustCompile(`\{\{-?\s*(?:template|block)\s+"main"`)

// showsNothing says why a template would give pages on which nothing stands, or "". A
// piece may well be empty: so it is left out.
func showsNothing(name, text string) string {
	switch {
	case name == baseLayout && !callsMain.MatchString(text):
		return `shows no page: {{template "main" .Main}} is missing`
	case path.Dir(name) != partials && strings.TrimSpace(text) == "":
		return "is empty"
	}
	return ""
}

// mainOf finds where the base has the page.
var mainOf = regexp.MustCompile(`template\s+"main"`)

// inBase names the base with a page in it.
func inBase(page string) string { return baseLayout + " " + page }

// foreign is what an element in Dutch has on a page in another language.
const foreign = ` lang="nl" dir="ltr"`

// dutchText finds {{dutch .A}}.
var dutchText = regexp.MustCompile(`\{\{dutch ([.$][.A-Za-z]*)\}\}(\.?)`)

// foreignIf finds {{nl}} and {{nl .Foreign}}.
var foreignIf = regexp.MustCompile(`\{\{nl( [.$][.A-Za-z]*)?\}\}`)

// localize puts the words of a language into the source of a template:
//
//	{{t "key"}}      a word (see i18n.Language.Expand)
//	{{lang}} {{dir}} the code of the language and the direction of its script
//	{{nl}}           marks an element of which the text is Dutch in any language
//	{{nl .Foreign}}  the same where the field is true
//	{{dutch .A}}     a Dutch text that has no element of its own; where a sentence ends
//	                 with it, its point is there only if the text has no end
//
// So a template in Dutch holds words alone, and costs nothing for the others.
func localize(source string, l *i18n.Language) (string, error) {
	text, err := l.Expand(source)
	if err != nil {
		return "", err
	}
	text = strings.NewReplacer("{{lang}}", l.Code, "{{dir}}", l.Dir).Replace(text)
	text = dutchText.ReplaceAllStringFunc(text, func(action string) string {
		found := dutchText.FindStringSubmatch(action)
		value, end := "{{"+found[1]+"}}", ""
		if found[2] != "" {
			end = "{{stop " + found[1] + "}}"
		}
		if l.Code == "nl" {
			return value + end
		}
		return "<span" + foreign + ">" + value + "</span>" + end
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
func add(set *template.Template, name, text string, known template.FuncMap) (minified string, err error) {
	if _, err := template.New(name).Funcs(known).Parse(text); err != nil {
		return "", &asset.Fault{File: "layouts/" + name, Err: err}
	}
	small, err := asset.Smaller("text/html", []byte(text))
	if err != nil {
		return "", &asset.Fault{File: "layouts/" + name, Err: err}
	}
	_, err = set.New(name).Parse(string(small))
	return string(small), err
}

// templates are the layouts, ready for one catalog.
type templates struct {
	pages map[string]bool
	set   func() (*template.Template, error)
}

// Bind makes a set ready for one catalog: a copy, with the functions that know the
// site's address. It is made when the first page is asked for.
func (s *Site) Bind(l *Parsed) {
	known := functions(s, l.more)
	bound := &templates{pages: make(map[string]bool, len(l.Pages)), set: sync.OnceValues(func() (*template.Template, error) {
		t, err := l.set.Clone()
		if err != nil {
			return nil, err
		}
		return t.Funcs(known), nil
	})}
	for _, name := range l.Pages {
		bound.pages[name] = true
	}
	s.Templates = bound
}

// page renders a page into w.
func (t *templates) page(w io.Writer, name string, f Frame) error {
	if !t.pages[name] {
		return fmt.Errorf("layouts/%s.html is missing", name)
	}
	set, err := t.set()
	if err != nil {
		return err
	}
	return set.ExecuteTemplate(w, inBase(name), f)
}

// Fragment renders a partial by itself. What comes out was escaped by the
// template, so it can stand in another one as it is.
func (t *templates) Fragment(name string, data any) (template.HTML, error) {
	set, err := t.set()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = set.ExecuteTemplate(&b, partials+"/"+name+".html", data)
	return template.HTML(b.String()), err
}
