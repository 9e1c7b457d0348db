package main

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/due"
	"pleinwijzer/generator/gids"
	"pleinwijzer/generator/rooted"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

const takenUsage = `NAAM
    pleinwijzer taken - zegt wat er deze week en binnenkort moet gebeuren

GEBRUIK
    pleinwijzer taken [-voor naam] [-format vorm] [-since datum] [-prive map]
                      [-now tijd] [-content map]
    pleinwijzer taken -issue [-now tijd] [-content map]

BESCHRIJVING
    Zoekt in de inhoud wat er te doen is, per week en per plein of partner:

    - een half jaar niet nagekeken: per partner één taak, met een mail die
      klaarstaat. In de mail staan de eigen spreekuren van die partner
    - een spreekuur of een proef die binnen 60 dagen ophoudt
    - een verhuizing binnen 30 dagen waar nog geen bericht over is
    - een sluiting binnen 5 weken die meer dan de helft van een plein raakt,
      en waar nog geen bericht over is
    - een agendapunt binnen 21 dagen zonder programma, of waarbij niet staat
      of en hoe mensen zich aanmelden
    - een concept dat al langer dan 30 dagen in git staat
    - schoolvakanties die ontbreken
    - met -since: wat in G!DS anders moet

    U vinkt niets af. Een taak gaat weg als de inhoud weer klopt: met een
    nieuwe datum bij gecontroleerd, een bericht, een einddatum, een programma.

    Er wordt niets geschreven en niets verstuurd. Namen van mensen staan er niet
    in: de mails gaan naar het openbare adres van de organisatie.

    Data die niemand anders aangaan, zoals een evaluatie, een opzegtermijn of
    een training, zet u in een map buiten de opslagplaats, in bestanden die
    eindigen op .toml:

        [[taak]]
        wat = "Evaluatie met het Taalhuis"
        datum = "2027-03-01"
        voor = "taalhuis-tilburg"
        dagen_vooraf = 30
        gedaan = false

    De laatste drie regels hoeven niet. Zonder voor is de taak voor de hele
    site, en zonder dagen_vooraf komt hij 30 dagen vooraf in de lijst. De site
    leest deze map nooit.

VLAGGEN
    -voor naam     alleen de taken voor een plein of een partner: de naam van
                   het bestand, zonder .md. Met site: wat voor geen van beide is
    -format vorm   hoe de lijst eruitziet; zonder deze vlag: text
                     text       voor mensen
                     markdown   voor GitHub of een ander programma
                     ics        voor uw agenda, als bestand
    -since datum   ook wat er sinds deze dag is veranderd voor G!DS
    -prive map     ook de taken uit deze map, die buiten de opslagplaats staat
    -issue         zet de lijst op GitHub in één issue met de naam "Deze week".
                   Is er niets te doen, dan gaat het issue dicht. Dit is voor de
                   workflow van elke nacht, die GITHUB_REPOSITORY en
                   GITHUB_TOKEN invult
    -now tijd      kijk alsof het nu deze tijd is; zonder deze vlag: nu
    -content map   de map met inhoud; zonder deze vlag: content

VOORBEELDEN
    pleinwijzer taken
    pleinwijzer taken -voor taalhuis-tilburg
    pleinwijzer taken -since 2026-10-01
    pleinwijzer taken -format ics > taken.ics
    pleinwijzer taken -prive /home/ik/afspraken

AFSLUITCODES
    0   het is gelukt, ook als er niets te doen is
    1   er staan fouten in de inhoud, of in de bestanden van -prive
    2   de opdracht klopt niet, of het lukte niet
`

// takenFormats are the formats for programs; the one for people, text, is in ui_taken.go.
var takenFormats = map[string]func(io.Writer, *catalog.Catalog, []due.Task) error{
	"markdown": due.Markdown,
	"ics":      due.Calendar,
}

// An errand is what the arguments of taken ask for.
type errand struct {
	content, format, voor, private string
	since                          schedule.Date
	now                            time.Time
	issue                          bool
}

func parseTaken(env environment, args []string) (a errand, err error) {
	f := newFlags("taken")
	content := f.text("content", "content", "content")
	format := f.choice("format", "text", "markdown", "ics")
	voor := f.text("voor", "", "taalhuis-tilburg")
	since := f.date("since")
	private := f.text("prive", "", "/home/ik/afspraken")
	issue := f.set.Bool("issue", false, "")
	now := f.time("now", env.now())
	if err := f.parse(args); err != nil {
		return a, err
	}
	if other := f.beside("issue", "content", "now"); *issue && other != "" {
		return a, notWithIssue(other)
	}
	return errand{*content, *format, *voor, *private, *since, *now, *issue}, nil
}

// taken lists what has to be done.
func taken(ctx context.Context, env environment, args []string) error {
	a, err := parseTaken(env, args)
	if err != nil {
		return err
	}
	from, err := openFolders(a.content)
	if err != nil {
		return err
	}
	if a.private != "" {
		if err := outsideOf(from.content, a.private); err != nil {
			return err
		}
	}
	past, err := from.history(ctx, env)
	if err != nil {
		return err
	}
	c, problems, err := catalogAt(from.files(ctx), catalog.Options{Now: a.now, History: past})
	if err != nil {
		return err
	}
	if problems.HasErrors() {
		env.problems(problems.In(from.shown()), "")
		return errProblems
	}
	tasks, err := from.tasks(ctx, env, c, a)
	if err != nil {
		return err
	}
	switch write, ok := takenFormats[a.format]; {
	case a.issue:
		return keepIssue(ctx, env, c, tasks)
	case ok:
		return write(env.data, c, tasks)
	}
	taskList{env.stdout, say.Dutch(c)}.show(tasks)
	return nil
}

// tasks finds what was asked for in the content, and in the private folder if there is one.
func (f folders) tasks(ctx context.Context, env environment, c *catalog.Catalog, a errand) ([]due.Task, error) {
	o, err := f.takenOptions(ctx, c, a)
	if err != nil {
		return nil, err
	}
	tasks := due.Find(c, o)
	if a.private == "" {
		return tasks, nil
	}
	more, err := privateTasks(ctx, env, c, a.private, o.For)
	tasks = append(tasks, more...)
	due.Sort(tasks)
	return tasks, err
}

// takenOptions finds out whose tasks were asked for, and what has changed for G!DS.
func (f folders) takenOptions(ctx context.Context, c *catalog.Catalog, a errand) (due.Options, error) {
	o := due.Options{Folder: f.shown(), Since: a.since}
	if a.voor != "" {
		who, known := due.Named(c, a.voor)
		if !known {
			return o, unknownWho(a.voor, due.Names(c))
		}
		o.For = &who
	}
	if a.since == 0 {
		return o, nil
	}
	then, err := f.catalogOn(ctx, a.since.At(0))
	if err != nil {
		return o, err
	}
	o.Changes = changes.Compare(gids.Listed(then), gids.Listed(c), c.Moment.Now())
	return o, nil
}

// privateTasks reads the tasks in a private folder, and shows what is wrong with them.
func privateTasks(ctx context.Context, env environment, c *catalog.Catalog, dir string, whose *due.Who) ([]due.Task, error) {
	tasks, problems, err := due.Private(rooted.Open(ctx, dir, ".", textLimit), c, whose)
	switch {
	case errors.Is(err, due.ErrNoTasks):
		return nil, noPrivateTasks(dir)
	case err != nil:
		return nil, err
	case problems.HasErrors():
		env.problems(problems.In(filepath.ToSlash(dir)), "")
		return nil, errProblems
	}
	return tasks, nil
}
