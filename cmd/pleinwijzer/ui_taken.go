package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/due"
	"pleinwijzer/generator/say"
)

// The output of the verb taken, by the rules of ui.go.

// A taskList prints tasks for people.
type taskList struct {
	out   io.Writer
	voice *say.Voice
}

// show prints the tasks by week and by who has to do them.
func (l taskList) show(tasks []due.Task) {
	if len(tasks) == 0 {
		fmt.Fprintln(l.out, "er is nu niets te doen")
		return
	}
	for i, week := range due.Weeks(l.voice, tasks) {
		if i > 0 {
			fmt.Fprintln(l.out)
		}
		l.under("", strings.ToUpper(week.Heading))
		for _, p := range week.People {
			fmt.Fprintf(l.out, "\n%s\n", p.Name())
			for j, t := range p.Tasks {
				if j > 0 {
					fmt.Fprintln(l.out)
				}
				l.task(t)
			}
		}
	}
	fmt.Fprintf(l.out, "\n%s\n", count(len(tasks), "taak", "taken"))
}

func (l taskList) task(t due.Task) {
	mark := ""
	if t.Private {
		mark = " (privé)"
	}
	l.under("  ", fmt.Sprintf("%s%s; %s", t.What, mark, due.Deadline(l.voice, t)))
	for _, a := range t.About {
		l.under("    - ", a.Text)
		if a.File != "" {
			fmt.Fprintf(l.out, "      %s\n", a.File)
		}
	}
	if t.Then != "" {
		l.under("    ", t.Then)
	}
	if t.Mail != nil {
		l.mail(t.Mail)
	}
}

// mail prints a mail. Its text begins at the start of the line, between two rules, so that
// it can be copied as it is.
func (l taskList) mail(m *due.Mail) {
	rule := strings.Repeat("-", terminalWidth)
	l.under("    ", "Mail aan: "+due.Recipient(m))
	l.under("    ", "Onderwerp: "+m.Subject)
	fmt.Fprintln(l.out, rule)
	for line := range strings.Lines(m.Body) {
		l.under("", line)
	}
	fmt.Fprintln(l.out, rule)
}

// under prints a text after a prefix, with its further lines aligned. A dash stands before
// the first line only.
func (l taskList) under(prefix, text string) {
	text = strings.TrimSpace(wrapped(strings.TrimSpace(text), terminalWidth-len(prefix)))
	further := "\n" + strings.Replace(prefix, "-", " ", 1)
	fmt.Fprintln(l.out, strings.TrimRight(prefix+strings.ReplaceAll(text, "\n", further), " "))
}

func unknownWho(typed string, names []string) error {
	mend := diag.Question(diag.Nearest(typed, names))
	if mend == "" {
		mend = "noem een bestand in de map pleinen of partners, zonder .md"
	}
	return fmt.Errorf("er is geen plein of partner met de naam %q; %s", typed, mend)
}

func noPrivateFolder(name string) error {
	return fmt.Errorf("de map %q van -prive bestaat niet; kijk of de naam klopt", filepath.ToSlash(name))
}

func privateFile(name string) error {
	return fmt.Errorf("%q van -prive is een bestand; noem de map waar het in staat", filepath.ToSlash(name))
}

func noPrivateTasks(name string) error {
	return fmt.Errorf(`in de map %q staat geen bestand dat eindigt op .toml; "pleinwijzer help taken" zegt wat erin hoort`, filepath.ToSlash(name))
}

func privateInside(name, holder string) error {
	return fmt.Errorf("de map %q staat in %q, en die map kan openbaar worden; zet hem ergens anders, buiten de opslagplaats met de inhoud",
		filepath.ToSlash(name), filepath.ToSlash(holder))
}

// The issue on GitHub.

func notWithIssue(other string) error {
	return fmt.Errorf("-issue gaat niet samen met -%s: in het issue staat alles wat openbaar is; laat een van de twee weg", other)
}

var errNoRepository = errors.New(`-issue is voor de workflow op GitHub: die vult GITHUB_REPOSITORY en GITHUB_TOKEN in; de lijst zelf ziet u met "pleinwijzer taken"`)

func keptIssue(out io.Writer, outcome string, number int) {
	if number > 0 {
		outcome = fmt.Sprintf("issue %d: %s", number, outcome)
	}
	fmt.Fprintln(out, outcome)
}

func hubSilent(address string) error {
	return fmt.Errorf("%s geeft geen antwoord; probeer het later opnieuw", address)
}

// hubRefused describes an answer of GitHub by its status: what is in it is not for people.
func hubRefused(status int) error {
	switch status {
	case http.StatusUnauthorized, http.StatusForbidden:
		return fmt.Errorf("GitHub weigert het (%d); geef de workflow het recht \"issues: write\"", status)
	case http.StatusNotFound, http.StatusGone:
		return fmt.Errorf("GitHub vindt geen issues (%d); zet Issues aan bij de instellingen van de opslagplaats", status)
	}
	return fmt.Errorf("GitHub geeft een fout (%d); probeer het later opnieuw", status)
}
