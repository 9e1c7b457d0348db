package scaffold

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/page"
	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/sense"
)

// A Draft is a record that is being made. It consists of answers that are valid for their
// fields.
type Draft struct {
	Kind   content.Kind
	folder *Folder
	fields []frontmatter.Field
	texts  map[string][]string // by key; the text below the fields has the key Text

	Slots  []Slot          // of a spreekuur, if a timetable gives it several
	Filled map[string]bool // keys that got a value because a timetable says nothing of them
}

// A Slot is a day with its hours, as typed.
type Slot struct{ Dag, Tijd string }

// NewDraft returns a Draft without answers, for a record in the folder.
func NewDraft(kind content.Kind, f *Folder) *Draft {
	return &Draft{Kind: kind, folder: f, fields: kind.Fields, texts: map[string][]string{}}
}

// NewSite returns a Draft of site.toml.
func NewSite() *Draft { return &Draft{fields: content.SiteFields, texts: map[string][]string{}} }

// Set stores an answer: one text or, for a list, several. A reference to a record is its
// slug or its full name. An answer that the field does not accept is not stored, and the
// list says why. An empty answer removes the previous one.
func (d *Draft) Set(q Question, texts ...string) diag.List {
	var tidied []string
	for _, text := range texts {
		if text = Tidy(q.Key, text); text == "" {
			continue
		}
		if !utf8.ValidString(text) { // half a letter, as left by a backspace in some terminals
			return diag.List{{Code: "geen-utf8", Message: "hier staat een teken dat niet te lezen is", Hint: "typ deze tekst opnieuw"}}
		}
		if q.Relation != "" {
			slug, problem := d.folder.Refer(q.Relation, text)
			if problem != nil {
				return diag.List{*problem}
			}
			text = slug
		}
		tidied = append(tidied, text)
	}
	if q.Key == Opening {
		return d.setOpening(tidied)
	}
	f := q.Field
	f.Required = q.Needed(d)
	problems := reading.Check(f, f.Spell(tidied...))
	switch {
	case problems.HasErrors():
	case len(tidied) == 0:
		delete(d.texts, f.Key)
	default:
		d.texts[f.Key] = tidied
	}
	return problems
}

// Tidy removes superfluous white space. Only Text keeps its line breaks.
func Tidy(key, text string) string {
	if key != Text {
		return strings.Join(strings.Fields(text), " ")
	}
	lines := strings.Split(lineEnds.Replace(text), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// Put stores an answer as it is: unlike with Set, nothing is asked of it.
func (d *Draft) Put(key string, texts ...string) { d.texts[key] = texts }

// Plein returns the slug of the plein of a spreekuur.
func (d *Draft) Plein() string { return strings.Join(d.texts["plein"], "") }

// NeedsHours reports whether a spreekuur has hours besides its days.
func (d *Draft) NeedsHours() bool { return hasHours(d) }

// Has reports whether the field has an answer.
func (d *Draft) Has(key string) bool { return len(d.texts[key]) > 0 }

// Texts returns the answer to a field: one text, or several for a list.
func (d *Draft) Texts(key string) []string { return d.texts[key] }

// Keys returns the keys of the fields that can be set.
func (d *Draft) Keys() []string {
	var keys []string
	for _, f := range d.fields {
		if !f.IsBlock() || f.Key == Opening {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// Forget removes answers.
func (d *Draft) Forget(keys ...string) {
	for _, key := range keys {
		delete(d.texts, key)
	}
}

// Timed reports whether the answer to this question completes what determines when a
// spreekuur is held.
func (d *Draft) Timed(key string) bool {
	return d.Kind.Name == "spreekuur" && (key == "vanaf" || key == "tijd" && !hasAnchor(d) || key == "dag" && !hasHours(d))
}

// WaitsFor returns a record that the answers refer to and that is still a concept, if
// there is one. In that case this record must be a concept too, since nothing on the site
// can refer to a record that is not on it.
func (d *Draft) WaitsFor() (e Entry, ok bool) {
	for _, f := range d.fields {
		kind := relations[f.Key]
		if kind == "" || d.folder == nil {
			continue
		}
		for _, slug := range d.texts[f.Key] {
			for _, e := range d.folder.shelf(kind).named[slug] {
				if e.Slug == slug && e.Concept {
					return e, true
				}
			}
		}
	}
	return Entry{}, false
}

// values returns the answers in the order of the fields.
func (d *Draft) values() []frontmatter.Value {
	var values []frontmatter.Value
	_, waits := d.WaitsFor()
	for _, f := range d.fields {
		if len(d.Slots) > 1 && (f.Key == "dag" || f.Key == "tijd") {
			continue // they are in [[tijden]] blocks
		}
		if f.Key == Opening {
			continue // it is a block too
		}
		texts := d.texts[f.Key]
		if f.Key == "concept" && waits && len(texts) == 0 {
			texts = []string{"true"}
		}
		if len(texts) > 0 && (f.Key != Text || d.Kind.Name == "") {
			values = append(values, frontmatter.Value{Key: f.Key, Spelled: f.Spell(texts...)})
		}
	}
	return values
}

// Bytes returns the answers as a file.
func (d *Draft) Bytes() []byte {
	var blocks []frontmatter.Block
	if len(d.Slots) > 1 {
		for _, s := range d.Slots {
			blocks = append(blocks, frontmatter.Block{Name: "tijden", Values: []frontmatter.Value{
				{Key: "dag", Spelled: frontmatter.Quote(s.Dag)}, {Key: "tijd", Spelled: frontmatter.Quote(s.Tijd)},
			}})
		}
	}
	if opening, ok := d.openingBlock(); ok {
		blocks = append(blocks, opening)
	}
	return frontmatter.Write(d.values(), strings.Join(d.texts[Text], "\n\n"), blocks...)
}

// Path returns the path of the file in a content folder.
func (d *Draft) Path(slug string) string { return d.Kind.Folder + "/" + slug + ".md" }

// Name returns the name of the record, from which its slug is made.
func (d *Draft) Name() string {
	return strings.Join(append(d.texts["titel"], d.texts["naam"]...), " ")
}

// spreekuur parses the answers so far, whether complete or not.
func (d *Draft) spreekuur() *content.Spreekuur {
	c, _ := reading.Parse(content.KindOf("spreekuur"), "spreekuren/concept.md", d.Bytes())
	return c.Spreekuren[0]
}

// Rule describes when the spreekuur is held, in the words that a visitor will read, and
// returns its first n dates according to the rule alone.
func (d *Draft) Rule(today schedule.Date, n int) (words string, dates []schedule.Date) {
	s := d.spreekuur()
	plan := schedule.Schedule{
		Slots: s.Slots(), Anchor: s.Vanaf, Bounds: schedule.Period{From: s.Vanaf, Until: s.TotEnMet},
	}
	notation := schedule.Point
	if site := d.folder.Content.Site; site != nil && site.Tijdnotatie == "10:00" {
		notation = schedule.Colon
	}
	for date := range plan.Slots[0].Days.Dates(plan.Anchor, schedule.Period{From: max(today, plan.Bounds.From), Until: plan.Bounds.Until}) {
		if len(dates) == n {
			break
		}
		dates = append(dates, date)
	}
	return plan.Words(notation, today), dates
}

// Outcome says how a record turns out among the others.
type Outcome struct {
	Problems diag.List // only those of this record
	Next     []string  // the first dates of a spreekuur, in words, with what is different about them
}

// Try reports what would happen if the answers were in the folder, in a file with that
// slug, at the time now.
func (d *Draft) Try(slug string, now time.Time) Outcome {
	name := d.Path(slug)
	own, problems := reading.Parse(d.Kind, name, d.Bytes())
	all := d.folder.Content.With(own)
	shown, tied := catalog.Resolve(all, catalog.Options{Now: now, Reserved: page.Reserved(page.Kinds)})
	for _, p := range slices.Concat(tied, sense.Check(shown)) {
		if p.File == name {
			problems.Add(p)
		}
	}
	problems.Sort()
	out := Outcome{Problems: problems}
	resolved, _ := catalog.Resolve(all, catalog.Options{Now: now, Drafts: true}) // with drafts, so that a concept has dates too
	for _, s := range resolved.Spreekuren {
		if d.Kind.Name == "spreekuur" && s.Slug == slug {
			v := say.Dutch(resolved)
			for _, st := range s.NextStretches(3) {
				out.Next = append(out.Next, say.Join(v.Stretch(st), v.Change(st.Occurrence).String()))
			}
		}
	}
	return out
}
