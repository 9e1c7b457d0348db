package generator_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"pleinwijzer/generator/browsertest"
)

// largest is the plein of the sample with the most spreekuren.
const largest = "/pleinen/lochal-tilburg/"

// screen is a window of that size.
func screen(width, height int64) browsertest.Step { return chromedp.EmulateViewport(width, height) }

// TestWeekIsNear wants the week of every plein within a screen and a half, on a small
// phone and on a laptop, in a language that takes more room too.
func TestWeekIsNear(t *testing.T) {
	site := host(t)
	var pleinen []string
	for _, page := range pages(t) {
		if strings.Count(page, "/") == 3 && strings.HasPrefix(page, "/pleinen/") {
			pleinen = append(pleinen, page)
		}
	}
	for _, window := range [][2]int64{{360, 740}, {1280, 800}} {
		tab := open(t, screen(window[0], window[1]))
		for _, page := range append(pleinen, largest, "/ar"+largest, "/uk"+largest) {
			tab.Go(site + page)
			top := browsertest.Ask[float64](tab, `(document.querySelector('.week, .on-appointment') ?? document.body).getBoundingClientRect().top`)
			if most := float64(window[1]) * 1.5; top > most {
				t.Errorf("%s at %d: the week begins at %.0f pixels, more than %.0f", page, window[0], top, most)
			}
		}
	}
}

// TestReach wants the buttons with which a visitor gets to a plein large, and on a wide
// screen in view whatever is read.
func TestReach(t *testing.T) {
	site := host(t)
	const low = `[...document.querySelectorAll('.reach .button')].filter((x) => x.offsetHeight < 44).length`
	const inView = `[...document.querySelectorAll('.reach .button')].every((x) => {
		const { top, bottom } = x.getBoundingClientRect();
		return top >= 0 && bottom <= innerHeight;
	})`
	for _, width := range []int64{320, 1280} {
		tab := open(t, screen(width, 800))
		tab.Go(site + largest)
		tab.Want(`document.querySelectorAll('.reach .button').length`, "2")
		tab.Want(low, "0")
		tab.Want(inView, "true")
		if width > 1000 {
			tab.Want(`(document.querySelector('#eigen').scrollIntoView(), true)`, "true")
			tab.Want(inView, "true")
		}
	}
}

// atColumn is which heads of days a bar stands below, by its title.
const atColumn = `(() => {
	const bar = [...document.querySelectorAll('.week .hour')].find((x) => x.textContent.includes(%q)).getBoundingClientRect();
	return [...document.querySelectorAll('.tabs label[data-dag]')].filter((x) => {
		const head = x.getBoundingClientRect();
		return head.left < bar.right - 1 && head.right > bar.left + 1;
	}).map((x) => x.dataset.dag.slice(0, 2)).join(' ');
})()`

// TestGridOnScreen wants each bar below the days on which it is held, also where a line
// is read from the right.
func TestGridOnScreen(t *testing.T) {
	site := host(t)
	tab := open(t, screen(1280, 800))
	for _, page := range []string{largest, "/ar" + largest} {
		tab.Go(site + page)
		tab.Want(`[...document.querySelectorAll('.week .hour')].filter((bar) => {
			const { left, right } = bar.getBoundingClientRect();
			const below = [...document.querySelectorAll('.tabs label[data-dag]')].filter((x) => {
				const head = x.getBoundingClientRect();
				return head.left < right - 1 && head.right > left + 1;
			}).map((x) => x.dataset.dag.slice(0, 2)).join(' ');
			return below !== bar.dataset.dagen;
		}).length`, "0")
		tab.Want(`document.documentElement.scrollWidth <= innerWidth`, "true")
	}
	tab.Go(site + largest)
	tab.Want(fmt.Sprintf(atColumn, "Vragen over DigiD"), "ma di wo do vr")
}

// barsShown are the days of the bars that can be seen, each once.
const barsShown = `[...new Set([...document.querySelectorAll('.week .hour')].filter((x) => x.getClientRects().length).flatMap((x) => x.dataset.dagen.split(' ')))].sort().join(' ')`

// TestTabs wants the tabs of a phone to work without script, by touch and by the keyboard.
func TestTabs(t *testing.T) {
	site := host(t)
	tab := open(t, screen(360, 740), browsertest.WithoutScript())
	tab.Go(site + largest)
	all := browsertest.Ask[int](tab, `document.querySelectorAll('.week .hour').length`)
	const shownBars = `[...document.querySelectorAll('.week .hour')].filter((x) => x.getClientRects().length)`
	tab.Want(`document.querySelector('.tabs :checked').value`, "ma")
	for _, day := range []string{"di", "za", "ma"} {
		tab.Want(`(document.querySelector('label[for=dag-`+day+`]').click(), true)`, "true")
		tab.Want(shownBars+`.every((x) => x.dataset.dagen.split(' ').includes('`+day+`'))`, "true")
		tab.Want(shownBars+`.length === document.querySelectorAll('.week .hour[data-dagen~=`+day+`]').length`, "true")
		tab.Want(`[...document.querySelectorAll('.week section')].filter((x) => x.getClientRects().length && !x.querySelector('[data-dagen~=`+day+`]')).length`, "0")
	}
	tab.Want(`(document.querySelector('.tabs :checked').focus(), document.activeElement.value)`, "ma")
	tab.Press(kb.ArrowRight)
	tab.Want(`document.querySelector('.tabs :checked').value`, "di")
	tab.Want(barsShown+`.includes('di')`, "true")
	tab.Want(`(document.querySelector('label[for=dag-alle]').click(), true)`, "true")
	tab.Want(shownBars+`.length`, fmt.Sprint(all))
	tab.Want(barsShown, "di do ma vr wo za")
	tab.Want(`[...document.querySelectorAll('.tabs label')].every((x) => x.offsetHeight >= 44 && x.offsetWidth >= 44)`, "true")
	tab.Want(`document.documentElement.scrollWidth <= innerWidth`, "true")
}

// TestAnswerBox wants the first screen of a spreekuur to say when it is and, where that is
// needed, how to make an appointment.
func TestAnswerBox(t *testing.T) {
	site := host(t)
	for _, page := range []string{"/spreekuren/belasting-lochal/", "/ar/spreekuren/belasting-lochal/", "/spreekuren/inburgering-oisterwijk/"} {
		tab := open(t, screen(360, 740))
		tab.Go(site + page)
		tab.Want(`document.querySelector('.box .next, .box .when').getBoundingClientRect().bottom < innerHeight`, "true")
		tab.Want(`document.querySelector('.box .ways .button').offsetHeight >= 48`, "true")
		tab.Want(`document.querySelector('.box .ways .button').getBoundingClientRect().bottom < innerHeight`, "true")
	}
	tab := open(t, screen(360, 740))
	tab.Go(site + "/spreekuren/formulierenhulp-loon-op-zand/")
	tab.Want(`document.querySelectorAll('.box [href^="tel:"]').length`, "0") // nobody needs to call
	tab.Want(`[...document.querySelectorAll('.box h2')].map((x) => x.id).join(' ')`, "wanneer waar meenemen")
}

// TestAskFirst wants it said wherever a spreekuur is shown that a visitor makes an
// appointment first.
func TestAskFirst(t *testing.T) {
	site := host(t)
	tab := open(t, screen(1280, 800))
	for _, page := range []string{"/onderwerpen/belasting/", "/plaatsen/tilburg/", largest, "/dagen/zaterdag/", "/partners/formulierenbrigade/", "/spreekuren/"} {
		tab.Go(site + page)
		tab.Want(`[...document.querySelectorAll('.card, .hour')].filter((x) => x.querySelector('a[href*="/spreekuren/belasting-"]')).every((x) => x.querySelector('.ask-first use'))`, "true")
		tab.Want(`Boolean(document.querySelector('.ask-first'))`, "true")
	}
}
