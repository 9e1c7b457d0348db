package main

import (
	"context"
	"errors"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/resemble"
	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

const newUsage = `NAAM
    pleinwijzer new - maakt een nieuw bestand, door vragen te stellen

GEBRUIK
    pleinwijzer new soort [naam] [-content map] [-set veld=waarde]...

BESCHRIJVING
    Vraagt wat er in het bestand moet, één vraag per keer. Bij een spreekuur
    zijn dat de vragen uit de afspraken met de partner, in dezelfde volgorde.
    Elk antwoord wordt meteen nagekeken. Typ een vraagteken voor meer uitleg.
    Een plein of partner die er nog niet is, kunt u tussendoor maken. Lijkt het
    op iets dat er al is? Dan ziet u dat, en kiest u of het hetzelfde is.

    Aan het eind ziet u alle antwoorden. U kunt ze dan nog veranderen. Pas als
    u ja zegt, komt er een bestand. Een bestand dat er al is, blijft zoals het
    is. Stoppen kan altijd, met Ctrl en C. Dan is er niets geschreven.

    De soort is: plein, partner, spreekuur, agenda, bericht of pagina. De naam
    is de naam van het bestand, zonder .md. Zonder naam komt die uit de titel.

    Zit er niemand achter het toetsenbord, zoals in een script? Dan komen alle
    antwoorden uit -set.

VLAGGEN
    -content map        de map met inhoud; zonder deze vlag: content
    -set veld=waarde    vult een veld in, zodat er geen vraag over komt. Deze
                        vlag mag vaker. Voor een lijst geeft u hem voor elke
                        waarde. De tekst onder de velden heet: tekst.

VOORBEELDEN
    pleinwijzer new spreekuur
    pleinwijzer new plein dinsdagochtendplein
    pleinwijzer new spreekuur -set plein=lochal -set partner=taalhuis

AFSLUITCODES
    0   het bestand is gemaakt
    2   er is geen bestand gemaakt
`

// newRecord makes a file from answers. The verb is "new", a name that is predeclared in
// Go.
func newRecord(ctx context.Context, env environment, args []string) error {
	f := newFlags("new")
	folder := f.text("content", "content", "content")
	settings := f.settings("set")
	words, err := f.words(args, 2)
	if err != nil {
		return err
	}
	kind, err := kindOf(words)
	if err != nil {
		return err
	}
	from, err := openFolders(*folder)
	if err != nil {
		return err
	}
	records, _, err := contentfs.Read(from.files(ctx))
	if err != nil {
		return err
	}
	m := maker{env: env, from: from, folder: scaffold.NewFolder(records)}
	m.draft = scaffold.NewDraft(kind, m.folder)
	asks := isTerminal(env.stdin)
	if len(words) > 1 {
		m.slug, err = checkSlug(m.folder, kind.Name, words[1])
		if _, taken := errors.AsType[*nameTaken](err); err != nil && !(taken && asks) {
			return err
		}
	}
	if err := m.prepare(*settings, asks); err != nil {
		return err
	}
	if asks {
		err = m.converse(ctx)
	} else {
		err = m.complete()
	}
	if err != nil {
		return err
	}
	return m.write(ctx)
}

// kindNames are the kinds as people type them: by name, or by folder if the name starts
// with that, as agendapunt does with agenda.
var kindNames = func() (names []string) {
	for _, k := range content.Kinds {
		names = append(names, kindName(k))
	}
	return names
}()

func kindName(k content.Kind) string {
	if strings.HasPrefix(k.Name, k.Folder) {
		return k.Folder
	}
	return k.Name
}

func kindOf(words []string) (content.Kind, error) {
	if len(words) == 0 {
		return content.Kind{}, noKind()
	}
	name := words[0]
	for _, k := range content.Kinds {
		if name == k.Name || name == k.Folder { // a folder name is also accepted: agenda for agendapunt
			return k, nil
		}
	}
	return content.Kind{}, unknownKind(name)
}

// checkSlug checks a new file name, with or without its extension, and returns the slug.
func checkSlug(f *scaffold.Folder, kind, name string) (string, error) {
	slug := strings.TrimSuffix(name, ".md")
	switch {
	case !typed.IsSlug(slug):
		return "", badSlug(name, f.Propose(kind, slug))
	case f.Taken(kind, slug):
		match, _ := f.MatchFor(kind, slug)
		return slug, &nameTaken{slug, match.File, f.Propose(kind, slug)}
	}
	return slug, nil
}

// A maker makes one record.
type maker struct {
	env    environment
	from   folders
	folder *scaffold.Folder
	draft  *scaffold.Draft
	slug   string // "" means that it is made from the title

	told    []string // slugs of records that the person said are different ones
	halfway bool     // it is made in the middle of making another record
	first   []*maker // records that were made in the middle of this one, to be written before it
}

// prepare applies the settings of -set. It returns an error if there are no records of a
// kind that the new record has to refer to.
func (m *maker) prepare(settings []setting, asks bool) error {
	var missing []string
	for _, q := range scaffold.Questions(m.draft.Kind) {
		if q.Relation != "" && q.Required && !m.folder.Has(q.Relation) && !(asks && canMake(q.Relation)) {
			missing = append(missing, q.Relation)
		}
	}
	if len(missing) > 0 {
		return nothingToReferTo(missing)
	}
	question := func(key string) (scaffold.Question, bool) { return scaffold.QuestionFor(m.draft.Kind, key) }
	if err := set(m.draft, settings, question); err != nil {
		return err
	}
	if checked, ok := question("gecontroleerd"); ok && !m.draft.Has(checked.Key) {
		m.draft.Set(checked, schedule.DateOf(m.env.now()).String()) // whoever answers the questions has checked the facts
	}
	return nil
}

// set applies settings to a draft. Several settings for the same field make a list.
// Values that cannot contain commas may also be given in one setting.
func set(d *scaffold.Draft, settings []setting, question func(key string) (scaffold.Question, bool)) error {
	var errs []error
	texts := map[string][]string{}
	for _, s := range settings {
		q, known := question(s.key)
		if !known {
			errs = append(errs, unknownSetting(d, s.key))
			continue
		}
		values := []string{s.value}
		if q.IsList() && q.HasForm() {
			values = strings.Split(s.value, ",")
		}
		texts[s.key] = append(texts[s.key], values...)
		if !q.IsList() && len(texts[s.key]) > 1 {
			errs = append(errs, settingTwice(s.key))
			continue
		}
		if problems := d.Set(q, texts[s.key]...); problems.HasErrors() {
			errs = append(errs, refusedSetting(s, problems[0]))
		}
	}
	return errors.Join(errs...)
}

// compareSlug asks about the record that already has the name that was asked for.
func (m *maker) compareSlug(c *conversation) error {
	if !m.folder.Taken(m.draft.Kind.Name, m.slug) {
		return nil
	}
	match, now := m.folder.MatchFor(m.draft.Kind.Name, m.slug)
	if m.slug = ""; !now { // it is an old name of another record
		return nil
	}
	return m.isSame(c, match)
}

// compare asks whether the new record is one that is there already, once about each that
// has the same name or nearly so.
func (m *maker) compare(c *conversation) error {
	for _, match := range m.draft.Matches() {
		if err := m.isSame(c, match); err != nil {
			return err
		}
	}
	return nil
}

// isSame returns an error if the person says that the record is the one that they want.
func (m *maker) isSame(c *conversation, match scaffold.Match) error {
	if slices.Contains(m.told, match.Slug) {
		return nil
	}
	m.told = append(m.told, match.Slug)
	c.looksLike(m.draft.Kind.Name, match, m.from.shown(), m.folder.Facts(m.draft.Kind, match.Slug, 5))
	same, err := c.confirm(isItSame)
	if err == nil && same {
		err = &thereAlready{match.Slug, m.from.shown() + "/" + match.File}
	}
	return err
}

// unasked looks for the same record where nobody can be asked. Who gives the new file a
// name of its own says that it is another one.
func (m *maker) unasked() error {
	for _, match := range m.draft.Matches() {
		file := m.from.shown() + "/" + match.File
		if match.Likeness == resemble.EqualName && m.slug == "" {
			return seemsThere(m.draft.Kind, match, file, m.proposal())
		}
		m.env.resembles(match, file)
	}
	return nil
}

// complete returns an error unless the settings alone are enough for a valid record.
func (m *maker) complete() error {
	var missing []scaffold.Question
	for _, q := range scaffold.Questions(m.draft.Kind) {
		if q.Due(m.draft) && q.Needed(m.draft) && !m.draft.Has(q.Key) {
			missing = append(missing, q)
		}
	}
	if len(missing) > 0 {
		return missingSettings(m.draft.Kind.Name, missing)
	}
	if err := m.unasked(); err != nil {
		return err
	}
	if m.slug == "" {
		m.slug = m.proposal()
	}
	if problems := m.draft.Try(m.slug, m.env.now()).Problems.In(m.from.shown()); len(problems) > 0 {
		m.env.show(problems)
		if problems.HasErrors() {
			return notMadeRecord()
		}
	}
	return nil
}

func (m *maker) proposal() string {
	return m.folder.Propose(m.draft.Kind.Name, append([]string{m.draft.Name()}, m.draft.Texts("plein")...)...)
}

func (m *maker) write(ctx context.Context) error {
	for _, other := range m.first {
		if err := other.write(ctx); err != nil {
			return err
		}
	}
	name := m.draft.Path(m.slug)
	err := m.from.create(ctx, name, m.draft.Bytes())
	if isTaken(err) {
		return &nameTaken{m.slug, name, m.folder.Propose(m.draft.Kind.Name, m.slug)}
	}
	if err != nil {
		return err
	}
	m.env.made(m.from.shown()+"/"+name, m.draft)
	return nil
}
