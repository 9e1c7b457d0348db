package i18n

import (
	"html/template"
	"strings"
	"testing"
)

// sample is a small language for templates.
func sample() *Language {
	dutch := &Language{Words: map[string]string{"naam": "Naam", "terug": "Terug"}}
	return &Language{base: dutch, Words: map[string]string{
		"naam":   `Imię & "nazwisko" <'x'>`,
		"van":    "{1} z {2}",
		"andere": "{2}: {1}",
		"twee":   "{1} i {1}",
		"regels": "a\nb",
		"stuk":   "{ {1}",
	}}
}

// constants holds template actions whose constants and comments look like other actions.
const constants = "{{\"{{t \"}}{{print \"\\\"{{t\" '}' `{{t \"terug\"}}`}}{{/* {{t \"x */}}{{- /* }} */ -}}"

// expansions are also the seeds of the fuzzer.
var expansions = []struct{ source, want string }{
	{"", ""},
	{"<p>{{.A}}</p>", "<p>{{.A}}</p>"},
	{`<h1>{{t "naam"}}</h1>`, `<h1>Imię &amp; &#34;nazwisko&#34; &lt;&#39;x&#39;&gt;</h1>`},
	{`<a title="{{t "terug"}}">{{t "terug" }}</a>`, `<a title="Terug">Terug</a>`},
	{`{{t "van" .A .B}}`, "{{.A}} z {{.B}}"},
	{`{{t "andere" .A $.B.C_1}}`, "{{$.B.C_1}}: {{.A}}"},
	{`{{t "van" . $.}}`, ""},
	{`{{t "twee" .}}`, "{{.}} i {{.}}"},
	{`{{t "van" $.A .}}`, "{{$.A}} z {{.}}"},
	{"{{t \"van\" `<a href=\"{{.URL}}\">{{t \"terug\"}}</a>` .B}}", `<a href="{{.URL}}">Terug</a> z {{.B}}`},
	{`{{t "regels"}}`, "a b"},
	{constants, constants},
	{"{{t \"van\" `{{\"{{\"}}{{/* }} */}}` .}}", `{{"{{"}}{{/* }} */}} z {{.}}`},
	{"{{$x := .}}{{t \"van\" `<b>{{$x.A}}</b>` .}}", `{{$x := .}}<b>{{$x.A}}</b> z {{.}}`},
	{"{{t \"van\" `{{` .}}", ""},
	{"{{t \"van\" `{` .}}{{.}}", ""},
	{"{{t \"andere\" `{` .}}{{.}}", ""},
	{"{{t \"twee\" `a\n`}}", ""},
	{"{{t \"van\" `{{if .}}` `{{end}}`}}", ""},
	{"{{t \"van\" `{{define \"x\"}}{{end}}` .}}", ""},
	{`{{with .A}}{{t "terug"}}{{end}}`, `{{with .A}}Terug{{end}}`},
}

func TestExpand(t *testing.T) {
	for _, tt := range expansions {
		if tt.want == "" && tt.source != "" {
			continue // only a seed: it returns an error
		}
		got, err := sample().Expand(tt.source)
		if err != nil || got != tt.want {
			t.Errorf("%s: %q, %v, want %q", tt.source, got, err, tt.want)
		}
	}
}

func TestExpandErrors(t *testing.T) {
	for _, tt := range []struct{ source, want string }{
		{"a\nb {{t \"nergens\"}}", `line 2: unknown word "nergens"`},
		{"\n\n{{t \"van\" .A}}", `line 3: word "van" has 2 placeholders, and here are 1 values`},
		{`{{t "naam" .A}}`, `line 1: word "naam" has 0 placeholders, and here are 1 values`},
		{`{{t "stuk" .A}}`, `line 1: word "stuk" has a brace that is no placeholder`},
		{`{{t naam}}`, `line 1: a word is written as {{t "key"}}`},
		{"{{t \"na\nam\"}}", `line 1: a word is written as {{t "key"}}`},
		{`{{t "naam`, `line 1: a word is written as {{t "key"}}`},
		{`{{t "naam"`, `line 1: word "naam": a value comes after a space`},
		{`{{t "van" .A.B`, `word "van": a value comes after a space`},
		{`{{t "van" .A "b"}}`, `word "van": a value is a field such as .Name`},
		{`{{t "van" .A. .B}}`, `word "van": a value is a field`},
		{`{{t "van" .A $}}`, `word "van": a value is a field`},
		{`{{t "van" .A $.}}`, `word "van": a value is a field`},
		{`{{t "van" .A len}}`, `word "van": a value is a field`},
		{"{{t \"van\" .A `<b>}}", `word "van": a back quote is never closed`},
		{"{{t \"van\" `{{` .}}", `word "van": what stands in back quotes is no template of its own`},
		{"{{t \"van\" `{{if .}}` `{{end}}`}}", `what stands in back quotes is no template of its own`},
		{"{{t \"andere\" `{` .}}{{.}}", `ends with a brace`},
		{"{{t \"van\" `{{define \"x\"}}{{end}}` .}}", `defines a template`},
		{"{{t \"twee\" `a\n`}}", `word "twee" has a placeholder twice`},
		{"x\n{{t \"van\" .A `\n{{t \"nergens\"}}`}}", `line 2: word "van": unknown word "nergens"`},
	} {
		got, err := sample().Expand(tt.source)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %q, %v, want %q", tt.source, got, err, tt.want)
		}
	}
}

// TestExpandRuns checks what a browser gets, with words and values that try to break out
// of an attribute or an element.
func TestExpandRuns(t *testing.T) {
	const source = "<p title=\"{{t \"naam\"}}\">{{t \"van\" .A `<b>{{.B}}</b>`}}</p>"
	text, err := sample().Expand(source)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := template.Must(template.New("").Parse(text)).Execute(&b, map[string]string{"A": "<i>", "B": "&"}); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), `<p title="Imię &amp; &#34;nazwisko&#34; &lt;&#39;x&#39;&gt;">&lt;i&gt; z <b>&amp;</b></p>`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// FuzzExpand checks that the output has as many lines as the input, and is a valid
// template if the input was one.
func FuzzExpand(f *testing.F) {
	for _, tt := range expansions {
		f.Add(tt.source)
	}
	f.Fuzz(func(t *testing.T, source string) {
		got, err := sample().Expand(source)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "line ") {
				t.Errorf("no line in %v", err)
			}
			return
		}
		if before, after := strings.Count(source, "\n"), strings.Count(got, "\n"); before != after {
			t.Errorf("%d lines became %d: %q", before, after, got)
		}
		words := template.FuncMap{"t": func(string, ...any) string { return "" }}
		if _, err := template.New("").Funcs(words).Parse(source); err != nil {
			return
		}
		if _, err := template.New("").Funcs(words).Parse(got); err != nil {
			t.Errorf("%q: %v", got, err)
		}
	})
}
