package reading

import (
	"fmt"
	"path"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// checker collects what is wrong with one record beyond the form of its fields. A check
// stays silent about a field that was already reported, so that each mistake gives one
// message.
type checker struct {
	doc      *frontmatter.Document
	today    schedule.Date // 0 if unknown
	broken   bool          // the decoder found problems: an empty field may be there, unread
	problems diag.List
}

func (c *checker) add(code string, at diag.Range, message, hint string, related ...diag.Range) {
	c.problems.Add(diag.Diagnostic{Range: at, Code: code, Message: message, Hint: hint, Related: related})
}

// has reports whether the file has the field, readable or not. It is called only if a
// value is missing, which is rare.
func (c *checker) has(at ...any) bool { return c.doc.Has(at...) }

func (c *checker) missing(key, example string) {
	c.lacks(key, c.doc.Whole(), fmt.Sprintf("het veld %q ontbreekt", key), "voeg toe: "+key+" = "+example)
}

// lacks reports a field that is not there.
func (c *checker) lacks(key string, at diag.Range, message, hint string) {
	c.problems.Add(diag.Diagnostic{Range: at, Code: "veld-ontbreekt", Message: message, Hint: hint, Missing: key})
}

// noText reports a record without the text that it needs.
func (c *checker) noText(message, hint string) {
	c.problems.Add(diag.Diagnostic{Range: c.doc.Whole(), Code: "tekst-ontbreekt", Message: message, Hint: hint, Missing: "tekst"})
}

// period requires the first day to come before the last.
func (c *checker) period(firstKey string, first schedule.Date, lastKey string, last schedule.Date, at ...any) {
	if first != 0 && last != 0 && last < first {
		hint := "zet de vroegste datum eerst"
		if next := yearOn(last); next > first && next < first.Add(longestSlip) {
			hint = fmt.Sprintf("bedoelt u %q?", next) // around New Year people often type the old year
		}
		c.add("periode-omgekeerd", c.doc.Value(append(at, lastKey)...),
			fmt.Sprintf("%q (%s) ligt voor %q (%s)", lastKey, last, firstKey, first), hint)
	}
}

// longestSlip is the maximum length in days of a period whose only mistake is the year.
const longestSlip = 200

// yearOn returns the same day one year later.
func yearOn(date schedule.Date) schedule.Date {
	year, month, day := date.Civil()
	return schedule.NewDate(year+1, month, day)
}

// yearBefore returns the same day one year earlier.
func yearBefore(date schedule.Date) schedule.Date {
	year, month, day := date.Civil()
	return schedule.NewDate(year-1, month, day)
}

// days requires either a date or a period with both ends.
func (c *checker) days(d content.Dagen, at []any) {
	key := func(name string) []any { return append(at[:len(at):len(at)], name) }
	hasDate := d.Datum != 0 || c.broken && c.has(key("datum")...)
	hasFrom := d.Van != 0 || c.broken && c.has(key("van")...)
	hasUntil := d.TotEnMet != 0 || c.broken && c.has(key("tot_en_met")...)
	switch {
	case hasDate && (hasFrom || hasUntil):
		c.add("datum-dubbel", c.doc.Key(key("datum")...), "er staat een datum én een periode", `gebruik "datum", of "van" en "tot_en_met"`)
	case hasDate:
	case !hasFrom && !hasUntil:
		c.lacks("datum", c.doc.Key(at...), "hier ontbreekt de datum", `voeg toe: datum = "2026-12-24"`)
	case !hasFrom:
		c.lacks("van", c.doc.Key(at...), "van deze periode ontbreekt de eerste dag", `voeg toe: van = "2026-12-21"`)
	case !hasUntil:
		c.lacks("tot_en_met", c.doc.Key(at...), "van deze periode ontbreekt de laatste dag", `voeg toe: tot_en_met = "2027-01-03"`)
	}
	c.period("van", d.Van, "tot_en_met", d.TotEnMet, at...)
}

// whereText tells an editor where to put the text of a record.
func (c *checker) whereText() string {
	if path.Ext(c.doc.File) == ".toml" {
		return `voeg toe: tekst = """…"""`
	}
	return `schrijf de tekst onder de tweede "+++"`
}
