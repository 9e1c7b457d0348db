package frontmatter

import (
	"strings"

	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/slips"
)

// mend returns what may have been meant by a value that was refused: in one line the
// lines to write, and below it the blocks to write, if any. What the record cannot
// have, or already has, is left out.
func (p *place) mend(wrong *ValueError, f *Field) (hint, below string) {
	var choices []string
	such := false
	for _, w := range wrong.Ways {
		text, blocks, ok := p.way(w, f, wrong.Item > 0 || p.inList())
		if !ok {
			continue
		}
		such = such || w.Such
		choices = append(choices, text)
		if below == "" {
			below = blocks
		}
	}
	switch {
	case len(choices) == 0:
		return "", ""
	case len(choices) > 1:
		return "kies: " + strings.Join(choices, " of: "), below
	case such:
		return "schrijf bijvoorbeeld: " + choices[0], below
	}
	return "schrijf: " + choices[0], below
}

// way formats one of the ways: its lines one after the other, and its blocks as they
// would be in a file.
func (p *place) way(w schedule.Way, f *Field, item bool) (text, blocks string, ok bool) {
	var lines []string
	for _, l := range w.Lines {
		switch line, fits := p.line(l, f, item); {
		case fits:
			lines = append(lines, line)
		case l.Key == "data": // without it there is nothing to offer
			return "", "", false
		}
	}
	if len(w.Blocks) > 0 && p.takes(w.Name) && !item {
		blocks = p.blocks(w)
		if w.Name == "tijden" {
			lines = append([]string{"blokken [[tijden]] in plaats van dag en tijd, elk met een eigen tijd"}, lines...)
		} else {
			lines = append(lines, "een blok [["+w.Name+"]]")
		}
	}
	if len(lines) == 0 {
		return "", "", false
	}
	text = lines[0]
	if len(lines) > 1 {
		where := " en op een nieuwe regel: "
		if p.inBlock() {
			where = " en boven [[" + p.path[0].key + "]]: "
		}
		text += where + strings.Join(lines[1:], " en: ")
	}
	if w.Gone != "" && p.values[w.Gone] != nil {
		text += " en haal de regel met " + slips.Quote(w.Gone) + " weg"
	}
	return text, blocks, true
}

// line formats a line if the record can have it.
func (p *place) line(l schedule.Line, f *Field, item bool) (string, bool) {
	value := l.Value
	if !l.Bare {
		value = slips.Quote(value)
	}
	switch {
	case l.Key == "" && (p.alone || item):
		return value, true
	case l.Key == "":
		return f.Key + " = " + value, true
	case !p.takes(l.Key), l.IfAbsent && p.values[l.Key] != nil:
		return "", false
	}
	return l.Key + " = " + value, true
}

// blocks formats the blocks of a way. The hours of the record go into the blocks with
// whose day they agree.
func (p *place) blocks(w schedule.Way) string {
	var out []string
	for _, block := range w.Blocks {
		text, hasHours := "[["+w.Name+"]]", false
		for _, l := range block {
			value := l.Value
			if !l.Bare {
				value = slips.Quote(value)
			}
			text += "\n" + l.Key + " = " + value
			hasHours = hasHours || l.Key == "tijd"
		}
		if hours, _ := p.values["tijd"].(string); w.Name == "tijden" && !hasHours && len(block) > 0 {
			if hours = schedule.HoursFor(block[0].Value, hours); hours != "" {
				text += "\ntijd = " + slips.Quote(hours)
			}
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n\n")
}
