package page

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
)

// asks opens the search page of a language with a question, and gives the titles, the line
// that says how it was understood, and the dates.
func (v *finder) asks(language, question string) (titles []string, heard string, dates []string) {
	v.T.Helper()
	v.visitor.open(v.server.path + language + "zoeken/?q=" + url.QueryEscape(question))
	v.until("document.getElementById('resultaten').ariaBusy === 'false'")
	text := func(selector string) []string {
		return browsertest.Ask[[]string](v.Tab, fmt.Sprintf("[...document.querySelectorAll(%q)].map(e => e.textContent)", selector))
	}
	return text("#resultaten h3"), strings.TrimSpace(text("#vanaf")[0]), append(text("#resultaten .next"), text("#resultaten .notice")...)
}

// TestSearchQuestions asks as people do: with words of the texts, parts of words, wrong
// letters, and words that say when. It is a Sunday.
func TestSearchQuestions(t *testing.T) {
	browsertest.NeedsBrowser(t)
	v := newFinder(t, pagetest.Shipped(t))
	for _, test := range []struct{ language, question, title, heard, date string }{
		{"", "jaaropgave", "aangifte", "", "zaterdag 6 maart 2027"},
		{"", "Diessen", "Hilvarenbeek", "", ""},
		{"", "bankpas", "formulieren in Goirle", "", ""},
		{"", "café", "Taalcafé Waalwijk", "", ""},
		{"", "formuleir", "formulieren", "Bedoelt u formulieren? Daar zochten wij naar.", ""},
		{"", "belsating", "belasting", "Bedoelt u belasting? Daar zochten wij naar.", ""},
		{"", "nederlands avond", "Taalhuis Tilburg in de LocHal", "Alleen op: Avond.", "donderdag 26 november, 19.00 tot 20.30"},
		{"", "digid morgen", "DigiD", "Alleen op: morgen.", "morgen, 13.00 tot 16.00"},
		{"", "taalhuis dinsdag", "Taalhuis", "Alleen op: Dinsdag.", "dinsdag 24 november"},
		{"", "kaatsheuvel 28 december", "DigiD", "Alleen op: maandag 28 december.", "Gaat niet door:"},
		{"", "kaatsheuvel 28-12", "DigiD", "Alleen op: maandag 28 december.", "Gaat niet door:"},
		{"", "brief vandaag", "Brieven", "vandaag: dan is er niets. Dit zijn de volgende keren.", ""},
		{"en/", "learn Dutch evening", "LocHal", "Only on: Evening.", "Thursday, November 26"},
		{"en/", "debts tomorrow", "", "Only on: tomorrow.", "tomorrow"},
		{"ar/", "الهولندية مساء", "LocHal", "فقط في: المساء.", ""},
		{"uk/", "DigiD завтра", "DigiD", "Тільки: завтра.", ""},
		{"pl/", "list w środę", "", "Tylko: Środa.", ""},
		{"tr/", "mektup salı", "", "Yalnızca: Salı.", ""},
	} {
		titles, heard, dates := v.asks(test.language, test.question)
		if len(titles) == 0 || !slices.ContainsFunc(titles, func(title string) bool { return strings.Contains(title, test.title) }) {
			t.Errorf("%s %q finds %q, want %q", test.language, test.question, titles, test.title)
		}
		if heard != test.heard {
			t.Errorf("%s %q is taken for %q, want %q", test.language, test.question, heard, test.heard)
		}
		if !slices.ContainsFunc(dates, func(date string) bool { return strings.Contains(date, test.date) }) {
			t.Errorf("%s %q gives the dates %q, want %q", test.language, test.question, dates, test.date)
		}
	}
	v.asks("", "jaaropgave")
	v.until("document.querySelector('#resultaten .appointment svg use') && document.querySelector('#resultaten .appointment').textContent.includes('Maak eerst een afspraak.')")
	v.asks("uk/", "DigiD")
	v.until("/понеділ|вівтор|серед|четвер|п’ят|субот|неділ/.test(document.querySelector('#resultaten .when').textContent)")
	v.Silent()
}

// TestSearchBlocks wants a slow phone to stay quick while someone searches, also in a large
// directory. What the processor does for a question is taken for one task, which is more
// than any of its parts, and four times slower; what is above 50 milliseconds blocks.
func TestSearchBlocks(t *testing.T) {
	browsertest.NeedsBrowser(t)
	const most, slower, quick = 200 * time.Millisecond, 4, 50 * time.Millisecond
	for name, c := range map[string]*catalog.Catalog{"sample": pagetest.Shipped(t), "large": pagetest.Large(t, 10_000)} {
		t.Run(name, func(t *testing.T) {
			files := slices.DeleteFunc(filesOf(t, c), func(f publish.File) bool {
				return !strings.HasPrefix(f.Path, "zoeken/") && !strings.HasPrefix(f.Path, "static/")
			})
			s, best := serveFiles(t, "/", files), time.Hour
			word := strings.ToLower(strings.Fields(c.Spreekuren[0].Titel)[0])
			for range 3 {
				v := &finder{newVisitor(t, s)}
				v.visitor.open("/zoeken/")
				v.until("document.querySelectorAll('#resultaten article').length > 0 && document.getElementById('resultaten').ariaBusy === 'false'")
				blocked := time.Duration(0)
				for _, question := range []string{word, word + " avond", "x" + word} {
					before := v.Work()
					v.Do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(
						"{const q = document.querySelector('[name=q]'); q.value = %q; q.dispatchEvent(new Event('input'))}", question)))
					v.until(fmt.Sprintf("new URLSearchParams(location.search).get('q') === %q", question))
					v.until("document.getElementById('resultaten').ariaBusy === 'false'")
					blocked = max(blocked, slower*(v.Work()-before)-quick)
				}
				best = min(best, blocked)
			}
			t.Logf("blocked for %v at most", best)
			if best > most {
				t.Errorf("a question blocks the page for %v on a processor that is %d times slower, want at most %v", best, slower, most)
			}
		})
	}
}
