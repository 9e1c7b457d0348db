package search

import (
	"bytes"
	"encoding/json"
	"maps"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/pagetest"
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

// shardFile is where a word is, in a directory of so many.
func shardFile(code typed.Language, word string, n int) string {
	return wordsFile(code, shardOf(word, wordShards(n)))
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
	if len(hours.Times[hours.Time[pauze]]) != 0 || cards.Paused[pauze] != "Te weinig vrijwilligers." || cards.Rule[pauze] != 0 {
		t.Errorf("pauze is paused: %v %q", hours.Times[hours.Time[pauze]], cards.Paused[pauze])
	}

	words := decode[searchWords](t, parts[shardFile(dutch, "formulieren", len(cards.Slug))])
	if at := slices.Index(words.Words, "formulieren"); at < 0 || !slices.Equal(words.Where[at], []int{brieven}) {
		t.Errorf("formulieren is in %+v, want %d", words, brieven)
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
	for code, want := range map[typed.Language]bool{"en": true, dutch: false} {
		words := decode[searchWords](t, parts[shardFile(code, "netherlands", 100)]).Words
		if slices.Contains(words, "netherlands") != want {
			t.Errorf("%s: an English word is in %q: %t", code, words, !want)
		}
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
	c := pagetest.Shipped(t)
	parts := searchParts(t, c)
	head := decode[searchHead](t, parts["index.json"])
	for code, l := range pagetest.Must(i18n.Load(layouts.Files)) {
		known := strings.Join(head.Topics.Words, " ")
		if code != "nl" {
			known = strings.Join(decode[searchTold](t, parts[topicsFile(typed.Language(code))]).Words, " ")
		}
		view := zoekenOf(&layout.Site{Catalog: c, Language: l, Say: say.In(l, c)})
		if len(view.Examples) != 3 || view.Near == nil {
			t.Fatalf("%s: examples %v, near %v", code, view.Examples, view.Near)
		}
		for _, example := range view.Examples {
			if example.Foreign {
				t.Errorf("%s: the example %q is Dutch", code, example.Word)
			}
			for _, word := range wordsOf(example.Word) {
				if !starts(known, word) {
					t.Errorf("%s: the example %q finds nothing", code, example.Word)
				}
			}
		}
		postcode := pagetest.Must(strconv.Atoi(view.Near.Postcode))
		if !slices.Contains(head.Places.Name, view.Near.Place) || !slices.Contains(head.Pleinen.Postcode, postcode) {
			t.Errorf("%s: %q is not where a plein is", code, view.Near)
		}
	}
	polish := pagetest.Must(i18n.Load(layouts.Files))["pl"]
	small := pagetest.Winter(t, map[string]string{"site.toml": "talen = [\"nl\", \"pl\"]"})
	view := zoekenOf(&layout.Site{Catalog: small, Language: polish, Say: say.In(polish, small)})
	if len(view.Examples) != 1 || view.Examples[0] != (example{Word: "Geld", Foreign: true}) {
		t.Errorf("a small directory has the examples %v", view.Examples)
	}
}

// TestSearchTexts wants what stands in the texts to be found, and compounds by their parts.
func TestSearchTexts(t *testing.T) {
	parts := searchParts(t, pagetest.Shipped(t))
	cards := decode[searchCards](t, parts[cardsFile(0)])
	for word, want := range map[string]string{
		"jaaropgave": "belasting-lochal", "diessen": "formulieren-hilvarenbeek", "bankpas": "formulieren-goirle", "cafe": "taalcafe",
		"brigade": "formulierenbrigade", "diessenstraat": "formulieren-goirle",
	} {
		found := decode[searchWords](t, parts[shardFile(dutch, word, len(cards.Slug))])
		ok := false
		for i, w := range found.Words {
			at := 0
			for _, step := range found.Where[i] {
				at += step
				ok = ok || strings.HasPrefix(w, word) && strings.Contains(cards.Slug[at], want)
			}
		}
		if !ok {
			t.Errorf("%q does not find %s", word, want)
		}
	}
}

func TestParts(t *testing.T) {
	where := map[string][]int{
		"taal": {1}, "taalcafe": {2}, "taalhuis": {3}, "huis": {4}, "huisarts": {5}, "opvoeden": {6}, "op": {7}, "zorg": {8}, "zorgverzekering": {9},
		"spreekuren": {10}, "belasting": {1}, "belastingsdienst": {11}, "dienst": {12}, "bes": {13}, "besluit": {14}, "مساعدهديون": {15}, "مساعده": {16},
	}
	addParts(where)
	for word, want := range map[string][]int{
		"cafe": {2}, "huis": {3, 4}, "arts": {5}, "verzekering": {9}, "dienst": {11, 12}, "voeden": nil, "uren": nil, "luit": nil,
	} {
		if !slices.Equal(where[word], want) {
			t.Errorf("%s: %v, want %v", word, where[word], want)
		}
	}
}

// TestSearchRules wants the rule of each spreekuur in each language of the site.
func TestSearchRules(t *testing.T) {
	parts := searchParts(t, pagetest.Shipped(t))
	cards := decode[searchCards](t, parts[cardsFile(0)])
	at := cards.Rule[slices.Index(cards.Slug, "taalhuis-loon-op-zand")]
	for code, want := range map[typed.Language]string{
		"nl": "dinsdag", "en": "Tuesday", "uk": "вівтор", "ar": "ثلاثاء", "pl": "wtorek", "tr": "salı",
	} {
		rules := decode[searchRules](t, parts[rulesFile(code)]).Rules
		if !strings.Contains(rules[at], want) {
			t.Errorf("%s: %q is not on a %s", code, rules[at], want)
		}
		if rules[0] != "" || len(rules) != len(decode[searchRules](t, parts[rulesFile("nl")]).Rules) {
			t.Errorf("%s: %d rules, the first %q", code, len(rules), rules[0])
		}
	}
}

// TestWhenWords wants words for each day and each part of one in every language.
func TestWhenWords(t *testing.T) {
	for code, l := range pagetest.Must(i18n.Load(layouts.Files)) {
		words := whenWords(l)
		means := map[string]int{}
		for _, m := range words {
			means[m]++
		}
		want := strings.Fields("d0 d1 p0 p1 p2 w0 w1 w2 w3 w4 w5 w6 m1 m2 m3 m4 m5 m6 m7 m8 m9 m10 m11 m12")
		for _, m := range want {
			if means[m] == 0 {
				t.Errorf("%s has no word for %s", code, m)
			}
		}
		for word, m := range words {
			if !slices.Contains(want, m) && m != "d2" {
				t.Errorf("%s: %s means %q", code, word, m)
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
	for code, list := range head.Words {
		for i, hash := range list {
			hashes[wordsFile(code, i)] = hash
		}
	}
	for code, hash := range head.Told {
		hashes[topicsFile(code)] = hash
	}
	for code, hash := range head.Rules {
		hashes[rulesFile(code)] = hash
	}
	for code, hash := range head.Spelling {
		hashes[spellingFile(code)] = hash
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
	searchBytesEach = 160
)

// TestSearchSize measures the index of a large directory.
func TestSearchSize(t *testing.T) {
	const n = 10_000
	parts := searchParts(t, pagetest.Large(t, n))
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
	if !maps.EqualFunc(parts, searchParts(t, pagetest.Large(t, n)), bytes.Equal) {
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
			[][]int{{600, 720, 2 | 2<<2, 3, 10, 17, 24, 31, 38, 45, 52}, {600, 720, 0, 94}}},
		"one date, and then weeks": {"[[afwijkend]]\ndatum = \"2026-12-01\"\nvervalt = true\nreden = \"Ziek\"\n[[afwijkend]]\nvan = \"2026-12-14\"\ntot_en_met = \"2027-01-10\"\nvervalt = true",
			[][]int{{600, 720, 1, 3}, {600, 720, 0, 10, 45, 52}, {16, 43, statePeriod}}},
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
