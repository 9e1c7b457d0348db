// Package lint gives advice on plain language, personal data, opening hours that cannot
// be right, facts that nobody has checked for a long time, and links that lead nowhere.
// Advice is a warning (diag.Warning) and never stops a build.
//
// A [Check] is a value with an explanation and a function, in a file of its own; [Checks]
// lists them all. To add a check, write that file, add a line to Checks, and add a
// fixture to testdata. There are three kinds of checks, depending on what they need to
// see: the text of one record, the links of one record and the pages of the site, or the
// entire catalog.
//
// Rules about language are weak evidence. So each check is designed to stay silent when
// in doubt, and an editor may ignore a check by giving a reason (the field negeer of a
// record).
package lint

import (
	"runtime"
	"slices"
	"strings"
	"sync"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
)

// A Check is one piece of advice. Exactly one of its functions is set.
type Check struct {
	diag.Explanation

	read  func(*record, adder)                            // looks at the texts of one record
	links func(*record, Pages, adder)                     // looks at the links of one record
	whole func(*content.Content, *catalog.Catalog, adder) // looks at all records together
}

// Checks lists all checks. To add one, write a file named after its code ("zin-lang" is
// in zin_lang.go) and add a line here.
var Checks = []*Check{
	// Plain language.
	zinLang, lijdend, moeilijkWoord, afkorting, voluit, tijdwoord, aanspreking, leesbaarheid,
	// Personal data.
	mobielNummer, eigenMail, persoonsnaam, sprekerToestemming,
	// Text that the page does not show as intended.
	ingesprongen, kopNiveau, opsomming, opmaakZichtbaar, tekenKapot,
	// Fields that contain more than they should.
	titelMetTijd, adresExtra, verhuizingZonderRoute,
	// Dates and times.
	buitenOpeningstijd, partnerDubbel, recordDubbel, lijktKopie, uitzonderingLang,
	uitzonderingRaaktNiets, uitzonderingenOverlappen, jaarVergist, redenOntbreekt,
	// Staleness.
	nakijken, looptAf, verwijsVoorbij, agendaVoorbij, agendaDagen, schoolvakantie, verklaringOud,
	// Where visitors are sent.
	nietZonderVerwijs, verwijsRond,
	// Other directories.
	bronLeeg, bronOud, bronWeg, partnerZelfde, pleinZelfdeAdres,
	// Links and images.
	beeldZonderTekst, linktekst, linkStuk, ankerStuk,
	// Checks that use the network.
	linkBuiten,
}

// Pages tells which pages a link on the site can lead to. Paths start with "/" and have
// no query.
type Pages struct {
	Has       func(path string) bool
	HasAnchor func(path, id string) bool
}

// adder reports what a check found in a record. The record is nil for site.toml and
// topics.
type adder func(in *content.Record, at diag.Range, message, hint string, related ...diag.Range)

func (c *Check) adder(l *diag.List) adder {
	return func(in *content.Record, at diag.Range, message, hint string, related ...diag.Range) {
		if in != nil && (in.Negeer[c.Code] != "" || in.From != nil) { // what others wrote is theirs to mend
			return
		}
		l.Add(diag.Diagnostic{
			Range: at, Severity: diag.Warning, Code: c.Code, Message: message, Hint: hint, Related: related,
		})
	}
}

// Linter checks content repeatedly, doing no more work than the changes require. It is
// not safe for concurrent use.
type Linter struct {
	names names
	seen  map[*frontmatter.Document]*outcome
}

// outcome is the result of checking the text of one file. A file that has not changed
// keeps its Document, which is used to find the outcome again.
type outcome struct {
	record   *record // without its texts, which live in scratch space
	problems diag.List
}

// Check returns all advice about content without errors, including drafts, sorted.
func (l *Linter) Check(c *content.Content, shown *catalog.Catalog, pages Pages) diag.List {
	var problems diag.List
	records := l.read(c)
	for _, check := range Checks {
		add := check.adder(&problems)
		switch {
		case check.links != nil:
			for _, o := range records {
				if len(o.record.links) > 0 {
					check.links(o.record, pages, add)
				}
			}
		case check.whole != nil:
			check.whole(c, shown, add)
		}
	}
	problems.Sort()
	problems = problems.Fewer()
	for _, o := range records {
		problems.Add(o.problems...)
	}
	problems.Sort()
	return problems
}

// read checks the text of each record that is new or has changed.
func (l *Linter) read(c *content.Content) []*outcome {
	if names := namesOf(c); l.seen == nil || !names.equal(l.names) {
		l.names, l.seen = names, map[*frontmatter.Document]*outcome{}
	}
	records := recordsOf(c)
	outcomes := make([]*outcome, len(records))
	var wg sync.WaitGroup
	for worker, workers := 0, runtime.GOMAXPROCS(0); worker < workers; worker++ {
		wg.Go(func() {
			var d scratch
			for i := worker; i < len(records); i += workers {
				if outcomes[i] = l.seen[records[i].key]; outcomes[i] == nil {
					outcomes[i] = l.look(records[i], &d)
				}
			}
		})
	}
	wg.Wait()
	clear(l.seen)
	for i, r := range records {
		l.seen[r.key] = outcomes[i]
	}
	return outcomes
}

func (l *Linter) look(s source, d *scratch) *outcome {
	r := s.read(l.names, d)
	o := &outcome{record: r}
	for _, check := range Checks {
		if check.read != nil {
			check.read(r, check.adder(&o.problems))
		}
	}
	r.scratch = nil
	o.problems.Sort()
	o.problems = o.problems.Fewer()
	return o
}

// Ignored reports mistakes in the fields negeer: a code that does not exist, or a missing
// reason. They are errors, and are part of every build.
func Ignored(c *content.Content) diag.List {
	var problems diag.List
	for _, s := range recordsOf(c) {
		if s.base == nil {
			continue
		}
		for code, reason := range s.base.Negeer {
			at := s.base.Doc.Key("negeer", code)
			switch {
			case find(code) == nil:
				problems.Add(diag.Diagnostic{Range: at, Code: "negeer-onbekend",
					Message: "er is geen advies met de naam \"" + code + "\"", Hint: diag.Question(Nearest(code))})
			case strings.TrimSpace(reason) == "":
				problems.Add(diag.Diagnostic{Range: at, Code: "negeer-zonder-reden",
					Message: "hier ontbreekt de reden", Hint: "schrijf waarom dit advies hier niet geldt"})
			}
		}
	}
	problems.Sort()
	return problems
}

func find(code string) *Check {
	i := slices.IndexFunc(Checks, func(c *Check) bool { return c.Code == code })
	if i < 0 {
		return nil
	}
	return Checks[i]
}

// Nearest returns the code of the check that a person who typed code most likely meant.
func Nearest(code string) (string, bool) {
	codes := make([]string, len(Checks))
	for i, c := range Checks {
		codes[i] = c.Code
	}
	return diag.Nearest(code, codes)
}
