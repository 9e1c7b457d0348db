package main

import (
	"context"
	"io/fs"
	"net/http"
	"path/filepath"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/federation"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/public"
	"pleinwijzer/generator/schedule"
)

const bronnenUsage = `NAAM
    pleinwijzer bronnen - haalt op wat andere bibliotheken publiceren

GEBRUIK
    pleinwijzer bronnen [-toon] [-accepteer naam] [-content map] [naam ...]

BESCHRIJVING
    Haalt bij elke bron in bronnen.toml de nieuwste gegevens op, kijkt ze na en
    bewaart ze in de map bronnen, bij de inhoud. De site toont wat in die map
    staat. Met een of meer namen: alleen die bronnen.

    Gaat er iets mis bij een bron? Dan blijft staan wat er de vorige keer was,
    en leest u wat u kunt doen. De andere bronnen gaan gewoon door. Is er iets
    vreemds, zoals een andere licentie of veel dat ineens weg is? Dan wordt er
    niets overgenomen tot u het hebt nagekeken.

    Een bron met soort = "hsds" geeft Open Referral (HSDS 3.1). Wat daarvan niet
    in onze velden past, wordt geteld en gezegd, en niet geraden.

    Deze opdracht gebruikt het internet. Een site maken doet dat nooit.

VLAGGEN
    -toon            laat zien hoe het met elke bron staat; haalt niets op
    -accepteer naam  haalt deze bron op en neemt hem over, ook als er iets
                     vreemds is; dat geldt voor deze ene keer
    -content map     de map met inhoud; zonder deze vlag: content

VOORBEELDEN
    pleinwijzer bronnen
    pleinwijzer bronnen -toon
    pleinwijzer bronnen -accepteer midden-brabant

AFSLUITCODES
    0   alle bronnen zijn opgehaald
    1   bij een bron ging iets mis, of er staan fouten in bronnen.toml
    2   de opdracht klopt niet, of het lukte niet
`

// bronnenVerb asks the sources on the internet.
func bronnenVerb(ctx context.Context, env environment, args []string) error {
	return sources{newOutside(public.Address)}.run(ctx, env, args)
}

// mostSources is how many sources one can name; with more of them one names none.
const mostSources = 100

// sources is the verb with the network that it uses.
type sources struct{ network http.RoundTripper }

func (v sources) run(ctx context.Context, env environment, args []string) error {
	f := newFlags("bronnen")
	folder := f.text("content", "content", "content")
	show := f.set.Bool("toon", false, "")
	accept := f.text("accepteer", "", "midden-brabant")
	names, err := f.words(args, mostSources)
	if err != nil {
		return err
	}
	from, err := openFolders(*folder)
	if err != nil {
		return err
	}
	records, all, needed, err := from.sources(ctx, env)
	if err != nil {
		return err
	}
	if *accept != "" {
		names = []string{*accept}
	}
	chosen, err := namedSources(all, names)
	switch {
	case err != nil:
		return err
	case len(chosen) == 0:
		telling{env}.noSources()
		return nil
	case *show:
		return v.show(ctx, env, from, records, chosen, len(names) == 0 && len(chosen) > 1)
	}
	updater, err := federation.NewUpdater(v.network, filepath.Join(from.content, contentfs.KeptFolder), env.now())
	if err != nil {
		return err
	}
	updater.Needed = needed
	return v.fetch(ctx, env, from, updater, records, chosen, *accept != "")
}

// sources are the content, those in bronnen.toml in the order of that file, and what the files
// refer to: also those that an editor still has to mend.
func (f folders) sources(ctx context.Context, env environment) (*content.Content, []*content.Source, kept.Needed, error) {
	files := f.files(ctx)
	c, problems, err := contentfs.Read(files)
	if err != nil {
		return nil, nil, nil, err
	}
	needed := kept.NeededBy(c)
	for _, p := range problems {
		if text, err := fs.ReadFile(files, p.File); err == nil {
			needed.Mention(text)
		}
	}
	theirs := slices.DeleteFunc(problems, func(d diag.Diagnostic) bool { return d.File != contentfs.SourcesFile })
	if theirs.HasErrors() {
		env.problems(theirs.In(f.shown()), "")
		return nil, nil, nil, errProblems
	}
	list := slices.Clone(c.Sources)
	slices.SortStableFunc(list, func(a, b *content.Source) int { return a.Key().Line - b.Key().Line })
	return c, list, needed, nil
}

// namedSources are the sources with these names, or all without a name.
func namedSources(all []*content.Source, names []string) ([]*content.Source, error) {
	if len(names) == 0 {
		return all, nil
	}
	var found []*content.Source
	for _, name := range names {
		i := slices.IndexFunc(all, func(s *content.Source) bool { return s.Slug == name })
		if i < 0 {
			return nil, unknownSource(name, all)
		}
		found = append(found, all[i])
	}
	return found, nil
}

// fetch gets one source after the other, and goes on when something is wrong with one.
func (v sources) fetch(
	ctx context.Context, env environment, from folders, updater *federation.Updater, records *content.Content, chosen []*content.Source,
	accept bool,
) error {
	passed := true
	for _, s := range chosen {
		if err := ctx.Err(); err != nil {
			return err
		}
		result, err := updater.Update(ctx, s, accept)
		if err != nil {
			return err
		}
		telling{env}.fetched(s, result)
		if result.Passed() {
			if err := v.missing(ctx, env, from, records, s); err != nil {
				return err
			}
		}
		passed = passed && result.Passed()
	}
	if !passed {
		return errProblems
	}
	return nil
}

// missing tells which topics of a source the site does not have.
func (v sources) missing(ctx context.Context, env environment, from folders, records *content.Content, s *content.Source) error {
	reader, alone := kept.NewReader(from.kept(ctx)), *records
	alone.Sources = []*content.Source{s}
	_, _, err := reader.Join(&alone, schedule.DateOf(env.now())) // what is broken is for build and check
	telling{env}.missing(reader.Missing(s.Slug))
	return err
}

// show tells how it is with each source, from what is kept: briefly where nothing is the
// matter, if all were asked for.
func (v sources) show(
	ctx context.Context, env environment, from folders, records *content.Content, chosen []*content.Source, brief bool,
) error {
	fsys, today := from.kept(ctx), schedule.DateOf(env.now())
	reader := kept.NewReader(fsys)
	if _, _, err := reader.Join(records, today); err != nil {
		return err
	}
	var all []sourceState
	for _, s := range chosen {
		lock, text, err := kept.ReadLock(fsys, s.Slug)
		if err != nil && text == nil {
			return err
		}
		all = append(all, sourceState{s, lock, reader})
	}
	if brief {
		telling{env}.overview(all, today)
		return nil
	}
	for _, s := range all {
		telling{env}.whole(s, today)
	}
	return nil
}
