package frontmatter

import (
	"strconv"
	"strings"

	"pleinwijzer/generator/diag"
)

// An entry is where one key and its value stand, as byte offsets in the file.
// A table has the range of its header as key and no value.
type entry struct {
	keyStart, keyEnd     int
	valueStart, valueEnd int
}

// A Path names a value in the front matter: keys as strings, places in a list
// as numbers from 0, as in Path{"afwijkend", 1, "datum"}.
type Path []any

func (p Path) String() string {
	var b strings.Builder
	for _, step := range p {
		b.WriteByte(0) // cannot stand in a key of ours
		switch step := step.(type) {
		case string:
			b.WriteString(step)
		case int:
			b.WriteString(strconv.Itoa(step))
		}
	}
	return b.String()
}

// Key is where the key at the path stands. For a path that is not in the file
// it answers with the nearest thing round it, in the end the file as a whole.
func (d *Document) Key(path ...any) diag.Range {
	e, found := d.find(path)
	if !found {
		return d.Whole()
	}
	return d.Range(e.keyStart, e.keyEnd)
}

// Value is where the value at the path stands; a table, which has none, answers
// with its header.
func (d *Document) Value(path ...any) diag.Range {
	e, found := d.find(path)
	switch {
	case !found:
		return d.Whole()
	case e.valueEnd == 0:
		return d.Range(e.keyStart, e.keyEnd)
	}
	return d.Range(e.valueStart, e.valueEnd)
}

// Within is where a piece of a text value stands: length bytes from offset in
// the decoded text. Where the file spells that text otherwise (an escape, a
// line break) it answers with the whole value.
func (d *Document) Within(offset, length int, text string, path ...any) diag.Range {
	e, found := d.find(path)
	if !found {
		return d.Whole()
	}
	raw := d.text[e.valueStart:e.valueEnd]
	at := strings.Index(raw, text)
	if text == "" || at < 0 || length <= 0 || offset+length > len(text) {
		return d.Value(path...)
	}
	start := e.valueStart + at + offset
	return d.Range(start, start+length)
}

// Has reports whether the file itself holds something at the path.
func (d *Document) Has(path ...any) bool {
	_, ok := d.positions()[Path(path).String()]
	return ok
}

func (d *Document) find(path Path) (entry, bool) {
	for len(path) > 0 {
		if e, ok := d.positions()[path.String()]; ok {
			return e, true
		}
		path = path[:len(path)-1]
	}
	return entry{}, false
}

// positions is made on demand: most files have no problem to point at.
func (d *Document) positions() map[string]entry {
	d.indexOnce.Do(func() {
		s := newScanner(d.meta, d.metaStart)
		s.document()
		d.index = s.index
	})
	return d.index
}

// scanner walks over TOML that is known to be valid (or cut off at a syntax
// error) and notes where keys and values stand. It never fails: on text it does
// not understand it skips ahead.
type scanner struct {
	text   string
	at     int
	index  map[string]entry
	tables map[string]int // how many [[tables]] of a path were seen
	prefix Path
	open   int // where the first text, list or table begins that has no end, or -1
}

func newScanner(text string, from int) *scanner {
	return &scanner{text: text, at: from, index: map[string]entry{}, tables: map[string]int{}, open: -1}
}

// unclosed notes what has no end. Of a list with a text in it, both without an
// end, the list began first but the text is where the mistake is.
func (s *scanner) unclosed(start int) {
	if s.open < 0 {
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
	var path Path
	for i, keys := 0, s.keys(); i < len(keys); i++ {
		path = append(path, keys[i])
		n, isList := s.tables[path.String()]
		switch {
		case list && i == len(keys)-1:
			s.index[path.String()] = entry{keyStart: start, keyEnd: s.at + 2}
			s.tables[path.String()] = n + 1
			path = append(path, n)
		case isList:
			path = append(path, n-1)
		}
	}
	for s.at < len(s.text) && s.text[s.at] == ']' {
		s.at++
	}
	s.note(path, entry{keyStart: start, keyEnd: s.at})
	s.prefix = path
}

// note keeps the first place of a path: [a] is where a stands, not [a.b].
func (s *scanner) note(path Path, e entry) {
	if _, ok := s.index[path.String()]; !ok {
		s.index[path.String()] = e
	}
}

// keyValue reads "a.b = value".
func (s *scanner) keyValue(prefix Path) {
	e := entry{keyStart: s.at}
	path := append(Path{}, prefix...)
	for _, key := range s.keys() {
		path = append(path, key)
	}
	e.keyEnd = e.keyStart + len(strings.TrimRight(s.text[e.keyStart:s.at], " \t"))
	if s.at >= len(s.text) || s.text[s.at] != '=' {
		return
	}
	s.at++
	s.blanks()
	e.valueStart = s.at
	s.value(path)
	e.valueEnd = s.at
	s.note(path, e)
	for i := len(prefix) + 1; i < len(path); i++ {
		s.note(path[:i], entry{keyStart: e.keyStart, keyEnd: e.keyEnd})
	}
}

// keys reads a dotted key up to what ends it.
func (s *scanner) keys() []string {
	var keys []string
	for s.at < len(s.text) {
		s.blanks()
		start := s.at
		switch c := s.peek(); {
		case c == '"' || c == '\'':
			s.quoted()
			keys = append(keys, strings.Trim(s.text[start:s.at], `"'`))
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
		e := entry{keyStart: s.at, valueStart: s.at}
		s.value(item)
		e.keyEnd, e.valueEnd = s.at, s.at
		s.note(item, e)
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
			for len(quote) == 3 && s.peek() == quote[0] { // up to two quotes may end the text itself
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
