package prose

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
)

// misplaced goes through a text line by line and reports the fields in it, once for
// each run of lines.
type misplaced struct {
	Body
	problems diag.List

	at     int // the offset of the line
	code   bool
	run    []string // the right names of the fields in the run of lines
	wrong  bool     // the first of them is spelled otherwise
	header bool     // the run begins with a header
	start  int      // the offset of its first line
	end    int
}

var (
	headerLine = regexp.MustCompile(`^\s*\[{1,2}\s*([\pL\pN_.-]+)\s*\]{1,2}\s*$`)
	fieldLine  = regexp.MustCompile(`^\s*([\pL\pN_-]+)\s*=\s*(\S.*?)\s*$`)
	// tomlValue matches the beginning of the value of a field, and hardly anything else
	// after "=".
	tomlValue = regexp.MustCompile(`^(?:["'“”„‘’\[{]|(?:true|false|ja|nee)\b|[0-9]{4}-[0-9]{2})`)
)

func (m *misplaced) line(line string) {
	defer func() { m.at += len(line) }()
	words := strings.TrimSpace(line)
	if strings.HasPrefix(words, "```") || strings.HasPrefix(words, "~~~") {
		m.code = !m.code
	}
	name, header := "", false
	if !m.code {
		name, header = m.nameOn(line)
	}
	switch {
	case name == "" && words == "": // a run may have empty lines
	case name == "":
		m.report()
	default:
		if len(m.run) == 0 {
			m.start, m.end, m.header = m.at+strings.Index(line, words), m.at+strings.Index(line, words)+len(words), header
			m.wrong = !strings.HasPrefix(strings.TrimLeft(words, "[ "), name)
		}
		m.run = append(m.run, name)
	}
}

// nameOn returns the field or block of the kind that a line sets, if any.
func (m *misplaced) nameOn(line string) (name string, header bool) {
	if found := headerLine.FindStringSubmatch(line); found != nil {
		block, _, _ := strings.Cut(found[1], ".")
		for _, f := range m.Fields {
			if f.Key == block && len(f.Fields) > 0 {
				return block, true
			}
		}
		if near, ok := diag.Nearest(block, keysOf(m.Fields)); ok && strings.HasPrefix(strings.TrimSpace(line), "[[") {
			return near, true
		}
		return "", false
	}
	found := fieldLine.FindStringSubmatch(line)
	if found == nil {
		return "", false
	}
	key := strings.ToLower(found[1])
	known := allKeys(m.Fields)
	switch value := tomlValue.MatchString(found[2]); {
	case slices.Contains(known, key) && (value || key == found[1]):
		return key, false
	case value:
		if near, ok := diag.Nearest(key, known); ok {
			return near, false
		}
	}
	return "", false
}

func keysOf(fields []frontmatter.Field) []string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.Key
	}
	return keys
}

// allKeys returns the keys of the fields and of all blocks.
func allKeys(fields []frontmatter.Field) []string {
	keys := keysOf(fields)
	for _, f := range fields {
		keys = append(keys, allKeys(f.Fields)...)
	}
	return keys
}

// report reports the run of lines with what to do about it, and starts a new run.
func (m *misplaced) report() {
	if len(m.run) == 0 {
		return
	}
	name := m.run[0]
	what := fmt.Sprintf("het veld %q", name)
	if m.header {
		what = fmt.Sprintf("het blok %q", name)
	}
	mend := m.mend(name)
	if m.wrong {
		mend += fmt.Sprintf(", en schrijf %q", name)
	}
	m.problems.Add(diag.Diagnostic{Range: m.At(m.start, m.end), Code: "veld-in-tekst", Hint: mend,
		Message: what + " staat in de tekst: de bezoeker leest het, en de site doet er niets mee"})
	m.run = nil
}

// mend returns a hint that does not cause the next problem: a field must not be set
// twice, and a field below the heading of a block would become part of the block.
func (m *misplaced) mend(name string) string {
	place := `boven de tweede "+++"`
	if m.InField {
		place = `buiten de tekst, boven de regel "tekst = …"`
	}
	root := slices.Contains(keysOf(m.Fields), name)
	these := "deze regel"
	if len(m.run) > 1 {
		these = "deze regels"
	}
	switch {
	case m.header && m.InField:
		return `zet dit blok buiten de tekst, onder het slot van de tekst (""")`
	case m.header:
		return "zet dit blok " + place
	case root && m.Doc.Has(name):
		return fmt.Sprintf("%q staat ook al %s: pas het daar aan, en haal %s hier weg", name, place, these)
	case !root:
		return fmt.Sprintf("zet %s %s, onder het kopje van het blok waar het bij hoort", these, place)
	case strings.Contains(strings.TrimSuffix(m.Doc.Text(), m.Doc.Body()), "\n["):
		return fmt.Sprintf("zet %s %s, en ook boven het eerste kopje tussen haken", these, place)
	}
	return fmt.Sprintf("zet %s %s", these, place)
}
