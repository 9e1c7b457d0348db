package lint_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/lint"
)

// TestIgnored checks that a mistake in an ignore is reported as an error on its own line.
func TestIgnored(t *testing.T) {
	fsys := fstest.MapFS{"paginas/x.md": {Data: []byte(`+++
titel = "X"
negeer = { "zin-lang" = "citaat", "zin-lamg" = "citaat", afkorting = " " }
+++
Tekst.
`)}}
	c, _, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	diag.Text(&b, lint.Ignored(c))
	const want = `paginas/x.md:3:35: er is geen advies met de naam "zin-lamg" [negeer-onbekend]
  3 | negeer = { "zin-lang" = "citaat", "zin-lamg" = "citaat", afkorting = " " }
    |                                   ^^^^^^^^^^ bedoelt u "zin-lang"?

paginas/x.md:3:58: hier ontbreekt de reden [negeer-zonder-reden]
  3 | negeer = { "zin-lang" = "citaat", "zin-lamg" = "citaat", afkorting = " " }
    |                                                          ^^^^^^^^^ schrijf waarom dit advies hier niet geldt
`
	if b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
}
