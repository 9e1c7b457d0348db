package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"pleinwijzer/generator/timetable"
)

// The output of the verb import.

var errImportStopped = errors.New("gestopt; een deel van de bestanden is geschreven, en dezelfde opdracht gaat daarmee verder")

func changedMeanwhile(file string) string {
	return fmt.Sprintf("%s is net door iemand anders gemaakt of veranderd, en blijft zo; geef dezelfde opdracht nog een keer", file)
}

func noRooster() error {
	return errors.New(`zeg welk rooster, zoals "pleinwijzer import rooster.xlsx"`)
}

func notRooster(name string) error {
	return fmt.Errorf("%q is een apparaat of iets van een programma, en geen bestand; noem het rooster, zoals rooster.xlsx", name)
}

// stateWords is the text in the second column of the table. Lines that change nothing are
// not shown but only counted.
var stateWords = map[timetable.State]string{
	timetable.New: "nieuw", timetable.Changed: "anders", timetable.Refused: "fout", timetable.Skipped: "niet",
}

func showRooster(e environment, name string, r *timetable.Rooster, folder string, written bool) {
	w := bufio.NewWriter(e.stdout)
	defer w.Flush()
	roosterOrigin(w, r)
	roosterMade(w, r, folder, written)
	if len(r.Lines) > quiet(r) {
		fmt.Fprintf(w, "%-8s%s\n", "rij", "wordt")
	}
	changed := map[int]bool{} // the numbers of the rows that are shown
	for _, line := range r.Lines {
		changed[line.Number] = line.State == timetable.New || line.State == timetable.Changed
		switch line.State {
		case timetable.Same:
		case timetable.Joined:
			if !changed[line.With] {
				continue
			}
			fmt.Fprintf(w, "%-8d%-8shoort bij rij %d\n", line.Number, "tijd", line.With)
		case timetable.Refused, timetable.Skipped:
			fmt.Fprintf(w, "%-8d%-8s%s\n", line.Number, stateWords[line.State], line.Reason)
		default:
			path := folder + "/" + line.Path
			switch {
			case line.Undescribed:
				path += " (een concept: er is nog geen omschrijving)"
			case line.Waits:
				path += " (een concept, net als het plein of de partner)"
			}
			fmt.Fprintf(w, "%-8d%-8s%s\n", line.Number, stateWords[line.State], path)
			for _, c := range line.Changes {
				fmt.Fprintf(w, "%16s%s: %s\n", "", c.Label, changeWords(c))
			}
		}
	}
	roosterNotes(w, r)
	if len(r.Lines) > quiet(r) || len(r.Unread) > 0 {
		fmt.Fprintln(w)
	}
	roosterEnd(w, name, r, written)
}

// quiet returns how many lines are only counted.
func quiet(r *timetable.Rooster) int { return r.Count(timetable.Same) + r.Count(timetable.Joined) }

// roosterOrigin prints which part of the file was read, and as what.
func roosterOrigin(w io.Writer, r *timetable.Rooster) {
	var lines []string
	say := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	if r.Sheet != "" && len(r.Others)+len(r.Unfit)+len(r.Origin.Hidden) > 0 {
		say("gelezen: het blad %q", r.Sheet)
	}
	if len(r.Others) > 0 {
		say("niet gelezen: %s %s; lees zo'n blad met -blad %s", plural(len(r.Others), "het blad", "de bladen"),
			enumerate(quoted(r.Others), "en"), shellName(r.Others[0]))
	}
	if len(r.Unfit) > 0 {
		say("niet gelezen: %s %s, want daar staan geen kopjes van een rooster",
			plural(len(r.Unfit), "het blad", "de bladen"), enumerate(quoted(r.Unfit), "en"))
	}
	if len(r.Origin.Hidden) > 0 {
		say("niet gelezen: %s %s",
			plural(len(r.Origin.Hidden), "het verborgen blad", "de verborgen bladen"), enumerate(quoted(r.Origin.Hidden), "en"))
	}
	if n := len(r.HiddenRows); n > 0 {
		say("niet gelezen: %s; maak %s als %s moet", hiddenRows(r.HiddenRows),
			plural(n, "die zichtbaar", "ze zichtbaar"), plural(n, "hij mee", "er een mee"))
	}
	if n := len(r.HiddenColumns); n > 0 {
		say("niet gelezen: %s %s; maak %s zichtbaar als u de gegevens nodig hebt",
			plural(n, "de verborgen kolom", "de verborgen kolommen"), enumerate(r.HiddenColumns, "en"), plural(n, "die", "ze"))
	}
	if r.Macros {
		say("in dit bestand zitten macro's; die zijn niet uitgevoerd")
	}
	if len(r.Guessed) > 0 {
		var words []string
		for _, h := range r.Guessed {
			words = append(words, fmt.Sprintf("%q als %s", h.Heading, h.Label))
		}
		say("kopjes gelezen: %s", enumerate(words, "en"))
		say("klopt dat niet? zeg het met -kop, zoals -kop %s=Titel", shellName(r.Guessed[0].Heading))
	}
	if len(r.Unsaid) > 0 {
		say("er is geen kolom voor: %s; %s", enumerate(r.Unsaid, "en"), unsaid(len(r.Unsaid)))
	}
	lines = append(lines, filledWords(r)...)
	for _, n := range r.Readings[:min(len(r.Readings), mostNames)] {
		say("%s %q is gelezen als %q (%s)", n.Kind, n.Name, n.As, count(n.Lines, "rij", "rijen"))
	}
	if len(lines) > 0 {
		fmt.Fprintln(w, strings.Join(lines, "\n")+"\n")
	}
}

// filledWords says which rows were read with something that is not in the row itself.
func filledWords(r *timetable.Rooster) []string {
	var lines []string
	for _, f := range r.Filled[:min(len(r.Filled), mostNames)] {
		rows := rowRanges(f.Rows)
		switch {
		case f.Key == "":
			lines = append(lines, dutch.Sprintf("%s gelezen als nog een tijd van %q, net als rij %d", rows, f.Value, f.From))
		case f.Above:
			lines = append(lines, dutch.Sprintf("%s gelezen als %s, net als rij %d", rows, f.Value, f.From))
		case f.From == 0:
			lines = append(lines, fmt.Sprintf("%s gelezen als %s, want zo heet het blad", rows, f.Value))
		default:
			lines = append(lines, dutch.Sprintf("%s gelezen als %s, want dat staat in rij %d", rows, f.Value, f.From))
		}
	}
	if more := len(r.Filled) - len(lines); more > 0 {
		lines = append(lines, dutch.Sprintf("en nog %d keer zoiets", more))
	}
	if len(lines) > 0 {
		lines = append(lines, "klopt dat niet? vul dan in die rijen zelf de cel in")
	}
	return lines
}

// rowRanges writes numbers of rows, such as "rij 5-8 en 12".
func rowRanges(rows []int) string {
	const most = 10
	var words []string
	for i := 0; i < len(rows); i++ {
		if len(words) == most {
			return "rij " + strings.Join(words, ", ") + fmt.Sprintf(" en nog %d", len(rows)-i)
		}
		first := i
		for i+1 < len(rows) && rows[i+1] == rows[i]+1 {
			i++
		}
		words = append(words, strconv.Itoa(rows[first]))
		switch {
		case i == first+1:
			words = append(words, strconv.Itoa(rows[i]))
		case i > first:
			words[len(words)-1] += "-" + strconv.Itoa(rows[i])
		}
	}
	return "rij " + enumerate(words, "en")
}

func unsaid(n int) string {
	if n == 1 {
		return "een nieuw spreekuur krijgt daar het begin van de andere omschrijving"
	}
	return "een nieuw spreekuur wordt een concept, tot u dat invult"
}

func hiddenRows(rows []int) string {
	const most = 10
	words := make([]string, 0, most)
	for _, n := range rows[:min(len(rows), most)] {
		words = append(words, dutch.Sprintf("%d", n))
	}
	if more := len(rows) - most; more > 0 {
		return fmt.Sprintf("%s, zoals rij %s", count(len(rows), "verborgen rij", "verborgen rijen"), strings.Join(words, ", "))
	}
	return fmt.Sprintf("%s %s", plural(len(rows), "de verborgen rij", "de verborgen rijen"), enumerate(words, "en"))
}

// shellName returns a name for in a command, or a word in its place.
func shellName(name string) string {
	if word, ok := forShell(name); ok {
		return word
	}
	return "naam"
}

// roosterMade prints the records that are made besides spreekuren.
func roosterMade(w io.Writer, r *timetable.Rooster, folder string, written bool) {
	if len(r.Made) == 0 {
		return
	}
	if written {
		fmt.Fprintln(w, "ook gemaakt:")
	} else {
		fmt.Fprintln(w, "wordt ook gemaakt:")
	}
	for _, m := range r.Made {
		later := ""
		if len(m.Needs) > 0 {
			later = "; vul later aan: " + strings.ToLower(enumerate(m.Needs, "en"))
		}
		fmt.Fprintf(w, "  %s %q in %s/%s%s\n", m.Kind, m.Name, folder, m.Path, later)
	}
	fmt.Fprintln(w)
}

// mostNames is how many names are printed.
const mostNames = 20

func changeWords(c timetable.Change) string {
	if c.Old == "" {
		return fmt.Sprintf("%q erbij", oneLine([]string{c.New}))
	}
	return fmt.Sprintf("%q wordt %q", oneLine([]string{c.Old}), oneLine([]string{c.New}))
}

// roosterNotes prints what applies to the rooster as a whole.
func roosterNotes(w io.Writer, r *timetable.Rooster) {
	if len(r.Unread) > 0 {
		fmt.Fprintf(w, "\nniet gelezen: %s %s\n", plural(len(r.Unread), "de kolom", "de kolommen"), enumerate(quoted(r.Unread), "en"))
	}
	if len(r.Unknown) == 0 {
		return
	}
	fmt.Fprintln(w, "\ndeze namen kent de map niet:")
	for _, u := range r.Unknown[:min(len(r.Unknown), mostNames)] {
		mend := "eerst te maken, met: " + newCommand(u)
		switch {
		case u.Nearest != "":
			mend = u.Nearest
		case u.Offered:
			mend = "-maak maakt het"
			if u.Kind == "partner" {
				mend = "-maak maakt hem"
			}
		case u.Kind == "plein" && u.Needs != "":
			mend += "; of " + u.Needs + ", en geef -maak"
		case u.Kind == "onderwerp":
			mend = "zet het in onderwerpen.toml"
		}
		fmt.Fprintf(w, "  %s %q (%s); %s\n", u.Kind, u.Name, count(u.Lines, "rij", "rijen"), mend)
	}
	if more := len(r.Unknown) - mostNames; more > 0 {
		fmt.Fprintln(w, dutch.Sprintf("  en nog %d", more))
	}
}

// newCommand returns the command that makes a record. It leaves out a name that is not
// safe in a shell, so that the program asks for it.
func newCommand(u timetable.Unknown) string {
	command := "pleinwijzer new " + u.Kind
	if name, ok := forShell(u.Name); ok {
		command += " -set naam=" + name
	}
	return command
}

func roosterEnd(w io.Writer, name string, r *timetable.Rooster, written bool) {
	if len(r.Lines) == 0 {
		fmt.Fprintf(w, "%s: onder de kopjes staat niets\n", name)
		return
	}
	var parts []string
	for _, part := range []struct {
		state timetable.State
		word  string
	}{{timetable.New, "nieuw"}, {timetable.Changed, "anders"}, {timetable.Same, "hetzelfde"},
		{timetable.Joined, "bij een andere rij"}, {timetable.Skipped, "geen spreekuur"}, {timetable.Refused, "fout"}} {
		if n := r.Count(part.state); n > 0 {
			parts = append(parts, dutch.Sprintf("%d %s", n, part.word))
		}
	}
	fmt.Fprintf(w, "%s, %s: %s\n", name, count(len(r.Lines), "rij", "rijen"), strings.Join(parts, ", "))
	switch n := r.Count(timetable.New) + r.Count(timetable.Changed) + len(r.Made); {
	case n == 0:
		fmt.Fprintln(w, "er is niets te schrijven")
	case written:
		fmt.Fprintf(w, "%s geschreven\n", count(filesWritten(r), "bestand", "bestanden"))
	default:
		fmt.Fprintln(w, "er is nog niets geschreven; dezelfde opdracht met -write schrijft de bestanden")
	}
	if written {
		stillMissing(w, r)
	}
}

// filesWritten returns how many files are written: topics share one.
func filesWritten(r *timetable.Rooster) int {
	paths := map[string]bool{}
	for _, m := range r.Made {
		paths[m.Path] = true
	}
	return len(paths) + r.Count(timetable.New) + r.Count(timetable.Changed)
}

// stillMissing repeats which rows were not taken over, since they are among many others.
func stillMissing(w io.Writer, r *timetable.Rooster) {
	n := r.Count(timetable.Refused)
	if n == 0 {
		return
	}
	fmt.Fprintf(w, "\nnog niet overgenomen: %s\n", count(n, "rij", "rijen"))
	shown := 0
	for _, line := range r.Lines {
		if line.State == timetable.Refused && shown < mostNames {
			fmt.Fprintf(w, "  rij %d: %s\n", line.Number, line.Reason)
			shown++
		}
	}
	if n > shown {
		fmt.Fprintln(w, dutch.Sprintf("  en nog %d", n-shown))
	}
	fmt.Fprintln(w, "verbeter wat erbij staat, en geef dezelfde opdracht nog een keer")
}

func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

func quoted(words []string) []string {
	all := make([]string, len(words))
	for i, word := range words {
		all[i] = fmt.Sprintf("%q", word)
	}
	return all
}
