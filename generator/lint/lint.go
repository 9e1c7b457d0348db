// Package lint gives advice: plain language, personal data, hours that cannot be
// meant, facts nobody looked at for long, links that lead nowhere. Advice is a
// warning (diag.Warning) and never keeps a site from being made.
//
// A [Check] is a value with its explanation and a function, in a file of its own;
// [Checks] lists them. To add one: that file, a line in Checks, and a fixture in
// testdata. Checks come in three shapes, by what they need to see: the text of
// one record, its links and the pages of the site, or the whole catalog.
//
// The rules of language are weak evidence, so each check is made to stay silent
// where it may be wrong, and an editor may ignore one with a reason (the field
// negeer of a record).
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

// A Check is one piece of advice. It has one of the three functions.
type Check struct {
	diag.Explanation

	read  func(*record, adder)                            // the texts of one record
	links func(*record, Pages, adder)                     // its links
	whole func(*content.Content, *catalog.Catalog, adder) // all records together
}

// Checks are all checks. To add one: a file named after its code ("zin-lang" is in
// zin_lang.go), and a line here.
var Checks = []*Check{
	// Plain language.
	zinLang, lijdend, moeilijkWoord, afkorting, voluit, tijdwoord, aanspreking, leesbaarheid,
	// Personal data.
	mobielNummer, eigenMail, persoonsnaam, sprekerToestemming,
	// What the page does not show as it was meant.
	ingesprongen, kopNiveau, opsomming, opmaakZichtbaar, tekenKapot,
	// Fields that hold more than they should.
	titelMetTijd, adresExtra, verhuizingZonderRoute,
	// When.
	buitenOpeningstijd, partnerDubbel, recordDubbel, lijktKopie, uitzonderingLang,
	uitzonderingRaaktNiets, uitzonderingenOverlappen, jaarVergist, redenOntbreekt,
	// Staleness.
	nakijken, looptAf, agendaVoorbij, agendaDagen, schoolvakantie, verklaringOud,
	// Links and images.
	beeldZonderTekst, linktekst, linkStuk, ankerStuk,
	// With the network.
	linkBuiten,
}

// Pages are what links on the site can lead to. Paths start with "/" and have
// no query.
type Pages struct {
	Has       func(path string) bool
	HasAnchor func(path, id string) bool
}

// adder takes in what a check found in a record, which is nil for site.toml and
// the topics.
type adder func(in *content.Record, at diag.Range, message, hint string, related ...diag.Range)

func (c *Check) adder(l *diag.List) adder {
	return func(in *content.Record, at diag.Range, message, hint string, related ...diag.Range) {
		if in != nil && in.Negeer[c.Code] != "" {
			return
		}
		l.Add(diag.Diagnostic{
			Range: at, Severity: diag.Warning, Code: c.Code, Message: message, Hint: hint, Related: related,
		})
	}
}

// Linter looks at content again and again, with no more work than what changed
// asks for. It is not for use by two goroutines at once.
type Linter struct {
	names names
	seen  map[*frontmatter.Document]*outcome
}

// outcome is what the text of one file gave. Files that did not change keep
// their Document, so that finds it again.
type outcome struct {
	record   *record // without its texts
	problems diag.List
}

// Check gives all advice about content without errors, drafts included, sorted.
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

// read looks at the text of each record that was not seen before.
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

// Ignored says what is wrong with the fields negeer: a code that does not exist,
// or no reason. These are errors, and belong to every build.
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

// Nearest is the check that a person who typed code most likely meant.
func Nearest(code string) (string, bool) {
	codes := make([]string, len(Checks))
	for i, c := range Checks {
		codes[i] = c.Code
	}
	return diag.Nearest(code, codes)
}
