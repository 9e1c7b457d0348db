package frontmatter

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
)

// diagnose says in Dutch what the editor did on the line where the parser
// stopped. The first slip that knows the line counts. To add one: a function,
// and a line here, before the more general ones.
func (s *stop) diagnose() diag.Diagnostic {
	for _, slip := range []func(*stop) (diag.Diagnostic, bool){
		(*stop).neverClosed, (*stop).pasted, (*stop).fenceInside, (*stop).colon, (*stop).twice, (*stop).header,
		(*stop).escape, (*stop).list, (*stop).brokenOff, (*stop).comma, (*stop).date, (*stop).quotesInside, (*stop).noQuotes,
	} {
		if problem, ok := slip(s); ok {
			return problem
		}
	}
	problem := s.problem("toml", s.at, s.at+1, "deze regel is niet te lezen")
	problem.Hint = "schrijf elk veld als: naam, is-teken, waarde"
	problem.Example = `titel = "Hulp bij brieven"`
	if s.key == "" && !strings.Contains(s.line, "=") {
		problem.Range = s.doc.Range(s.start+len(s.line)-len(strings.TrimLeft(s.line, " \t")), s.end)
	}
	return problem
}

func (s *stop) problem(code string, start, end int, message string) diag.Diagnostic {
	return s.doc.problem(code, s.doc.Range(start, end), message)
}

// mend shows the line as it should be.
func (s *stop) mend(problem diag.Diagnostic, value string) (diag.Diagnostic, bool) {
	problem.Hint = "schrijf: " + s.key + " = " + value
	return problem, true
}

func quote(value string) string {
	return `"` + strings.NewReplacer(`"`, "'", `\`, "/").Replace(value) + `"`
}

// neverClosed is a list or a text of several lines that began on a line above.
func (s *stop) neverClosed() (diag.Diagnostic, bool) {
	if s.open < 0 || s.open >= s.start && !s.opens(s.open, `"""`) && !s.opens(s.open, "'''") && !strings.Contains(s.why, "end of file") {
		return diag.Diagnostic{}, false
	}
	quotes := s.doc.meta[s.open : s.open+1]
	switch quotes {
	case "[", "{":
		if s.open < s.start && s.key == "" && !strings.HasPrefix(strings.TrimSpace(s.line), "[") && !strings.Contains(s.why, "end of file") {
			return diag.Diagnostic{}, false // still inside it
		}
		problem := s.problem("lijst-open", s.open, s.open+1, "deze lijst is niet afgesloten")
		problem.Hint = `zet "]" achter de laatste waarde`
		if quotes == "{" {
			problem.Message, problem.Hint = "deze accolade is niet afgesloten", `zet "}" achter de laatste waarde`
		}
		return problem, true
	}
	if !strings.Contains(s.why, "EOF") {
		return diag.Diagnostic{}, false
	}
	problem := s.problem("tekst-open", s.open, s.open+3, "deze tekst is niet afgesloten")
	problem.Hint = "zet na de tekst nog een keer " + strings.Repeat(quotes, 3)
	return problem, true
}

func (s *stop) opens(at int, quotes string) bool { return strings.HasPrefix(s.doc.meta[at:], quotes) }

const curly = "“”„‟‘’‚‛«»"

// pasted are the characters that come along with text from Word or a website.
func (s *stop) pasted() (diag.Diagnostic, bool) {
	at := s.at
	if s.open >= 0 { // a text that begins straight may end curly
		if i := strings.LastIndexAny(s.line, curly); i >= s.open-s.start {
			at = s.start + i
		}
	}
	r, size := utf8.DecodeRuneInString(s.doc.text[at:])
	switch {
	case strings.ContainsRune(curly, r):
		problem := s.problem("aanhaling-krom", at, at+size, "dit is een krom aanhalingsteken")
		if s.key == "" {
			problem.Hint = `gebruik rechte aanhalingstekens: "`
			return problem, true
		}
		return s.mend(problem, quote(strings.Trim(s.value, curly+`"', `)))
	case r == '\u00AD' || r == '\u200B' || r == '\uFEFF' || r == '\u2060' || unicode.IsControl(r) && !unicode.IsSpace(r):
		problem := s.problem("teken-onzichtbaar", at, at+size, "hier staat een onzichtbaar teken")
		problem.Hint = "haal het weg, of typ deze regel opnieuw"
		return problem, true
	case unicode.IsSpace(r) && r > unicode.MaxASCII:
		problem := s.problem("spatie-vast", at, at+size, "dit is geen gewone spatie, maar een vaste spatie uit Word of van een website")
		problem.Hint = "haal de spatie weg en typ hem opnieuw"
		return problem, true
	}
	return diag.Diagnostic{}, false
}

// fenceInside is a file that was a .md before.
func (s *stop) fenceInside() (diag.Diagnostic, bool) {
	if trimmed := strings.TrimSpace(s.line); trimmed != fence && trimmed != "---" {
		return diag.Diagnostic{}, false
	}
	problem := s.problem("plus-over", s.start, s.end, `in een .toml-bestand horen geen regels met "+++"`)
	problem.Hint = "haal deze regel weg"
	if !strings.HasSuffix(s.doc.File, ".toml") {
		problem.Message = "tussen de velden hoort deze regel niet"
	}
	return problem, true
}

// colon is "titel: Hulp", as in YAML.
func (s *stop) colon() (diag.Diagnostic, bool) {
	m := yamlForm.FindStringSubmatch(s.line)
	if m == nil || s.doc.text[s.at] != ':' && !strings.HasPrefix(strings.TrimSpace(s.line), "- ") {
		return diag.Diagnostic{}, false
	}
	at := s.start + strings.IndexByte(s.line, ':')
	problem := s.problem("is-teken", at, at+1, "na de naam van een veld hoort een is-teken, geen dubbele punt")
	s.key = m[1]
	return s.mend(problem, valueOf(m[2]))
}

// valueOf writes a value as it should be: numbers, true, false and lists as
// they are, all else between quotes.
func valueOf(value string) string {
	switch {
	case value == "":
		return `"…"`
	case value == "true" || value == "false", plainNumber.MatchString(value), strings.HasPrefix(value, "[") && strings.HasSuffix(value, "]"):
		return value
	}
	return quote(strings.Trim(value, curly+`"'`))
}

var plainNumber = regexp.MustCompile(`^([1-9]\d*|0)(\.\d+)?$`)

// twice is a field or a header that was there already.
func (s *stop) twice() (diag.Diagnostic, bool) {
	if !strings.Contains(s.why, "already") && !strings.Contains(s.why, "is not a table") {
		return diag.Diagnostic{}, false
	}
	start := s.start + len(s.line) - len(strings.TrimLeft(s.line, " \t"))
	end, name := s.keyEnd, s.key
	if head := strings.TrimSpace(s.line); strings.HasPrefix(head, "[") {
		end, name = start+len(head), strings.Trim(head, "[ ]")
	}
	problem := s.problem("veld-dubbel", start, end, fmt.Sprintf("%q staat er al", name))
	switch {
	case s.key != "":
		problem.Hint = "laat er één staan"
	case strings.HasPrefix(strings.TrimSpace(s.line), "[["):
		problem.Hint = fmt.Sprintf("gebruik %q maar op één manier", name)
	default:
		problem.Hint = fmt.Sprintf("laat er één staan, of schrijf overal [[%s]] als er meer mogen zijn", name)
	}
	return problem, true
}

// header is a line such as "[[afwijkend]" or "[]".
func (s *stop) header() (diag.Diagnostic, bool) {
	head := strings.TrimSpace(s.line)
	if !strings.HasPrefix(head, "[") {
		return diag.Diagnostic{}, false
	}
	start := s.start + strings.IndexByte(s.line, '[')
	problem := s.problem("kopje", start, start+len(head), "dit kopje tussen haken is niet goed")
	name := strings.Trim(head, "[] ")
	switch {
	case name == "":
		problem.Hint = "zet de naam van het blok tussen de haken"
	case !bareKey.MatchString(name):
		problem.Hint = "zet alleen de naam van het blok tussen de haken"
	case strings.HasPrefix(head, "[["):
		problem.Hint = fmt.Sprintf("schrijf [[%s]]", name)
	default:
		problem.Hint = fmt.Sprintf("schrijf [%[1]s] of [[%[1]s]]", name)
	}
	return problem, true
}

var bareKey = regexp.MustCompile(`^[A-Za-z0-9_.-]+$`)

// escape is a backslash in a text.
func (s *stop) escape() (diag.Diagnostic, bool) {
	if !strings.Contains(s.why, "escape") && !strings.Contains(s.why, "Escaped") && !strings.Contains(s.why, "hexadecimal digits") {
		return diag.Diagnostic{}, false
	}
	at := s.at
	if i := strings.IndexByte(s.doc.text[s.at:s.end], '\\'); i > 0 {
		at += i
	}
	problem := s.problem("schuine-streep", at, at+1, "deze schuine streep kan hier niet")
	problem.Hint = `schrijf / of twee keer \`
	return problem, true
}

// list is a mistake between the brackets of a list, or the braces of a block on
// one line.
func (s *stop) list() (diag.Diagnostic, bool) {
	switch {
	case strings.Contains(s.why, "unexpected comma"):
		problem := s.problem("komma", s.at, s.at+1, "hier staat een komma te veel")
		problem.Hint = "haal hem weg"
		return problem, true
	case strings.Contains(s.why, "expected a comma"):
		problem := s.problem("komma", s.at, s.at+1, "voor deze waarde ontbreekt een komma")
		problem.Hint, problem.Example = "zet tussen twee waarden een komma", `talen = ["nl", "en"]`
		return problem, true
	case s.open >= 0 && s.doc.meta[s.open] == '[' && strings.Contains(s.why, "expected value"):
		end := s.at + len(s.doc.text[s.at:s.end])
		if i := strings.IndexAny(s.doc.text[s.at:s.end], ",]"); i > 0 {
			end = s.at + i
		}
		problem := s.problem("aanhaling-ontbreekt", s.at, end, "om deze waarde horen aanhalingstekens")
		problem.Hint = "schrijf: " + quote(strings.TrimSpace(s.doc.text[s.at:end]))
		return problem, true
	}
	return diag.Diagnostic{}, false
}

// brokenOff is a text of one line without a quote at its end.
func (s *stop) brokenOff() (diag.Diagnostic, bool) {
	if !strings.Contains(s.why, "newlines") && !strings.Contains(s.why, "EOF; expected '\"'") && !strings.Contains(s.why, `EOF; expected "'"`) {
		return diag.Diagnostic{}, false
	}
	start := max(s.open, s.start)
	problem := s.problem("tekst-open", start, s.end, "deze tekst is niet afgesloten")
	problem.Hint = "zet aan het eind van de tekst een aanhalingsteken, op dezelfde regel"
	return problem, true
}

var decimalComma = regexp.MustCompile(`^\d+,\d+$`)

// comma is a number written the Dutch way.
func (s *stop) comma() (diag.Diagnostic, bool) {
	if !decimalComma.MatchString(s.value) {
		return diag.Diagnostic{}, false
	}
	problem := s.problem("getal-komma", s.valueAt, s.valueAt+len(s.value), "een getal schrijft u hier met een punt")
	return s.mend(problem, strings.Replace(s.value, ",", ".", 1))
}

// date is a date that does not exist, or that is written another way.
func (s *stop) date() (diag.Diagnostic, bool) {
	if isoForm.MatchString(s.value) {
		problem := s.problem("datum-onleesbaar", s.valueAt, s.valueAt+len(s.value), "deze datum bestaat niet")
		problem.Hint = "kijk de dag en de maand na"
		return problem, true
	}
	for _, layout := range []string{"2006-1-2", "2-1-2006", "2006/1/2", "2/1/2006"} {
		if day, err := time.Parse(layout, s.value); err == nil {
			problem := s.problem("datum-onleesbaar", s.valueAt, s.valueAt+len(s.value), "een datum schrijft u als jaar-maand-dag")
			return s.mend(problem, quote(day.Format(time.DateOnly)))
		}
	}
	return diag.Diagnostic{}, false
}

var isoForm = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// quotesInside is `titel = "Zeg "ja""`, or two values without brackets.
func (s *stop) quotesInside() (diag.Diagnostic, bool) {
	if !strings.Contains(s.why, "top-level item to end") || s.value == "" || !strings.ContainsAny(s.value[:1], `"'[{`) {
		return diag.Diagnostic{}, false
	}
	rest := strings.TrimRight(s.doc.text[s.at:s.end], " \t")
	problem := s.problem("waarde-dubbel", s.at, s.at+len(rest), "na de waarde staat nog iets")
	switch {
	case strings.HasPrefix(rest, ",") && strings.Contains(rest, `"`):
		problem.Message = "hier staan meer waarden"
		return s.mend(problem, "["+s.value+"]")
	case strings.Contains(rest, `"`):
		problem.Message = "in deze tekst staan aanhalingstekens"
		return s.mend(problem, quote(strings.Trim(s.value, `"`)))
	}
	problem.Hint = "haal dit weg"
	return problem, true
}

// noQuotes is a value that should be a text, and what has no value at all.
func (s *stop) noQuotes() (diag.Diagnostic, bool) {
	switch {
	case s.key == "" && strings.HasPrefix(strings.TrimSpace(s.line), "="):
		problem := s.problem("naam-ontbreekt", s.at, s.at+1, "voor het is-teken ontbreekt de naam van het veld")
		problem.Example = `titel = "Hulp bij brieven"`
		return problem, true
	case s.key == "" || s.at < s.keyEnd:
		return diag.Diagnostic{}, false
	case s.value == "" || strings.HasPrefix(s.value, "#"):
		problem := s.problem("waarde-ontbreekt", s.end, s.end, fmt.Sprintf("achter %q staat geen waarde", s.key))
		problem.Hint = "vul de waarde in, of haal de regel weg"
		return problem, true
	case strings.ContainsAny(s.value[:1], `"'[{`):
		return diag.Diagnostic{}, false
	}
	problem := s.problem("aanhaling-ontbreekt", s.valueAt, s.valueAt+len(s.value), "om deze waarde horen aanhalingstekens")
	switch strings.ToLower(s.value) {
	case "ja", "true", "waar", "aan":
		problem.Message = "dit is geen tekst en geen true of false"
		return s.mend(problem, "true")
	case "nee", "false", "onwaar", "uit":
		problem.Message = "dit is geen tekst en geen true of false"
		return s.mend(problem, "false")
	}
	return s.mend(problem, quote(strings.TrimLeft(s.value, "= ")))
}
