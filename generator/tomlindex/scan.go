package tomlindex

import (
	"strings"

	"github.com/BurntSushi/toml"
)

// scanner walks through TOML that is valid, or cut off at a syntax error, and records
// the places of keys and values. It never fails: what it does not understand, it skips.
type scanner struct {
	text   string
	at     int
	index  map[string]Entry
	pieces []Piece        // in the order in which they end
	tables map[string]int // how many [[tables]] there were for each path
	prefix Path
	open   int // where a text, list or table begins that is never closed, or -1
}

func newScanner(text string, from int) *scanner {
	return &scanner{text: text, at: from, index: map[string]Entry{}, tables: map[string]int{}, open: -1}
}

// unclosed records something that is never closed: the outermost of nested lists, but
// for a text inside a list the text.
func (s *scanner) unclosed(start int) {
	if s.open < 0 || s.text[s.open] == '[' || s.text[s.open] == '{' {
		s.open = start
	}
}

func (s *scanner) document() {
	for s.space(); s.at < len(s.text); s.space() {
		before := s.at
		if s.text[s.at] == '[' {
			s.header()
		} else {
			s.keyValue(s.prefix)
		}
		if s.at == before {
			s.at++
		}
	}
}

// header reads "[a.b]" or "[[a.b]]", which sets the prefix of what follows.
func (s *scanner) header() {
	start := s.at
	list := strings.HasPrefix(s.text[s.at:], "[[")
	s.at++
	if list {
		s.at++
	}
	keys := s.keys()
	for s.at < len(s.text) && s.text[s.at] == ']' {
		s.at++
	}
	e := Entry{KeyStart: start, KeyEnd: s.at, Implicit: true}
	var path Path
	for i, key := range keys {
		path = append(path, key)
		n, isList := s.tables[path.String()]
		e.Implicit = i < len(keys)-1
		s.note(path, e)
		switch {
		case list && !e.Implicit:
			s.tables[path.String()] = n + 1
			path = append(path, n)
			s.note(path, e)
		case isList:
			path = append(path, n-1)
		}
	}
	s.prefix = path
	s.pieces = append(s.pieces, Piece{Path: path, Entry: Entry{KeyStart: start, KeyEnd: s.at}, Header: true})
}

// note records the first place of a path.
func (s *scanner) note(path Path, e Entry) {
	if known, ok := s.index[path.String()]; !ok || known.Implicit && !e.Implicit {
		s.index[path.String()] = e
	}
}

// keyValue reads "a.b = value".
func (s *scanner) keyValue(prefix Path) {
	e := Entry{KeyStart: s.at}
	path := append(Path{}, prefix...)
	for _, key := range s.keys() {
		path = append(path, key)
	}
	e.KeyEnd = e.KeyStart + len(strings.TrimRight(s.text[e.KeyStart:s.at], " \t"))
	if s.at >= len(s.text) || s.text[s.at] != '=' {
		return
	}
	s.at++
	s.blanks()
	e.ValueStart = s.at
	s.value(path)
	e.ValueEnd = s.at
	s.note(path, e)
	s.pieces = append(s.pieces, Piece{Path: path, Entry: e})
	for i := len(prefix) + 1; i < len(path); i++ {
		s.note(path[:i], Entry{KeyStart: e.KeyStart, KeyEnd: e.KeyEnd, Implicit: true})
	}
}

// keys reads a dotted key up to whatever ends it.
func (s *scanner) keys() []string {
	var keys []string
	for s.at < len(s.text) {
		s.blanks()
		start := s.at
		switch c := s.peek(); {
		case c == '"' || c == '\'':
			s.quoted()
			keys = append(keys, unquote(s.text[start:s.at]))
		default:
			for s.at < len(s.text) && !strings.ContainsRune(" \t\n.=]#", rune(s.text[s.at])) {
				s.at++
			}
			keys = append(keys, s.text[start:s.at])
		}
		s.blanks()
		if s.peek() != '.' {
			break
		}
		s.at++
	}
	return keys
}

// unquote returns the key that a quoted key stands for.
func unquote(quoted string) string {
	var decoded struct{ Key string }
	if _, err := toml.Decode("key = "+quoted, &decoded); err != nil {
		return quoted
	}
	return decoded.Key
}

func (s *scanner) value(path Path) {
	switch s.peek() {
	case '"', '\'':
		s.quoted()
	case '[':
		s.list(path)
	case '{':
		s.inlineTable(path)
	default:
		for s.at < len(s.text) && !strings.ContainsRune(",]}#\n", rune(s.text[s.at])) {
			s.at++
		}
		s.at -= len(s.text[:s.at]) - len(strings.TrimRight(s.text[:s.at], " \t"))
	}
}

func (s *scanner) list(path Path) {
	start := s.at
	s.at++
	for n := 0; ; n++ {
		s.space()
		if s.at >= len(s.text) {
			s.unclosed(start)
			break
		}
		if s.peek() == ']' {
			s.at++
			break
		}
		item := append(append(Path{}, path...), n)
		e := Entry{KeyStart: s.at, ValueStart: s.at}
		s.value(item)
		e.KeyEnd, e.ValueEnd = s.at, s.at
		s.note(item, e)
		s.pieces = append(s.pieces, Piece{Path: item, Entry: e})
		s.space()
		if s.peek() == ',' {
			s.at++
		} else if s.peek() != ']' {
			s.unclosed(start)
			break
		}
	}
}

func (s *scanner) inlineTable(path Path) {
	start := s.at
	s.at++
	for {
		s.space()
		before := s.at
		if s.at >= len(s.text) {
			s.unclosed(start)
			break
		}
		if s.peek() == '}' {
			s.at++
			break
		}
		s.keyValue(path)
		s.space()
		if s.peek() == ',' {
			s.at++
		}
		if s.at == before {
			s.unclosed(start)
			break
		}
	}
}

// quoted skips a string of any of the four kinds.
func (s *scanner) quoted() {
	start := s.at
	quote := s.text[s.at : s.at+1]
	escapes := quote == `"`
	if triple := strings.Repeat(quote, 3); strings.HasPrefix(s.text[s.at:], triple) {
		quote = triple
	}
	for s.at += len(quote); s.at < len(s.text); s.at++ {
		switch {
		case escapes && s.text[s.at] == '\\':
			s.at++
		case len(quote) == 1 && s.text[s.at] == '\n':
			s.unclosed(start)
			return
		case strings.HasPrefix(s.text[s.at:], quote):
			s.at += len(quote)
			for len(quote) == 3 && s.peek() == quote[0] { // the text itself may end with up to two quotes
				s.at++
			}
			return
		}
	}
	s.at = min(s.at, len(s.text))
	s.unclosed(start)
}

// blanks skips spaces and tabs; space skips line ends and comments too.
func (s *scanner) blanks() {
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\t') {
		s.at++
	}
}

func (s *scanner) space() {
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ', '\t', '\n', '\r':
			s.at++
		case '#':
			for s.at < len(s.text) && s.text[s.at] != '\n' {
				s.at++
			}
		default:
			return
		}
	}
}

func (s *scanner) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}
