package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNewSame asks whether a record is there already, by whatever name people know it,
// shows it, and changes no file.
func TestNewSame(t *testing.T) {
	const seen = "\nEr is al een "
	partner := func(name, more string) map[string]string {
		return map[string]string{"content/partners/bank.md": "+++\nnaam = \"" + name + "\"\n" + more + "+++\n"}
	}
	for name, test := range map[string]struct {
		args  []string
		more  map[string]string // files that are there too
		steps []step
		ends  string
	}{
		"slug": {[]string{"plein", "bieb"}, nil, []step{
			{seen + "plein met deze naam, in content/pleinen/bieb.md:\n  Naam: Plein in de bieb\n  Adres: Dorpsstraat 1\n", "ja"},
		}, "er is niets gemaakt; dit staat al in content/pleinen/bieb.md: pas dat bestand aan"},
		"case": {[]string{"plein"}, nil, []step{{"Naam\n", "plein IN de Bieb"}, {seen + "plein met deze naam", "ja"}}, "er is niets gemaakt"},
		"spelling": {[]string{"partner"}, nil, []step{
			{"Naam\n", "Taalhius"}, {seen + "partner met bijna deze naam, in content/partners/taalhuis.md:\n  Naam: Taalhuis\n", "nee"},
			{"Naam in uitingen\n", ctrlD},
		}, "gestopt"},
		"abbreviation": {[]string{"partner"}, partner("Sociale Verzekeringsbank", ""), []step{
			{"Naam\n", "SVB"}, {seen + "partner met deze naam, in content/partners/bank.md", "ja"},
		}, "er is niets gemaakt"},
		"short name": {[]string{"partner"}, partner("Instituut voor Maatschappelijk Werk", "naam_in_uitingen = \"De Buurt\"\n"), []step{
			{"Naam\n", "de buurt"}, {seen + "partner met deze naam", "ja"},
		}, "er is niets gemaakt"},
		"from a setting": {[]string{"partner", "-set", "naam=Taalhuis"}, nil, []step{{seen + "partner met deze naam", "ja"}}, "er is niets gemaakt"},
		"another one": {[]string{"partner", "taalhuis"}, nil, []step{
			{seen + "partner met deze naam", "nee"}, {"Naam\n", "Taalhuis"}, {"Naam in uitingen\n", ""}, {"", ""}, {"", ""}, {"", ""}, {"", ""}, {"", ""},
			{"Enter kiest: taalhuis-2", ""}, {"Enter of ja schrijft het bestand", "ja"},
		}, "content/partners/taalhuis-2.md is gemaakt"},
		"halfway": {[]string{"spreekuur"}, partner("Sociale Verzekeringsbank", ""), []step{
			{"Titel\n", "AOW"}, {"Dag\n", "di"}, {"Tijd\n", "10-12"}, {"Klopt", ""}, {"", "Wij helpen."}, {"", "Kom."}, {"", ""}, {"", ""}, {"Plein\n", "1"},
			{"Partner\n", "SVB"}, {"nieuwe partner.", "+"}, {seen + "partner met deze naam", "ja"},
			{"  Sociale Verzekeringsbank\n  Nog een?", ctrlD},
		}, "gestopt"},
		"spreekuur elsewhere": {[]string{"spreekuur", "-set", "titel=Taalspreekuur"}, map[string]string{
			"content/pleinen/oost.md": "+++\nnaam = \"Oost\"\nadres = \"A 1\"\npostcode = \"5000 AA\"\nplaats = \"Tilburg\"\ntelefoon = \"013 000 00 01\"\n+++\n",
		}, []step{
			{"Dag\n", "di"}, {"Tijd\n", "10-12"}, {"Klopt", ""}, {"", "Wij helpen."}, {"", "Kom."}, {"", ""}, {"", ""}, {"Plein\n", "oost"},
			{"Partner\n", ctrlD},
		}, "gestopt"},
		"spreekuur there": {[]string{"spreekuur", "-set", "titel=taalspreekuur"}, nil, []step{
			{"Dag\n", "di"}, {"Tijd\n", "10-12"}, {"Klopt", ""}, {"", "Wij helpen."}, {"", "Kom."}, {"", ""}, {"", ""}, {"Plein\n", "bieb"},
			{seen + "spreekuur met deze naam, in content/spreekuren/taal.md:\n  Titel: Taalspreekuur\n  Dag: dinsdag\n", "ja"},
		}, "er is niets gemaakt"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := site(t)
			for file, text := range test.more {
				if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			before := contents(t, dir)
			tm := atTerminal(t, dir, append([]string{"new"}, test.args...)...)
			for _, s := range test.steps {
				tm.sees(s.sees)
				if s.types == ctrlD {
					tm.press(ctrlD)
					break
				}
				tm.types(s.types)
			}
			if _, output := tm.ends(); !strings.Contains(output, test.ends) {
				t.Errorf("ends with %s", output)
			}
			for file, text := range before {
				if now, err := os.ReadFile(file); err != nil || string(now) != text {
					t.Errorf("%s is now %q, %v", file, now, err)
				}
			}
		})
	}
}
