package main

import (
	"context"
	"errors"
	"path/filepath"
	"runtime/debug"
	"sync/atomic"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/rooted"
	"pleinwijzer/generator/scaffold"
)

const importUsage = `NAAM
    pleinwijzer import - neemt een rooster uit Excel over

GEBRUIK
    pleinwijzer import rooster.csv [-content map] [-write]

BESCHRIJVING
    Maakt spreekuren van een rooster: een rekenblad uit Excel of LibreOffice,
    opgeslagen als CSV. Boven het rooster staan de kopjes: Titel, Dag, Tijd,
    Omschrijving in 1 zin, Korte omschrijving, Plein en Partner. Er mogen meer
    kolommen zijn, zoals Onderwerpen, Telefoon, Website, Vanaf, Tot en met en
    Talen.

    Laat eerst alleen zien wat er zou gebeuren: welk spreekuur nieuw is, welk
    anders wordt, en welke rij niet klopt. Pas met -write worden de bestanden
    geschreven. Een spreekuur dat er al is, herkent het programma aan de titel
    en het plein, of aan de kolom Bestand. Het krijgt alleen wat in het rooster
    anders is. Een lege cel verandert niets. Rijen die alleen in dag en tijd
    verschillen, worden samen één spreekuur.

    Pleinen en partners worden niet gemaakt. Maak die eerst, met new.

VLAGGEN
    -content map   de map met inhoud; zonder deze vlag: content
    -write         schrijft de bestanden

VOORBEELDEN
    pleinwijzer import rooster.csv
    pleinwijzer import rooster.csv -write

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
	data, err := rooted.ReadGiven(ctx, words[0], scaffold.MostBytes+1) // one byte more shows that there are too many
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
	rooster, err := scaffold.ReadRooster(data, scaffold.NewFolder(records), files, env.now())
	if err != nil {
		return err
	}
	if *write {
		written := env.progress.work(ctx, writingRooster, len(rooster.Lines))
		if err := writeLines(ctx, from, rooster.Lines, written); err != nil {
			return err
		}
	}
	env.rooster(filepath.Base(words[0]), rooster, from.shown(), *write)
	if rooster.Count(scaffold.Refused) > 0 {
		return errProblems
	}
	return nil
}

// roosterMemory is how much memory may be in use before that of processed rows is
// reclaimed.
const roosterMemory = 256 << 20

// writeLines writes each file atomically. Files that were written before an error stay;
// running the same command again continues from there.
func writeLines(ctx context.Context, from folders, lines []scaffold.Line, written *atomic.Int64) error {
	for _, line := range lines {
		written.Add(1)
		if ctx.Err() != nil {
			return errImportStopped
		}
		var err error
		switch line.State {
		case scaffold.New:
			err = from.create(ctx, line.Path, line.Data)
		case scaffold.Changed:
			err = replace(filepath.Join(from.content, filepath.FromSlash(line.Path)), line.Data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
