package diag

import (
	"encoding/json"
	"io"
)

// record is a problem as programs read it. The fields are a published format:
// they may grow, but none changes its meaning.
type record struct {
	File     string  `json:"bestand"`
	Line     int     `json:"regel,omitempty"`
	Column   int     `json:"kolom,omitempty"`
	Length   int     `json:"lengte,omitempty"`
	Severity string  `json:"ernst"`
	Code     string  `json:"code"`
	Message  string  `json:"melding"`
	Hint     string  `json:"herstel,omitempty"`
	Example  string  `json:"voorbeeld,omitempty"`
	Excerpt  string  `json:"fragment,omitempty"`
	Related  []place `json:"zie_ook,omitempty"`
}

type place struct {
	File   string `json:"bestand"`
	Line   int    `json:"regel,omitempty"`
	Column int    `json:"kolom,omitempty"`
}

// JSON writes the problems as one array of objects.
func JSON(w io.Writer, l List) error {
	records := make([]record, len(l))
	for i, d := range l.shown() {
		records[i] = record{
			File: d.File, Line: d.Line, Column: d.Column, Length: d.Length,
			Severity: d.Severity.String(), Code: d.Code, Message: d.Message,
			Hint: d.Hint, Example: d.Example, Excerpt: d.Excerpt,
		}
		for _, r := range d.Related {
			records[i].Related = append(records[i].Related, place{r.File, r.Line, r.Column})
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(records)
}
