package page

import (
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/pagetest"
)

// TestAge wants the day of the build on the first page and in the file for scripts, and on
// no page that a quiet night should leave as it is.
func TestAge(t *testing.T) {
	files := filesOf(t, pagetest.Complete(t))
	const day = "zondag 22 november 2026"
	for path, want := range map[string]bool{
		"index.html": true, "feeds/index.html": true, layout.MadeFile: true, "pleinen/noord/nieuwsbrief/index.html": true,
		"partners/taalhuis/nieuwsbrief/index.html": true, "partners/taalhuis/kanalen/index.html": false, "partners/taalhuis/poster/index.html": false,
		"pleinen/noord/index.html": false, "spreekuren/brieven/index.html": false, "over/index.html": false, "dagen/dinsdag/index.html": false,
		"pleinen/noord/poster/index.html": false, "embed/pleinen/noord/index.html": false, "embed/pleinen/noord/fragment.html": false,
	} {
		if got := strings.Contains(string(pagetest.Rendered(t, files, path)), day); got != want {
			t.Errorf("%s says the day of the build: %v, want %v", path, got, want)
		}
	}
}

// TestAgeShown wants a visitor to see on any page how old the site is, and to be warned
// when it is not kept up.
func TestAgeShown(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	const (
		foot    = `document.querySelector('footer.site .meta').innerText`
		paper   = `document.querySelector('.sheet footer .small').innerText.includes('Gemaakt op zondag 22 november 2026.')`
		warning = `document.querySelector('main > .notice')?.textContent ?? ''`
	)
	fresh := newVisitor(t, s)
	fresh.open("/mb/over/")
	fresh.Want(foot, "Bijgewerkt op zondag 22 november 2026.")
	fresh.Want(warning, "")
	fresh.open("/mb/pleinen/noord/poster/")
	fresh.Want(paper, "true")
	fresh.Silent()
	stale := newVisitor(t, s, browsertest.Clock(pagetest.Noon.Add(11*24*time.Hour)))
	stale.open("/mb/over/")
	stale.Want(warning, "Let op: deze site is voor het laatst bijgewerkt op zondag 22 november 2026. De tijden kunnen nu anders zijn.")
	stale.Silent()
}
