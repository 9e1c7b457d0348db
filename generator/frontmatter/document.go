// Package frontmatter reads one content file: it splits it into TOML front
// matter and Markdown body, decodes the TOML into a struct whose tags describe
// the fields (fields.go, bind.go), and knows where in the file each key and
// value stands (index.go), so that every problem points at its line.
//
// TOML itself is parsed by BurntSushi/toml. That parser gives positions for syntax
// errors only, stops at the first, and speaks to programmers; this package finds every
// problem of a file in one run (syntax.go) and says what the editor did (slips.go). The
// parser produces plain maps, which are then bound to the structs: right and wrong files
// take the same path, so the two cannot disagree. Only the index of positions is made on
// demand.
package frontmatter

import (
	"bytes"
	"path"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/paste"
)

// fence is the line before and after the front matter of a .md file.
const fence = "+++"

// Document is one content file, split but not yet decoded. Offsets are bytes
// in text.
type Document struct {
	File string // relative to the content folder, with forward slashes

	text      string // what there is to see of it, with \n as line end
	meta      string // text up to metaEnd; lines that cannot be parsed become spaces
	metaStart int
	metaEnd   int
	bodyStart int
	partial   bool

	indexOnce sync.Once
	index     map[string]entry

	spellingMutex sync.Mutex
	spelling      spelling // of the value that was asked for last

	startsOnce sync.Once
	starts     []int // where each line begins
}

// Parse splits a file. In a .toml file all is front matter; any other file
// starts with TOML between two lines "+++", and what follows is the body. Windows
// line ends are accepted, and characters that nobody sees are not there: columns
// count what an editor can count.
func Parse(file string, data []byte) (*Document, *diag.Diagnostic) {
	if isUTF16(data) {
		return nil, &diag.Diagnostic{
			Range: diag.Range{File: file}, Code: "geen-utf8",
			Message: "het bestand is niet opgeslagen als UTF-8",
			Hint:    `sla het opnieuw op en kies bij codering: UTF-8`,
		}
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	if !utf8.ValidString(text) {
		return nil, notUTF8(file, text)
	}
	d := &Document{File: file, text: paste.Visible(text)}
	if strings.TrimSpace(d.text) == "" {
		return nil, &diag.Diagnostic{
			Range: diag.Range{File: file}, Code: "bestand-leeg",
			Message: "het bestand is leeg", Hint: "vul het bestand of verwijder het",
		}
	}
	if problem := d.conflict(); problem != nil {
		return nil, problem
	}
	if path.Ext(file) == ".toml" {
		d.metaEnd, d.bodyStart = len(d.text), len(d.text)
	} else if problem := d.split(); problem != nil {
		return nil, problem
	}
	if problem := d.tooMuch(); problem != nil {
		return nil, problem
	}
	d.meta = d.text[:d.metaEnd]
	return d, nil
}

// isUTF16 knows the encoding by its byte order mark, or by the zero bytes
// between the letters.
func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) || bytes.IndexByte(data, 0) >= 0
}

// Unreadable stands in for a file that Parse refused, so that what refers to
// the record is not reported as well.
func Unreadable(file string) *Document { return &Document{File: file} }

// Partial reports whether some lines could not be read, so that what seems to
// be missing may be there all the same.
func (d *Document) Partial() bool { return d.partial }

// split finds the two fences.
func (d *Document) split() *diag.Diagnostic {
	first, rest, _ := strings.Cut(d.text, "\n")
	if !isFence(first) {
		return d.noOpening(first)
	}
	d.metaStart = len(d.text) - len(rest)
	for at, line := range d.lines(d.metaStart) {
		if isFence(line) {
			d.metaEnd = at
			d.bodyStart = min(at+len(line)+1, len(d.text))
			return nil
		}
	}
	return d.noClosing()
}

func isFence(line string) bool { return strings.TrimRightFunc(line, unicode.IsSpace) == fence }

// lines yields each line from an offset on, with the offset of its start.
func (d *Document) lines(from int) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for at := from; at < len(d.text); {
			line, _, _ := strings.Cut(d.text[at:], "\n")
			if !yield(at, line) {
				return
			}
			at += len(line) + 1
		}
	}
}

func (d *Document) noOpening(first string) *diag.Diagnostic {
	problem := d.problem("begin-ontbreekt", d.Range(0, len(first)), `de eerste regel is niet "+++"`)
	problem.Hint = `zet "+++" op de eerste regel, dan de velden, en dan weer "+++"`
	if strings.TrimSpace(first) == "---" {
		problem.Hint = `gebruik "+++" in plaats van "---"`
		return &problem
	}
	fences := 0
	for _, line := range d.lines(0) {
		if isFence(line) {
			fences++
		}
	}
	if fences > 1 {
		problem.Hint = `haal weg wat boven de eerste "+++" staat`
	}
	return &problem
}

// noClosing points at the line that was probably meant as the second fence, or
// else at the first one.
func (d *Document) noClosing() *diag.Diagnostic {
	problem := d.problem("eind-ontbreekt", d.Range(0, len(fence)), `het blok met velden is niet afgesloten`)
	problem.Hint = `zet na het laatste veld een regel met alleen "+++"`
	for at, line := range d.lines(d.metaStart) {
		if t := strings.TrimSpace(line); t != "" && strings.Trim(t, "+-") == "" {
			problem.Range = d.Range(at, at+len(line))
			problem.Hint = `deze regel moet precies "+++" zijn`
			break
		}
	}
	return &problem
}

// notUTF8 points at the first byte that is not UTF-8: usually an accented
// letter that was saved in an older encoding.
func notUTF8(file, text string) *diag.Diagnostic {
	const instead = "\uFFFD"
	d := &Document{File: file, text: paste.Visible(strings.ToValidUTF8(text, instead))}
	at := strings.Index(d.text, instead)
	for range strings.Count(text[:validUntil(text)], instead) { // which somebody wrote
		at += len(instead)
		at += strings.Index(d.text[at:], instead)
	}
	problem := d.problem("geen-utf8", d.Range(at, at+len(instead)), "hier staat een teken dat niet te lezen is")
	problem.Hint = "sla het bestand opnieuw op en kies bij codering: UTF-8"
	return &problem
}

// validUntil is the offset of the first byte that is not UTF-8.
func validUntil(text string) int {
	for at, r := range text {
		if _, size := utf8.DecodeRuneInString(text[at:]); r == utf8.RuneError && size == 1 {
			return at
		}
	}
	return len(text)
}

// Body is the text below the front matter.
func (d *Document) Body() string { return d.text[d.bodyStart:] }

// Text is the whole file, with \n as line end. Range points into it.
func (d *Document) Text() string { return d.text }

// BodyLine is the line of the file on which Body starts.
func (d *Document) BodyLine() int { return 1 + strings.Count(d.text[:d.bodyStart], "\n") }

// Range turns two byte offsets into a place that a person can find. A range
// over several lines is cut at the end of its first.
func (d *Document) Range(start, end int) diag.Range {
	start = min(start, len(d.text))
	number := d.lineAt(start)
	lineStart := d.lineStarts()[number-1]
	line, _, _ := strings.Cut(d.text[lineStart:], "\n")
	end = max(start, min(end, lineStart+len(line)))
	return diag.Range{
		File:    d.File,
		Line:    number,
		Column:  1 + utf8.RuneCountInString(d.text[lineStart:start]),
		Length:  utf8.RuneCountInString(d.text[start:end]),
		Excerpt: line,
	}
}

// lineStarts is made on demand, as positions is. A file with one problem may have a
// thousand, and each asks for its line.
func (d *Document) lineStarts() []int {
	d.startsOnce.Do(func() {
		d.starts = []int{0}
		for i := range len(d.text) {
			if d.text[i] == '\n' {
				d.starts = append(d.starts, i+1)
			}
		}
	})
	return d.starts
}

// lineAt is the number of the line, from 1, on which an offset stands.
func (d *Document) lineAt(offset int) int {
	return sort.Search(len(d.lineStarts()), func(i int) bool { return d.starts[i] > offset })
}

// Whole is the place of the file as a whole, for what is missing from it.
func (d *Document) Whole() diag.Range {
	return diag.Range{File: d.File, Line: 1, Column: 1}
}

// Line is the place of one whole line of the file.
func (d *Document) Line(number int) diag.Range {
	starts := d.lineStarts()
	if last := len(starts) - 1; starts[last] == len(d.text) {
		starts = starts[:max(last, 1)] // behind the last line end is no line
	}
	number = min(max(number, 1), len(starts))
	return d.Range(starts[number-1], len(d.text))
}

func (d *Document) problem(code string, at diag.Range, message string) diag.Diagnostic {
	return diag.Diagnostic{Range: at, Code: code, Message: message}
}

// Remarks yields what editors wrote behind "#" on lines between the fields, with the
// offset of each in the file.
func (d *Document) Remarks() func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		if strings.IndexByte(d.text[:d.metaEnd], '#') < 0 {
			return
		}
		for at, line := range d.lines(d.metaStart) {
			words := strings.TrimLeft(line, " \t")
			if at >= d.metaEnd {
				return
			}
			if rest, ok := strings.CutPrefix(words, "#"); ok && !yield(at+len(line)-len(rest), rest) {
				return
			}
		}
	}
}
