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
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/sense"
)

// A Draft is a record in the making: answers, each of which its field accepts.
type Draft struct {
	Kind   content.Kind
	folder *Folder
	fields []frontmatter.Field
	texts  map[string][]string // by key; the text below the fields under Text
	slots  []slot              // of a spreekuur, where a rooster gives it more than one
}

// A slot is a day with its hours, as they were typed.
type slot struct{ dag, tijd string }

// NewDraft makes a Draft without answers of a record that goes in the folder.
func NewDraft(kind content.Kind, f *Folder) *Draft {
	return &Draft{Kind: kind, folder: f, fields: kind.Fields, texts: map[string][]string{}}
}

// NewSite makes a Draft of site.toml.
func NewSite() *Draft { return &Draft{fields: content.SiteFields, texts: map[string][]string{}} }

// Set takes in an answer, of one text or, for a list, of several. A record is
// named by its slug or its whole name. What the field does not accept is not
// kept, and the list says why. No text, or an empty one, takes an answer back.
func (d *Draft) Set(q Question, texts ...string) diag.List {
	var tidied []string
	for _, text := range texts {
		if text = tidy(q.Key, text); text == "" {
			continue
		}
		if !utf8.ValidString(text) { // half a letter, after a backspace in some terminals
			return diag.List{{Code: "geen-utf8", Message: "hier staat een teken dat niet te lezen is", Hint: "typ deze tekst opnieuw"}}
		}
		if q.Relation != "" {
			slug, problem := d.folder.refer(q.Relation, text)
			if problem != nil {
				return diag.List{*problem}
			}
			text = slug
		}
		tidied = append(tidied, text)
	}
	f := q.Field
	f.Required = q.Needed(d)
	problems := content.Check(f, f.Spell(tidied...))
	switch {
	case problems.HasErrors():
	case len(tidied) == 0:
		delete(d.texts, f.Key)
	default:
		d.texts[f.Key] = tidied
	}
	return problems
}

// tidy leaves out the white space that nobody sees. Only a text has lines.
func tidy(key, text string) string {
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

// Has reports whether the field has an answer; Texts is that answer.
func (d *Draft) Has(key string) bool { return len(d.texts[key]) > 0 }

func (d *Draft) Texts(key string) []string { return d.texts[key] }

// Keys are the fields that can be set.
func (d *Draft) Keys() []string {
	var keys []string
	for _, f := range d.fields {
		if !f.IsBlock() {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// Forget takes answers back.
func (d *Draft) Forget(keys ...string) {
	for _, key := range keys {
		delete(d.texts, key)
	}
}

// Timed reports whether with the answer to this question a spreekuur has all that
// its rule needs.
func (d *Draft) Timed(key string) bool {
	return d.Kind.Name == "spreekuur" && (key == "vanaf" || key == "tijd" && !hasAnchor(d) || key == "dag" && !hasHours(d))
}

// WaitsFor is the record among the answers that is still a concept, if there is
// one. Then this record is a concept too: what is on the site cannot refer to what
// is not.
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

// values are the answers in the order of the fields.
func (d *Draft) values() []frontmatter.Value {
	var values []frontmatter.Value
	_, waits := d.WaitsFor()
	for _, f := range d.fields {
		if len(d.slots) > 1 && (f.Key == "dag" || f.Key == "tijd") {
			continue // they are in blocks
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

// Bytes are the answers as a file.
func (d *Draft) Bytes() []byte {
	var blocks []frontmatter.Block
	if len(d.slots) > 1 {
		for _, s := range d.slots {
			blocks = append(blocks, frontmatter.Block{Name: "tijden", Values: []frontmatter.Value{
				{Key: "dag", Spelled: frontmatter.Quote(s.dag)}, {Key: "tijd", Spelled: frontmatter.Quote(s.tijd)},
			}})
		}
	}
	return frontmatter.Write(d.values(), strings.Join(d.texts[Text], "\n\n"), blocks...)
}

// Path is where the file goes in a content folder.
func (d *Draft) Path(slug string) string { return d.Kind.Folder + "/" + slug + ".md" }

// Name is what the record is called, from which its slug is made.
func (d *Draft) Name() string {
	return strings.Join(append(d.texts["titel"], d.texts["naam"]...), " ")
}

// spreekuur reads the answers so far, complete or not.
func (d *Draft) spreekuur() *content.Spreekuur {
	c, _ := content.KindOf("spreekuur").Parse("spreekuren/concept.md", d.Bytes())
	return c.Spreekuren[0]
}

// Rule says when the spreekuur is, as a visitor will read it, with its first n
// dates as far as the rule alone gives them.
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

// Outcome is what becomes of a record among the others.
type Outcome struct {
	Problems diag.List // of this record alone
	Next     []string  // of a spreekuur: the first dates in words, with what is different on them
}

// Try looks at the answers as a file of that slug in the folder at the time now.
func (d *Draft) Try(slug string, now time.Time) Outcome {
	name := d.Path(slug)
	own, problems := d.Kind.Parse(name, d.Bytes())
	all := d.folder.Content.With(own)
	shown, tied := catalog.Resolve(all, catalog.Options{Now: now, Reserved: page.Reserved(page.Kinds)})
	for _, p := range slices.Concat(tied, sense.Check(shown)) {
		if p.File == name {
			problems.Add(p)
		}
	}
	problems.Sort()
	out := Outcome{Problems: problems}
	resolved, _ := catalog.Resolve(all, catalog.Options{Now: now, Drafts: true}) // a concept has dates as well
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
