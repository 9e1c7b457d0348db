package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/resemble"
	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/schedule"
)

// The output of the verb new. In a conversation each line is a sentence with a capital
// and a full stop, since a person is reading along.

var errStopped = errors.New("gestopt; er is niets geschreven")

// errDropped means that the person abandoned a record in the middle of making another
// one. The other one continues.
var errDropped = errors.New("the record is not wanted")

const (
	yesOrNo     = " Typ ja of nee; Enter is ja."
	sayYesOrNo  = "Typ ja of nee."
	sayNumber   = "Typ ja, nee, of het nummer van een antwoord."
	sayPiece    = "  Typ een stukje van de naam."
	sayPieceOr  = "  Typ een stukje van de naam, of een vraagteken voor de hele lijst."
	sayTooLong  = "  Deze regel is te lang voor de terminal, die het eind weglaat. Typ of plak de tekst in kortere regels."
	isRuleRight = "Klopt dit?"
	isItSame    = "Is dit hetzelfde? Dan hoeft u niets te maken."
)

// dialogue has the words of a conversation.
type dialogue struct{ out io.Writer }

func (d dialogue) say(text string) { fmt.Fprintln(d.out, text) }

func (d dialogue) prompt() { fmt.Fprint(d.out, "> ") }

func (d dialogue) begin(kind string) {
	fmt.Fprintf(d.out, "U maakt een %s. Stoppen kan altijd, met Ctrl en C. Er is dan niets geschreven.\nTyp een vraagteken voor meer uitleg.\n", noun(kind))
}

func (d dialogue) beginHalfway(kind, name string) {
	begun := noun(kind)
	if name != "" {
		begun += ": " + name
	}
	fmt.Fprintf(d.out, "\nU maakt eerst een %s. Daarna gaat u hier verder.\n", begun)
}

// noun returns the kind after the right form of "nieuw", as in "nieuwe partner".
func noun(kind string) string {
	switch kind {
	case "spreekuur", "plein", "bericht", "agendapunt":
		return "nieuw " + kind
	}
	return "nieuwe " + kind
}

// Questions.

func (d dialogue) question(q scaffold.Question, needed bool, current []string) {
	fmt.Fprintf(d.out, "\n%s\n", q.Label)
	switch {
	case q.Key == scaffold.Opening:
		fmt.Fprintf(d.out, "  %s\n", q.Help)
	case q.Key == scaffold.Text:
		fmt.Fprintf(d.out, "  %s Eén lege regel begint een nieuwe alinea, twee maken de tekst af.\n", q.Brief())
	case q.Relation != "": // the list says how to answer
	default:
		fmt.Fprintf(d.out, "  %s\n", q.Brief())
	}
	for i, choice := range q.Choices {
		fmt.Fprintf(d.out, "  %d  %s\n", i+1, choice)
	}
	if q.Relation == "" && len(q.Choices) == 0 {
		fmt.Fprintf(d.out, "  Bijvoorbeeld: %s\n", q.Shown())
	}
	switch {
	case len(current) > 0 && needed:
		fmt.Fprintf(d.out, "  Nu: %s. Enter laat het zo.\n", oneLine(current))
	case len(current) > 0:
		fmt.Fprintf(d.out, "  Nu: %s. Enter laat het zo, een streepje maakt het leeg.\n", oneLine(current))
	case !needed:
		d.say("  Dit hoeft niet. Enter slaat het over.")
	}
}

func (d dialogue) helpWith(q scaffold.Question) {
	fmt.Fprintf(d.out, "  %s\n  Bijvoorbeeld: %s\n", q.Help, q.Shown())
}

func (d dialogue) refuse(problem diag.Diagnostic) {
	problem.Example = "" // the question is asked again, and has an example
	if problem.Code == "veld-leeg" {
		problem.Hint = "" // that hint is about a file
	}
	fmt.Fprintf(d.out, "  Dat kan niet: %s\n", ended(refusal(problem)))
}

// ended adds a full stop to a sentence, unless it is a question.
func ended(text string) string {
	if strings.HasSuffix(text, "?") {
		return text
	}
	return strings.TrimRight(text, ".") + "."
}

// refusal describes what is wrong with a value and how to fix it.
func refusal(d diag.Diagnostic) string {
	text := d.Message
	if d.Hint != "" {
		text += "; " + d.Hint
	}
	if d.Example != "" {
		text += "; schrijf bijvoorbeeld " + d.Example
	}
	return text
}

// Records to choose from.

func (d dialogue) entries(entries []scaffold.Entry) {
	const most = 20
	for i, entry := range entries[:min(len(entries), most)] {
		fmt.Fprintf(d.out, "  %d  %s\n", i+1, entryWords(entry))
	}
	if more := len(entries) - most; more > 0 {
		fmt.Fprintf(d.out, "  en nog %d. Typ een groter stukje van de naam.\n", more)
		return
	}
	d.say("  Typ een nummer, of een stukje van de naam.")
}

func entryWords(e scaffold.Entry) string {
	var more []string
	if e.Where != "" {
		more = append(more, e.Where)
	}
	if e.Concept {
		more = append(more, "nog een concept")
	}
	if len(more) == 0 {
		return e.Name
	}
	return e.Name + " (" + strings.Join(more, ", ") + ")"
}

func (d dialogue) noneYet(kind string) {
	mend := "Enter slaat het over."
	if canMake(kind) {
		mend = "Typ een plusje: dan maakt u die eerst."
	}
	fmt.Fprintf(d.out, "  Er is nog geen %s. %s\n", kind, mend)
}

func (d dialogue) dropped() { d.say("  Dat is niet gemaakt. Typ een stukje van de naam.") }

func (d dialogue) took(entry scaffold.Entry) { fmt.Fprintf(d.out, "  %s\n", entryWords(entry)) }

func (d dialogue) anotherOne() {
	d.say("  Nog een? Typ een stukje van de naam. Enter als dit alles is.")
}

func (d dialogue) notFound(kind, typed, question string) {
	if question != "" {
		fmt.Fprintf(d.out, "  Er is geen naam met %q; %s\n", typed, question)
	} else {
		fmt.Fprintf(d.out, "  Er is geen naam met %q. Typ een ander stukje, of een vraagteken voor de hele lijst.\n", typed)
	}
	if canMake(kind) {
		fmt.Fprintf(d.out, "  Of typ een plusje: dan maakt u eerst een %s.\n", noun(kind))
	}
}

// The result of the answers.

func (d dialogue) rule(words string, dates []schedule.Date) {
	fmt.Fprintf(d.out, "\nDe bezoeker leest: %s.\n", words)
	if len(dates) > 0 {
		var days []string
		for _, date := range dates {
			days = append(days, schedule.DateWordsShort(date))
		}
		fmt.Fprintf(d.out, "De eerste keren: %s.\n", enumerate(days, "en"))
	}
}

func (d dialogue) moreDays() {
	d.say("  Nog meer dagen? Typ ze op een nieuwe regel. Enter als dit alles is.")
}

// looksLike shows a record that is there already.
func (d dialogue) looksLike(kind string, m scaffold.Match, folder string, facts []scaffold.Fact) {
	how := "met bijna deze naam"
	if m.Likeness == resemble.EqualName {
		how = "met deze naam"
	}
	fmt.Fprintf(d.out, "\nEr is al een %s %s, in %s/%s:\n", kind, how, folder, m.File)
	for _, fact := range facts {
		fmt.Fprintf(d.out, "  %s: %s\n", fact.Label, oneLine([]string{fact.Value}))
	}
}

func (d dialogue) hoursRead(words []string) {
	d.say("\nDe bezoeker leest:")
	for _, line := range words {
		d.say("  " + line)
	}
}

func (d dialogue) askSlug(proposal string) {
	fmt.Fprintf(d.out, "\nNaam van het bestand\n  Dit komt ook in het webadres. Enter kiest: %s\n", proposal)
}

func (d dialogue) summary(draft *scaffold.Draft, questions []scaffold.Question, name string, o scaffold.Outcome, halfway bool) {
	d.say("\nDit komt in het bestand:")
	for i, q := range questions {
		answer := oneLine(draft.Texts(q.Key))
		if answer == "" {
			answer = "-"
		}
		fmt.Fprintf(d.out, "  %2d  %s: %s\n", i+1, q.Label, answer)
	}
	fmt.Fprintf(d.out, "  %2d  Bestand: %s\n", len(questions)+1, name)
	if len(o.Next) > 0 {
		d.say("De eerste keren op dit plein:")
	}
	for _, next := range o.Next {
		fmt.Fprintf(d.out, "  %s\n", next)
	}
	for _, p := range o.Problems {
		fmt.Fprintf(d.out, "Let op: %s\n", ended(refusal(p)))
	}
	if entry, waits := draft.WaitsFor(); waits {
		fmt.Fprintf(d.out, "Let op: %s.\n", waitsWords(entry))
	}
	switch {
	case o.Problems.HasErrors():
		d.say("Zo kan het nog niet. Typ het nummer van een antwoord dat anders moet, of nee om te stoppen.")
	case halfway:
		d.say("Is het goed? Enter of ja gaat verder met het andere bestand. Een nummer verandert dat antwoord. Nee gaat verder zonder.")
	default:
		d.say("Is het goed? Enter of ja schrijft het bestand. Een nummer verandert dat antwoord. Nee stopt.")
	}
}

// waitsWords says why a record is a concept.
func waitsWords(e scaffold.Entry) string {
	return fmt.Sprintf("%q is nog een concept, dus dit wordt er ook een; haal later bij allebei de regel concept = true weg", e.Name)
}

// oneLine shortens an answer so that it fits in a list.
func oneLine(texts []string) string {
	const most = 60
	words := []rune(strings.Join(strings.Fields(strings.Join(texts, ", ")), " "))
	if len(words) > most {
		return string(words[:most]) + "…"
	}
	return string(words)
}

func (e environment) made(name string, d *scaffold.Draft) {
	fmt.Fprintf(e.stdout, "%s is gemaakt; \"pleinwijzer serve\" laat het zien\n", name)
	if entry, waits := d.WaitsFor(); waits {
		fmt.Fprintf(e.stdout, "let op: %s\n", waitsWords(entry))
	}
}

// Obstacles.

func noKind() error {
	return fmt.Errorf(`zeg wat u wilt maken, zoals "pleinwijzer new spreekuur"; u kunt kiezen uit %s`, enumerate(kindNames, "en"))
}

func unknownKind(typed string) error {
	return fmt.Errorf("%q kan niet nieuw worden gemaakt; %w", typed, oneOf(typed, kindNames))
}

func badSlug(typed, right string) error {
	mend := "gebruik kleine letters, cijfers en streepjes"
	if right != "" {
		mend = fmt.Sprintf("schrijf %q", right)
	}
	return fmt.Errorf("%q kan geen naam van een bestand zijn; %s", typed, mend)
}

// nameTaken says that another file has the name.
type nameTaken struct{ slug, file, other string }

func (e *nameTaken) Error() string {
	whose := "een ander bestand"
	if e.file != "" {
		whose = e.file
	}
	return fmt.Sprintf("de naam %q is al van %s; is dat hetzelfde? pas dat bestand dan aan; anders: neem bijvoorbeeld %q", e.slug, whose, e.other)
}

// thereAlready says that the person wanted a record that is there already.
type thereAlready struct{ Slug, file string }

func (e *thereAlready) Error() string {
	return fmt.Sprintf("er is niets gemaakt; dit staat al in %s: pas dat bestand aan", e.file)
}

func seemsThere(kind content.Kind, m scaffold.Match, file, other string) error {
	return fmt.Errorf("%q staat al in %s; is dat hetzelfde? pas dat bestand dan aan; anders: geef een naam, zoals in \"pleinwijzer new %s %s\"",
		m.Name, file, kindName(kind), other)
}

// resembles tells who cannot be asked about a record that may be the same.
func (e environment) resembles(m scaffold.Match, file string) {
	fmt.Fprintf(e.stderr, "let op: dit lijkt op %q, dat al in %s staat\n", m.Name, file)
}

func nothingToReferTo(kinds []string) error {
	var verbs []string
	for _, kind := range kinds {
		verbs = append(verbs, fmt.Sprintf("%q", "pleinwijzer new "+kind))
	}
	return fmt.Errorf("er is nog geen %s; maak die eerst, met %s", enumerate(kinds, "en geen"), enumerate(verbs, "en"))
}

func unknownSetting(d *scaffold.Draft, key string) error {
	return fmt.Errorf("-set kent het veld %q niet; %w", key, oneOf(key, d.Keys()))
}

func settingTwice(key string) error {
	return fmt.Errorf("bij %q past maar één waarde; laat er één staan", key)
}

func refusedSetting(s setting, d diag.Diagnostic) error {
	return fmt.Errorf("%q is geen goede waarde voor %s: %s", s.value, s.key, refusal(d))
}

func missingSettings(kind string, missing []scaffold.Question) error {
	var flags []string
	for _, q := range missing {
		flags = append(flags, fmt.Sprintf(`-set %s="%s"`, q.Key, q.Shown()))
	}
	lead := "hier"
	if kind != "" {
		lead = "voor een " + noun(kind)
	}
	return fmt.Errorf("%s ontbreekt nog: %s", lead, strings.Join(flags, " "))
}

func notMadeRecord() error {
	return errors.New("zo past het niet bij de rest; er is niets geschreven")
}
