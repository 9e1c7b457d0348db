package main

import (
	"fmt"
	"runtime/debug"
	"strings"
)

// manPage is the usage of all verbs as a page for the program man: text with requests of
// man(7), which every system has. It is as old as the source of the program.
func manPage(verbs []verb) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH PLEINWIJZER 1 \"%s\" \"%s\" \"Pleinwijzer\"\n", sourceDate(), strings.TrimSpace("pleinwijzer "+edition()))
	b.WriteString(".nh\n.ad l\n.SH NAAM\npleinwijzer \\- maakt een website van een map met pleinen, partners en spreekuren\n")
	b.WriteString(".SH GEBRUIK\n.B pleinwijzer\n.I opdracht\n[\n.I vlaggen\n]\n.SH OPDRACHTEN\n")
	for _, v := range verbs {
		m := manualOf(v)
		fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(m.name), roff(m.summary))
	}
	for _, v := range verbs {
		m := manualOf(v)
		fmt.Fprintf(&b, ".SH \"PLEINWIJZER %s\"\n%s.\n", strings.ToUpper(roff(m.name)), roff(strings.ToUpper(m.summary[:1])+m.summary[1:]))
		for _, s := range m.sections[1:] { // the first is its name
			writeManSection(&b, m, s)
		}
	}
	return b.String()
}

// sourceDate is the date of the source of the program, or "" if that is not known.
func sourceDate() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.time" {
			date, _, _ := strings.Cut(s.Value, "T")
			return date
		}
	}
	return ""
}

func writeManSection(b *strings.Builder, m manual, s section) {
	fmt.Fprintf(b, ".SS %s\n", roff(s.title))
	switch {
	case s.title == "GEBRUIK" || s.title == "VOORBEELDEN":
		writeLiteral(b, s.text)
	case len(m.options) > 0 && s.title == "VLAGGEN":
		for _, o := range m.options {
			writeOption(b, o)
		}
	default:
		writeProse(b, s.text)
	}
}

func writeOption(b *strings.Builder, o option) {
	fmt.Fprintf(b, ".TP\n\\fB%s\\fR", roff(o.name))
	if o.value != "" {
		fmt.Fprintf(b, " \\fI%s\\fR", roff(o.value))
	}
	fmt.Fprintf(b, "\n%s\n", roff(joined(o.text)))
	if len(o.choices) == 0 {
		return
	}
	b.WriteString(".RS\n")
	for _, c := range o.choices {
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(c.word), roff(joined(c.text)))
	}
	b.WriteString(".RE\n")
}

// writeProse writes paragraphs. In them are lists with dashes, tables of a word with its
// meaning, and examples, which are indented.
func writeProse(b *strings.Builder, text string) {
	for i, block := range strings.Split(text, "\n\n") {
		first, _, _ := strings.Cut(block, "\n")
		row := choiceLine.MatchString(first) || tableLine.MatchString(first)
		switch {
		case strings.HasPrefix(block, "    "):
			b.WriteString(".PP\n")
			writeLiteral(b, strings.ReplaceAll(block[4:], "\n    ", "\n"))
		case strings.HasPrefix(block, "- "):
			for _, item := range strings.Split(block[2:], "\n- ") {
				fmt.Fprintf(b, ".IP \\(bu 2\n%s\n", roff(joined(item)))
			}
		case row:
			writeTable(b, block)
		case i == 0:
			fmt.Fprintf(b, "%s\n", roff(joined(block)))
		default:
			fmt.Fprintf(b, ".PP\n%s\n", roff(joined(block)))
		}
	}
}

// writeTable writes lines of a word with its meaning, which may go on on the next line.
func writeTable(b *strings.Builder, block string) {
	for line := range strings.SplitSeq(block, "\n") {
		word, meaning, ok := strings.Cut(strings.TrimSpace(line), "  ")
		if leading := len(line) - len(strings.TrimLeft(line, " ")); !ok || leading > 4 {
			fmt.Fprintf(b, "%s\n", roff(strings.TrimSpace(line)))
			continue
		}
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(word), roff(strings.TrimSpace(meaning)))
	}
}

func writeLiteral(b *strings.Builder, text string) {
	fmt.Fprintf(b, ".nf\n%s\n.fi\n", roff(text))
}

// joined writes the words of some lines on lines of its own, since text for people to read
// is made up anew.
func joined(lines string) string { return wrapped(strings.Join(strings.Fields(lines), " "), 70) }

// roff writes a text so that no character in it means something to man. Outside ASCII not
// every man reads what stands in a file.
func roff(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			b.WriteString(`\&`)
		}
		for _, r := range line {
			switch {
			case r == '\\':
				b.WriteString(`\e`)
			case r == '-':
				b.WriteString(`\-`)
			case r == '"':
				b.WriteString(`\(dq`)
			case r == '~':
				b.WriteString(`\(ti`)
			case r == '^':
				b.WriteString(`\(ha`)
			case r == '\'':
				b.WriteString(`\(aq`)
			case r > '~':
				fmt.Fprintf(&b, `\[u%04X]`, r)
			default:
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
