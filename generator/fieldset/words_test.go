package fieldset_test

import (
	"regexp"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/fieldset"
	"pleinwijzer/generator/form"
)

// ofFiles are words and signs of files, which who fills in a form never sees: endings of
// names, keys, values of TOML, and the brackets around them.
var ofFiles = regexp.MustCompile(`\.(md|toml)\b|\bTOML\b|\b(true|false)\b|[Zz]onder dit (veld|blok)|Moet er staan|bestand|\b[a-z]+_[a-z_]+\b|[a-z] = |[\[\]{}\\]|"""|(behalve bij|in plaats van) (dag|tijd|tijden|data)( [a-z]|[.]|$)`)

// TestWordsOfForms wants no form to speak of files: what it says is for people who see only
// the form.
func TestWordsOfForms(t *testing.T) {
	all := append([]content.Kind{content.SiteFile, content.Clauses, content.TopicsFile}, content.Kinds...)
	seen := 0
	var look func(kind string, fields []*fieldset.View)
	look = func(kind string, fields []*fieldset.View) {
		for _, f := range fields {
			seen++
			for _, text := range []string{f.Label, f.Hint, f.Sample, f.AddWords} {
				bad := ofFiles.FindString(text)
				switch {
				case bad == "", f.Widget == edit.Picture && bad == "bestand": // which one chooses from a computer
				case kind == content.Clauses.Name && f.Key == "tekst" && (bad == "{" || bad == "}"): // typed there as they are
				case f.Key == "beveiliging" && bad == "bestand": // the one that others look for on the web
				default:
					t.Errorf("%s, %s says %q: %s", kind, f.Name, bad, text)
				}
			}
			look(kind, f.Inner)
			look(kind, f.BlankRow.Inner)
			for _, row := range f.Rows {
				look(kind, row.Inner)
			}
		}
	}
	for _, kind := range all {
		look(kind.Name, fieldset.Of(form.New(kind, edit.Lists{}).Fields))
	}
	if seen < 200 {
		t.Errorf("only %d fields were looked at", seen)
	}
}
