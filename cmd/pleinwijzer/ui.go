package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/errno"
	"pleinwijzer/generator/lint"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/rooted"
)

// Everything that the program prints for people is in this file and in those whose names
// begin with ui_. The only exceptions are the usage of each verb, which is next to the
// verb, the problems in the content, which package diag prints, and what has to be done,
// which package due knows. The rules:
//
//   - Plain Dutch (level B1), with "u". Verbs, flags and file names are written as people
//     type them.
//   - No capital at the start and no full stop at the end; parts are separated by a
//     semicolon. A name that a person typed is in quotes.
//   - An error is one line that starts with "pleinwijzer:" and ends with how to fix it,
//     if possible.
//   - What was asked for goes to stdout. What is wrong goes to stderr.

// failed says why the program gives up, with a line for each reason.
func (e environment) failed(err error) {
	if all, ok := err.(interface{ Unwrap() []error }); ok {
		for _, one := range all.Unwrap() {
			e.failed(one)
		}
		return
	}
	fmt.Fprintf(e.stderr, "pleinwijzer: %s\n", inWords(err))
}

// cutShort is for a verb that did not end in time after it was asked to stop.
func (e environment) cutShort() { fmt.Fprintln(e.stderr, "pleinwijzer: gestopt, midden in het werk") }

// inWords describes an error in Dutch, if a person can do something about it.
func inWords(err error) string {
	var refusal *publish.Refusal
	var unread *rooted.Refusal
	switch {
	case errors.As(err, &refusal):
		return refusal.Reason
	case errors.As(err, &unread):
		return notRead(unread)
	case errors.Is(err, context.Canceled):
		return "gestopt; de site is zoals hij was"
	}
	return inSystemWords(err)
}

// notRead describes a file that could not be read, if it is not in a list of problems.
func notRead(r *rooted.Refusal) string {
	problem := contentfs.Refused(r.Path, r)
	return fmt.Sprintf("%q: %s; %s", r.Name, problem.Message, problem.Hint)
}

// Errors in the usage.

func noVerb() error {
	return errors.New(`zeg wat er moet gebeuren, zoals "pleinwijzer serve"; "pleinwijzer help" geeft een overzicht`)
}

// hold keeps a window open that would close at once, and tells who clicked on the program
// what to do instead.
func (e environment) hold() {
	fmt.Fprint(e.stderr, `
U hebt op het programma geklikt. Pleinwijzer heeft geen eigen venster: u typt een opdracht
in PowerShell. Open PowerShell vanuit het menu Start, en typ:

    pleinwijzer help

Kent PowerShell die naam niet? Lees dan LEESMIJ.txt, dat naast het programma staat.

Druk op Enter om dit venster te sluiten.
`)
	bufio.NewReader(e.stdin).ReadString('\n')
}

func unknownVerb(typed string, verbs []verb) error {
	var names []string
	for _, v := range verbs {
		names = append(names, v.name)
	}
	mend := diag.Question(diag.Nearest(strings.TrimLeft(typed, "-"), names))
	if mend == "" {
		mend = `"pleinwijzer help" geeft een overzicht`
	}
	return fmt.Errorf("onbekende opdracht %q; %s", typed, mend)
}

func noShell(known []string) error {
	return fmt.Errorf(`zeg voor welke shell: %s; zoals "pleinwijzer completion %s"`, enumerate(known, "of"), known[0])
}

func unknownShell(typed string, known []string) error {
	return fmt.Errorf("voor de shell %q is er niets; %w", typed, oneOf(typed, known))
}

func unknownFlag(f *flags, typed string) error {
	name, _, _ := strings.Cut(typed, "=")
	mend := ""
	if bare := "-" + strings.TrimLeft(name, "-"); len(bare) > 2 || slices.Contains(f.names(), bare) {
		mend = diag.Question(diag.Nearest(bare, f.names()))
	}
	switch names := f.names(); {
	case mend != "":
	case len(names) == 0:
		mend = fmt.Sprintf(`schrijf alleen "pleinwijzer %s"`, f.verb)
	default:
		mend = "u kunt kiezen uit " + enumerate(names, "en")
	}
	return fmt.Errorf("%s kent de vlag %q niet; %s", f.verb, name, mend)
}

// extraArgument describes an argument that is not a flag. Word processors replace one or
// two dashes by a long one.
func extraArgument(f *flags, typed string) error {
	if bare := strings.TrimLeft(typed, "–—−"); bare != typed {
		return fmt.Errorf("%q begint met een lang streepje; schrijf %q", typed, "-"+bare)
	}
	if f.set.Lookup(typed) != nil {
		return fmt.Errorf("%s krijgt geen %q; bedoelt u %q?", f.verb, typed, "-"+typed)
	}
	return fmt.Errorf(`%s krijgt geen %q; "pleinwijzer help %s" zegt wat wel kan`, f.verb, typed, f.verb)
}

func missingValue(name, example string) error {
	return fmt.Errorf("na -%s hoort een waarde; schrijf bijvoorbeeld -%s %s", name, name, example)
}

func noValue(name string) error {
	return fmt.Errorf("de vlag -%s heeft geen waarde; schrijf -%s", name, name)
}

func wrongValue(name, typed, example string, mend error) error {
	if mend != errExample {
		return fmt.Errorf("%q is geen goede waarde voor -%s; %w", typed, name, mend)
	}
	return fmt.Errorf("%q is geen goede waarde voor -%s; schrijf bijvoorbeeld -%s %s", typed, name, name, example)
}

// manyWords is the most words that a message lists. Only the codes of problems are more
// than that.
const manyWords = 20

func oneOf(typed string, words []string) error {
	if question := diag.Question(diag.Nearest(typed, words)); question != "" {
		return errors.New(question)
	}
	if len(words) > manyWords {
		return errors.New(`kijk welke naam achter de melding tussen haken staat`)
	}
	return errors.New("u kunt kiezen uit " + enumerate(words, "en"))
}

// Obstacles.

func noFolder(name string) error {
	return fmt.Errorf("de map %q bestaat niet; ga naar de map waar hij in staat, of noem een andere met -content", filepath.ToSlash(name))
}

func notFolder(name string) error {
	return fmt.Errorf("%q is een bestand; noem met -content de map waar het in staat, hier %q",
		filepath.ToSlash(name), filepath.ToSlash(filepath.Dir(name)))
}

func emptyFolder(name string) error {
	return fmt.Errorf("de map %q is leeg; zet er een bestand site.toml in, of noem een andere map met -content", filepath.ToSlash(name))
}

func cannotListen(addr string, err error) error {
	var unknown *net.DNSError
	switch {
	case errno.Of(err) == errno.PortTaken:
		return fmt.Errorf("op %s draait al iets; stop dat, of kies een andere poort, zoals -addr %s", addr, nextPort(addr))
	case errno.Of(err) == errno.Denied:
		return fmt.Errorf("op %s mag u geen site laten zien; kies een hogere poort, zoals -addr localhost:1313", addr)
	case errors.As(err, &unknown), errno.Of(err) == errno.NoAddress:
		return fmt.Errorf("%s is geen adres van deze computer; schrijf -addr localhost:1313", addr)
	}
	return fmt.Errorf("op %s kan de site niet komen: %v", addr, err)
}

func nextPort(addr string) string {
	host, port, _ := net.SplitHostPort(addr)
	n, _ := strconv.Atoi(port) // both were checked when the flag was parsed
	return net.JoinHostPort(host, strconv.Itoa(n+1))
}

// Problems in the content.

// notMade is the consequence of errors for a build.
const notMade = "; de site is niet gemaakt"

// problems prints a list of problems and their number. If there is an error among them it
// adds the consequence.
func (e environment) problems(l diag.List, consequence string) {
	if len(l) == 0 {
		return
	}
	e.show(l)
	if !l.HasErrors() {
		consequence = ""
	}
	fmt.Fprintf(e.stderr, "\n%s%s\n", counted(l), consequence)
}

func (e environment) show(l diag.List) {
	diag.Text(e.stderr, l) // an error means that nobody is reading
}

// counted formats the numbers of problems, as in "3 fouten, 1 waarschuwing in 2
// bestanden".
func counted(l diag.List) string {
	var parts []string
	if n := l.Count(diag.Error); n > 0 {
		parts = append(parts, count(n, "fout", "fouten"))
	}
	if n := l.Count(diag.Warning); n > 0 {
		parts = append(parts, count(n, "waarschuwing", "waarschuwingen"))
	}
	files := map[string]bool{}
	for _, d := range l {
		files[d.File] = true
	}
	return strings.Join(parts, ", ") + " in " + count(len(files), "bestand", "bestanden")
}

func (e environment) checked(folder string, l diag.List) {
	if !l.HasErrors() {
		fmt.Fprintf(e.stdout, "%s: geen fouten\n", folder)
	}
}

// translated prints for each language how much is translated, and what to do next.
func (e environment) translated(languages []lint.Progress) {
	for _, p := range languages {
		fmt.Fprintln(e.stdout, strings.TrimSpace(fmt.Sprintf("Vertaald in het %s: %d %%. %s", p.Language.Name(), p.Percent(), p.Next)))
	}
}

// explain prints the explanation of a code.
func (e environment) explain(x diag.Explanation) {
	fmt.Fprintf(e.stdout, "%s [%s]\n\n%s\n\nfout:\n%s\n\ngoed:\n%s\n",
		x.Title, x.Code, wrapped(x.Text, terminalWidth), indented(x.Wrong), indented(x.Right))
}

func indented(s string) string {
	return "    " + strings.ReplaceAll(wrapped(s, terminalWidth-4), "\n", "\n    ")
}

// terminalWidth is the maximum number of characters on a line.
const terminalWidth = 78

// wrapped breaks lines between words.
func wrapped(s string, width int) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		length := 0
		for word := range strings.FieldsSeq(line) {
			size := len([]rune(word))
			switch {
			case length == 0:
			case length+1+size > width:
				b.WriteByte('\n')
				length = 0
			default:
				b.WriteByte(' ')
				length++
			}
			b.WriteString(word)
			length += size
		}
		if strings.HasSuffix(line, "\n") {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// Building.

// stageNames are the names of the stages of a build.
var stageNames = map[generator.Stage]string{
	generator.Reading:     "inhoud lezen",
	generator.Resolving:   "verbanden leggen",
	generator.Templating:  "sjablonen lezen",
	generator.LookingBack: "terugkijken",
	generator.Listing:     "bestanden bepalen",
}

const publishing = "bestanden maken"

// Other long work.
const (
	checkingLinks  = "links nakijken"
	readingRooster = "rooster lezen"
	writingRooster = "bestanden schrijven"
)

// progressText says how far long work is, as in "bestanden maken: 1.200 van 8.000".
func progressText(what string, done, total int) string {
	if total == 0 {
		return what + " …"
	}
	return dutch.Sprintf("%s: %d van %d", what, done, total)
}

func (e environment) laps(laps []lap) {
	for _, l := range laps {
		fmt.Fprintf(e.stdout, "%-20s%s\n", l.name, dutch.Sprintf("%7.3f s", l.took.Seconds()))
	}
}

func (e environment) built(out string, r publish.Report, took time.Duration) {
	parts := []string{count(r.Files, "bestand", "bestanden")}
	if r.Written > 0 {
		parts = append(parts, dutch.Sprintf("%d nieuw of veranderd", r.Written))
	}
	if r.Removed > 0 {
		parts = append(parts, dutch.Sprintf("%d weg", r.Removed))
	}
	if r.Written+r.Removed == 0 {
		parts = append(parts, "niets veranderd")
	}
	fmt.Fprintf(e.stdout, "%s: %s\n", out, strings.Join(append(parts, duration(took, 100*time.Millisecond)), ", "))
}

// The preview.

func (e environment) serving(url string) {
	fmt.Fprintf(e.stdout, "open %s in uw browser; stoppen: Ctrl en C\n", url)
}

// The program itself.

// versionOf describes the program, as in "pleinwijzer v1.2.0 (bron 0123456789ab van
// 2026-11-22, go1.26.0)", with the address of its source on a second line if that is known.
func versionOf(info *debug.BuildInfo, address, release string) string {
	setting := map[string]string{}
	for _, s := range info.Settings {
		setting[s.Key] = s.Value
	}
	name := "zonder versienummer"
	if release != "" {
		name = release
	} else if info.Main.Version != "" && info.Main.Version != "(devel)" {
		name = info.Main.Version
	}
	source := ""
	if revision := setting["vcs.revision"]; revision != "" {
		date, _, _ := strings.Cut(setting["vcs.time"], "T")
		source = fmt.Sprintf("bron %.12s van %s, ", revision, date)
	}
	if setting["vcs.modified"] == "true" {
		source += "daarna gewijzigd, "
	}
	said := fmt.Sprintf("pleinwijzer %s (%s%s)", name, source, info.GoVersion)
	if address != "" {
		said += "\n" + address
	}
	return said
}
