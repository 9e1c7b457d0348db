package main

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/due"
	"pleinwijzer/generator/say"
)

// The output of the verb taken, by the rules of ui.go.

// tasks prints the tasks by week and by who has to do them.
func (e environment) tasks(c *catalog.Catalog, tasks []due.Task) {
	if len(tasks) == 0 {
		fmt.Fprintln(e.stdout, "er is nu niets te doen")
		return
	}
	voice := say.Dutch(c)
	for i, week := range due.Weeks(voice, tasks) {
		if i > 0 {
			fmt.Fprintln(e.stdout)
		}
		e.under("", strings.ToUpper(week.Heading))
		for _, p := range week.People {
			fmt.Fprintf(e.stdout, "\n%s\n", p.Name())
			for j, t := range p.Tasks {
				if j > 0 {
					fmt.Fprintln(e.stdout)
				}
				e.task(voice, t)
			}
		}
	}
	fmt.Fprintf(e.stdout, "\n%s\n", count(len(tasks), "taak", "taken"))
}

func (e environment) task(voice *say.Voice, t due.Task) {
	mark := ""
	if t.Private {
		mark = " (privé)"
	}
	e.under("  ", fmt.Sprintf("%s%s; %s", t.What, mark, due.Deadline(voice, t)))
	for _, a := range t.About {
		e.under("    - ", a.Text)
		if a.File != "" {
			fmt.Fprintf(e.stdout, "      %s\n", a.File)
		}
	}
	if t.Then != "" {
		e.under("    ", t.Then)
	}
	if t.Mail != nil {
		e.mail(t.Mail)
	}
}

// mail prints a mail behind a bar, so that it is clear where it begins and ends.
func (e environment) mail(m *due.Mail) {
	const bar = "    | "
	fmt.Fprintln(e.stdout)
	e.under(bar, "Aan: "+due.Recipient(m))
	e.under(bar, "Onderwerp: "+m.Subject)
	for line := range strings.Lines("\n" + m.Body) {
		e.under(bar, line)
	}
}

// under prints a text after a prefix, with its further lines aligned. A dash stands before
// the first line only.
func (e environment) under(prefix, text string) {
	text = strings.TrimSpace(wrapped(strings.TrimSpace(text), terminalWidth-len(prefix)))
	further := "\n" + strings.Replace(prefix, "-", " ", 1)
	fmt.Fprintln(e.stdout, strings.TrimRight(prefix+strings.ReplaceAll(text, "\n", further), " "))
}

func unknownWho(typed string, names []string) error {
	mend := diag.Question(diag.Nearest(typed, names))
	if mend == "" {
		mend = "noem een bestand in de map pleinen of partners, zonder .md"
	}
	return fmt.Errorf("er is geen plein of partner met de naam %q; %s", typed, mend)
}

func noPrivateFolder(name string) error {
	return fmt.Errorf("de map %q van -prive bestaat niet; kijk of de naam klopt", name)
}

func privateFile(name string) error {
	return fmt.Errorf("%q van -prive is een bestand; noem de map waar het in staat", name)
}

func noPrivateTasks(name string) error {
	return fmt.Errorf(`in de map %q staat geen bestand dat eindigt op .toml; "pleinwijzer help taken" zegt wat erin hoort`, name)
}

func privateInside(name, holder string) error {
	return fmt.Errorf("de map %q staat in %q, en die map kan openbaar worden; zet hem ergens anders, buiten de opslagplaats met de inhoud", name, holder)
}

// The issue on GitHub.

func notWithIssue(other string) error {
	return fmt.Errorf("-issue gaat niet samen met -%s: in het issue staat alles wat openbaar is; laat een van de twee weg", other)
}

var errNoRepository = errors.New(`-issue is voor de workflow op GitHub: die vult GITHUB_REPOSITORY en GITHUB_TOKEN in; de lijst zelf ziet u met "pleinwijzer taken"`)

func (e environment) keptIssue(outcome string, number int) {
	if number == 0 {
		fmt.Fprintln(e.stdout, outcome)
		return
	}
	fmt.Fprintf(e.stdout, "issue %d: %s\n", number, outcome)
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
