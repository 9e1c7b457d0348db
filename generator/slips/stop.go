package slips

import (
	"regexp"
	"strings"

	"pleinwijzer/generator/source"
	"pleinwijzer/generator/tomlindex"
)

// A stop is the line at which the parser gave up. Offsets are in the file.
type stop struct {
	doc   *reader
	at    int // where the parser was
	why   cause
	line  string // from start up to end
	start int
	end   int
	open  int  // where something begins that is never closed, or -1
	last  bool // it is the last one with anything on it

	key     string // as in `key = value`; "" if the line has another form
	keyEnd  int
	value   string // with whatever follows it on the line
	valueAt int
	yaml    bool     // it is `key: value`
	items   []string // the items of a YAML list on the lines below
}

// The forms of a line with a field: valid ones, and those of YAML.
var (
	keyValueForm = regexp.MustCompile(`^[\s\pZ]*([\pL\pN_.-]+|"[^"]*")[\s\pZ]*=[\s\pZ]*(.*?)[\s\pZ]*$`)
	yamlForm     = regexp.MustCompile(`^\s*([\pL\pN_-]+)\s*:\s*(.*?)\s*$`)
	yamlItem     = regexp.MustCompile(`^\s*-\s+(.*?)\s*$`)
)

func (d *reader) stopped(err error) *stop {
	s := &stop{doc: d, at: d.from}
	why, at, ok := causeOf(err)
	if s.why = why; ok {
		s.at = max(d.from, min(d.from+at, d.until-1))
	}
	s.start = strings.LastIndexByte(d.Text()[:s.at], '\n') + 1
	s.line, _, _ = strings.Cut(d.Text()[s.start:d.until], "\n")
	s.end = s.start + len(s.line)
	s.last = strings.TrimSpace(d.Text()[min(s.at+1, d.until):d.until]) == ""
	s.readLine()
	until := s.at
	if s.last {
		until = d.until
	}
	s.open = tomlindex.Unclosed(d.readable[:until], d.from)
	return s
}

func (s *stop) readLine() {
	if m := keyValueForm.FindStringSubmatchIndex(s.line); m != nil {
		s.key, s.keyEnd = s.line[m[2]:m[3]], s.start+m[3]
		s.value, s.valueAt = s.line[m[4]:m[5]], s.start+m[4]
		return
	}
	m := yamlForm.FindStringSubmatchIndex(s.line)
	if m == nil || !strings.HasPrefix(s.doc.Text()[s.at:], ":") {
		return
	}
	s.yaml = true
	s.key, s.keyEnd, s.value = s.line[m[2]:m[3]], s.start+m[3], s.line[m[4]:m[5]]
	s.doc.endOf(s.end, func(line string) bool {
		m := yamlItem.FindStringSubmatch(line)
		if m != nil {
			s.items = append(s.items, valueOf(m[1]))
		}
		return m != nil
	})
}

// skip replaces the line by spaces. It returns false if the following lines depend on
// it: if it is a header, or a text or list that continues.
func (d *reader) skip(s *stop) bool {
	end := s.end
	switch {
	case s.open >= 0 && s.open < s.start, strings.Contains(s.line, `"""`), strings.Contains(s.line, "'''"):
		return false
	case source.IsFence(s.line):
	case s.key == "":
		return false
	case s.open >= 0: // a text that was broken off continues below
		end = d.endOf(s.end, func(line string) bool {
			return strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "[") && !strings.Contains(line, "=")
		})
	case len(s.items) > 0:
		end = d.endOf(s.end, yamlItem.MatchString)
	}
	blank := []byte(d.readable[s.start:end])
	for i := range blank {
		if blank[i] != '\n' {
			blank[i] = ' '
		}
	}
	d.readable = d.readable[:s.start] + string(blank) + d.readable[end:]
	return true
}

// endOf returns the end of the lines below a line that belong to it.
func (d *reader) endOf(end int, belongs func(line string) bool) int {
	for at, line := range d.From(end + 1) {
		if at >= d.until || !belongs(line) {
			break
		}
		end = at + len(line)
	}
	return end
}
