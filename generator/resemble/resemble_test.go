package resemble

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
		{"Taalhuis Tilburg", "Taalhuis Waalwijk", Unlike},
		{"Plein Noord", "Plein Oost", Unlike},
		{"Plein 9", "Plein 10", Unlike},
		{"Plein Goirle", "Goirle", Unlike},
		{"GGD", "Gemeente Goirle", Unlike},
		{"Hulp", "Hulp bij brieven", Unlike},
		{"abc", "abd", Unlike},
		{"", "Plein", Unlike},
		{"!", "?", Unlike},
	} {
		if got := Compare(test.a, test.b); got != test.want {
			t.Errorf("compare(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
		if got := Compare(test.b, test.a); got != test.want {
			t.Errorf("compare(%q, %q) = %d, want %d", test.b, test.a, got, test.want)
		}
	}
}
