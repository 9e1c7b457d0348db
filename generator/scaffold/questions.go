package scaffold

import (
	"reflect"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
)

// A Question asks for one field of a new record, or for its text. It has the label, help,
// example and choices of the field.
type Question struct {
	frontmatter.Field
	Relation string // the kind of record to choose from, or ""

	needed func(*Draft) bool
	when   func(*Draft) bool
}

// Text is the key of the question for the text below the fields.
const Text = "tekst"

// An ask is one line in the list of questions for a kind.
type ask struct {
	key    string
	needed func(*Draft) bool // when it is required, in addition to what the field itself requires
	when   func(*Draft) bool // nil means always
}

// asked lists the questions for each kind, in order. For a spreekuur that is the order of
// the agreement between partners (content.Answers). To ask for another field, add a line
// here.
var asked = map[string][]ask{
	"spreekuur": {
		{key: "titel"}, {key: "dag", needed: hasNoDates, when: hasNoDates}, {key: "tijd", needed: hasHours, when: hasHours},
		{key: "vanaf", needed: always, when: hasAnchor},
		{key: "in_een_zin"}, {key: Text, needed: always},
		{key: "plein"}, {key: "partner"},
		{key: "onderwerpen"}, {key: "aanmelden", when: hasHours}, {key: "telefoon"}, {key: "email"}, {key: "website", needed: isUnasked},
	},
	"plein": {
		{key: "naam"}, {key: "in_een_zin"}, {key: "locatie"}, {key: "adres"}, {key: "postcode"}, {key: "plaats"},
		{key: Opening}, {key: "telefoon"}, {key: "email"}, {key: "website", needed: isUnreachable}, {key: "route"}, {key: Text},
	},
	"partner": {
		{key: "naam"}, {key: "naam_in_uitingen"}, {key: "in_een_zin"}, {key: "website"}, {key: "telefoon"}, {key: "email"}, {key: Text},
	},
	"agendapunt": {
		{key: "titel"}, {key: "datum"}, {key: "tot_en_met"}, {key: "tijd"}, {key: "in_een_zin"}, {key: "plein"},
		{key: "locatie", needed: always, when: isElsewhere}, {key: "adres", needed: always, when: isElsewhere},
		{key: "plaats", needed: always, when: isElsewhere},
		{key: "aanmelden"}, {key: "website"}, {key: "email"}, {key: Text},
	},
	"bericht": {
		{key: "titel"}, {key: "datum"}, {key: "tot_en_met"}, {key: "in_een_zin"}, {key: "pleinen"}, {key: "spreekuren"}, {key: Text},
	},
	"pagina": {{key: "titel"}, {key: Text, needed: always}, {key: "menu"}, {key: "voet", when: isNotInMenu}},
}

func always(*Draft) bool          { return true }
func isElsewhere(d *Draft) bool   { return !d.Has("plein") }
func isUnreachable(d *Draft) bool { return !d.Has("telefoon") && !d.Has("email") }
func isNotInMenu(d *Draft) bool   { return !d.Has("menu") }
func hasNoDates(d *Draft) bool    { return !d.Has("data") }
func hasHours(d *Draft) bool      { return !d.spreekuur().OnAppointment() }
func isUnasked(d *Draft) bool     { return !hasHours(d) && isUnreachable(d) }
func hasAnchor(d *Draft) bool     { return d.spreekuur().Dag.NeedsAnchor() }

// texts describes the text below the fields, which in a .md file is not a field.
var texts = map[string]frontmatter.Field{
	"spreekuur": content.Answer(Text), // as the agreement asks it
	"pagina":    {Label: "Tekst", Help: "Wat staat er op de pagina?", Example: `"Op deze site vindt u alle spreekuren."`},
	"": {
		Label: "Tekst", Help: "Wat wilt u er nog meer over vertellen?",
		Example: `"Loop gerust binnen. U kunt hier ook koffie drinken."`,
	},
}

// Questions returns the questions for a kind, in order.
func Questions(kind content.Kind) []Question {
	var all []Question
	for _, a := range asked[kind.Name] {
		field, _ := kind.Field(a.key)
		if a.key == Opening {
			field = openingField
		}
		if a.key == Text {
			about, ok := texts[kind.Name]
			if !ok {
				about = texts[""]
			}
			field.Label, field.Help, field.Example = about.Label, about.Help, about.Example
		}
		all = append(all, Question{Field: field, Relation: relations[a.key], needed: a.needed, when: a.when})
	}
	return all
}

// QuestionFor returns the question for any field of a kind, except for blocks of fields.
func QuestionFor(kind content.Kind, key string) (Question, bool) {
	for _, q := range Questions(kind) {
		if q.Key == key {
			return q, true
		}
	}
	field, ok := kind.Field(key)
	return Question{Field: field, Relation: relations[key]}, ok && !field.IsBlock()
}

// SiteQuestions returns the questions for a new site.
func SiteQuestions() []Question {
	var all []Question
	for _, key := range []string{"titel", "adres", "organisatie", "email", "telefoon"} {
		q, _ := SiteQuestion(key)
		all = append(all, q)
	}
	return all
}

// SiteQuestion returns the question for any field of site.toml, except for blocks and for
// those that a new site gets automatically.
func SiteQuestion(key string) (Question, bool) {
	for _, f := range content.SiteFields {
		if f.Key == key {
			return Question{Field: f}, !f.IsBlock() && key != "talen" && key != "naamruimte"
		}
	}
	return Question{}, false
}

// When lists the keys of the questions that together determine when a spreekuur is held.
var When = []string{"dag", "tijd", "vanaf"}

// HasForm reports whether the values of a list have a fixed form, so that a comma cannot
// be part of a value.
func (q *Question) HasForm() bool {
	return q.Key != Opening && (q.Type.Elem() != reflect.TypeFor[string]() || len(q.Choices) > 0)
}

// Due reports whether the question makes sense given the answers so far.
func (q *Question) Due(d *Draft) bool { return q.when == nil || q.when(d) }

// Needed reports whether the question must be answered, given the answers so far.
func (q *Question) Needed(d *Draft) bool { return q.Required || q.needed != nil && q.needed(d) }

// Brief returns the first sentence of the help.
func (q *Question) Brief() string {
	if at := strings.IndexAny(q.Help, ".?"); at > 0 && at+1 < len(q.Help) && q.Help[at+1] == ' ' {
		return q.Help[:at+1]
	}
	return q.Help
}

// Shown returns the example as a person would type it, without the syntax of TOML.
func (q *Question) Shown() string {
	return strings.NewReplacer(`["`, "", `"]`, "", `", "`, ", ", `"`, "").Replace(q.Example)
}
