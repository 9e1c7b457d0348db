package diag

import (
	"encoding/json"
	"io"
)

// record is the JSON form of a problem. It is a published format: fields may be added,
// but the meaning of an existing one never changes.
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

// JSON writes the problems as a JSON array of objects.
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
