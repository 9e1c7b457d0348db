package page

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/schedule"
)

// reading counts the words that a visitor sees on the way to an element: from the top of
// the page, or from what was tapped last on it. The menu and the rest of the head are read
// only by who taps in it.
const reading = `window.readTo = (target, whole) => {
	const seen = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest('[aria-hidden=true], .hidden, template, option');
	const root = target.closest('header, main');
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	let words = 0, on = !window.tapped || !root.contains(window.tapped);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const inside = target.contains(node);
		if (!on) on = window.tapped.contains(node) ? false : !!(window.tapped.compareDocumentPosition(node) & 4);
		if (on && seen(node.parentElement)) words += node.data.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
		if (inside && (!whole || !target.contains(walker.nextNode()))) break;
		if (inside && whole) walker.previousNode();
	}
	return words;
}`

// A walk is a visitor who does one thing on a phone, and counts.
type walk struct {
	*visitor
	taps, words int
}

// find gives the expression for the first element that can be seen with a text.
func find(selector, text string) string {
	return fmt.Sprintf("[...document.querySelectorAll(%q)].find((e) => e.checkVisibility() && e.textContent.includes(%q))", selector, text)
}

// tap reads as far as an element with the text, and taps it.
func (w *walk) tap(selector, text string) {
	w.T.Helper()
	target := find(selector, text)
	w.Want("!!("+target+")", "true")
	w.words += browsertest.Ask[int](w.Tab, "readTo("+target+")")
	w.taps++
	before := browsertest.Ask[string](w.Tab, "location.pathname")
	leaves := browsertest.Ask[bool](w.Tab, target+".matches('a')")
	w.Do(chromedp.Evaluate[chromedp.Void]("window.tapped = " + target + "; window.tapped.click()"))
	if leaves {
		w.Want(fmt.Sprintf("location.pathname !== %q && document.readyState === 'complete'", before), "true")
	}
}

// reads goes on to the element with the answer, which the visitor then has.
func (w *walk) reads(selector, text string) string {
	w.T.Helper()
	target := find(selector, text)
	w.Want("!!("+target+")", "true")
	w.words += browsertest.Ask[int](w.Tab, "readTo("+target+", true)")
	return browsertest.Ask[string](w.Tab, target+".textContent.replace(/\\s+/g, ' ')")
}

// TestTasks walks what people come for, by taps alone. On a phone, at noon on a Saturday,
// it takes at most three of them and 120 words to the right date and door.
func TestTasks(t *testing.T) {
	browsertest.NeedsBrowser(t)
	const mostTaps, mostWords = 3, 120
	saturday := time.Date(2026, 11, 28, 12, 0, 0, 0, schedule.Amsterdam)
	s := serverOf(t, pagetest.ShippedAt(t, saturday))
	for _, task := range []struct {
		name, language string
		steps          [][2]string // selector and text of what is tapped
		answer         [2]string
		want           []string
	}{
		{"a tax letter, near Goirle", "", [][2]string{{".guide a", ""}, {".questions a", "een brief van de Belastingdienst"}, {"summary", "Goirle"}},
			[2]string{".choices .hour", ""}, []string{"Maandag 30 november, 13.30 tot 16.00", "Thomas van Diessenstraat 1, Goirle"}},
		{"learn Dutch, in the evening", "", [][2]string{{".guide a", ""}, {".questions a", "Ik wil Nederlands leren"}, {"summary", "'s avonds"}},
			[2]string{".choices .hour", ""}, []string{"Dinsdag 1 december, 19.30 tot 21.00", "Waalwijk"}},
		{"is Kaatsheuvel open on 28 December", "", [][2]string{{".guide a", ""}, {".questions a", "Wanneer is een plein open?"}, {"summary", "Kaatsheuvel"}},
			[2]string{".choices li:not(.hour)", "28 december"}, []string{"28 december", "gesloten"}},
		{"a tax letter, in Arabic", "ar/", [][2]string{{".guide a", ""}, {".questions a", "مصلحة الضرائب"}, {"summary", "Goirle"}},
			[2]string{".choices .hour", ""}, []string{"30 نوفمبر", "Thomas van Diessenstraat 1, Goirle"}},
		{"learn Dutch in the evening, in Arabic", "ar/", [][2]string{{".guide a", ""}, {".questions a", "أريد تعلّم اللغة الهولندية"}, {"summary", "مساءً"}},
			[2]string{".choices .hour", ""}, []string{"1 ديسمبر", "19:30", "Waalwijk"}},
		{"is Kaatsheuvel open, in Arabic", "ar/", [][2]string{{".guide a", ""}, {".questions a", "متى تفتح"}, {"summary", "Kaatsheuvel"}},
			[2]string{".choices li:not(.hour)", "28"}, []string{"ديسمبر", "مغلق"}},
		{"a tax letter, in Ukrainian", "uk/", [][2]string{{".guide a", ""}, {".questions a", "лист із податкової"}, {"summary", "Goirle"}},
			[2]string{".choices .hour", ""}, []string{"30 листопада", "Thomas van Diessenstraat 1, Goirle"}},
		{"learn Dutch in the evening, in Ukrainian", "uk/", [][2]string{{".guide a", ""}, {".questions a", "вивчати нідерландську"}, {"summary", "вечері"}},
			[2]string{".choices .hour", ""}, []string{"1 грудня", "19:30", "Waalwijk"}},
		{"is Kaatsheuvel open, in Ukrainian", "uk/", [][2]string{{".guide a", ""}, {".questions a", "Коли відкрито"}, {"summary", "Kaatsheuvel"}},
			[2]string{".choices li:not(.hour)", "28 грудня"}, []string{"28 грудня", "зачинено"}},
	} {
		t.Run(task.name, func(t *testing.T) {
			w := &walk{visitor: newVisitor(t, s, browsertest.Clock(saturday), browsertest.Script(reading), browsertest.Width(360))}
			w.open(s.path + task.language)
			for _, step := range task.steps {
				w.tap(step[0], step[1])
				t.Logf("%d taps, %d words: %s %s", w.taps, w.words, step[0], step[1])
			}
			got := w.reads(task.answer[0], task.answer[1])
			for _, want := range task.want {
				if !strings.Contains(got, want) {
					t.Errorf("the answer is %q, want %q", got, want)
				}
			}
			t.Logf("%d taps, %d words: %s", w.taps, w.words, got)
			if w.taps > mostTaps || w.words > mostWords {
				t.Errorf("it takes %d taps and %d words, at most %d and %d", w.taps, w.words, mostTaps, mostWords)
			}
		})
	}
	t.Run("a sheet to give along", func(t *testing.T) { testSheetTask(t, s, saturday) })
}

// testSheetTask walks from a list to a printed sheet, as a host does with someone in front
// of the desk.
func testSheetTask(t *testing.T, s *server, now time.Time) {
	const mostTaps, most = 4, 20 * time.Second
	for name, path := range map[string]string{"from a list": "spreekuren/", "from a plein": "pleinen/lochal-tilburg/"} {
		printer := browsertest.Script("window.print = () => { window.printed = document.querySelector('.handout').innerText; }")
		w := &walk{visitor: newVisitor(t, s, browsertest.Clock(now), browsertest.Script(reading), printer, browsertest.Width(360))}
		w.open(s.path + path)
		began := time.Now()
		w.tap("button", "Zet op het blad")
		if name == "from a plein" {
			w.tap(".links button", "Zet op het blad")
		}
		w.tap("main a", "Naar het blad")
		// Until all is there, what is tapped may move from under the finger.
		w.Want(`document.querySelector('[data-meegeven]').ariaBusy === 'false' && document.fonts.status === 'loaded'`, "true")
		w.tap("button", "Print dit blad")
		w.Want(`/Vraag naar[^]*Mijn vraag/.test(window.printed)`, "true")
		if took := time.Since(began); w.taps > mostTaps || took > most {
			t.Errorf("%s to print it takes %d taps and %v, at most %d and %v", name, w.taps, took, mostTaps, most)
		} else {
			t.Logf("%s to print: %d taps, %v", name, w.taps, took)
		}
	}
}
