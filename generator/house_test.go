package generator_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// The sizes at which a package or a type is more than one thing. Tests do not count.
const (
	mostLines   = 2000
	mostMethods = 25
)

// large has the packages that may be larger, with the reason: each is a table of one
// thing. To make a package smaller, find what in it asks nothing of the rest.
var large = map[string]string{
	"generator/schedule": "one grammar, with what its rules mean and how they are said",
	"generator/lint":     "a file for each piece of advice",
	"generator/feed":     "a file for each feed",
	"cmd/pleinwijzer":    "a file for each verb",
}

func TestHouse(t *testing.T) {
	for _, mistake := range tooLarge(t, os.DirFS(root), large) {
		t.Error(mistake)
	}
}

// tooLarge lists the packages and types of a module that are too large, and the packages
// that are listed as large without being so.
func tooLarge(t *testing.T, fsys fs.FS, large map[string]string) []string {
	t.Helper()
	lines, methods := measure(t, fsys)
	var found []string
	for _, pkg := range slices.Sorted(maps.Keys(lines)) {
		switch n := lines[pkg]; {
		case n > mostLines && large[pkg] == "":
			found = append(found, fmt.Sprintf("package %s has %d lines, and a package has at most %d", pkg, n, mostLines))
		case n <= mostLines && large[pkg] != "":
			found = append(found, fmt.Sprintf("package %s has only %d lines: take it off the list of large packages", pkg, n))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(methods)) {
		if n := methods[name]; n > mostMethods {
			found = append(found, fmt.Sprintf("type %s has %d methods, and a type has at most %d", name, n, mostMethods))
		}
	}
	return found
}

// measure counts the lines of each package and the methods of each type, without tests.
func measure(t *testing.T, fsys fs.FS) (lines, methods map[string]int) {
	t.Helper()
	lines, methods = map[string]int{}, map[string]int{}
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		switch base := path.Base(name); {
		case err != nil:
			return err
		case e.IsDir() && (base == "testdata" || base != "." && strings.HasPrefix(base, ".")):
			return fs.SkipDir
		case e.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		pkg := path.Dir(name)
		lines[pkg] += bytes.Count(text, []byte("\n"))
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil {
				methods[pkg+"."+receiver(f.Recv.List[0].Type)]++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines, methods
}

// receiver is the name of the type of a receiver.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr: // of a generic type
		return receiver(e.X)
	case *ast.IndexListExpr:
		return receiver(e.X)
	}
	panic(fmt.Sprintf("a receiver of type %T", e))
}

func TestHouseFindsWhatIsTooLarge(t *testing.T) {
	file := func(lines int, text string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("package p\n" + text + strings.Repeat("\n", lines-1-strings.Count(text, "\n")))}
	}
	methods := func(receiver string, from, until int) string {
		var b strings.Builder
		for i := from; i < until; i++ {
			fmt.Fprintf(&b, "func (%s) m%d() {}\n", receiver, i)
		}
		return b.String()
	}
	got := tooLarge(t, fstest.MapFS{
		"fits/a.go":          file(mostLines-100, "type T[X any] struct{}\n"+methods("*T[X]", 0, mostMethods)),
		"fits/b.go":          file(100, ""),
		"fits/a_test.go":     file(mostLines, "type T struct{}\n"+methods("T", 50, 60)),
		"fits/testdata/c.go": {Data: []byte("not Go")},
		"long/a.go":          file(mostLines-100, ""),
		"long/b.go":          file(101, ""),
		"long/deeper/a.go":   file(mostLines, ""),
		"busy/a.go":          file(100, "type T struct{}\ntype U[X, Y any] struct{}\n"+methods("*T", 0, 20)),
		"busy/b.go":          file(100, methods("t T", 20, mostMethods+1)+methods("U[X, Y]", 0, mostMethods+2)),
		"table/a.go":         file(mostLines+1, ""),
		"once/a.go":          file(mostLines, ""),
	}, map[string]string{"table": "a table", "once": "a table"})
	want := []string{
		"package long has 2001 lines, and a package has at most 2000",
		"package once has only 2000 lines: take it off the list of large packages",
		"type busy.T has 26 methods, and a type has at most 25",
		"type busy.U has 27 methods, and a type has at most 25",
	}
	if !slices.Equal(got, want) {
		t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
