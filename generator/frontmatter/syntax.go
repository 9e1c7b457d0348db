package frontmatter

import (
	"errors"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"

	"pleinwijzer/generator/diag"
)

// maxSyntax is how many lines of one file are reported as unreadable. With more
// than this the file is something else than front matter.
const maxSyntax = 20

// table takes what the parser made, without the copy that a plain map costs.
type table map[string]any

func (t *table) UnmarshalTOML(value any) error {
	*t = value.(map[string]any)
	return nil
}

// values parses the front matter into plain maps, lists and values. The parser
// stops at the first line it cannot read. That line is then replaced by spaces
// and the rest parsed again, so that one run finds them all. Without values
// there is no telling what the rest of the file means.
func (d *Document) values() (map[string]any, diag.List) {
	var problems diag.List
	for {
		var values table
		_, err := toml.Decode(d.meta[d.metaStart:], &values)
		if err == nil {
			return values, problems
		}
		d.partial = true
		s := d.stopped(err)
		problems.Add(s.diagnose())
		if len(problems) == maxSyntax || !d.skip(s) {
			return nil, problems
		}
	}
}

// A stop is the line at which the parser gave up. Offsets are in the file.
type stop struct {
	doc   *Document
	at    int // where the parser was
	why   string
	line  string // from start up to end
	start int
	end   int
	open  int // where something begins that has no end, or -1

	key     string // as in `key = value`; "" for a line of another form
	keyEnd  int
	value   string // with what follows it on the line
	valueAt int
}

// The forms of a line with a field: as it should be, and as in YAML.
var (
	keyValueForm = regexp.MustCompile(`^\s*([\pL\pN_.-]+|"[^"]*")\s*=\s*(.*?)\s*$`)
	yamlForm     = regexp.MustCompile(`^\s*(?:-\s+)?([\pL\pN_-]+)\s*:\s*(.*?)\s*$`)
)

func (d *Document) stopped(err error) *stop {
	s := &stop{doc: d, at: d.metaStart, why: err.Error(), open: -1}
	var parse toml.ParseError
	if errors.As(err, &parse) {
		s.at = min(d.metaStart+parse.Position.Start, max(d.metaStart, d.metaEnd-1))
		s.why = parse.Message
	}
	s.start = strings.LastIndexByte(d.text[:s.at], '\n') + 1
	s.line, _, _ = strings.Cut(d.text[s.start:d.metaEnd], "\n")
	s.end = s.start + len(s.line)
	if m := keyValueForm.FindStringSubmatchIndex(s.line); m != nil {
		s.key, s.keyEnd = s.line[m[2]:m[3]], s.start+m[3]
		s.value, s.valueAt = s.line[m[4]:m[5]], s.start+m[4]
	}
	scan := newScanner(d.meta[:s.at], d.metaStart)
	scan.document()
	s.open = scan.open
	return s
}

// skip replaces the line by spaces. It answers false where what follows hangs
// on that line: a header, or a text or list that goes on.
func (d *Document) skip(s *stop) bool {
	if s.open >= 0 && s.open < s.start || strings.Contains(s.line, `"""`) || strings.Contains(s.line, "'''") {
		return false
	}
	end := s.end
	switch {
	case isFence(s.line):
	case s.key == "" && !yamlForm.MatchString(s.line):
		return false
	case s.open >= 0: // a text that was broken off goes on below
		for at, line := range d.lines(min(end+1, len(d.text))) {
			if at >= d.metaEnd || strings.TrimSpace(line) == "" || strings.HasPrefix(line, "[") || strings.Contains(line, "=") {
				break
			}
			end = at + len(line)
		}
	}
	end = min(end, d.metaEnd)
	blank := strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return ' '
	}, d.meta[s.start:end])
	blank += strings.Repeat(" ", end-s.start-len(blank)) // a space is shorter than what it replaces
	d.meta = d.meta[:s.start] + blank + d.meta[end:]
	return true
}
