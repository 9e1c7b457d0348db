package scaffold

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// answers holds valid answers for each kind.
var answers = map[string]map[string]string{
	"spreekuur": {
		"titel": "Hulp bij brieven", "dag": "elke dinsdag", "tijd": "10-12", "in_een_zin": "Wij lezen \"moeilijke\" post.",
		Text: "Neem de brief mee.\n\nOok de envelop.", "plein": "LocHal", "partner": "Taalhuis", "onderwerpen": "geld", "telefoon": "013 000 00 01",
	},
	"plein":      {"naam": "Wijkhuis", "adres": "Dorpsstraat 1", "postcode": "5171aa", "plaats": "Kaatsheuvel", "website": "https://wijkhuis.example"},
	"partner":    {"naam": "SeniorWeb", "email": "info@seniorweb.example"},
	"agendapunt": {"titel": "Open dag", "datum": "2027-03-01", "tijd": "10 uur", "in_een_zin": "Kijk rond.", "locatie": "De Zaal", "adres": "Kerkstraat 1", "plaats": "Tilburg"},
	"bericht":    {"titel": "Dicht", "datum": "2027-03-01", "in_een_zin": "Het plein is dicht.", "pleinen": "bieb"},
	"pagina":     {"titel": "Contact", Text: "Bel ons.", "menu": "2"},
}

func draftOf(t testing.TB, kind string, answers map[string]string) *Draft {
	t.Helper()
	f, _ := folderOf(t, small)
	d := NewDraft(content.KindOf(kind), f)
	for _, q := range Questions(d.Kind) {
		if problems := d.Set(q, answers[q.Key]); q.Due(d) && problems.HasErrors() {
			t.Fatalf("%s %s: %v", kind, q.Key, problems)
		}
	}
	return d
}

// TestAskedAsAgreed wants a spreekuur to be asked for first, and in the order of the
// agreement.
func TestAskedAsAgreed(t *testing.T) {
	var keys []string
	for _, q := range Questions(content.KindOf("spreekuur")) {
		if slices.Contains(content.Answers, q.Key) {
			keys = append(keys, q.Key)
		} else if q.Key != "vanaf" { // which belongs to when it is
			break
		}
	}
	if !slices.Equal(keys, content.Answers) {
		t.Errorf("asked %v, agreed %v", keys, content.Answers)
	}
}

func TestEveryKindIsAsked(t *testing.T) {
	for _, kind := range content.Kinds {
		required := map[string]bool{}
		for _, f := range kind.Fields {
			required[f.Key] = f.Required
		}
		for _, q := range Questions(kind) {
			if q.Type == nil {
				t.Errorf("%s: there is no field %q", kind.Name, q.Key)
			}
			delete(required, q.Key)
		}
		for key := range required {
			if required[key] {
				t.Errorf("%s: nothing asks for %q", kind.Name, key)
			}
		}
		d := draftOf(t, kind.Name, answers[kind.Name])
		if out := d.Try("proef", now); len(out.Problems) > 0 {
			t.Errorf("%s: %v\n%s", kind.Name, out.Problems, d.Bytes())
		}
	}
}

func TestRelationsAreFields(t *testing.T) {
	for key := range relations {
		found := false
		for _, kind := range content.Kinds {
			f, ok := kind.Field(key)
			found = found || ok
			if ok && f.Type != reflect.TypeFor[typed.Slug]() && f.Type != reflect.TypeFor[[]typed.Slug]() {
				t.Errorf("%s of %s holds no slugs", key, kind.Name)
			}
		}
		if !found {
			t.Errorf("no kind has a field %q", key)
		}
	}
}

// TestOrderOfTheAgreement checks that the five answers of the agreement come first, in
// its order.
func TestOrderOfTheAgreement(t *testing.T) {
	var labels []string
	f, _ := folderOf(t, small)
	d := NewDraft(content.KindOf("spreekuur"), f)
	for _, q := range Questions(content.KindOf("spreekuur")) {
		if q.Due(d) {
			labels = append(labels, q.Label)
		}
	}
	want := "Titel, Dag, Tijd, Omschrijving in 1 zin, Korte omschrijving, Plein, Partner"
	if got := strings.Join(labels, ", "); !strings.HasPrefix(got, want) {
		t.Errorf("asked: %s", got)
	}
}

func TestSetRefuses(t *testing.T) {
	f, _ := folderOf(t, small)
	tests := []struct{ kind, key, typed, message, mend string }{
		{"spreekuur", "titel", " ", `het veld "titel" is leeg`, `schrijf bijvoorbeeld: titel = "Hulp bij brieven en formulieren"`},
		{"spreekuur", "titel", "Hulp\x1b[D", `in "titel" staat een onzichtbaar teken`, "typ deze tekst opnieuw"},
		{"spreekuur", "dag", "dinsdg", `"dinsdg" is geen dag van de week`, `schrijf: "dinsdag"`},
		{"spreekuur", "tijd", "10.00", "hier ontbreekt de eindtijd", ""},
		{"spreekuur", "plein", "lochall", `plein "lochall" bestaat niet`, `bedoelt u "lochal"?`},
		{"spreekuur", "vanaf", "5-1-2027", "een datum schrijft u als jaar-maand-dag", `schrijf: "2027-01-05"`},
		{"spreekuur", "aanmelden", "verplich", `"verplich" kan niet bij "aanmelden"`, `bedoelt u "verplicht"?`},
		{"spreekuur", "opvolger", "dubbel", `bij "dubbel" horen 2 namen`, "kies uit: dubbel-1, dubbel-2"},
		{"plein", "website", "wijkhuis.nl", "dit is geen volledig webadres", `schrijf "https://wijkhuis.nl"`},
		{"plein", "breedtegraad", "hier", `bij "breedtegraad" hoort een getal (zonder aanhalingstekens), niet tekst`, "schrijf bijvoorbeeld: breedtegraad = 51.6270"},
	}
	for _, test := range tests {
		d := NewDraft(content.KindOf(test.kind), f)
		q, _ := QuestionFor(d.Kind, test.key)
		problems := d.Set(q, test.typed)
		if len(problems) == 0 {
			t.Errorf("%s %q was accepted", test.key, test.typed)
			continue
		}
		if got := problems[0]; got.Message != test.message || got.Hint != test.mend && test.mend != "" {
			t.Errorf("%s %q: %q, %q", test.key, test.typed, got.Message, got.Hint)
		}
		if d.Has(test.key) {
			t.Errorf("%s %q was kept", test.key, test.typed)
		}
	}
}

func TestRule(t *testing.T) {
	tests := []struct {
		dag, tijd, vanaf string
		words, dates     string
	}{
		{"elke dinsdag", "10-12", "", "elke dinsdag van 10.00 tot 12.00 uur", "2026-11-24 2026-12-01 2026-12-08"},
		{"om de week op vrijdag", "9.30-10", "2027-01-08", "om de week op vrijdag van 9.30 tot 10.00 uur, vanaf 8 januari 2027", "2027-01-08 2027-01-22 2027-02-05"},
		{"werkdagen", "tijdens openingstijden", "", "maandag tot en met vrijdag tijdens de openingstijden", "2026-11-23 2026-11-24 2026-11-25"},
	}
	for _, test := range tests {
		d := draftOf(t, "spreekuur", map[string]string{
			"titel": "x", "dag": test.dag, "tijd": test.tijd, "vanaf": test.vanaf, "in_een_zin": "x", Text: "x", "plein": "bieb", "partner": "taalhuis",
		})
		words, dates := d.Rule(schedule.DateOf(now), 3)
		var shown []string
		for _, date := range dates {
			shown = append(shown, date.String())
		}
		if got := strings.Join(shown, " "); words != test.words || got != test.dates {
			t.Errorf("%s: %q, %s", test.dag, words, got)
		}
	}
}

// FuzzDraft checks that any answer that is accepted reads back unchanged.
func FuzzDraft(f *testing.F) {
	for _, text := range []string{
		"Hulp bij brieven", `Zeg "ja"`, `Zeg "ja" en 'nee'`, `C:\map`, "a\\", "'", `"""`, "+++", "# kop", "€ 5 – ‘s’", "\u00a0x\u2028y", "\t", "x\r\ny", "x\r\r\ny", "\x00", "\xff", "[a]", "= 1",
	} {
		f.Add(text, text, "elke dinsdag", "10-12")
	}
	f.Fuzz(func(t *testing.T, line, text, day, hours string) {
		d := draftOf(t, "spreekuur", answers["spreekuur"])
		typed := map[string]string{"titel": line, "in_een_zin": line, "kosten": line, "meenemen": line, Text: text, "dag": day, "tijd": hours}
		for key, text := range typed {
			q, _ := QuestionFor(d.Kind, key)
			if d.Set(q, text).HasErrors() || !d.Has(key) {
				typed[key] = strings.Join(d.Texts(key), "")
			}
		}
		c, problems := reading.Parse(d.Kind, "spreekuren/proef.md", d.Bytes())
		if d.Has("vanaf") || len(problems) > 0 && problems[0].Code != "vanaf-ontbreekt" {
			t.Fatalf("%v\n%s", problems, d.Bytes())
		}
		s := c.Spreekuren[0]
		words := func(text string) string { return strings.Join(strings.Fields(text), " ") }
		wantDays, _ := schedule.ParseDays(words(typed["dag"]))
		wantTimes, _ := schedule.ParseTimes(words(typed["tijd"]))
		switch {
		case s.Titel != words(typed["titel"]), s.InEenZin != words(typed["in_een_zin"]), words(typed["meenemen"]) != strings.Join(s.Meenemen, ""):
			t.Fatalf("%q became %q, %q, %q", line, s.Titel, s.InEenZin, s.Meenemen)
		case typed["kosten"] != "" && string(s.Kosten) != words(typed["kosten"]):
			t.Fatalf("%q became %q", line, s.Kosten)
		case strings.TrimSpace(s.Body()) != Tidy(Text, typed[Text]):
			t.Fatalf("%q became %q", typed[Text], s.Body())
		case !reflect.DeepEqual(s.Dag, wantDays) || !reflect.DeepEqual(s.Tijd, wantTimes):
			t.Fatalf("%q and %q became %v and %v", typed["dag"], typed["tijd"], s.Dag, s.Tijd)
		}
	})
}

// TestConcept checks that what refers to a draft is a draft too, whether it is new or was
// already on the site.
func TestConcept(t *testing.T) {
	withDraft := maps.Clone(small)
	withDraft["pleinen/wijkhuis.md"] = strings.Replace(small["pleinen/lochal.md"], "naam = \"LocHal\"", "concept = true\nnaam = \"Wijkhuis\"", 1)
	f, _ := folderOf(t, withDraft)
	d := NewDraft(content.KindOf("spreekuur"), f)
	for _, q := range Questions(d.Kind) {
		d.Set(q, answers["spreekuur"][q.Key])
	}
	if _, waits := d.WaitsFor(); waits || strings.Contains(string(d.Bytes()), "concept") {
		t.Errorf("at a plein on the site:\n%s", d.Bytes())
	}
	plein, _ := QuestionFor(d.Kind, "plein")
	d.Set(plein, "wijkhuis")
	e, waits := d.WaitsFor()
	if out := d.Try("brieven", now); !waits || e.Name != "Wijkhuis" || len(out.Problems) > 0 ||
		len(out.Next) != 3 || !strings.Contains(string(d.Bytes()), "concept = true\n") {
		t.Errorf("at a draft: %v, %+v\n%s", e, out, d.Bytes())
	}
	concept, _ := QuestionFor(d.Kind, "concept")
	d.Set(concept, "false")
	if out := d.Try("brieven", now); !out.Problems.HasErrors() {
		t.Error("a record on the site may refer to a draft")
	}
}

// TestAdd checks that a record which is made while making another can be referred to by
// that other.
func TestAdd(t *testing.T) {
	f, _ := folderOf(t, small)
	if f.Nearest("partner", "seniorwep") != "" {
		t.Fatal("there is something like it already")
	}
	partner := NewDraft(content.KindOf("partner"), f)
	q, _ := QuestionFor(partner.Kind, "naam")
	partner.Set(q, "SeniorWeb")
	f.Add(partner, "seniorweb")
	if got := f.Nearest("partner", "seniorwep"); got != `bedoelt u "seniorweb"?` || slugs(f.Find("partner", "senior")) != "seniorweb" {
		t.Errorf("%q, %s", got, slugs(f.Find("partner", "senior")))
	}
	d := NewDraft(content.KindOf("spreekuur"), f)
	for _, q := range Questions(d.Kind) {
		d.Set(q, answers["spreekuur"][q.Key])
	}
	q, _ = QuestionFor(d.Kind, "partner")
	d.Set(q, "SeniorWeb")
	if out := d.Try("brieven", now); len(out.Problems) > 0 {
		t.Error(out.Problems)
	}
}
