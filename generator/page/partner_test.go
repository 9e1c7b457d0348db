package page

import (
	"bytes"
	"fmt"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"golang.org/x/net/html"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
)

// TestPartnerPosterLines wants the poster of a partner to say where each hour is, and at
// which of its pleinen something is not as usual: once where it is the same at all.
func TestPartnerPosterLines(t *testing.T) {
	const (
		site = "[feestdagen]\neerste_kerstdag = false\ntweede_kerstdag = false\nnieuwjaarsdag = false\n[[sluitingen]]\nvan = \"2026-12-28\"\ntot_en_met = \"2026-12-31\"\nreden = \"Wij zijn vrij.\"\n"
		zuid = "plein = \"zuid\"\npartner = \"hulp\"\n"
	)
	moves := "[[verhuizing]]\nvanaf = \"2027-01-04\"\nlocatie = \"Dorpshuis\"\nadres = \"Plein 2\"\npostcode = \"5000 AB\"\nplaats = \"Tilburg\"\nreden = \"Wij verbouwen\"\n"
	files := hallSite(t, site, "[[afwijkend]]\ndatum = \"2026-12-15\"\ngesloten = true\nreden = \"Een feest\"\n"+moves,
		tuesday+"[[afwijkend]]\ndatum = \"2026-12-08\"\nvervalt = true\nreden = \"Ziek\"", zuid+tuesday+"[[afwijkend]]\ndatum = \"2026-12-08\"\nvervalt = true\nreden = \"Ziek\"")
	want := []string{
		"Dinsdag 10.00 tot 12.00 uur Hulp 0 Plein Hal, Weg 1, Tilburg", "10.00 tot 12.00 uur Hulp 1 Plein Zuid, Weg 1, Tilburg",
		"Dinsdag 8 december, 10.00 tot 12.00 uur: Gaat niet door: Hulp 0 (Plein Hal); Hulp 1 (Plein Zuid). Ziek.",
		"Dinsdag 15 december: gesloten: Plein Hal. Een feest.",
		"28 december t/m 31 december: gesloten. Wij zijn vrij.",
		"Vanaf maandag 4 januari 2027 is het plein op een ander adres. Plein Hal: Dorpshuis, Plein 2, 5000 AB Tilburg. Wij verbouwen.",
	}
	if got := paperLines(pagetest.Rendered(t, files, "partners/hulp/poster/index.html")); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestChannels wants the codes of a partner to be those that anybody would choose for it,
// and messages that fit where they are pasted.
func TestChannels(t *testing.T) {
	c := pagetest.Complete(t)
	c.Spreekuren[0].InEenZin = strings.Repeat("Een lange zin. ", 30)
	files := filesOf(t, c)
	all := string(pagetest.Rendered(t, files, "insluiten/index.html"))
	posts := 0
	for _, p := range c.Partners {
		page := pagetest.Must(html.Parse(bytes.NewReader(pagetest.Rendered(t, files, p.Page()[1:]+"kanalen/index.html"))))
		for n := range page.Descendants() {
			id := attribute(n, "id")
			switch text := textIn(n); {
			case strings.HasPrefix(id, "code-"):
				if !strings.Contains(text, p.Page()) || !strings.Contains(all, "<code>"+html.EscapeString(text)+"</code>") {
					t.Errorf("%s: %s is not the code on the page for all: %s", p.Slug, id, text)
				}
			case strings.HasPrefix(id, "bericht-"):
				posts++
				if !strings.HasSuffix(text, "https://pleinen.example/mb/spreekuren/"+strings.TrimPrefix(id, "bericht-")+"/") {
					t.Errorf("%s: %q does not end in the address", p.Slug, text)
				}
				if utf8.RuneCountInString(text) > 280 {
					t.Errorf("%s: %q is too long", p.Slug, text)
				}
			case n.Data == "button":
				if !strings.Contains(string(pagetest.Rendered(t, files, p.Page()[1:]+"kanalen/index.html")), `id="`+attribute(n, "data-kopieer")+`"`) {
					t.Errorf("%s: a button copies %q, which is not there", p.Slug, attribute(n, "data-kopieer"))
				}
			}
		}
	}
	if posts == 0 {
		t.Error("there are no messages")
	}
}

// partnerPaper are partners with so many spreekuren, and the sheets that their posters take at most.
var partnerPaper = []struct {
	slug, name    string
	hours, sheets int
	topics        int // on the sign
}{
	{"drie", "ContourdeTwern", 3, 1, 3},
	{"dertig", "Samenwerkende Vrijwilligersorganisaties Loon op Zand", 30, 5, 4},
	{"lang", longText, 3, 3, 2},
	{"geen", "MEE", 0, 1, 0},
}

// partnerSite is a site with those partners, each at three pleinen.
func partnerSite(t *testing.T) []publish.File {
	t.Helper()
	fsys := fstest.MapFS{}
	write := func(name, format string, values ...any) {
		fsys[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, values...)}
	}
	var topics strings.Builder
	for i := range 9 {
		fmt.Fprintf(&topics, "[onderwerp-%d]\nnaam = \"Onderwerp %d, ontmoeten en meedoen\"\n", i, i)
	}
	write("site.toml", "titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\n")
	write("onderwerpen.toml", "%s", topics.String())
	for _, plein := range []string{"noord", "oost", "zuid"} {
		write("pleinen/"+plein+".md", "+++\nnaam = \"Plein %s\"\nlocatie = \"Bieb\"\nadres = \"Burgemeester Brokxlaan 1000\"\npostcode = \"5041 SG\"\nplaats = \"Loon op Zand\"\ntelefoon = \"013 000 00 00\"\n+++\n", plein)
	}
	days := []string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"}
	for _, p := range partnerPaper {
		write("partners/"+p.slug+".md", "+++\nnaam = %q\nin_een_zin = \"Wij helpen u met brieven, formulieren, geld, werk en wonen in uw eigen buurt.\"\n+++\n", p.name)
		for i := range p.hours {
			write(fmt.Sprintf("spreekuren/%s-%d.md", p.slug, i), "+++\ntitel = \"Hulp bij brieven Q%02d\"\nplein = %q\npartner = %q\ndag = %q\ntijd = \"%d.00-%d.30\"\nin_een_zin = \"Wij lezen uw brief.\"\nonderwerpen = [\"onderwerp-%d\"]\n+++\nTekst.\n",
				i, []string{"noord", "oost", "zuid"}[i%3], p.slug, days[i%5], 9+i%6, 9+i%6, i%9)
		}
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: pagetest.Noon})
	if all := append(problems, unresolved...); all.HasErrors() {
		t.Fatal(all)
	}
	return filesOf(t, c)
}

var signWord = regexp.MustCompile(`^Onderwerp$`)

// TestPartnerPaper prints the poster and the table sign of partners in the widest letters
// that there are, and wants the sign to say all of it on both sides of one sheet.
func TestPartnerPaper(t *testing.T) {
	t.Parallel()
	_, err := exec.LookPath("pdftotext")
	browsertest.Needs(t, err == nil, "pdftotext of poppler-utils")
	browsertest.NeedsBrowser(t)
	v := newVisitor(t, inFont(t, partnerSite(t), "DejaVu Sans"), browsertest.Width(1280))
	v.open("/partners/drie/poster/")
	needsFont(t, v, "DejaVu Sans")
	for _, p := range partnerPaper {
		poster := "/partners/" + p.slug + "/poster/"
		sheets := printed(v, poster)
		checkPaper(t, poster, sheets, p.sheets, a4)
		for i := range p.hours {
			if title := fmt.Sprintf("Q%02d", i); !strings.Contains(allText(sheets), title) {
				t.Errorf("%s has no %s", poster, title)
			}
		}
		sign := "/partners/" + p.slug + "/tafelbordje/"
		sheets = printed(v, sign)
		checkPaper(t, sign, sheets, 1, a4)
		topics := 0
		for _, word := range sheets[0].Words {
			if signWord.MatchString(word.Text) {
				topics++
			}
		}
		if all := sheets[0].text; strings.Count(all, "aan") < 2 || strings.Count(all, "tafel") != 2 {
			t.Errorf("%s does not say who is here on both sides: %s", sign, all)
		}
		if topics != 2*p.topics {
			t.Errorf("%s has %d topics, want %d", sign, topics, 2*p.topics)
		}
	}
	v.Do(browsertest.Media("print"))
	for _, p := range partnerPaper {
		v.open("/partners/" + p.slug + "/tafelbordje/")
		v.Want(`[...document.querySelectorAll('.side')].map((side) => side.scrollHeight > side.clientHeight + 1 || side.scrollWidth > side.clientWidth + 1).join()`, "false,false")
	}
	v.Silent()
}
