package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
	"pleinwijzer/layouts"
)

// searchParts are the files of the index, by name.
func searchParts(t *testing.T, c *catalog.Catalog) map[string][]byte {
	t.Helper()
	languages := pagetest.Must(i18n.Load(layouts.Files))
	dutch := languages["nl"]
	s := &layout.Site{Catalog: c, Language: dutch, Say: say.In(dutch, c), Spoken: []*i18n.Language{dutch}}
	for _, code := range c.Site.Talen {
		s.Spoken = append(s.Spoken, languages[string(code)])
	}
	parts := map[string][]byte{}
	for _, f := range Files(s) {
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		parts[strings.TrimPrefix(f.Path, "zoeken/")] = b.Bytes()
	}
	return parts
}

func decode[T any](t *testing.T, data []byte) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return v
}

func TestSearchIndex(t *testing.T) {
	parts := searchParts(t, pagetest.Complete(t))
	head := decode[searchHead](t, parts["index.json"])
	hours := decode[searchHours](t, parts[hoursFile(0)])
	cards := decode[searchCards](t, parts[cardsFile(0)])

	if want := []string{"brieven", "pauze", "nieuw", "paar"}; !slices.Equal(sorted(cards.Slug), sorted(want)) {
		t.Errorf("spreekuren %q, want %q without what stopped", cards.Slug, want)
	}
	if want := []string{"Loon op Zand", "Tilburg"}; !slices.Equal(head.Places.Name, want) {
		t.Errorf("places %q, want %q", head.Places.Name, want)
	}
	if want := []string{"geld"}; !slices.Equal(head.Topics.Slug, want) {
		t.Errorf("topics %q, want %q: one without spreekuren is no filter", head.Topics.Slug, want)
	}
	if want := []typed.Language{"nl", "pl"}; !slices.Equal(head.Languages, want) {
		t.Errorf("languages %q, want %q", head.Languages, want)
	}
	if want := []int{5175, 5038}; !slices.Equal(head.Pleinen.Postcode, want) {
		t.Errorf("postcodes %v, want %v", head.Pleinen.Postcode, want)
	}
	if want := []int{3, 1}; !slices.Equal(head.Pleinen.Count, want) {
		t.Errorf("counts %v, want %v", head.Pleinen.Count, want)
	}

	brieven := slices.Index(cards.Slug, "brieven")
	wantTimes := [][]int{
		{600, 720, 1, 2, 16, 23},                            // ill, a day the plein is closed, and outside its hours of that day
		{840, 900, state(schedule.OtherTimeAndPlace, 1), 9}, // other hours, at Zuid
		{840, 900, state(schedule.Extra, -1), 11},           // an extra one
	}
	if got := hours.Times[hours.Time[brieven]]; len(got) < 3 || got[0][0] != 600 ||
		got[0][2] != 1 || got[0][3] != 2 || !reflect.DeepEqual(got[1:3], wantTimes[1:]) {
		t.Errorf("times of brieven %v, want them to begin as %v", got, wantTimes)
	}
	if got := hours.Kinds[hours.Kind[brieven]]; !reflect.DeepEqual(got, searchKind{Topics: []int{0}, Languages: []int{0, 1}, WalkIn: true}) {
		t.Errorf("kind of brieven %+v", got)
	}
	paar := slices.Index(cards.Slug, "paar")
	if hours.Kinds[hours.Kind[paar]].WalkIn {
		t.Error("paar needs an appointment")
	}
	pauze := slices.Index(cards.Slug, "pauze")
	if len(hours.Times[hours.Time[pauze]]) != 0 || cards.Paused[pauze] != "Te weinig vrijwilligers." || cards.Rules[cards.Rule[pauze]] != "" {
		t.Errorf("pauze is paused: %v %q", hours.Times[hours.Time[pauze]], cards.Paused[pauze])
	}

	words := decode[searchWords](t, parts[wordsFile("f")])
	if want := []string{"formulieren"}; !slices.Equal(words.Words, want) || !reflect.DeepEqual(words.Where, [][]int{{brieven}}) {
		t.Errorf("words with f: %+v", words)
	}
	for name, data := range parts {
		if bytes.Contains(data, []byte("Gestopt")) {
			t.Errorf("%s has a spreekuur that stopped", name)
		}
	}
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

// TestSearchTranslated wants the texts of another language in files of its own.
func TestSearchTranslated(t *testing.T) {
	parts := searchParts(t, pagetest.Shipped(t))
	words := decode[searchWords](t, parts[wordsFile("en-n")])
	if want := []string{"nearby", "neighbourhood", "netherlands", "new", "noord"}; !slices.Equal(words.Words, want) {
		t.Errorf("English words with n: %q, want %q", words.Words, want)
	}
	if dutch := decode[searchWords](t, parts[wordsFile("n")]); slices.Contains(dutch.Words, "netherlands") {
		t.Errorf("the Dutch words have an English one: %q", dutch.Words)
	}
	cards := decode[searchCards](t, parts[cardsFile(0)])
	for i, translation := range cards.Translated["en"] {
		if cards.Slug[i] == "nieuw-in-nederland-lochal" && translation[0] == "New in the Netherlands: help with your first steps" {
			return
		}
	}
	t.Errorf("no English title in %v", cards.Translated)
}

// TestSearchTopics wants the topics in each language, under the words that people type.
func TestSearchTopics(t *testing.T) {
	c := pagetest.Shipped(t)
	parts := searchParts(t, c)
	head := decode[searchHead](t, parts["index.json"])
	for code, typed := range map[typed.Language]string{"en": "Debts", "ar": "الديون", "pl": "Długów", "uk": "борги", "tr": "FATURA"} {
		told := decode[searchTold](t, parts[topicsFile(code)])
		if len(told.Words) != len(head.Topics.Slug) || len(told.Name) != len(told.Words) || len(told.Small) < 10 {
			t.Fatalf("%s: %d names and %d words for %d topics, %d small words",
				code, len(told.Name), len(told.Words), len(head.Topics.Slug), len(told.Small))
		}
		for i, slug := range head.Topics.Slug {
			if found := starts(told.Words[i], wordsOf(typed)[0]); found != (slug == "geld") {
				t.Errorf("%s: %q finds %s: %v", code, typed, slug, found)
			}
		}
	}
	if len(head.Told) != len(c.Site.Talen)-1 {
		t.Errorf("topics in %v", head.Told)
	}
}

// TestSearchExamples wants each example on the page to find something.
func TestSearchExamples(t *testing.T) {
	parts := searchParts(t, pagetest.Shipped(t))
	head := decode[searchHead](t, parts["index.json"])
	for code, l := range pagetest.Must(i18n.Load(layouts.Files)) {
		known := strings.Join(head.Topics.Words, " ")
		if code != "nl" {
			known += " " + strings.Join(decode[searchTold](t, parts[topicsFile(typed.Language(code))]).Words, " ")
		}
		for key := range head.Words {
			if len(key) == 1 || strings.HasPrefix(key, code+"-") {
				known += " " + strings.Join(decode[searchWords](t, parts[wordsFile(key)]).Words, " ")
			}
		}
		_, examples, _ := strings.Cut(l.Word("zoek-voorbeeld"), ":")
		all := wordsOf(examples)
		if len(all) < 3 {
			t.Errorf("%s: examples %q", code, examples)
		}
		for _, word := range all {
			if !starts(known, word) {
				t.Errorf("%s: the example %q finds nothing", code, word)
			}
		}
	}
}

// starts reports whether one of some words begins so, as the script looks for it.
func starts(words, begin string) bool {
	return slices.ContainsFunc(strings.Fields(words), func(word string) bool { return strings.HasPrefix(word, begin) })
}

// TestSearchHashes wants the head to know what every other file is.
func TestSearchHashes(t *testing.T) {
	parts := searchParts(t, pagetest.Complete(t))
	head := decode[searchHead](t, parts["index.json"])
	hashes := map[string]string{}
	for i, hash := range head.Hours {
		hashes[hoursFile(i)] = hash
	}
	for i, hash := range head.Cards {
		hashes[cardsFile(i)] = hash
	}
	for letter, hash := range head.Words {
		hashes[wordsFile(letter)] = hash
	}
	for code, hash := range head.Told {
		hashes[topicsFile(code)] = hash
	}
	if len(hashes)+1 != len(parts) {
		t.Errorf("the head knows %d files, there are %d", len(hashes), len(parts)-1)
	}
	for name, hash := range hashes {
		if got := decode[struct{ V string }](t, parts[name]).V; got != hash || hash == "" {
			t.Errorf("%s is %q, the head says %q", name, got, hash)
		}
	}
}

func TestWordsOf(t *testing.T) {
	tests := map[string]string{
		"Eén brief, één formulier!": "een brief een formulier",
		"DigiD & 's-Hertogenbosch":  "digid hertogenbosch",
		"Łódź / Straße Øresund":     "lodz strasse oresund",
		"Допомога 24 uur":           "допомога 24 uur",
		"مُساعدة، الديون وللبيت":    "مساعده ديون بيت",
		"للديون والعمل ـ العمـل":    "ديون عمل عمل",
		"комп'ютер комп’ютера":      "компютер компютера",
		"İŞ arıyorum":               "is ariyorum",
		"u, a - !":                  "",
	}
	for text, want := range tests {
		if got := strings.Join(wordsOf(text), " "); got != want {
			t.Errorf("wordsOf(%q) = %q, want %q", text, got, want)
		}
	}
}

// The most that the index may cost, compressed.
const (
	searchBytesEach = 120
)

// TestSearchSize measures the index of a large directory.
func TestSearchSize(t *testing.T) {
	const n = 10_000
	parts := searchParts(t, large(t, n))
	total, first, words, cards := 0, 0, 0, 0
	for name, data := range parts {
		size := pagetest.Compressed(t, data)
		total += size
		switch kind, _, _ := strings.Cut(path.Base(name), "-"); kind {
		case "woorden":
			words = max(words, size)
		case "kaarten":
			cards = max(cards, size)
		default:
			first += size
		}
	}
	t.Logf("%d files; %.1f bytes a spreekuur: %.1f for the first answer; largest file of words %d, of cards %d bytes",
		len(parts), float64(total)/n, float64(first)/n, words, cards)
	if total > n*searchBytesEach {
		t.Errorf("the index takes %d bytes a spreekuur, at most %d", total/n, searchBytesEach)
	}
	if !maps.EqualFunc(parts, searchParts(t, large(t, n)), bytes.Equal) {
		t.Error("the same catalog gives another index")
	}
}

// TestSearchLazy lists the files without making the index.
func TestSearchLazy(t *testing.T) {
	c := pagetest.Complete(t)
	c.Spreekuren[0].Plein = nil // making the index would not need it; listing must not either
	var files []publish.File
	dutch := pagetest.Must(i18n.Load(layouts.Files))["nl"]
	s := &layout.Site{Catalog: c, Language: dutch, Say: say.In(dutch, c)}
	if n := testing.AllocsPerRun(10, func() { files = Files(s) }); n > 500 {
		t.Errorf("%v allocations to list %d files", n, len(files))
	}
}

// large is a directory of n spreekuren, whose texts have a vocabulary that
// grows as that of a language does: few common words and many rare ones.
func large(t *testing.T, n int) *catalog.Catalog {
	t.Helper()
	random := rand.New(rand.NewPCG(7, 7))
	zipf := rand.NewZipf(random, 1.2, 8, 9_999)
	vocabulary := make([]string, 10_000)
	for i := range vocabulary {
		vocabulary[i] = pronounceable(random)
	}
	phrase := func(least, most int) string {
		words := make([]string, least+random.IntN(most-least+1))
		for i := range words {
			words[i] = vocabulary[zipf.Uint64()]
		}
		return piece.Capital(strings.Join(words, " "))
	}
	fsys := fstest.MapFS{"site.toml": {Data: []byte("titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\n")}}
	add := func(name, format string, values ...any) {
		fsys[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, values...)}
	}
	var topics strings.Builder
	for i := range 15 {
		fmt.Fprintf(&topics, "[onderwerp-%d]\nnaam = %q\nsynoniemen = [%q, %q]\n", i, phrase(1, 2), phrase(1, 1), phrase(1, 1))
	}
	add("onderwerpen.toml", "%s", topics.String())
	for i := range n / 20 {
		add(fmt.Sprintf("pleinen/plein-%d.toml", i), "naam = %q\nadres = \"Weg %d\"\npostcode = \"%d AB\"\nplaats = %q\nemail = \"a@b.example\"\nbreedtegraad = 5%d.%04d\nlengtegraad = %d.%04d\n",
			phrase(1, 3), i+1, 1000+i%8000, fmt.Sprint("Plaats ", i/4), 1+i%2, random.IntN(10_000), 4+i%3, random.IntN(10_000))
	}
	for i := range n / 10 {
		add(fmt.Sprintf("partners/partner-%d.toml", i), "naam = %q\n", phrase(1, 3))
	}
	days := []string{
		"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "dinsdag en donderdag", "werkdagen",
		"1e dinsdag van de maand", "laatste vrijdag van de maand", "om de week op woensdag", "even weken op maandag",
	}
	for i := range n {
		title, begin := phrase(2, 5), 9+random.IntN(9)
		half := 30 * random.IntN(2)
		add(fmt.Sprintf("spreekuren/%s-%d.md", typed.Slugify(title), i), "+++\ntitel = %q\nplein = \"plein-%d\"\npartner = \"partner-%d\"\ndag = %q\ntijd = \"%d.%02d-%d.00\"\nvanaf = \"2026-01-0%d\"\nin_een_zin = %q\nonderwerpen = [\"onderwerp-%d\"]\n+++\nTekst.\n",
			title, i%(n/20), random.IntN(n/10), days[random.IntN(len(days))], begin, half,
			begin+1+random.IntN(3), 1+i%9, phrase(7, 13)+".", random.IntN(15))
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: pagetest.Noon})
	if all := append(problems, unresolved...); all.HasErrors() { // some count from another day of the week
		t.Fatal(all)
	}
	return c
}

// pronounceable is a made-up word of two to four syllables.
func pronounceable(random *rand.Rand) string {
	var b strings.Builder
	for range 2 + random.IntN(3) {
		b.WriteByte("bdfghjklmnprstvwz"[random.IntN(17)])
		b.WriteByte("aeiou"[random.IntN(5)])
		if random.IntN(3) == 0 {
			b.WriteByte("klmnrst"[random.IntN(7)])
		}
	}
	return b.String()
}

// TestSearchPeriods wants dates in a row that are cancelled for one reason to be one
// line, and the dates to go on to the first one that goes on, at its own plein.
func TestSearchPeriods(t *testing.T) {
	const months = "van = \"2026-11-23\"\ntot_en_met = \"2027-02-28\"\n"
	for name, test := range map[string]struct {
		exceptions string
		want       [][]int // days from 28 November
	}{
		"cancelled for months": {"[[afwijkend]]\n" + months + "vervalt = true", [][]int{{-5, 92, statePeriod}, {600, 720, 0, 94}}},
		"elsewhere for months": {"[[afwijkend]]\n" + months + "plein = \"haven\"",
			[][]int{{600, 720, 2 | 2<<2, 3, 10, 17, 24, 31}, {600, 720, 0, 94}}},
		"one date, and then weeks": {"[[afwijkend]]\ndatum = \"2026-12-01\"\nvervalt = true\nreden = \"Ziek\"\n[[afwijkend]]\nvan = \"2026-12-14\"\ntot_en_met = \"2027-01-10\"\nvervalt = true",
			[][]int{{600, 720, 1, 3}, {600, 720, 0, 10}, {16, 43, statePeriod}}},
	} {
		t.Run(name, func(t *testing.T) {
			parts := searchParts(t, pagetest.Winter(t, map[string]string{"spreekuren/brief.md": test.exceptions}))
			hours, cards := decode[searchHours](t, parts[hoursFile(0)]), decode[searchCards](t, parts[cardsFile(0)])
			got := hours.Times[hours.Time[slices.Index(cards.Slug, "brief")]]
			if len(got) < len(test.want) || !reflect.DeepEqual(got[:len(test.want)], test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
			for _, line := range got {
				if line[2]&3 == statePeriod && len(line) != 3 {
					t.Errorf("an older script takes %v for hours with days", line)
				}
			}
		})
	}
}
