package scaffold

import "testing"

func TestCompare(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want Likeness
	}{
		{"LocHal", "lochal", EqualName},
		{"Café Élan", "cafe elan", EqualName},
		{"Sociale Verzekeringsbank", "SVB", EqualName},
		{"svb", "Sociale Verzekeringsbank", EqualName},
		{"U.W.V.", "Uitvoeringsinstituut Werknemersverzekeringen", EqualName},
		{"DUO", "Dienst Uitvoering Onderwijs", EqualName},
		{"CJIB", "Centraal Justitieel Incassobureau", EqualName},
		{"IMW", "Instituut voor Maatschappelijk Welzijn", EqualName},
		{"KBO", "Katholieke Bond van Ouderen (KBO) Waalwijk", EqualName},
		{"Stichting Humanitas", "Humanitas", EqualName},
		{"Senior Web", "SeniorWeb", EqualName},
		{"'t Pleintje", "Het pleintje", EqualName},
		{"Taalhuis Tilburg", "Taalhuis Tliburg", NearName},
		{"Contour de Twern", "ContourdeTwern", NearName},
		{"Vluchtelingenwerk", "Vluchtelingewerk", NearName},
		{"Taalhuis Tilburg", "Taalhuis Waalwijk", unlike},
		{"Plein Noord", "Plein Oost", unlike},
		{"Plein 9", "Plein 10", unlike},
		{"Plein Goirle", "Goirle", unlike},
		{"GGD", "Gemeente Goirle", unlike},
		{"Hulp", "Hulp bij brieven", unlike},
		{"abc", "abd", unlike},
		{"", "Plein", unlike},
		{"!", "?", unlike},
	} {
		if got := compare(test.a, test.b); got != test.want {
			t.Errorf("compare(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
		if got := compare(test.b, test.a); got != test.want {
			t.Errorf("compare(%q, %q) = %d, want %d", test.b, test.a, got, test.want)
		}
	}
}
