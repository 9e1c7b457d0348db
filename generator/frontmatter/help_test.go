package frontmatter

import (
	"reflect"
	"testing"
)

// TestHelp says the same to who fills in a form and to who writes the file.
func TestHelp(t *testing.T) {
	type around struct {
		Dag string `toml:"dag" label:"Dag" help:"{moet}, behalve bij {tot_en_met}." infile:"In woorden."`
	}
	fields := FieldsOf(reflect.TypeFor[struct {
		around
		Until string `toml:"tot_en_met" label:"Tot en met" help:"{leeg}: niets. Niet bij {dag=op afspraak}."`
		Gone  bool   `toml:"vervalt" label:"Vervalt" help:"{ja} het niet doorgaat. {leeg}: {false}."`
	}]())
	want := [][2]string{
		{`Verplicht, behalve bij "Tot en met".`, "Moet er staan, behalve bij tot_en_met. In woorden."},
		{`Niet ingevuld betekent: niets. Niet bij dag "op afspraak".`, `Zonder dit veld: niets. Niet bij dag = "op afspraak".`},
		{"Kies ja het niet doorgaat. Niet ingevuld betekent: nee.", "Zet op true het niet doorgaat. Zonder dit veld: false."},
	}
	for i, f := range fields {
		if f.Help != want[i][0] || f.FileHelp != want[i][1] {
			t.Errorf("%s: %q, and in a file %q", f.Key, f.Help, f.FileHelp)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a field that is not there has a name in a help")
		}
	}()
	FieldsOf(reflect.TypeFor[struct {
		Dag string `toml:"dag" label:"Dag" help:"Niet bij {tijd}."`
	}]())
}
