package prose

import (
	"fmt"
	"regexp"
	"strings"

	"pleinwijzer/generator/markdown"
)

// What Markdown leaves out of a page, although an editor wrote it for visitors.

func (l *look) vanishing() {
	add := func(at markdown.Span, message, hint string) { l.add("tekst-verdwijnt", at, message, hint) }
	for _, s := range l.HTML {
		if message, hint := lostHTML(l.Source[s.Start:s.End]); message != "" {
			add(markdown.Span{Start: s.Start, End: s.Start + len(strings.TrimRight(firstLine(l.Source[s.Start:s.End]), " "))}, message, hint)
		}
	}
	l.lostReferences(func(at markdown.Span, label string) {
		message, hint := "deze regel staat niet op de pagina: zo begint het adres van een link", fmt.Sprintf("haal de rechte haken om %q weg", label)
		if strings.HasPrefix(label, "^") {
			message, hint = "deze regel staat niet op de pagina: voetnoten kent de site niet", "zet de uitleg in de zin zelf, tussen ronde haken"
		}
		add(at, message, hint)
	})
	lostCells(l.Source, func(at markdown.Span) {
		add(at, "dit vakje staat niet op de pagina: de tabel heeft minder kolommen", "geef de eerste twee regels van de tabel net zoveel vakjes")
	})
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

var tagForm = regexp.MustCompile(`^<(/?)([A-Za-z][A-Za-z0-9]*)([^>]*)`)

// lostHTML returns what to write instead of a piece of raw HTML. A comment between <!--
// and --> is meant to be invisible. Of two tags around a word only the first is
// reported.
func lostHTML(html string) (message, hint string) {
	if strings.HasPrefix(html, "<!--") {
		end := strings.LastIndex(html, "-->")
		switch {
		case end < 0:
			return "alles vanaf hier is verdwenen: de opmerking heeft geen einde", "zet --> achter de opmerking"
		case strings.TrimSpace(html[end+len("-->"):]) != "":
			return "wat op deze regel achter de opmerking staat, komt niet op de pagina", "zet de opmerking op een regel alleen, met een lege regel eronder"
		}
		return "", ""
	}
	tag := tagForm.FindStringSubmatch(html)
	if tag == nil {
		return "dit staat niet op de pagina", "haal de tekens < en > weg"
	}
	if tag[1] != "" {
		return "", ""
	}
	name := strings.ToLower(tag[2])
	message = fmt.Sprintf("<%s> is HTML, en daar doet de site niets mee", name)
	if strings.TrimSpace(html[strings.IndexByte(html+">", '>')+1:]+" ") != "" && strings.Contains(html, "\n") {
		message = fmt.Sprintf("dit stuk staat niet op de pagina: <%s> is HTML", name)
	}
	if mend, ok := mends[name]; ok {
		return message, mend
	}
	words := strings.TrimSpace(tag[2] + strings.TrimRight(tag[3], "/ "))
	return "dit staat niet op de pagina, door de tekens < en >", fmt.Sprintf("gebruik ronde haken: (%s)", words)
}

// mends has what to write instead of each tag.
var mends = func() map[string]string {
	all := map[string]string{}
	for mend, tags := range map[string]string{
		"schrijf voor vette letters: **woord**":                                   "b strong mark",
		"schrijf voor schuine letters: _woord_":                                   "i em cite q",
		"begin een nieuwe alinea met een lege regel":                              "br p hr",
		"schrijf een link zo: [tekst](adres)":                                     "a",
		"schrijf een afbeelding zo: ![wat er te zien is](/naam.jpg)":              "img picture figure",
		"schrijf een kop zo: ## Kop":                                              "h1 h2 h3 h4 h5 h6",
		"begin elk punt van de lijst op een eigen regel, met een streepje ervoor": "ul ol li dl dt dd",
		"schrijf de tabel als een lijst, of met strepen: | dag | tijd |":          "table tr td th thead tbody",
		"haal de codes tussen < en > weg, en laat de tekst staan":                 "div span font u center small big section article sup sub s strike details summary blockquote pre code abbr",
		"dat kan op deze site niet: maak een link naar de andere site":            "iframe script video audio embed object form input button style link svg",
		"schrijf het adres zonder de tekens < en >":                               "http https www mailto",
	} {
		for tag := range strings.FieldsSeq(tags) {
			all[tag] = mend
		}
	}
	return all
}()

// lostReferences reports lines such as "[Let op]: morgen", which Markdown takes for the
// address of a link, although no link uses it.
func (l *look) lostReferences(report func(at markdown.Span, label string)) {
	if !strings.Contains(l.Source, "]:") {
		return
	}
	written := map[string]int{} // how often, in lower case
	for _, at := range bracketForm.FindAllStringSubmatchIndex(l.Source, -1) {
		written[strings.ToLower(l.Source[at[2]:at[3]])]++
	}
	shown := map[string]bool{}
	for i := range l.Passages {
		for _, found := range bracketForm.FindAllStringSubmatch(l.Passages[i].Text, -1) {
			shown[found[1]] = shown[found[1]] || found[2] != ""
		}
	}
	for _, at := range referenceForm.FindAllStringSubmatchIndex(l.Source, -1) {
		label := l.Source[at[4]:at[5]]
		if strings.Contains(label, "[") {
			continue // Markdown does not take it for an address
		}
		if used := written[strings.ToLower(label)] > 1; !shown[label] && (!used || label[0] == '^') {
			report(markdown.Span{Start: at[2], End: at[3]}, label)
		}
	}
}

var bracketForm = regexp.MustCompile(`\[([^\[\]\n]+)\](:?)`)

var referenceForm = regexp.MustCompile(`(?m)^ {0,3}(\[([^\]\n]+)\]:.*\S)`)

// lostCells reports the cells of a row that has more cells than the table has columns.
func lostCells(source string, report func(markdown.Span)) {
	if !strings.Contains(source, "|") {
		return
	}
	columns, at := 0, 0
	for line := range strings.Lines(source) {
		switch cells := cellsOf(line); {
		case dividerForm.MatchString(line):
			columns = len(cells)
		case len(cells) < 2 && strings.TrimSpace(line) == "":
			columns = 0
		case columns > 0 && len(cells) > columns && strings.TrimSpace(line[cells[columns].Start:cells[columns].End]) != "":
			lost := cells[columns]
			words := strings.TrimSpace(line[lost.Start:lost.End])
			start := at + lost.Start + strings.Index(line[lost.Start:], words)
			report(markdown.Span{Start: start, End: start + len(words)})
		}
		at += len(line)
	}
}

var dividerForm = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*\n?$`)

// cellsOf splits a row of a table at its vertical bars.
func cellsOf(line string) []markdown.Span {
	trimmed := strings.TrimSpace(line)
	at := strings.Index(line, trimmed)
	end := at + len(trimmed)
	if strings.HasPrefix(trimmed, "|") {
		at++
	}
	if end > at && line[end-1] == '|' && (end < 2 || line[end-2] != '\\') {
		end--
	}
	var cells []markdown.Span
	start := at
	for i := at; i < end; i++ {
		if line[i] == '|' && (i == 0 || line[i-1] != '\\') {
			cells = append(cells, markdown.Span{Start: start, End: i})
			start = i + 1
		}
	}
	return append(cells, markdown.Span{Start: start, End: max(start, end)})
}
