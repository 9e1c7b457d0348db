package main

import (
	"context"
	"errors"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/rooted"
	"pleinwijzer/generator/saving"
	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/spreadsheet"
	"pleinwijzer/generator/timetable"
)

const importUsage = `NAAM
    pleinwijzer import - neemt een rooster uit Excel over

GEBRUIK
    pleinwijzer import rooster.xlsx [-content map] [-blad naam]
                       [-kop kopje=veld]... [-maak] [-write]

BESCHRIJVING
    Maakt spreekuren van een rooster: een rekenblad uit Excel (.xlsx),
    LibreOffice (.ods) of een CSV-bestand. Boven het rooster staan kopjes,
    zoals Titel, Dag, Tijd, Omschrijving in 1 zin, Korte omschrijving, Plein en
    Partner. Andere woorden mogen ook: Wat, Wanneer, Waar en Wie, of Van en
    Tot. Het programma zegt als wat het zo'n kopje leest. Er mogen meer
    kolommen zijn, zoals Onderwerpen, Telefoon, Website, Vanaf, Tot en met en
    Talen.

    Laat eerst alleen zien wat er zou gebeuren: welk spreekuur nieuw is, welk
    anders wordt, en welke rij niet klopt. Pas met -write worden de bestanden
    geschreven. Een spreekuur dat er al is, herkent het programma aan de titel
    en het plein, of aan de kolom Bestand. Het krijgt alleen wat in het rooster
    anders is. Een lege cel verandert niets. Rijen die alleen in dag en tijd
    verschillen, worden samen één spreekuur.

    Verborgen bladen, rijen en kolommen tellen niet mee. Van een formule telt de
    uitkomst. Een macro wordt nooit uitgevoerd.

    Pleinen, partners en onderwerpen die er niet zijn, worden alleen gemaakt
    met -maak. Voor een plein moeten er dan kolommen zijn met Adres, Postcode en
    Plaats. Een kolom Openingstijden plein mag ook, zoals: ma t/m vr 9-17 uur.

    Staat een dag, een plein of een partner alleen in een rij? Dan geldt die
    voor de rijen eronder, tot de volgende. Is een cel met een dag, een plein
    of een partner leeg? Dan geldt die van de rij erboven. Een rooster met de
    dagen als kopjes mag ook: dan staan de tijden in de cellen. Het programma
    zegt steeds welke rijen het zo leest. Kan het op twee manieren? Dan leest
    het de rij niet.

VLAGGEN
    -blad naam          het blad met het rooster; zonder deze vlag: het blad
                        met de meeste kopjes
    -content map        de map met inhoud; zonder deze vlag: content
    -kop kopje=veld     zegt welk veld bij een kopje hoort. Deze vlag mag vaker.
                        Zonder veld wordt de kolom niet gelezen.
    -maak               maakt ook pleinen, partners en onderwerpen
    -write              schrijft de bestanden

VOORBEELDEN
    pleinwijzer import rooster.xlsx
    pleinwijzer import rooster.xlsx -kop Waar=plein -kop Zaal=
    pleinwijzer import rooster.xlsx -maak -write

AFSLUITCODES
    0   alle rijen kloppen
    1   een of meer rijen kloppen niet; met -write zijn de andere overgenomen
    2   de opdracht klopt niet, of het lukte niet
`

// importRooster makes spreekuren from a spreadsheet. The verb is "import", which is a
// keyword in Go.
func importRooster(ctx context.Context, env environment, args []string) error {
	f := newFlags("import")
	folder := f.text("content", "content", "content")
	sheet := f.text("blad", "", "Rooster")
	told := f.headings("kop")
	making := f.set.Bool("maak", false, "")
	write := f.set.Bool("write", false, "")
	words, err := f.words(args, 1)
	switch {
	case err != nil:
		return err
	case len(words) == 0:
		return noRooster()
	}
	from, err := openFolders(*folder)
	if err != nil {
		return err
	}
	data, err := rooted.ReadGiven(ctx, words[0], spreadsheet.MostBytes+1) // one byte more shows that there are too many
	if refusal, ok := errors.AsType[*rooted.Refusal](err); ok {
		return notRooster(refusal.Name)
	}
	if err != nil {
		return err
	}
	debug.SetMemoryLimit(roosterMemory)
	env.progress.work(ctx, readingRooster, 0)
	files := from.files(ctx)
	records, _, err := contentfs.Read(files)
	if err != nil {
		return err
	}
	rooster, err := timetable.Read(data, scaffold.NewFolder(records), files,
		timetable.Options{Now: env.now(), Sheet: *sheet, Headings: told, Make: *making})
	if err != nil {
		return err
	}
	if *write {
		written := env.progress.work(ctx, writingRooster, len(rooster.Lines))
		if err := writeRooster(ctx, from, rooster, written); err != nil {
			return err
		}
	}
	showRooster(env, filepath.Base(words[0]), rooster, from.shown(), *write)
	if rooster.Count(timetable.Refused) > 0 {
		return errProblems
	}
	return nil
}

// headings adds a flag that says what a heading means, and that may be repeated.
func (f *flags) headings(name string) map[string]string {
	told := map[string]string{}
	f.value(name, "Waar=plein", func(s string) error {
		heading, field, ok := strings.Cut(s, "=")
		if heading = strings.TrimSpace(heading); !ok || heading == "" {
			return errExample
		}
		told[heading] = strings.TrimSpace(field)
		return nil
	})
	return told
}

// roosterMemory is how much memory may be in use before that of processed rows is
// reclaimed.
const roosterMemory = 256 << 20

// writeRooster writes each file whole, and only where nobody else wrote in the meantime. Files
// that were written before an error stay; running the same command again continues from there.
func writeRooster(ctx context.Context, from folders, r *timetable.Rooster, written *atomic.Int64) error {
	folder, err := saving.Open(ctx, from.content, from.static)
	if err != nil {
		return err
	}
	err = folder.Together(func(b *saving.Batch) error {
		for _, made := range r.Made {
			if err := save(b, made.Path, made.Was, made.Data); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for lines := range slices.Chunk(r.Lines, linesAtOnce) {
		err := folder.Together(func(b *saving.Batch) error { return writeLines(ctx, b, lines, written) })
		if err != nil {
			return err
		}
	}
	return nil
}

// linesAtOnce is how many rows are written while a form has to wait.
const linesAtOnce = 200

func writeLines(ctx context.Context, b *saving.Batch, lines []timetable.Line, written *atomic.Int64) error {
	for i := range lines {
		line := &lines[i]
		written.Add(1)
		if ctx.Err() != nil {
			return errImportStopped
		}
		if line.State != timetable.New && line.State != timetable.Changed {
			continue
		}
		err := save(b, line.Path, line.Was, line.Data)
		if _, ok := errors.AsType[*saving.Conflict](err); ok || isTaken(err) {
			line.Refuse(changedMeanwhile(line.Path))
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// save makes a file, or changes the one that was there.
func save(b *saving.Batch, name string, was saving.Sum, data []byte) error {
	if was == "" {
		return b.Create(name, data)
	}
	return b.Save(name, was, data)
}

// isTaken reports whether a file was not made because it is there.
func isTaken(err error) bool {
	refusal, ok := errors.AsType[*saving.Refusal](err)
	return ok && refusal.Reason == saving.Exists
}
