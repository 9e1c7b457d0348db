package main

import (
	"regexp"
	"strings"
)

// A manual is the usage of a verb in parts. The completion of shells and the man page are
// made from it, so that they say what the help says.
type manual struct {
	name, summary string
	sections      []section
	options       []option
}

// A section is a heading with the text below it, without its indentation.
type section struct{ title, text string }

// An option is a flag in the section VLAGGEN.
type option struct {
	name    string   // with its dash
	value   string   // what the value is, such as "map", or "" if there is none
	text    string   // the whole explanation on one line
	choices []choice // all values that there are, if the explanation lists them
	repeats bool
}

// A choice is a value of an option, with what it means.
type choice struct{ word, text string }

var (
	// title matches a heading of a usage.
	title = regexp.MustCompile(`(?m)^[A-Z]+$\n`)
	// flagLine matches the first line of a flag; what follows is indented more.
	flagLine = regexp.MustCompile(`^(-\S+)(?: (\S+))?  +(\S.*)$`)
	// choiceLine matches a line of a list within the explanation of a flag.
	choiceLine = regexp.MustCompile(`^ +(\S+)  +(\S.*)$`)
	// tableLine matches a line of a table of a word with its meaning.
	tableLine = regexp.MustCompile(`^(\S+)  +(\S.*)$`)
)

// manualOf reads the usage of a verb.
func manualOf(v verb) manual {
	m := manual{name: v.name}
	_, line, _ := strings.Cut(v.usage, " - ")
	m.summary, _, _ = strings.Cut(line, "\n")
	texts := title.Split(v.usage, -1)[1:]
	for i, name := range title.FindAllString(v.usage, -1) {
		text := strings.ReplaceAll("\n"+strings.Trim(texts[i], "\n"), "\n    ", "\n")[1:]
		m.sections = append(m.sections, section{strings.TrimSpace(name), text})
	}
	m.options = optionsIn(m.section("VLAGGEN"))
	usage := m.section("GEBRUIK")
	for i, o := range m.options {
		m.options[i].repeats = strings.Contains(usage, "["+o.name+" "+o.value+"]...")
	}
	return m
}

// section returns the text below a heading.
func (m manual) section(title string) string {
	for _, s := range m.sections {
		if s.title == title {
			return s.text
		}
	}
	return ""
}

func optionsIn(text string) (all []option) {
	for line := range strings.SplitSeq(text, "\n") {
		if found := flagLine.FindStringSubmatch(line); found != nil {
			all = append(all, option{name: found[1], value: found[2], text: found[3]})
			continue
		}
		if len(all) == 0 {
			continue
		}
		last := &all[len(all)-1]
		if found := choiceLine.FindStringSubmatch(line); found != nil {
			last.choices = append(last.choices, choice{found[1], found[2]})
		} else if n := len(last.choices); n > 0 {
			last.choices[n-1].text += " " + strings.TrimSpace(line)
		} else {
			last.text += " " + strings.TrimSpace(line)
		}
	}
	return all
}

// brief returns the first part of an explanation, for where there is room for one line.
func (o option) brief() string {
	text := o.text
	for _, end := range []string{"; ", ". ", ": "} {
		text, _, _ = strings.Cut(text, end)
	}
	return strings.TrimSuffix(text, ".")
}
