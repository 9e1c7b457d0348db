package edit

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// unseen lists the folders in catalog/testdata with a mistake that no schema can detect,
// grouped by what a schema would have to know to detect it.
var unseen = map[string][]string{
	"another file":      {"adres-bezet", "bronnen", "naam-dubbel", "onderwerp-weg", "op-afspraak-zonder-contact", "openingstijden-ontbreken", "opvolger-rond", "site-ontbreekt", "verwijs-concept", "verwijzing-concept", "verwijzing-onbekend"},
	"its own name":      {"site-anders", "verwijzing-zelf"},
	"the text below":    {"tekst-ontbreekt", "veld-in-tekst"},
	"what values mean":  {"afwijkend-mist", "cursus", "dag-tijd-anders", "eind-voor-begin", "inloop", "kleur-achtergrond", "kleur-contrast", "menu", "om-de-week", "om-de-weken", "periode-omgekeerd", "plek-omgewisseld", "verklaring"},
	"one without other": {"data", "plek-half", "wanneer-dubbel"},
	"bytes":             {"geen-utf8"},
	"no fields":         {"afspraken", "afspraken-leeg", "afspraken-naam", "afspraken-zonder-tekst"},
}

// TestWrongFolders checks that a schema rejects a file in each folder with a mistake,
// except for the mistakes that no schema can detect, and accepts the files of all other
// folders.
func TestWrongFolders(t *testing.T) {
	v := newValidator(t)
	names, err := filepath.Glob("../catalog/testdata/*.txtar")
	if err != nil || len(names) < 50 {
		t.Fatal(names, err)
	}
	refused, wrong := 0, 0
	for _, name := range names {
		a := archive(t, name)
		name = strings.TrimSuffix(filepath.Base(name), ".txtar")
		isWrong, seen := false, []string{}
		for _, f := range a.Files {
			if f.Name == "want" {
				isWrong = len(f.Data) > 0
			} else if err := v.validate(f.Name, f.Data); err != nil {
				seen = append(seen, f.Name+": "+err.Error())
			}
		}
		expected := true
		for _, list := range unseen {
			expected = expected && !slices.Contains(list, name)
		}
		switch {
		case !isWrong && len(seen) > 0:
			t.Errorf("%s has no mistake, and the schema refuses %s", name, seen)
		case isWrong && expected && len(seen) == 0:
			t.Errorf("%s: the schema accepts all of it", name)
		case isWrong && !expected && len(seen) > 0:
			t.Errorf("%s: the schema does refuse %s", name, seen)
		}
		if isWrong {
			wrong++
			refused += min(len(seen), 1)
		}
	}
	t.Logf("the schemas refuse %d of %d wrong folders", refused, wrong)
}
