package page

import (
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
)

// tallySite is a directory with pleinen of three and thirty spreekuren, each with a topic
// and a partner, as far as there are so many.
func tallySite(t *testing.T) []publish.File {
	t.Helper()
	fsys := fstest.MapFS{}
	write := func(name, format string, values ...any) {
		fsys[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, values...)}
	}
	write("site.toml", "titel = \"Hulp in Dorp\"\nadres = \"https://dorp.example\"\ntalen = [\"en\"]\nvoorbeeld = true\n")
	var topics strings.Builder
	for i := range 14 {
		fmt.Fprintf(&topics, "[t%d]\nnaam = \"Vrijwilligerswerk en mensen ontmoeten T%02d\"\n", i, i)
	}
	write("onderwerpen.toml", "%s", topics.String())
	for i := range 30 {
		write(fmt.Sprintf("partners/p%d.md", i), "+++\nnaam = \"Seniorenvereniging Loon op Zand P%02d\"\n+++\n", i)
	}
	for _, n := range []int{0, 3, 30} {
		write(fmt.Sprintf("pleinen/plein%d.md", n), "+++\nnaam = \"Dinsdagplein met %d\"\nadres = \"Markt 1\"\npostcode = \"5000 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n+++\n", n)
		for i := range n {
			write(fmt.Sprintf("spreekuren/s%d-%d.md", n, i), "+++\ntitel = \"Brieven\"\nplein = \"plein%d\"\npartner = \"p%d\"\ndag = \"dinsdag\"\ntijd = \"10-12\"\nin_een_zin = \"Wij lezen uw brief.\"\nonderwerpen = [\"t%d\"]\n+++\nTekst.", n, i, i%14)
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

// TestTally prints the sheets: on A4 on its side, with each topic and partner of the plein
// and nothing in the margin.
func TestTally(t *testing.T) {
	_, err := exec.LookPath("pdftotext")
	browsertest.Needs(t, err == nil, "pdftotext of poppler-utils")
	browsertest.NeedsBrowser(t)
	v := newVisitor(t, serveFiles(t, "/", tallySite(t)), browsertest.Width(1280))
	for n, sheets := range map[int]int{0: 2, 3: 2, 30: 6} { // of 30 partners each sheet has ten
		address := fmt.Sprintf("/pleinen/plein%d/turflijst/", n)
		made := printed(v, address)
		checkPaper(t, address, upright(made), sheets, paperSize{842, 595})
		if len(made) != sheets {
			t.Errorf("%s: %d sheets, want %d", address, len(made), sheets)
		}
		all := allText(made)
		for i := range n {
			if got := strings.Count(all, fmt.Sprintf("P%02d", i)); got != 2 { // for a day and for a month
				t.Errorf("%s: partner %d is there %d times", address, i, got)
			}
		}
		for i := range min(n, 14) {
			if got := strings.Count(all, fmt.Sprintf("T%02d", i)); got != sheets {
				t.Errorf("%s: topic %d is there %d times, on %d sheets", address, i, got, sheets)
			}
		}
		for i, sheet := range made {
			plein := squeezed(fmt.Sprintf("Dinsdagplein met %d", n))
			if !strings.Contains(sheet.text, squeezed("Schrijf geen namen op.")) || !strings.Contains(sheet.text, plein) {
				t.Errorf("%s: sheet %d does not say of which plein it is, or to write no names: %s", address, i+1, sheet.text)
			}
		}
	}
	v.Want(`document.querySelectorAll('main :is(input, select, textarea, form)').length`, "0")
	v.Silent()
}

// upright leaves out words that stand on their side, of which the lines are beside each
// other.
func upright(sheets []printedSheet) []printedSheet {
	sheets = slices.Clone(sheets)
	for i := range sheets {
		onSide := func(w printedWord) bool { return len(w.Text) > 1 && w.Bottom-w.Top > w.Right-w.Left }
		sheets[i].Words = slices.DeleteFunc(slices.Clone(sheets[i].Words), onSide)
	}
	return sheets
}

// TestTallyCSV wants the same rows and columns for a spreadsheet, and in one language.
func TestTallyCSV(t *testing.T) {
	files := tallySite(t)
	got := string(pagetest.Rendered(t, files, "pleinen/plein3/turflijst/dag.csv"))
	partner := func(i int) string { return fmt.Sprintf(";doorverwezen naar Seniorenvereniging Loon op Zand P%02d", i) }
	want := "\ufeffdatum;onderwerp;in persoon;telefoon;digitaal;zelf beantwoord" + partner(0) + partner(1) + partner(2) + ";doorverwezen naar een ander\r\n"
	for i := range 3 {
		want += fmt.Sprintf(";Vrijwilligerswerk en mensen ontmoeten T%02d;;;;;;;;\r\n", i)
	}
	want += ";Iets anders;;;;;;;;\r\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	month := strings.Replace(want, "datum", "maand", 1)
	if got := string(pagetest.Rendered(t, files, "pleinen/plein3/turflijst/maand.csv")); got != month {
		t.Errorf("got\n%swant\n%s", got, month)
	}
	for _, f := range files {
		if strings.HasPrefix(f.Path, "en/") && strings.Contains(f.Path, "turflijst") {
			t.Errorf("there is a file %s", f.Path)
		}
	}
}
