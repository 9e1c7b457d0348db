package i18n

import (
	"errors"
	"fmt"
	"html"
	"strings"
)

const (
	actionOpen = "{{"
	actionWord = "{{t "
	actionEnd  = "}}"
)

// Expand puts the words of the language into the source of a template. The action
//
//	{{t "key"}}
//
// is replaced by the text of the word, escaped for HTML and for a quoted attribute
// (not for a script or a style). For a word with placeholders, the action
//
//	{{t "key" .A $.B.C `<a href="{{.URL}}">{{.Title}}</a>`}}
//
// gives their values: {1} becomes {{.A}}, {2} becomes {{$.B.C}}, and {3} becomes the
// text between the back quotes, unchanged, so that each language can put a link where
// it belongs in the sentence. Such a piece must close everything that it opens.
//
// All other actions, including their constants and comments, stay as they are. The
// result is a template without words, with the same line numbers. An error names the
// line and the key.
func (l *Language) Expand(source string) (string, error) {
	text, at, err := l.expand(source)
	if err != nil {
		return "", fmt.Errorf("line %d: %w", 1+strings.Count(source[:at], "\n"), err)
	}
	return text, nil
}

// expand is Expand, but returns the position of an error as an offset.
func (l *Language) expand(source string) (text string, at int, err error) {
	var b strings.Builder
	rest := source
	for {
		before, _, found := strings.Cut(rest, actionOpen)
		b.WriteString(before)
		if !found {
			return b.String(), 0, nil
		}
		rest = rest[len(before):]
		action, ok := strings.CutPrefix(rest, actionWord)
		if !ok {
			n := actionLen(rest)
			b.WriteString(rest[:n])
			rest = rest[n:]
			continue
		}
		if text, rest, err = l.expandOne(action); err != nil {
			return "", len(source) - len(action), err
		}
		b.WriteString(text)
	}
}

// expandOne parses an action from just after its "t". It returns the text that replaces
// the action, and what follows the action.
func (l *Language) expandOne(action string) (text, rest string, err error) {
	key, rest, err := readKey(action)
	if err != nil {
		return "", "", err
	}
	args, rest, err := l.readArgs(rest)
	if err != nil {
		return "", "", fmt.Errorf("word %q: %w", key, err)
	}
	word, ok := l.text(key)
	if !ok {
		return "", "", fmt.Errorf("unknown word %q", key)
	}
	switch n, err := placeholders(word); {
	case err != nil:
		return "", "", fmt.Errorf("word %q %w", key, err)
	case n != len(args):
		return "", "", fmt.Errorf("word %q has %d placeholders, and here are %d values", key, n, len(args))
	}
	// Escaping does not affect braces and digits. A word of several lines is joined into
	// one, so that errors in the template still name the right line.
	word = strings.ReplaceAll(html.EscapeString(word), "\n", " ")
	text = fillIn(pieces(word), args)
	if strings.Count(text, "\n") != strings.Count(action[:len(action)-len(rest)], "\n") {
		return "", "", fmt.Errorf("word %q has a placeholder twice, and what comes there has more than one line", key)
	}
	return text, rest, nil
}

func readKey(action string) (key, rest string, err error) {
	line, _, _ := strings.Cut(action, "\n")
	if after, ok := strings.CutPrefix(line, `"`); ok {
		if key, _, ok := strings.Cut(after, `"`); ok {
			return key, action[len(key)+2:], nil
		}
	}
	return "", "", errors.New(`a word is written as {{t "key"}}`)
}

// readArgs reads the values up to the end of the action. Each is returned as the template
// source that replaces its placeholder.
func (l *Language) readArgs(s string) (args []string, rest string, err error) {
	for {
		after := strings.TrimLeft(s, " ")
		if rest, ok := strings.CutPrefix(after, actionEnd); ok {
			return args, rest, nil
		}
		if len(after) == len(s) {
			return nil, "", errors.New("a value comes after a space, and }} closes the action")
		}
		var arg string
		if markup, ok := strings.CutPrefix(after, "`"); ok {
			arg, s, ok = strings.Cut(markup, "`")
			if !ok {
				return nil, "", errors.New("a back quote is never closed")
			}
			if arg, _, err = l.expand(arg); err == nil {
				err = checkPiece(arg)
			}
			if err != nil {
				return nil, "", err
			}
		} else {
			n := fieldLen(after)
			if n == 0 {
				return nil, "", errors.New("a value is a field such as .Name, or template source in back quotes")
			}
			arg, s = "{{"+after[:n]+"}}", after[n:]
		}
		args = append(args, arg)
	}
}

// fieldLen returns the length of the field at the start of the text, such as ".", ".A" or
// "$.A.B", or 0 if there is none.
func fieldLen(s string) int {
	n := len(s) - len(strings.TrimPrefix(s, "$"))
	begin := n
	for n < len(s) && (s[n] == '.' || n > begin && isWord(s[n])) {
		n++
	}
	switch field := s[begin:n]; {
	case field == "." && begin == 0:
		return n
	case field == "", strings.HasSuffix(field, "."), strings.Contains(field, ".."):
		return 0
	}
	return n
}

func isWord(c byte) bool {
	return c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}
