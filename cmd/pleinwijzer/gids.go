package main

import (
	"context"
	"io/fs"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/gids"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/sense"
)

const gidsUsage = `NAAM
    pleinwijzer gids - zegt wat er in G!DS hoort te staan

GEBRUIK
    pleinwijzer gids [-since datum] [-content map]

BESCHRIJVING
    Zonder -since: alle gegevens voor G!DS, per plein en per spreekuur, in de
    volgorde van de schermen van G!DS. Op de site staan dezelfde gegevens, met
    knoppen om ze te kopiëren, op /feeds/gids/.

    Met -since: alleen wat er sinds het begin van die dag is veranderd, met wat
    er eerst stond en wat er nu staat. Dat komt uit de geschiedenis van de map
    in git. Wat u nog niet in git hebt bewaard, telt mee.

    Wat een concept is, wat voorgoed is gestopt en wat opnemen = false heeft,
    hoort niet in G!DS.

VLAGGEN
    -since datum   laat zien wat er sinds deze dag is veranderd
    -content map   de map met inhoud; zonder deze vlag: content

VOORBEELDEN
    pleinwijzer gids
    pleinwijzer gids -since 2026-10-01

AFSLUITCODES
    0   het is gelukt, ook als er niets is veranderd
    1   er staan fouten in de inhoud
    2   de opdracht klopt niet, of het lukte niet
`

// gidsVerb prints what an editor has to type into G!DS.
func gidsVerb(ctx context.Context, env environment, args []string) error {
	f := newFlags("gids")
	folder := f.text("content", "content", "content")
	since := f.date("since")
	if err := f.parse(args); err != nil {
		return err
	}
	from, err := openFolders(*folder)
	if err != nil {
		return err
	}
	now, problems, err := catalogAt(from.files(ctx), catalog.Options{Now: env.now()})
	if err != nil {
		return err
	}
	if problems.HasErrors() {
		env.problems(problems.In(from.shown()), "")
		return errProblems
	}
	if *since == 0 {
		env.sheets(now)
		return nil
	}
	then, err := from.catalogOn(ctx, since.At(0))
	if err != nil {
		return err
	}
	env.sheetChanges(*since, now, changes.Compare(gids.Listed(then), gids.Listed(now), now.Moment.Now()))
	return nil
}

// catalogAt reads a folder as it would be shown with some options.
func catalogAt(folder fs.FS, o catalog.Options) (*catalog.Catalog, diag.List, error) {
	records, problems, err := contentfs.Read(folder)
	if err != nil {
		return nil, nil, err
	}
	c, unresolved := catalog.Resolve(records, o)
	problems.Add(unresolved...)
	problems.Add(sense.Check(c)...)
	problems.Sort()
	return c, problems, nil
}

// catalogOn returns the content as it was in git at a moment. Errors in it are ignored,
// since nobody can fix them any more.
func (f folders) catalogOn(ctx context.Context, at time.Time) (*catalog.Catalog, error) {
	repository, err := history.Open(ctx, f.content)
	if err != nil {
		return nil, unreadableHistory(f.shown(), err)
	}
	commits, err := repository.Commits(ctx)
	switch {
	case err != nil:
		return nil, unreadableHistory(f.shown(), err)
	case len(commits) == 0 && repository.Shallow():
		return nil, notSoFarBack(f.shown())
	case len(commits) == 0:
		return nil, noHistory(f.shown())
	}
	then, err := repository.At(ctx, at)
	if err != nil {
		return nil, unreadableHistory(f.shown(), err)
	}
	first := commits[len(commits)-1].Time
	if then == nil && repository.Shallow() {
		return nil, notSoFarBack(f.shown())
	}
	if then == nil {
		return nil, noHistoryBefore(f.shown(), first)
	}
	c, _, err := catalogAt(then, catalog.Options{Now: at})
	if err == nil && c.Site == nil {
		err = noHistoryBefore(f.shown(), first)
	}
	return c, err
}
