package main

import (
	"context"
	"io"
	"maps"
	"slices"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/lint"
)

const checkUsage = `NAAM
    pleinwijzer check - controleert de inhoud

GEBRUIK
    pleinwijzer check [-content map] [-format vorm] [-strict] [-external]
                      [-now tijd]
    pleinwijzer check -explain naam

BESCHRIJVING
    Leest de map met inhoud en zegt alles wat er niet klopt. Er wordt niets
    geschreven.

    Staan er geen fouten in? Dan krijgt u ook advies: over lange zinnen en
    moeilijke woorden, namen en nummers van personen, tijden die niet kunnen
    kloppen, gegevens die lang niet zijn nagekeken, en links die niet werken.
    Advies is een waarschuwing. De site komt er gewoon.

    Zijn er meer spreekuren lang niet nagekeken? Dat is dan één regel. Per
    partner staat er een mail klaar: "pleinwijzer help taken" zegt hoe.

    Is de site in meer talen? Dan staat er onder de lijst per taal hoeveel er
    vertaald is, en welke stap nu het meeste helpt. Dat is geen advies: wat niet
    vertaald is, staat op de site in het Nederlands.

    Past een advies niet? Schrijf in dat bestand waarom, met het veld negeer:
    negeer = { "zin-lang" = "Dit is een citaat uit de wet." }

VLAGGEN
    -content map    de map met inhoud; zonder deze vlag: content
    -format vorm    hoe de lijst eruitziet; zonder deze vlag: text
                      text     voor mensen
                      json     voor programma's, op de standaarduitvoer
                      github   als opmerkingen bij een pull request, op de
                               standaarduitvoer
                      sarif    voor programma's die code nakijken (SARIF
                               2.1.0), op de standaarduitvoer
    -strict         ook een waarschuwing is een fout
    -external       kijk ook of links naar andere sites werken
    -now tijd       kijk alsof het nu deze tijd is; zonder deze vlag: nu
    -explain naam   leg een melding uit, met een fout en een goed voorbeeld;
                    de naam staat achter de melding tussen haken

VOORBEELDEN
    pleinwijzer check
    pleinwijzer check -content /tmp/proef/content
    pleinwijzer check -format json
    pleinwijzer check -strict -external
    pleinwijzer check -explain zin-lang

AFSLUITCODES
    0   er staan geen fouten in de inhoud; waarschuwingen mogen
    1   er staan fouten in de inhoud, of met -strict ook waarschuwingen
    2   de opdracht klopt niet, of het lukte niet
`

// formats are the formats for programs; the one for people, text, is not among them. To
// add a format, write a file in package diag and add a line here and in the usage above.
var formats = map[string]func(io.Writer, diag.List) error{
	"json":   diag.JSON,
	"github": diag.GitHub,
	"sarif":  func(w io.Writer, l diag.List) error { return diag.SARIF(w, l, lint.Explain) },
}

// forPeople reports whether people read a format line by line, if not on a terminal then
// beside the lines of a pull request, where only ten fit.
func forPeople(format string) bool { return format == "text" || format == "github" }

// check makes the site without writing files, and reports what is wrong or could be
// better.
func check(ctx context.Context, env environment, args []string) error {
	f := newFlags("check")
	content := f.text("content", "content", "content")
	format := f.choice("format", append([]string{"text"}, slices.Sorted(maps.Keys(formats))...)...)
	strict := f.set.Bool("strict", false, "")
	external := f.set.Bool("external", false, "")
	now := f.time("now", env.now())
	explained := f.explanation("explain")
	if err := f.parse(args); err != nil {
		return err
	}
	if *explained != nil {
		env.explain(**explained)
		return nil
	}
	from, err := openFolders(*content)
	if err != nil {
		return err
	}
	site, err := from.generator(ctx).Site(generator.Change{}, catalog.Options{Now: *now})
	if err != nil {
		return err
	}
	if !site.Problems.HasErrors() {
		site.Problems.Add(site.Advice()...)
		if *external {
			b := newBrowser(env.now)
			site.Problems.Add(site.External(ctx, b.counted(env.progress.work(ctx, checkingLinks, site.Links())))...)
			b.save()
		}
		site.Problems.Sort()
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	problems := site.Problems.In(from.shown())
	folded := problems
	if forPeople(*format) {
		folded = lint.Folded(problems)
	}
	if write, ok := formats[*format]; ok {
		err = write(env.data, folded)
	} else {
		env.problems(folded, "")
		env.checked(from.shown(), problems)
		if !problems.HasErrors() {
			env.translated(site.Translated())
		}
	}
	if err == nil && (problems.HasErrors() || *strict && len(problems) > 0) {
		return errProblems
	}
	return err
}
