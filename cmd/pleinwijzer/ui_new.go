package main

import (
	"errors"
	"fmt"
	"strings"

	"pleinwijzer/generator/diag"
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
)

func (e environment) say(text string) { fmt.Fprintln(e.stdout, text) }

func (e environment) prompt() { fmt.Fprint(e.stdout, "> ") }

func (e environment) begin(kind string) {
	fmt.Fprintf(e.stdout, "U maakt een %s. Stoppen kan altijd, met Ctrl en C. Er is dan niets geschreven.\nTyp een vraagteken voor meer uitleg.\n", noun(kind))
}

func (e environment) beginHalfway(kind, name string) {
	begun := noun(kind)
	if name != "" {
		begun += ": " + name
	}
	fmt.Fprintf(e.stdout, "\nU maakt eerst een %s. Daarna gaat u hier verder.\n", begun)
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

func (e environment) question(q scaffold.Question, needed bool, current []string) {
	fmt.Fprintf(e.stdout, "\n%s\n", q.Label)
	switch {
	case q.Key == scaffold.Text:
		fmt.Fprintf(e.stdout, "  %s Eén lege regel begint een nieuwe alinea, twee maken de tekst af.\n", q.Brief())
	case q.Relation != "": // the list says how to answer
	default:
		fmt.Fprintf(e.stdout, "  %s\n", q.Brief())
	}
	for i, choice := range q.Choices {
		fmt.Fprintf(e.stdout, "  %d  %s\n", i+1, choice)
	}
	if q.Relation == "" && len(q.Choices) == 0 {
		fmt.Fprintf(e.stdout, "  Bijvoorbeeld: %s\n", q.Shown())
	}
	switch {
	case len(current) > 0 && needed:
		fmt.Fprintf(e.stdout, "  Nu: %s. Enter laat het zo.\n", oneLine(current))
	case len(current) > 0:
		fmt.Fprintf(e.stdout, "  Nu: %s. Enter laat het zo, een streepje maakt het leeg.\n", oneLine(current))
	case !needed:
		e.say("  Dit hoeft niet. Enter slaat het over.")
	}
}

func (e environment) helpWith(q scaffold.Question) {
	fmt.Fprintf(e.stdout, "  %s\n  Bijvoorbeeld: %s\n", q.Help, q.Shown())
}

func (e environment) refuse(d diag.Diagnostic) {
	d.Example = "" // the question is asked again, and has an example
	if d.Code == "veld-leeg" {
		d.Hint = "" // that hint is about a file
	}
	fmt.Fprintf(e.stdout, "  Dat kan niet: %s\n", ended(refusal(d)))
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

func (e environment) entries(entries []scaffold.Entry) {
	const most = 20
	for i, entry := range entries[:min(len(entries), most)] {
		fmt.Fprintf(e.stdout, "  %d  %s\n", i+1, entryWords(entry))
	}
	if more := len(entries) - most; more > 0 {
		fmt.Fprintf(e.stdout, "  en nog %d. Typ een groter stukje van de naam.\n", more)
		return
	}
	e.say("  Typ een nummer, of een stukje van de naam.")
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

func (e environment) noneYet(kind string) {
	mend := "Enter slaat het over."
	if canMake(kind) {
		mend = "Typ een plusje: dan maakt u die eerst."
	}
	fmt.Fprintf(e.stdout, "  Er is nog geen %s. %s\n", kind, mend)
}

func (e environment) dropped() { e.say("  Dat is niet gemaakt. Typ een stukje van de naam.") }

func (e environment) took(entry scaffold.Entry) { fmt.Fprintf(e.stdout, "  %s\n", entryWords(entry)) }

func (e environment) anotherOne() {
	e.say("  Nog een? Typ een stukje van de naam. Enter als dit alles is.")
}

func (e environment) notFound(kind, typed, question string) {
	if question != "" {
		fmt.Fprintf(e.stdout, "  Er is geen naam met %q; %s\n", typed, question)
	} else {
		fmt.Fprintf(e.stdout, "  Er is geen naam met %q. Typ een ander stukje, of een vraagteken voor de hele lijst.\n", typed)
	}
	if canMake(kind) {
		fmt.Fprintf(e.stdout, "  Of typ een plusje: dan maakt u eerst een %s.\n", noun(kind))
	}
}

// The result of the answers.

func (e environment) rule(words string, dates []schedule.Date) {
	fmt.Fprintf(e.stdout, "\nDe bezoeker leest: %s.\n", words)
	if len(dates) > 0 {
		var days []string
		for _, date := range dates {
			days = append(days, schedule.DateWordsShort(date))
		}
		fmt.Fprintf(e.stdout, "De eerste keren: %s.\n", enumerate(days, "en"))
	}
}

func (e environment) askSlug(proposal string) {
	fmt.Fprintf(e.stdout, "\nNaam van het bestand\n  Dit komt ook in het webadres. Enter kiest: %s\n", proposal)
}

func (e environment) summary(d *scaffold.Draft, questions []scaffold.Question, name string, o scaffold.Outcome, halfway bool) {
	e.say("\nDit komt in het bestand:")
	for i, q := range questions {
		answer := oneLine(d.Texts(q.Key))
		if answer == "" {
			answer = "-"
		}
		fmt.Fprintf(e.stdout, "  %2d  %s: %s\n", i+1, q.Label, answer)
	}
	fmt.Fprintf(e.stdout, "  %2d  Bestand: %s\n", len(questions)+1, name)
	if len(o.Next) > 0 {
		e.say("De eerste keren op dit plein:")
	}
	for _, next := range o.Next {
		fmt.Fprintf(e.stdout, "  %s\n", next)
	}
	for _, p := range o.Problems {
		fmt.Fprintf(e.stdout, "Let op: %s\n", ended(refusal(p)))
	}
	if entry, waits := d.WaitsFor(); waits {
		fmt.Fprintf(e.stdout, "Let op: %s.\n", waitsWords(entry))
	}
	switch {
	case o.Problems.HasErrors():
		e.say("Zo kan het nog niet. Typ het nummer van een antwoord dat anders moet, of nee om te stoppen.")
	case halfway:
		e.say("Is het goed? Enter of ja gaat verder met het andere bestand. Een nummer verandert dat antwoord. Nee gaat verder zonder.")
	default:
		e.say("Is het goed? Enter of ja schrijft het bestand. Een nummer verandert dat antwoord. Nee stopt.")
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

func slugTaken(slug, other string) error {
	return fmt.Errorf("de naam %q is al van een ander bestand; neem bijvoorbeeld %q", slug, other)
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
