package timetable

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/spreadsheet"
	"pleinwijzer/generator/typed"
)

// A column says what the cells below a heading contain.
type column struct {
	scaffold.Question
	heading string
	unknown bool
	guessed bool // it may mean something else, so the person is told
	commas  bool // commas are part of the names in it, since other signs separate them
}

// Columns that are no field of a spreekuur. Those with the time are put together (see
// moment); those with the address of a plein are for a plein that is made.
const (
	fileColumn  = "bestand" // identifies a spreekuur when its title is changed
	whenColumn  = "wanneer" // day and hours in one cell
	fromColumn  = "van"
	untilColumn = "tot"
	ofPlein     = "plein."
)

// headings are the headings that people use, in addition to the label and the key of a
// field. Case, accents and spaces are ignored.
var headings = map[string]string{
	"naam-spreekuur": "titel", "spreekuur": "titel",
	"dagen": "dag", "weekdag": "dag", "tijden": "tijd", "tijdstip": "tijd",
	"omschrijving-in-een-zin": "in_een_zin", "in-1-zin": "in_een_zin",
	"korte-omschrijving": scaffold.Text, "omschrijving": scaffold.Text, "toelichting": scaffold.Text,
	"organisatie": "partner", "partners": "partner",
	"onderwerp": "onderwerpen", "doelgroep": "doelgroepen", "doelgroepen": "doelgroepen", "taal": "talen",
	"telefoonnummer": "telefoon", "e-mailadres": "email", "mail": "email", "site": "website",
	"begindatum": "vanaf", "startdatum": "vanaf", "ingangsdatum": "vanaf", "einddatum": "tot_en_met",
	"slug": fileColumn, "bestandsnaam": fileColumn, fileColumn: fileColumn,
	"begintijd": fromColumn, "starttijd": fromColumn, "aanvangstijd": fromColumn, "van-tijd": fromColumn,
	"eindtijd": untilColumn, "tot-tijd": untilColumn, "dag-en-tijd": whenColumn, "dag-tijd": whenColumn,
	"gebouw": ofPlein + "locatie", "adres": ofPlein + "adres", "postcode": ofPlein + "postcode",
	"plaats": ofPlein + "plaats", "woonplaats": ofPlein + "plaats", "telefoon-plein": ofPlein + "telefoon",
	"e-mail-plein": ofPlein + "email", "website-plein": ofPlein + "website",
}

// vague are headings that may also mean something else. They only count where no other
// column has the field, and the person is told what they were taken for.
var vague = map[string]string{
	"wat": "titel", "naam": "titel", "activiteit": "titel", "aanbod": "titel", "dienst": "titel", "soort-hulp": "titel",
	"wie": "partner", "aanbieder": "partner", "uitvoerder": "partner", "instelling": "partner",
	"door": "partner", "door-wie": "partner", "welzijnsorganisatie": "partner",
	"waar": "plein", "locatie": "plein", "bibliotheek": "plein", "vestiging": "plein", "bieb": "plein", "adres-locatie": "plein",
	whenColumn: whenColumn, "moment": whenColumn, "openingstijden": whenColumn, "uren": "tijd", "uur": "tijd",
	fromColumn: fromColumn, "begin": fromColumn, "start": fromColumn, "aanvang": fromColumn,
	untilColumn: untilColumn, "eind": untilColumn, "einde": untilColumn, "t-m": untilColumn,
	"datum": "dag", "data": "dag", "beschrijving": scaffold.Text, "uitleg": scaffold.Text, "inhoud": scaffold.Text,
	"info": scaffold.Text, "informatie": scaffold.Text, "bijzonderheden": scaffold.Text,
	"thema": "onderwerpen", "themas": "onderwerpen", "categorie": "onderwerpen", "voor": "doelgroepen",
	"tel": "telefoon", "telefoonnr": "telefoon", "tel-nr": "telefoon", "webadres": "website", "link": "website", "url": "website",
	"afspraak": "aanmelden", "aanmelding": "aanmelden", "prijs": "kosten", "spreekt": "talen", "taal-talen": "talen",
}

// personal are words in the heading of a column about a person. It is never read on a
// guess: the site has no place for people's own addresses.
var personal = []string{"contactpersoon", "persoon", "prive", "intern", "mobiel", "vrijwilliger", "medewerker"}

// agreed lists the columns that a rooster has: those in the agreement between partners, in
// that order.
var agreed = []string{"titel", "dag", "tijd", "in_een_zin", scaffold.Text, "plein", "partner"}

// columnNames maps each possible heading, as a slug, to the field below it.
var columnNames = sync.OnceValue(func() map[string]scaffold.Question {
	names := map[string]scaffold.Question{}
	kind := content.KindOf("spreekuur")
	for _, f := range kind.Fields {
		q, ok := scaffold.QuestionFor(kind, f.Key)
		if !ok {
			continue
		}
		names[typed.Slugify(f.Key)] = q
		names[typed.Slugify(q.Label)] = q
	}
	for heading, key := range headings {
		names[heading] = columnFor(key)
	}
	return names
})

// columnFor returns the question below a heading for a key.
func columnFor(key string) scaffold.Question {
	kind, own := content.KindOf("spreekuur"), key
	if field, of := strings.CutPrefix(key, ofPlein); of {
		kind, own = content.KindOf("plein"), field
	}
	q, _ := scaffold.QuestionFor(kind, own)
	q.Key = key
	return q
}

// A layout is the structure of a spreadsheet.
type layout struct {
	spreadsheet.Sheet
	epoch   spreadsheet.Epoch
	header  spreadsheet.Row
	columns []column
	known   int // how many fields have a column
}

// headerRows is how many rows are searched for the headings, which may have a title above
// them.
const headerRows = 20

// mostGuessed is how many headings there may be for guesses: with more, it is no
// timetable.
const mostGuessed = 100

// findHeader searches for the row of headings: the one with the most fields. told has the
// headings that a person has explained, with the key of the field, or "" for none.
func findHeader(rows []spreadsheet.Row, told map[string]string) layout {
	names := columnNames()
	var best layout
	for _, r := range rows[:min(len(rows), headerRows)] {
		columns := columnsOf(r.Cells, names, told)
		known := 0
		for _, c := range columns {
			if !c.unknown {
				known++
			}
		}
		if known > best.known {
			best = layout{header: r, columns: columns, known: known}
		}
	}
	return best
}

var errNoHeadings = errors.New("er is geen regel met kopjes zoals Titel, Dag en Tijd; zet die boven het rooster")

func columnsOf(cells []string, names map[string]scaffold.Question, told map[string]string) []column {
	columns := make([]column, len(cells))
	taken := map[string]bool{}
	several := slices.ContainsFunc(cells, func(cell string) bool { return typed.Slugify(cell) == "partners" })
	for i, cell := range cells {
		heading := strings.Join(strings.Fields(cell), " ")
		slug := typed.Slugify(heading)
		q, ok := names[slug]
		if key, explained := told[slug]; explained {
			q, ok = columnFor(key), key != ""
		}
		if several && slug == "partner" { // the other column has them one by one
			ok = false
		}
		columns[i] = column{Question: q, heading: heading, unknown: !ok}
		taken[q.Key] = taken[q.Key] || ok
	}
	// The clearest guesses come first: a word that people use, words among others, and
	// then a slip of the pen.
	for _, guess := range []func(string) string{func(slug string) string { return vague[slug] }, among, misspelt} {
		for i := range columns {
			c := &columns[i]
			slug := typed.Slugify(c.heading)
			_, explained := told[slug]
			if !c.unknown || explained || slug == "" || isPersonal(slug) {
				continue
			}
			if len(cells) > mostGuessed {
				return columns
			}
			if key := guess(slug); key != "" && !taken[key] && !(key == whenColumn && (taken["dag"] || taken["tijd"])) {
				*c, taken[key] = column{Question: columnFor(key), heading: c.heading, guessed: true}, true
			}
		}
	}
	return columns
}

func isPersonal(slug string) bool {
	return slices.ContainsFunc(personal, func(word string) bool { return strings.Contains(slug, word) })
}

// among returns the key of the one field whose heading is among the words of another, as
// in "Naam van het spreekuur".
func among(slug string) string {
	found := ""
	words := strings.Split(slug, "-")
	if len(words) == 1 {
		return ""
	}
	for _, word := range words {
		key := headings[word]
		if q, ok := columnNames()[word]; ok {
			key = q.Key
		}
		switch {
		case key == "" || key == found || strings.HasPrefix(key, ofPlein):
		case found != "":
			return "" // there are two, as in "Telefoon partner"
		default:
			found = key
		}
	}
	return found
}

// misspelt returns the key of the agreed column that a heading is nearest to.
func misspelt(slug string) string {
	labels := map[string]string{}
	for _, key := range agreed {
		labels[typed.Slugify(columnFor(key).Label)] = key
	}
	if near, ok := diag.Nearest(slug, slices.Sorted(maps.Keys(labels))); ok && len(slug) > 3 {
		return labels[near]
	}
	return ""
}

// settle reads what only the cells can tell: whether "Van" and "Tot" are times or dates,
// and what separates names.
func (l *layout) settle(rows []spreadsheet.Row) {
	for i, c := range l.columns {
		l.columns[i].commas = !c.unknown && c.Relation != "" && slices.ContainsFunc(rows, func(r spreadsheet.Row) bool {
			return i < len(r.Cells) && strings.ContainsAny(r.Cells[i], ";\n")
		})
	}
	dates := map[string]string{fromColumn: "vanaf", untilColumn: "tot_en_met"}
	for i, c := range l.columns {
		own := c.Key
		if c.unknown { // "Start" beside "Van": the other one has the times
			own = vague[typed.Slugify(c.heading)]
		}
		key, either := dates[own]
		if !either || l.has(key) {
			continue
		}
		seen, other := 0, false
		for _, r := range rows[:min(len(rows), 100)] {
			if i >= len(r.Cells) || strings.TrimSpace(r.Cells[i]) == "" {
				continue
			}
			_, isDate := dateIn(r.Cells[i], l.epoch)
			seen++
			other = other || !isDate
		}
		if seen > 0 && !other {
			l.columns[i] = column{Question: columnFor(key), heading: c.heading, guessed: true}
		}
	}
}

// check returns an error unless there is enough to make a spreekuur of, and no column is
// there twice. A description can be written later.
func (l layout) check() error {
	byKey := map[string]string{}
	var unknown []string
	for _, c := range l.columns {
		switch other, twice := byKey[c.Key]; {
		case c.unknown:
			unknown = append(unknown, c.heading)
		case twice && c.Key != "":
			return fmt.Errorf("de kolommen %q en %q zijn voor hetzelfde; laat er één staan", other, c.heading)
		default:
			byKey[c.Key] = c.heading
		}
	}
	var missing []error
	for _, key := range agreed {
		_, ok := byKey[key]
		switch {
		case ok, key == "in_een_zin", key == scaffold.Text:
		case key == "dag" && (l.has(whenColumn) || l.has("tijd") || l.has("data")):
		case key == "tijd" && (l.has(whenColumn) || l.has(fromColumn) || l.has("dag")):
		default:
			label := columnFor(key).Label
			mend := "; zet die erbij"
			if near, ok := diag.Nearest(label, unknown); ok {
				mend = fmt.Sprintf("; noem de kolom %q zo", near)
			}
			missing = append(missing, fmt.Errorf("in het rooster ontbreekt de kolom %q%s", label, mend))
		}
	}
	return errors.Join(missing...)
}

func (l layout) has(key string) bool {
	return slices.ContainsFunc(l.columns, func(c column) bool { return !c.unknown && c.Key == key })
}

// unread returns the headings of columns that are ignored. Addresses only matter when
// pleinen are made.
func (l layout) unread(making bool) []string {
	var all []string
	for _, c := range l.columns {
		if (c.unknown || !making && strings.HasPrefix(c.Key, ofPlein)) && c.heading != "" {
			all = append(all, c.heading)
		}
	}
	return all
}

// A Heading is a heading, with the field that it was taken for.
type Heading struct{ Heading, Label string }

// guessed returns the headings that may mean something else.
func (l layout) guessed() []Heading {
	labels := map[string]string{whenColumn: "Dag en tijd", fromColumn: "Begintijd", untilColumn: "Eindtijd", fileColumn: "Bestand"}
	var all []Heading
	for _, c := range l.columns {
		if c.guessed {
			all = append(all, Heading{c.heading, cmp.Or(labels[c.Key], c.Label)})
		}
	}
	return all
}
