package schedule

import (
	"fmt"
	"strings"
)

// ParseError says, in Dutch and to an editor, what is wrong with a text.
type ParseError struct {
	Input          string
	Offset, Length int    // the offending part of Input, in bytes
	Message        string // a short sentence without capital and full stop
	Suggestion     string // the word that was probably meant, or ""
	Example        string // a valid text of the form that was probably meant

	ways     []way // see Ways
	examples []way // offers that are only examples, kept while something better is sought
}

// Error returns the message, and how to fix it if that is known.
func (e *ParseError) Error() string {
	var texts []string
	for _, w := range e.Ways(0) {
		if len(w.Lines) > 0 && w.Lines[0].Key == "" {
			texts = append(texts, fmt.Sprintf("%q", w.Lines[0].Value))
		}
	}
	switch {
	case len(texts) > 0:
		return e.Message + "; schrijf " + strings.Join(texts, " of ")
	case e.Suggestion != "":
		return fmt.Sprintf("%s; bedoelt u %q?", e.Message, e.Suggestion)
	}
	return e.Message
}
