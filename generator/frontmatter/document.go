// Package frontmatter reads one content file. It splits the file into TOML front matter
// and Markdown text, decodes the TOML into a struct whose tags describe the fields
// (fields.go, bind.go), and knows the place of every key and value in the file, so that
// each problem points at its line.
//
// TOML itself is parsed by BurntSushi/toml. That parser only gives positions for syntax
// errors, stops at the first one, and its messages are for programmers; package slips
// finds all of them in one run and explains what the editor did. The parser produces
// plain maps, which are then bound to the structs: right and wrong files go the same
// way, so the two cannot disagree. The index of positions is only made on demand.
package frontmatter

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/limits"
	"pleinwijzer/generator/paste"
	"pleinwijzer/generator/slips"
	"pleinwijzer/generator/source"
	"pleinwijzer/generator/tomlindex"
)

// Document is one content file, split but not yet decoded. Offsets are bytes in its
// text.
type Document struct {
	*source.Lines // the visible text, with \n as line end

	meta      string // text up to metaEnd; lines that cannot be parsed become spaces
	metaStart int
	metaEnd   int
	bodyStart int
	partial   bool

	indexOnce sync.Once
	index     tomlindex.Index

	spellingMutex sync.Mutex
	spelling      tomlindex.Spelling // of the last value that was asked for
}

// Parse splits a file. A .toml file consists of front matter only; any other file
// starts with TOML between two lines "+++", followed by the text. Windows line ends are
// accepted, and invisible characters are removed, so that columns are what an editor
// would count.
func Parse(file string, data []byte) (*Document, *diag.Diagnostic) { return parse(file, data, false) }

// ParseText is Parse for a file that may be text alone, without any front matter.
func ParseText(file string, data []byte) (*Document, *diag.Diagnostic) {
	return parse(file, data, true)
}

func parse(file string, data []byte, bare bool) (*Document, *diag.Diagnostic) {
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
	lines := source.New(file, paste.Visible(text))
	if strings.TrimSpace(lines.Text()) == "" {
		return nil, &diag.Diagnostic{
			Range: diag.Range{File: file}, Code: "bestand-leeg",
			Message: "het bestand is leeg", Hint: "vul het bestand of verwijder het",
		}
	}
	if problem := slips.Conflict(lines); problem != nil {
		return nil, problem
	}
	d := &Document{Lines: lines}
	switch {
	case path.Ext(file) == ".toml":
		d.metaEnd, d.bodyStart = len(d.Text()), len(d.Text())
	case bare && !d.fenced():
	default:
		if problem := d.split(); problem != nil {
			return nil, problem
		}
	}
	if problem := d.tooMuch(); problem != nil {
		return nil, problem
	}
	d.meta = d.Text()[:d.metaEnd]
	return d, nil
}

// isUTF16 recognizes the encoding by its byte order mark, or by zero bytes between the
// letters.
func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) || bytes.IndexByte(data, 0) >= 0
}

// values parses the front matter into plain maps, lists and values. The result is nil
// if it cannot be known what the file means.
func (d *Document) values() (map[string]any, diag.List) {
	read := slips.Read(d.Lines, d.metaStart, d.metaEnd)
	d.meta, d.partial = read.Readable, read.Partial
	return read.Values, read.Problems
}

// Values parses the front matter into plain maps, lists and values. They are nil if it
// cannot be known what the file means.
func (d *Document) Values() (map[string]any, diag.List) { return d.values() }

// Keys returns the keys of the fields and of the blocks of fields, sorted, as far as they
// can be read.
func (d *Document) Keys() []string {
	values, _ := d.values()
	return slices.Sorted(maps.Keys(values))
}

// tooMuch refuses a file that nobody wrote by hand, before anything else reads it.
func (d *Document) tooMuch() *diag.Diagnostic {
	at, problem := limits.Fields(d.Text()[d.metaStart:d.metaEnd])
	at += d.metaStart
	if problem == "" {
		at, problem = limits.Text(d.Body())
		at += d.bodyStart
	}
	if problem == "" {
		return nil
	}
	return &diag.Diagnostic{
		Range: diag.Range{File: d.File, Line: 1 + strings.Count(d.Text()[:at], "\n"), Column: 1}, Code: "te-veel",
		Message: problem, Hint: "haal weg wat er niet hoort, of verdeel het over meer bestanden",
	}
}

// Unreadable returns a placeholder for a file that Parse refused, so that references to
// the record are not reported as well.
func Unreadable(file string) *Document { return &Document{Lines: source.New(file, "")} }

// Partial reports whether some lines could not be read, so that what appears to be
// missing may be there after all.
func (d *Document) Partial() bool { return d.partial }

// fenced reports whether the text starts with a fence, or with one of another program.
func (d *Document) fenced() bool {
	first, _, _ := strings.Cut(d.Text(), "\n")
	return source.IsFence(first) || strings.TrimSpace(first) == "---"
}

// split finds the two fences.
func (d *Document) split() *diag.Diagnostic {
	first, rest, _ := strings.Cut(d.Text(), "\n")
	if !source.IsFence(first) {
		return d.noOpening(first)
	}
	d.metaStart = len(d.Text()) - len(rest)
	for at, line := range d.From(d.metaStart) {
		if source.IsFence(line) {
			d.metaEnd = at
			d.bodyStart = min(at+len(line)+1, len(d.Text()))
			return nil
		}
	}
	return d.noClosing()
}

func (d *Document) noOpening(first string) *diag.Diagnostic {
	problem := d.Problem("begin-ontbreekt", 0, len(first), `de eerste regel is niet "+++"`)
	problem.Hint = `zet "+++" op de eerste regel, dan de velden, en dan weer "+++"`
	if strings.TrimSpace(first) == "---" {
		problem.Hint = `gebruik "+++" in plaats van "---"`
		return &problem
	}
	fences := 0
	for _, line := range d.From(0) {
		if source.IsFence(line) {
			fences++
		}
	}
	if fences > 1 {
		problem.Hint = `haal weg wat boven de eerste "+++" staat`
	}
	return &problem
}

// noClosing points at the line that was probably meant as the second fence, or else at
// the first fence.
func (d *Document) noClosing() *diag.Diagnostic {
	problem := d.Problem("eind-ontbreekt", 0, len(source.Fence), `het blok met velden is niet afgesloten`)
	problem.Hint = `zet na het laatste veld een regel met alleen "+++"`
	for at, line := range d.From(d.metaStart) {
		if t := strings.TrimSpace(line); t != "" && strings.Trim(t, "+-") == "" {
			problem.Range = d.Range(at, at+len(line))
			problem.Hint = `deze regel moet precies "+++" zijn`
			break
		}
	}
	return &problem
}

// notUTF8 points at the first byte that is not UTF-8, usually an accented letter that
// was saved in an older encoding.
func notUTF8(file, text string) *diag.Diagnostic {
	const instead = "\uFFFD"
	lines := source.New(file, paste.Visible(strings.ToValidUTF8(text, instead)))
	shown := lines.Text()
	at := strings.Index(shown, instead)
	for range strings.Count(text[:validUntil(text)], instead) { // which somebody really wrote
		at += len(instead)
		at += strings.Index(shown[at:], instead)
	}
	problem := lines.Problem("geen-utf8", at, at+len(instead), "hier staat een teken dat niet te lezen is")
	problem.Hint = "sla het bestand opnieuw op en kies bij codering: UTF-8"
	return &problem
}

// validUntil returns the offset of the first byte that is not UTF-8.
func validUntil(text string) int {
	for at, r := range text {
		if _, size := utf8.DecodeRuneInString(text[at:]); r == utf8.RuneError && size == 1 {
			return at
		}
	}
	return len(text)
}

// Body returns the text below the front matter.
func (d *Document) Body() string { return d.Text()[d.bodyStart:] }

// BodyLine returns the line of the file on which Body starts.
func (d *Document) BodyLine() int { return 1 + strings.Count(d.Text()[:d.bodyStart], "\n") }

// Remarks yields the comments after "#" on lines between the fields, each with its
// offset in the file.
func (d *Document) Remarks() func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		if strings.IndexByte(d.Text()[:d.metaEnd], '#') < 0 {
			return
		}
		for at, line := range d.From(d.metaStart) {
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
