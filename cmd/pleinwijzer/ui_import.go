package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"pleinwijzer/generator/scaffold"
)

// The output of the verb import.

var errImportStopped = errors.New("gestopt; een deel van de bestanden is geschreven, en dezelfde opdracht gaat daarmee verder")

func noRooster() error {
	return errors.New(`zeg welk rooster, zoals "pleinwijzer import rooster.csv"`)
}

func notRooster(name string) error {
	return fmt.Errorf("%q is een apparaat of iets van een programma, en geen bestand; noem het rooster, als .csv-bestand", name)
}

// stateWords is the text in the second column of the table. Lines that change nothing are
// not shown but only counted.
var stateWords = map[scaffold.State]string{
	scaffold.New: "nieuw", scaffold.Changed: "anders", scaffold.Refused: "fout",
}

func (e environment) rooster(name string, r *scaffold.Rooster, folder string, written bool) {
	w := bufio.NewWriter(e.stdout)
	defer w.Flush()
	if len(r.Lines) > r.Count(scaffold.Same)+r.Count(scaffold.Joined) {
		fmt.Fprintf(w, "%-8s%s\n", "rij", "wordt")
	}
	changed := map[int]bool{} // the numbers of the rows that are shown
	for _, line := range r.Lines {
		changed[line.Number] = line.State == scaffold.New || line.State == scaffold.Changed
		switch line.State {
		case scaffold.Same:
		case scaffold.Joined:
			if !changed[line.With] {
				continue
			}
			fmt.Fprintf(w, "%-8d%-8shoort bij rij %d\n", line.Number, "tijd", line.With)
		case scaffold.Refused:
			fmt.Fprintf(w, "%-8d%-8s%s\n", line.Number, stateWords[line.State], line.Reason)
		default:
			path := folder + "/" + line.Path
			if line.Waits {
				path += " (een concept, net als het plein of de partner)"
			}
			fmt.Fprintf(w, "%-8d%-8s%s\n", line.Number, stateWords[line.State], path)
			for _, c := range line.Changes {
				fmt.Fprintf(w, "%16s%s: %s\n", "", c.Label, changeWords(c))
			}
		}
	}
	roosterNotes(w, r)
	if len(r.Lines) > r.Count(scaffold.Same)+r.Count(scaffold.Joined) || len(r.Unread) > 0 {
		fmt.Fprintln(w)
	}
	roosterEnd(w, name, r, written)
}

func changeWords(c scaffold.Change) string {
	if c.Old == "" {
		return fmt.Sprintf("%q erbij", oneLine([]string{c.New}))
	}
	return fmt.Sprintf("%q wordt %q", oneLine([]string{c.Old}), oneLine([]string{c.New}))
}

// roosterNotes prints what applies to the rooster as a whole.
func roosterNotes(w io.Writer, r *scaffold.Rooster) {
	if len(r.Unread) > 0 {
		fmt.Fprintf(w, "\nniet gelezen: %s %s\n", plural(len(r.Unread), "de kolom", "de kolommen"), enumerate(quoted(r.Unread), "en"))
	}
	if len(r.Unknown) == 0 {
		return
	}
	fmt.Fprintln(w, "\ndeze namen kent de map niet:")
	const most = 20
	for _, u := range r.Unknown[:min(len(r.Unknown), most)] {
		mend := "eerst te maken, met: " + newCommand(u)
		switch {
		case u.Nearest != "":
			mend = u.Nearest
		case u.Kind == "onderwerp":
			mend = "zet het in onderwerpen.toml"
		}
		fmt.Fprintf(w, "  %s %q (%s); %s\n", u.Kind, u.Name, count(u.Lines, "rij", "rijen"), mend)
	}
	if more := len(r.Unknown) - most; more > 0 {
		fmt.Fprintln(w, dutch.Sprintf("  en nog %d", more))
	}
}

// newCommand returns the command that makes a record. It leaves out a name that is not
// safe in a shell, so that the program asks for it.
func newCommand(u scaffold.Unknown) string {
	command := "pleinwijzer new " + u.Kind
	if name, ok := forShell(u.Name); ok {
		command += " -set naam=" + name
	}
	return command
}

func roosterEnd(w io.Writer, name string, r *scaffold.Rooster, written bool) {
	if len(r.Lines) == 0 {
		fmt.Fprintf(w, "%s: onder de kopjes staat niets\n", name)
		return
	}
	var parts []string
	for _, part := range []struct {
		state scaffold.State
		word  string
	}{{scaffold.New, "nieuw"}, {scaffold.Changed, "anders"}, {scaffold.Same, "hetzelfde"},
		{scaffold.Joined, "bij een andere rij"}, {scaffold.Refused, "fout"}} {
		if n := r.Count(part.state); n > 0 {
			parts = append(parts, dutch.Sprintf("%d %s", n, part.word))
		}
	}
	fmt.Fprintf(w, "%s, %s: %s\n", name, count(len(r.Lines), "rij", "rijen"), strings.Join(parts, ", "))
	switch n := r.Count(scaffold.New) + r.Count(scaffold.Changed); {
	case n == 0:
		fmt.Fprintln(w, "er is niets te schrijven")
	case written:
		fmt.Fprintf(w, "%s geschreven\n", count(n, "bestand", "bestanden"))
	default:
		fmt.Fprintln(w, "er is nog niets geschreven; dezelfde opdracht met -write schrijft de bestanden")
	}
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
