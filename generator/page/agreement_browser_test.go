package page

import (
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
)

// agreements are pleinen where one partner has so many spreekuren, and the sheets that the
// agreement about them may take. With few it is three at most; with more, the sheets that
// the answers need come first.
var agreements = map[string]struct {
	spreekuren, sheets int
	long               bool
}{"een": {1, 2, false}, "drie": {3, 3, false}, "zes": {6, 3, false}, "dertig": {30, 7, false}, "lang": {3, 3, true}}

func agreementSite(t *testing.T) []publish.File {
	t.Helper()
	fsys := fstest.MapFS{"site.toml": {Data: []byte("titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\nvoorbeeld = true\n")}}
	write := func(name, format string, values ...any) {
		fsys[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, values...)}
	}
	write("partners/taalhuis.md", "+++\nnaam = \"Taalhuis Midden-Brabant\"\nnaam_in_uitingen = \"Taalhuis\"\nwebsite = \"https://taalhuis.example\"\ntelefoon = \"013 000 00 21\"\nemail = \"info@taalhuis.example\"\n[kanalen]\nfacebook = \"https://www.facebook.com/taalhuis\"\n+++\n")
	write("partners/lang.md", "+++\nnaam = %q\n+++\n", "Stichting "+longText)
	for slug, a := range agreements {
		name, partner := "Plein "+slug, "taalhuis"
		if a.long {
			name, partner = "Plein "+longText, "lang"
		}
		write("pleinen/"+slug+".md", "+++\nnaam = %q\nlocatie = \"Bibliotheek\"\nadres = \"Kerkstraat 1\"\npostcode = \"5175 AA\"\nplaats = \"Loon op Zand\"\ntelefoon = \"013 000 00 00\"\nemail = \"plein@bibliotheek.example\"\nkartrekker = \"taalhuis\"\n[pilot]\nvan = 2026-09-01\ntot_en_met = 2027-08-31\n+++\n", name)
		for i := range a.spreekuren {
			title := fmt.Sprintf("Brieven en formulieren %s Q%02d", slug, i)
			if a.long {
				title += " " + longText
			}
			write(fmt.Sprintf("spreekuren/%s-%d.md", slug, i), "+++\ntitel = %q\nplein = %q\npartner = %q\ndag = \"dinsdag\"\ntijd = \"10-12\"\nin_een_zin = \"Wij lezen samen uw brief en vullen het formulier in.\"\n+++\nNeem de hele brief mee, ook de envelop. Samen kijken wij wat er staat. Z%02d.", title, slug, partner, i)
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

// TestAgreementPrinted prints the agreement and reads it back: all of it stands on the
// sheets once, none of it in a margin or on something else, and a spreekuur, the
// signatures and the codes are on one sheet.
func TestAgreementPrinted(t *testing.T) {
	_, err := exec.LookPath("pdftotext")
	browsertest.Needs(t, err == nil, "pdftotext of poppler-utils")
	browsertest.NeedsBrowser(t)
	v := newVisitor(t, serveFiles(t, "/", agreementSite(t)), browsertest.Width(1280))
	for slug, a := range agreements {
		partner := "taalhuis"
		if a.long {
			partner = "lang"
		}
		address := "/pleinen/" + slug + "/afspraken/" + partner + "/"
		sheets := printed(v, address)
		checkPaper(t, address, sheets, a.sheets, a4)
		all := allText(sheets)
		for i := range a.spreekuren {
			for _, mark := range []string{fmt.Sprintf("Q%02d", i), fmt.Sprintf("Z%02d.", i)} {
				if n := strings.Count(all, mark); n != 1 {
					t.Errorf("%s has %q %d times, want once", address, mark, n)
				}
			}
			if !a.long && !together(sheets, fmt.Sprintf("Q%02d", i), fmt.Sprintf("Z%02d.", i)) {
				t.Errorf("%s: spreekuur %d is cut", address, i)
			}
		}
		checkSigned(t, address, sheets)
	}
	sheets := printed(v, "/voor-partners/afspraken/")
	checkPaper(t, "the empty one", sheets, 2, a4)
	checkSigned(t, "the empty one", sheets)
	v.Want(`[...document.querySelectorAll('[data-acties] button')].map((x) => x.textContent).join('|')`, "Print deze bladzijde")
	v.Silent()
}

// checkSigned wants what is for a pen alone to be there.
func checkSigned(t *testing.T, address string, sheets []printedSheet) {
	t.Helper()
	all := allText(sheets)
	for _, part := range []string{"Contactpersoon", "Uren naast het spreekuur", "Opzegtermijn", "Wie vervangt", "online", "fysiek", "Datums:", "Wie telt:", "Kosten",
		"ik ben al partner", "ik wil partner worden", "anders:", "Handtekening", "op uw eigen site"} {
		if !strings.Contains(all, squeezed(part)) {
			t.Errorf("%s: there is no %q", address, part)
		}
	}
	if !together(sheets, "Handtekeningen", "Plaatsendatum") {
		t.Errorf("%s: the signatures are cut", address)
	}
}

// together reports whether two texts are on the same sheet.
func together(sheets []printedSheet, a, b string) bool {
	for _, s := range sheets {
		if strings.Contains(s.text, a) && strings.Contains(s.text, b) {
			return true
		}
	}
	return false
}
