package main

import (
	"context"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/page"
	"pleinwijzer/generator/publish"
)

const buildUsage = `NAAM
    pleinwijzer build - maakt de site

GEBRUIK
    pleinwijzer build [-content map] [-out map] [-base-url adres] [-now tijd]
                      [-drafts] [-v]

BESCHRIJVING
    Leest de map met inhoud en schrijft de hele site in een andere map. Alleen
    bestanden die anders zijn geworden, worden geschreven. Bestanden die niet
    meer bij de site horen, gaan weg.

    Staat er een fout in de inhoud? Dan krijgt u een lijst met alle fouten. De
    site blijft dan zoals hij was.

    Staan er naast de map met inhoud mappen "layouts" en "static"? Dan gaan de
    bestanden daarin voor op de bestanden die in het programma zitten.

VLAGGEN
    -content map      de map met inhoud; zonder deze vlag: content
    -out map          de map voor de site; zonder deze vlag: public. De map is
                      leeg, of eerder door pleinwijzer gemaakt.
    -base-url adres   het adres van de site op internet; zonder deze vlag: het
                      adres in site.toml
    -now tijd         maak de site alsof het nu deze tijd is; zonder deze vlag:
                      nu
    -drafts           neem concepten mee
    -v                laat zien hoe lang elke stap duurt

VOORBEELDEN
    pleinwijzer build
    pleinwijzer build -out /tmp/proef -drafts
    pleinwijzer build -base-url https://www.voorbeeld.nl
    pleinwijzer build -now 2026-11-22T10:00:00+01:00

AFSLUITCODES
    0   de site is gemaakt
    1   er staan fouten in de inhoud; de site is zoals hij was
    2   de opdracht klopt niet, of het lukte niet
`

// build makes the site and publishes it.
func build(ctx context.Context, env environment, args []string) error {
	f := newFlags("build")
	content := f.text("content", "content", "content")
	out := f.text("out", "public", "public")
	base := f.web("base-url")
	now := f.time("now", env.now())
	drafts := f.set.Bool("drafts", false, "")
	verbose := f.set.Bool("v", false, "")
	if err := f.parse(args); err != nil {
		return err
	}
	from, err := openFolders(*content)
	if err != nil {
		return err
	}
	past, err := from.history(ctx, env)
	if err != nil {
		return err
	}
	generator.Sparingly()
	watch := newStopwatch(env.now)
	g := from.generator(ctx)
	g.Began = func(s generator.Stage) {
		watch.begin(stageNames[s])
		env.progress.work(ctx, stageNames[s], 0)
	}
	g.Program = program()
	g.Past = from.past(ctx, env, past)
	site, err := g.Site(generator.Change{}, catalog.Options{Now: *now, BaseURL: *base, Drafts: *drafts, History: past})
	if err != nil {
		return err
	}
	problems := site.Problems.In(from.shown())
	env.problems(problems, notMade)
	if problems.HasErrors() {
		return errProblems
	}
	watch.begin(publishing)
	files := append(site.Files, site.Pictures()...)
	files = counting(files, env.progress.work(ctx, publishing, len(files)))
	report, err := publish.Write(ctx, *out, from.list(), files, site.Basis)
	if faults, other := page.Faults(err); len(faults) > 0 || other != nil {
		if other != nil {
			return other
		}
		env.problems(faults.In(from.shown()), notMade)
		return errProblems
	}
	if *verbose {
		env.laps(watch.laps())
	}
	env.built(*out, report, watch.total())
	return nil
}

// A lap is how long one step took.
type lap struct {
	name string
	took time.Duration
}

// stopwatch times the steps of a build.
type stopwatch struct {
	now   func() time.Time
	names []string
	begun []time.Time
}

func newStopwatch(now func() time.Time) *stopwatch { return &stopwatch{now: now} }

// begin ends the current step and starts another.
func (s *stopwatch) begin(name string) {
	s.names, s.begun = append(s.names, name), append(s.begun, s.now())
}

// laps returns the steps. The last one ends now.
func (s *stopwatch) laps() []lap {
	ends := append(s.begun[1:len(s.begun):len(s.begun)], s.now())
	laps := make([]lap, len(s.names))
	for i, name := range s.names {
		laps[i] = lap{name, ends[i].Sub(s.begun[i])}
	}
	return laps
}

func (s *stopwatch) total() time.Duration { return s.now().Sub(s.begun[0]) }
