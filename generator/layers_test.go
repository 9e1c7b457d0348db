package generator_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	module = "pleinwijzer"
	root   = ".." // the root of the module, relative to this folder
)

// layers is the order of the packages: each imports only packages on lines above its own.
// Do not change this list to make the test pass. A wrong import means that code is in the
// wrong package, and the fix is to move it. Put a new package as high as its imports
// allow. What only tests may import comes last.
const layers = `
generator/litter generator/errno generator/spreadsheet generator/public generator/rooted generator/handbook generator/atlas generator/untag
generator/wholefile generator/diag generator/schedule generator/history generator/jsonschema generator/paste layouts
generator/publish generator/opening generator/moment generator/collate generator/icalendar generator/source generator/tomlindex generator/markdown generator/i18n generator/picture generator/photo
generator/limits generator/slips generator/tomledit
generator/frontmatter
generator/typed
generator/prose generator/palette generator/resemble
generator/content
generator/reading generator/bag
generator/contentfs generator/weekhours
generator/difference generator/changes generator/refer generator/address
generator/catalog generator/edit generator/kept
generator/sense generator/elsewhere
generator/say
generator/recurrence generator/share generator/form
generator/schemaorg generator/gids generator/fieldset generator/wording generator/openreferral
generator/feed generator/hsds generator/due
generator/dcat generator/federation
generator/asset
generator/layout generator/saving
generator/piece
generator/site generator/paper generator/team generator/embed generator/search generator/host
generator/page generator/lint
generator/scaffold
generator/columns
generator/timetable
generator
generator/desk generator/watch
generator/preview
static content
cmd/pleinwijzer
generator/browsertest generator/goldentest generator/handbooktest generator/randomsite generator/pagetest
`

// A source is one Go file: its package, and the packages of this module that it imports,
// named as in layers.
type source struct {
	file, pkg string
	imports   []string
}

func (s source) isTest() bool { return strings.HasSuffix(s.file, "_test.go") }

func TestLayers(t *testing.T) {
	sources := readSources(t, os.DirFS(root))
	if len(sources) < 50 {
		t.Fatalf("found only %d Go files: the test looks in the wrong folder", len(sources))
	}
	for _, mistake := range mistakes(layers, sources) {
		t.Error(mistake)
	}
}

// mistakes lists the imports that violate the order. Tests may import any package in the
// list: a test of page, for example, may read content and build a whole site, and the
// compiler already rejects import cycles.
func mistakes(layers string, sources []source) []string {
	line := map[string]int{}
	for i, packages := range strings.Split(layers, "\n") {
		for _, pkg := range strings.Fields(packages) {
			line[pkg] = i
		}
	}
	var found []string
	for _, s := range sources {
		own, listed := line[s.pkg]
		if !listed {
			found = append(found, fmt.Sprintf("%s: package %s has no place in the list of layers", s.file, s.pkg))
			continue
		}
		for _, imported := range s.imports {
			switch other, listed := line[imported]; {
			case !listed:
				found = append(found, fmt.Sprintf("%s: imports %s, which has no place in the list of layers", s.file, imported))
			case other >= own && !s.isTest():
				found = append(found, fmt.Sprintf("%s: %s may not import %s, which is not on a line above it", s.file, s.pkg, imported))
			}
		}
	}
	return found
}

// readSources parses the imports of every Go file in the module.
func readSources(t *testing.T, fsys fs.FS) []source {
	t.Helper()
	var sources []source
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case err != nil:
			return err
		case e.IsDir() && (base == "testdata" || base != "." && strings.HasPrefix(base, ".")):
			return fs.SkipDir
		case e.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			return err
		}
		s := source{file: name, pkg: path.Dir(name)}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if pkg, ours := strings.CutPrefix(imported, module+"/"); ours {
				s.imports = append(s.imports, pkg)
			}
		}
		sources = append(sources, s)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return sources
}

func TestLayersFindsMistakes(t *testing.T) {
	const layers = "low\nmiddle beside\nhigh"
	tests := []struct {
		name string
		source
		want string // part of the mistake, or "" if there is none
	}{
		{"down", source{"high/a.go", "high", []string{"low", "middle"}}, ""},
		{"up", source{"low/a.go", "low", []string{"high"}}, "low may not import high"},
		{"sideways", source{"middle/a.go", "middle", []string{"beside"}}, "middle may not import beside"},
		{"new package", source{"new/a.go", "new", nil}, "new has no place"},
		{"import of a new package", source{"high/a.go", "high", []string{"new"}}, "new, which has no place"},
		{"a test upwards", source{"low/a_test.go", "low", []string{"high"}}, ""},
		{"a test of a new package", source{"low/a_test.go", "low", []string{"new"}}, "new, which has no place"},
	}
	for _, test := range tests {
		got := mistakes(layers, []source{test.source})
		switch {
		case test.want == "" && len(got) > 0:
			t.Errorf("%s: %q", test.name, got)
		case test.want != "" && !slices.ContainsFunc(got, func(m string) bool { return strings.Contains(m, test.want) }):
			t.Errorf("%s: found %q, want %q", test.name, got, test.want)
		}
	}
}

func TestReadSources(t *testing.T) {
	got := readSources(t, files(map[string]string{
		"low/a.go":          "package low\n\nimport (\n\t\"fmt\"\n\tx \"pleinwijzer/high\"\n)\n",
		"low/testdata/b.go": "not Go",
		".git/c.go":         "not Go",
	}))
	if len(got) != 1 || got[0].pkg != "low" || !slices.Equal(got[0].imports, []string{"high"}) {
		t.Errorf("read %+v", got)
	}
}
