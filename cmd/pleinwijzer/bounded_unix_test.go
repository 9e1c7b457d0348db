//go:build unix

package main

import (
	"bufio"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// Limits on a run of the program, whatever its input. The time is processor time, since
// other programs may be running.
const (
	boundedTime   = 10 * time.Second
	boundedMemory = 500 // MiB
)

// bounded runs the program and checks that it stays within the limits. It must succeed,
// or end with a message that contains the words.
func bounded(t *testing.T, memory float64, words string, args ...string) {
	t.Helper()
	if testing.Short() {
		t.Skip("the race detector, which runs the short tests, takes time and memory of its own")
	}
	debug.FreeOSMemory() // because the peak memory of a child includes that of its parent when it was started
	command := exec.Command("pleinwijzer", args...)
	out, err := command.CombinedOutput()
	var failed *exec.ExitError
	if err != nil && (!errors.As(err, &failed) || failed.ExitCode() < 0) {
		t.Fatalf("%v: %v\n%.500s", args, err, out)
	}
	if !strings.Contains(string(out), words) || strings.Contains(string(out), "goroutine ") {
		t.Errorf("%v: %.1000s, want %s", args, out, words)
	}
	usage := command.ProcessState.SysUsage().(*syscall.Rusage)
	peak := float64(usage.Maxrss) / (1 << 10)
	if runtime.GOOS == "darwin" { // Maxrss is in bytes there, and in KiB elsewhere
		peak /= 1 << 10
	}
	took := command.ProcessState.UserTime() + command.ProcessState.SystemTime()
	t.Logf("%s, %.0f MiB: %s", took.Round(time.Millisecond), peak, args[0])
	if took > boundedTime || peak > memory {
		t.Errorf("%v took %s and %.0f MiB", args, took, peak)
	}
}

// folderOf writes a content folder with the given files and the minimum that a site
// needs.
func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	all := map[string]string{"site.toml": "titel = \"Pleinen\"\nadres = \"https://www.voorbeeld.nl\"\n"}
	maps.Copy(all, files)
	for name, text := range all {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func pageWith(body string) string { return "+++\ntitel = \"Hulp\"\n+++\n\n" + body + "\n" }

// TestRefusedWhatIsTooMuch checks that input which nobody writes by hand is refused, with
// a message that mentions the limit.
func TestRefusedWhatIsTooMuch(t *testing.T) {
	const n = 100_000
	many := strings.Repeat
	files := map[string]string{
		"paginas/haken.md":    pageWith(many("[", n)),
		"paginas/beelden.md":  pageWith(many("![a](/b)", n)),
		"paginas/tabel.md":    pageWith(many("|a", 2000) + "\n" + many("|-", 2000) + "\n" + many("|x|\n", 5000)),
		"paginas/links.md":    pageWith(many("[a](/b)\n\n", 20_000)),
		"paginas/lijsten.md":  pageWith(many("- ", 1000) + "a"),
		"paginas/punten.md":   "+++\n" + many("a.", n) + "a = 1\n+++\n",
		"paginas/oud.md":      "+++\naliassen = [" + many(`"a",`, n) + "]\n+++\n",
		"paginas/waarde.toml": "titel = \"Hulp\"\ntekst = '''\n" + many("[a](/b)\n\n", 20_000) + "'''\n",
		"onderwerpen.toml":    "a = " + many("[", n),
	}
	dir := folderOf(t, files)
	bounded(t, boundedMemory, fmt.Sprintf("%d fouten in %d bestanden", len(files), len(files)), "check", "-content", dir)
	bounded(t, boundedMemory, "[te-veel]", "build", "-content", dir, "-out", t.TempDir())
}

// nastyPages returns valid pages that are just within the limits, each in its own way.
func nastyPages() map[string]string {
	many := strings.Repeat
	fill := func(unit string) string { // as much as is allowed, in lines as long as allowed
		line := many(unit, 9_900/len(unit)) + "\n"
		return many(many(line, 3)+"\n", 3)
	}
	lines := func(line string) string { return many(many(line+"\n", 30_000/(len(line)+1))+"\n", 3) }
	under := func(line string) string { return many(line+"\n\n", 97_000/(len(line)+2)) }
	together := func(unit string, n int) string { // repeats unit n times on few lines
		line := many(unit, 9_000/len(unit))
		return many(line+"\n", n*len(unit)/len(line)) + many(unit, n*len(unit)%len(line)/len(unit))
	}
	columns := "|" + many("a|", 100) + "\n|" + many("-|", 100) + "\n"
	bodies := map[string]string{
		"links": together("[a](/) ", 1900), "beelden": together("![a](/b) ", 1900),
		"haken": together("[ ", 1900), "half": together("[a]( ", 1900),
		"code": together("` ", 1900), "vet": together("*a **b ", 950), "schuin": together("a**_ b", 900), "adressen": together("www.a.nl ", 1900),
		"mail": together("a@b.nl ", 1900), "tags": together("<a ", 1900), "streep": fill("a\\- &a "), "codes": fill("{{ "), "dubbel": fill("a ::: "), "gelijk": fill("== a "),
		"nummers": fill("06 "), "bellen": fill("06-12345678 "), "heren": fill("dhr. J. de Vries "), "werd": fill("werd "), "afkort": fill("tel. "),
		"komma": fill("'s a' "), "datums": fill("1 januari 10.00 uur "), "koppen": under("# a"), "punten": lines("- a"), "diep": under(many("- ", 50) + "a"),
		"citaat": under(many(">", 50) + "a"), "citaten": lines(many("> ", 20) + "- a"), "tekens": lines("&"), "verder": lines("a\\"),
		"lijst": deepList(90), "tabel": columns + many("|x\n", 190), "tabellen": many("|a|b|\n|-|-|\n"+many("|\n", 4)+"\n", 700),
		"namen":   many("[a]\n", 200) + "\n[a]: /?" + many("b", 1_900) + "\n",
		"ankers":  under("# a b c") + together("[a](#a) ", 300),
		"ankers2": many("## a\n\n", 1900) + together("[a](#b) ", 1900),
	}
	for name, body := range bodies {
		bodies[name] = pageWith(body)
	}
	return bodies
}

func deepList(deep int) string {
	var b strings.Builder
	for i := range deep {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return strings.Repeat(b.String()+"\n", 5)
}

// TestNastyWithinLimits checks that input just within the limits is processed in time,
// even if there are several such files.
func TestNastyWithinLimits(t *testing.T) {
	pages := nastyPages()
	files := map[string]string{}
	for i, name := range slices.Sorted(maps.Keys(pages)) {
		files[fmt.Sprintf("paginas/p%d-%s.md", i, name)] = pages[name]
	}
	dir := folderOf(t, files)
	bounded(t, boundedMemory, "geen fouten", "check", "-content", dir)
	bounded(t, boundedMemory, "bestanden", "build", "-content", dir, "-out", filepath.Join(t.TempDir(), "public"))
}

// TestNastyFieldsWithinLimits does the same for fields.
func TestNastyFieldsWithinLimits(t *testing.T) {
	files := map[string]string{
		"pleinen/noord.md": "+++\nnaam = \"Noord\"\nlocatie = \"Bieb\"\nadres = \"Kerkstraat 1\"\npostcode = \"5051 AA\"\nplaats = \"Goirle\"\n+++\n",
	}
	names, days := "", ""
	for i := range 1_900 {
		names += fmt.Sprintf("\"oud-%d\", ", i)
	}
	for i := range 290 {
		day := time.Date(2026, 12, 1+i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		days += "[[afwijkend]]\nvan = \"" + day + "\"\ntot_en_met = \"2029-01-01\"\nvervalt = true\n"
	}
	for i := range 20 {
		head := fmt.Sprintf("+++\ntitel = \"Spreekuur %d\"\nplein = \"noord\"\ndag = \"dinsdag\"\ntijd = \"10-12\"\n", i)
		files[fmt.Sprintf("spreekuren/oud-%d.md", i)] = head + "aliassen = [" + names + "]\n+++\n"
		files[fmt.Sprintf("spreekuren/dag-%d.md", i)] = head + days + "+++\n"
	}
	bounded(t, boundedMemory, "fouten in", "check", "-now", "2026-11-28T12:00:00+01:00", "-content", folderOf(t, files))
}

// TestRoosterWithinLimits checks that a rooster is read in time and in little memory,
// however many rows it has.
func TestRoosterWithinLimits(t *testing.T) {
	dir := roosterFolder(t)
	const head = "Titel;Dag;Tijd;Omschrijving in 1 zin;Korte omschrijving;Plein;Partner\n"
	real := func(i int) string {
		return fmt.Sprintf("Spreekuur %d;elke %s;%d.00 tot %d.00 uur;Hulp bij vraag %d.;Kom langs met uw vragen. Neem de hele brief mee.;Noord;Taalhuis\n",
			i, [...]string{"maandag", "dinsdag", "woensdag"}[i%3], 9+i%4, 14+i%3, i)
	}
	for _, test := range []struct {
		name, head string
		n          int
		row        func(i int) string
		words      string
	}{
		{"64,000 rows", head, 64_000, real, "64.000 nieuw"},
		{"quotes", head, 100_000, func(int) string { return "\"\n" }, "100.000 fout"},
		{"empty rows", head, 1_000_000, func(int) string { return ";;;;;;\n" }, "onder de kopjes staat niets"},
		{"one cell", head, 100, func(int) string { return strings.Repeat("a", 1<<20) }, "is groter dan 50 MB"},
		{"columns", "Titel;Dag", 1_000_000, func(int) string { return ";k" }, "een regel van meer dan 20000 tekens, op regel 1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), "rooster.csv")
			file, err := os.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			w := bufio.NewWriter(file)
			w.WriteString(test.head)
			for i := range test.n {
				w.WriteString(test.row(i))
			}
			if err := errors.Join(w.Flush(), file.Close()); err != nil {
				t.Fatal(err)
			}
			bounded(t, 300, test.words, "import", name, "-content", dir)
		})
	}
}

// roosterFolder returns a folder with what the roosters name.
func roosterFolder(t *testing.T) string {
	t.Helper()
	return folderOf(t, map[string]string{
		"onderwerpen.toml":     "[geld]\nnaam = \"Geld\"\nuitleg = \"Hulp bij geld.\"\n",
		"pleinen/noord.md":     "+++\nnaam = \"Noord\"\nin_een_zin = \"Hulp bij u in de buurt.\"\nlocatie = \"Bieb\"\nadres = \"Kerkstraat 1\"\npostcode = \"5051 AA\"\nplaats = \"Goirle\"\ntelefoon = \"013 000 00 01\"\n+++\n",
		"partners/taalhuis.md": "+++\nnaam = \"Taalhuis\"\nin_een_zin = \"Hulp bij taal.\"\nwebsite = \"https://taalhuis.example\"\n+++\n",
	})
}

// TestWorkbookWithinLimits does the same for workbooks, with merged cells, and for one
// that is far larger than it looks.
func TestWorkbookWithinLimits(t *testing.T) {
	dir := roosterFolder(t)
	for _, test := range []struct {
		name, words string
		fill        func(w *excelize.StreamWriter, n int) error
		n           int
	}{
		{"100,000 rows", "100.000 rijen", func(w *excelize.StreamWriter, i int) error {
			day := [...]string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"}[i%5]
			return w.SetRow(fmt.Sprintf("A%d", i+2), []any{fmt.Sprintf("Spreekuur %d", i/5), day,
				"10.00 tot 12.00 uur", fmt.Sprintf("Hulp bij vraag %d.", i/5), "Kom langs met uw vragen. Neem de hele brief mee.", "Noord", "Taalhuis", 130000001})
		}, 100_000},
		{"bomb", "heeft meer dan 64 MB aan tekst", func(w *excelize.StreamWriter, i int) error {
			return w.SetRow(fmt.Sprintf("A%d", i+2), []any{strings.Repeat("a", 30_000)})
		}, 2_500},
	} {
		t.Run(test.name, func(t *testing.T) {
			if testing.Short() {
				t.Skip("as in bounded")
			}
			name := filepath.Join(t.TempDir(), "rooster.csv") // the content tells what it is
			f := excelize.NewFile()
			defer f.Close()
			w, err := f.NewStreamWriter("Sheet1")
			if err != nil {
				t.Fatal(err)
			}
			err = w.SetRow("A1", []any{"Titel", "Dag", "Tijd", "Omschrijving in 1 zin", "Korte omschrijving", "Plein", "Partner", "Telefoon"})
			for i := range test.n {
				err = errors.Join(err, test.fill(w, i))
			}
			file, failed := os.Create(name)
			if err := errors.Join(err, w.Flush(), failed, f.Write(file), file.Close()); err != nil {
				t.Fatal(err)
			}
			bounded(t, 300, test.words, "import", name, "-content", dir)
		})
	}
}
