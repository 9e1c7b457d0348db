package lint_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/lint"
)

// TestEveryCodeIsExplained collects codes from the source of all packages except
// scaffold, whose problems the check command does not print. The handbook lists every
// code that is explained, and so every code that check can print.
func TestEveryCodeIsExplained(t *testing.T) {
	codes := map[string]string{ // codes that are made from the name of a kind (refer/missing.go)
		"plein-onbekend": "refer", "partner-onbekend": "refer", "spreekuur-onbekend": "refer", "onderwerp-onbekend": "refer",
	}
	files, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if !strings.HasSuffix(name, "_test.go") && !strings.HasPrefix(name, "../scaffold/") {
			collect(t, name, codes)
		}
	}
	if len(codes) < 60 {
		t.Errorf("found only %d codes: the test looks in the wrong places", len(codes))
	}
	for code, file := range codes {
		if e, ok := lint.Explain(code); !ok {
			t.Errorf("%s of %s is not explained", code, file)
		} else if e.Title == "" || e.Text == "" || e.Wrong == "" || e.Right == "" {
			t.Errorf("%s is not explained whole: %+v", code, e)
		}
	}
	for _, e := range lint.Errors {
		if codes[e.Code] == "" {
			t.Errorf("%s is explained, but no source gives it", e.Code)
		}
	}
	all := lint.Codes()
	slices.Sort(all)
	if len(slices.Compact(slices.Clone(all))) != len(all) {
		t.Error("a code stands for two things")
	}
}

var (
	codeForm  = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	reporting = map[string]bool{"add": true, "problem": true, "Problem": true, "newProblem": true, "wrong": true,
		"webError": true, "scheduleError": true, "brackets": true}
)

// collect finds codes wherever they are written: in a field or variable named Code, and
// in arguments of the functions that report problems.
func collect(t *testing.T, name string, codes map[string]string) {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	note := func(e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if code, err := strconv.Unquote(lit.Value); err == nil && codeForm.MatchString(code) && code != "nl" { // "nl" is a language
				codes[code] = name
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Code" {
				note(n.Value)
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if selector, ok := left.(*ast.SelectorExpr); ok && selector.Sel.Name == "Code" && i < len(n.Rhs) {
					note(n.Rhs[i])
				}
			}
		case *ast.CallExpr:
			for _, argument := range n.Args[:min(2, len(n.Args))] {
				if reporting[called(n)] {
					note(argument)
				}
			}
		}
		return true
	})
}

func called(n *ast.CallExpr) string {
	switch f := n.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func TestNearest(t *testing.T) {
	if got, ok := lint.Nearest("zin-lamg"); !ok || got != "zin-lang" {
		t.Errorf("got %q", got)
	}
	if e, ok := lint.Explain("geen-code"); ok || e != (diag.Explanation{}) {
		t.Errorf("got %+v", e)
	}
}
