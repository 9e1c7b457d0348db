package asset

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestJoin joins scripts that import each other, whose own names may be the same.
func TestJoin(t *testing.T) {
	tests := map[string]struct {
		a, b      string
		want, not string // in the one script
	}{
		"same names": {
			"import { x } from './b.js';\nconst y = 'ya';\nalert(x, y);",
			"const y = 'yb';\nexport const x = () => y;", `"yb"`, "import",
		},
		"some lines": {
			"/* first */\nimport {\n  x,\n  y,\n} from \"./b.js\";\nalert(x(), y);",
			"export async function x() {}\nexport class y {}", "async function", "import",
		},
		"text that is no import": {
			"import { x } from './b.js';\n/*\nimport { y } from './y.js';\n*/\nx(`\nimport { z } from './${`z`}.js';\n`, 'import(1)', /import/);",
			"export const x = (s) => s / 1; // export let y\n", "\nimport { z } from './", "y.js",
		},
		"names of properties": {
			"import { x } from './b.js';\nalert(x.import, x?.export);",
			"export const x = { import: 1, export: 2 };", ".import", "",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			a, err := NewAssets(fstest.MapFS{"js/a.js": {Data: []byte(test.a)}, "js/b.js": {Data: []byte(test.b)}})
			if err != nil {
				t.Fatal(err)
			}
			if len(a.list) != 1 {
				t.Fatalf("%d scripts, want one", len(a.list))
			}
			got := string(a.list[0].Data)
			if !strings.Contains(got, test.want) || test.not != "" && strings.Contains(got, test.not) {
				t.Errorf("got %s\nwant %s, without %q", got, test.want, test.not)
			}
		})
	}
}

// TestNoJoin wants the file and the line of what cannot be joined, also of what a
// browser would take.
func TestNoJoin(t *testing.T) {
	const b = "export const b = 1;"
	tests := map[string]struct{ a, b, want string }{
		"missing file":         {"import { c } from './c.js';", b, "a.js: line 1: het script c.js staat niet in static/js"},
		"missing name":         {"\nimport { b, c } from './b.js';", b, "a.js: line 2: b.js heeft geen export met de naam c"},
		"second of a line":     {"import { c } from './b.js';", "export const b = 1, c = 2;", "a.js: line 1: b.js heeft geen export met de naam c"},
		"circle":               {"import { b } from './b.js';\nexport const a = 1;", "\nimport { a } from './a.js';\n" + b, "b.js: line 2: a.js importeert zelf b.js"},
		"itself":               {"import { a } from './a.js';\nexport const a = 1;", b, "a.js: line 1: a.js importeert zelf a.js"},
		"syntax":               {"\n\nconst = 1;", b, "a.js: line 3: "},
		"syntax of a sibling":  {"import { b } from './b.js';", b + "\nif (", "b.js: line 2: "},
		"all":                  {"import * as b from './b.js';", b, "a.js: line 1: " + importForm},
		"default":              {"import b from './b.js';", b, "a.js: line 1: " + importForm},
		"default and names":    {"import a, { b } from './b.js';", b, "a.js: line 1: " + importForm},
		"other name":           {"import { b as c } from './b.js';", b, "a.js: line 1: " + importForm},
		"no names":             {"import {} from './b.js';", b, "a.js: line 1: " + importForm},
		"no name":              {"import './b.js';", b, "a.js: line 1: " + importForm},
		"other folder":         {"import { b } from '../b.js';", b, "a.js: line 1: " + importForm},
		"folder below":         {"import { b } from './map/b.js';", b, "a.js: line 1: " + importForm},
		"other site":           {"import { b } from 'https://example.com/b.js';", b, "a.js: line 1: " + importForm},
		"package":              {"import { b } from 'b';", b, "a.js: line 1: " + importForm},
		"attributes":           {"import { b } from './b.json' with { type: 'json' };", b, "a.js: line 1: "},
		"no semicolon":         {"import { b } from './b.js'\nalert(b)", b, "a.js: line 1: " + importForm},
		"below the top":        {"alert(1);\nimport { b } from './b.js';", b, "a.js: line 2: " + importForm},
		"dynamic":              {"// import\nimport('./b.js').then(alert);", b, "a.js: line 2: " + importForm},
		"dynamic in a string":  {"const a = `${await import('./b.js')}`;", b, "a.js: line 1: " + importForm},
		"meta":                 {"const a = 1;\nalert(import.meta.url);", b, "a.js: line 2: " + importForm},
		"export of a default":  {"export default 1;", b, "a.js: line 1: " + exportForm},
		"export of a list":     {"const a = 1;\n\nexport { a };", b, "a.js: line 3: " + exportForm},
		"export of all":        {"export * from './b.js';", b, "a.js: line 1: " + exportForm},
		"export of another":    {"export { b } from './b.js';", b, "a.js: line 1: " + exportForm},
		"export of what moves": {"export let a = 1;", b, "a.js: line 1: " + exportForm},
		"export of parts":      {"export const { a } = window;", b, "a.js: line 1: " + exportForm},
		"export of a series":   {"export function* a() {}", b, "a.js: line 1: " + exportForm},
		"regular expression":   {"alert(/[/]'/);\nif (a) /'/.test(b);", b, "a.js: line 2: "},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := NewAssets(fstest.MapFS{"js/a.js": {Data: []byte(test.a)}, "js/b.js": {Data: []byte(test.b)}})
			if err == nil || !strings.HasPrefix(err.Error(), "static/js/"+test.want) {
				t.Errorf("got %v\nwant static/js/%s", err, test.want)
			}
		})
	}
}
