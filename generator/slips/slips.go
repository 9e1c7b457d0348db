package slips

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/source"
)

// diagnose explains in Dutch what the editor did on the line at which the parser
// stopped. The first slip that recognizes the line counts. To add one: a function, and
// a line here, before the more general ones.
func (s *stop) diagnose() diag.Diagnostic {
	for _, slip := range []func(*stop) (diag.Diagnostic, bool){
		(*stop).neverClosed, (*stop).leftOver, (*stop).pasted, (*stop).fenceInside, (*stop).colon, (*stop).twice, (*stop).header,
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
	return s.doc.Problem(code, start, end, message)
}

// mend adds the line as it should be.
func (s *stop) mend(problem diag.Diagnostic, value string) (diag.Diagnostic, bool) {
	problem.Hint = "schrijf: " + s.key + " = " + value
	return problem, true
}

// Quote formats a text in the way that is easiest for an editor: between double
// quotation marks, with single ones inside it.
func Quote(value string) string {
	return `"` + strings.NewReplacer(`"`, "'", `\`, "/").Replace(value) + `"`
}

// neverClosed recognizes a list or a text of several lines that began on an earlier
// line, or that continues to the end of the file.
func (s *stop) neverClosed() (diag.Diagnostic, bool) {
	if s.open < 0 || s.open >= s.start && !s.last {
		return diag.Diagnostic{}, false
	}
	var problem diag.Diagnostic
	nextField := s.key != "" || strings.HasPrefix(strings.TrimSpace(s.line), "[")
	switch sign := s.doc.readable[s.open]; {
	case s.opens(`"""`) || s.opens("'''"):
		problem = s.problem("tekst-open", s.open, s.open+3, "deze tekst is niet afgesloten")
		problem.Hint = "zet na de tekst nog een keer " + s.doc.readable[s.open:s.open+3]
		return problem, s.last
	case sign == '[' && (s.last || nextField):
		problem = s.problem("lijst-open", s.open, s.open+1, "deze lijst is niet afgesloten")
		problem.Hint = `zet "]" achter de laatste waarde`
		return problem, true
	case sign == '{' && s.last:
		problem = s.problem("lijst-open", s.open, s.open+1, "deze accolade is niet afgesloten")
		problem.Hint = `zet "}" achter de laatste waarde`
		return problem, true
	}
	return problem, false
}

func (s *stop) opens(sign string) bool { return strings.HasPrefix(s.doc.readable[s.open:], sign) }

const curly = "“”„‟‘’‚‛«»"

// pasted recognizes characters that come with text from Word or a website.
func (s *stop) pasted() (diag.Diagnostic, bool) {
	at := s.at
	switch {
	case s.why == controlCharacter:
		at += max(strings.IndexFunc(s.doc.Text()[at:s.end], unicode.IsControl), 0)
	case s.open >= s.start && (s.opens(`"`) || s.opens("'")): // a text may begin with a straight quote and end with a curly one
		if i := strings.LastIndexAny(s.doc.Text()[s.open:s.end], curly); i >= 0 {
			at = s.open + i
		}
	}
	r, size := utf8.DecodeRuneInString(s.doc.Text()[at:])
	switch {
	case strings.ContainsRune(curly, r):
		problem := s.problem("aanhaling-krom", at, at+size, "dit is een krom aanhalingsteken")
		if s.key == "" {
			problem.Hint = `gebruik rechte aanhalingstekens: "`
			return problem, true
		}
		return s.mend(problem, Quote(strings.Trim(s.value, curly+`"', `)))
	case r == '\r' || unicode.IsControl(r) && !unicode.IsSpace(r):
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

// fenceInside recognizes a file that used to be a .md file.
func (s *stop) fenceInside() (diag.Diagnostic, bool) {
	if trimmed := strings.TrimSpace(s.line); trimmed != source.Fence && trimmed != "---" {
		return diag.Diagnostic{}, false
	}
	problem := s.problem("plus-over", s.start, s.end, `in een .toml-bestand horen geen regels met "+++"`)
	problem.Hint = "haal deze regel weg"
	if !strings.HasSuffix(s.doc.File, ".toml") {
		problem.Message = "tussen de velden hoort deze regel niet"
	}
	return problem, true
}

// colon recognizes "titel: Hulp", as in YAML.
func (s *stop) colon() (diag.Diagnostic, bool) {
	if !s.yaml {
		return diag.Diagnostic{}, false
	}
	problem := s.problem("is-teken", s.at, s.at+1, "na de naam van een veld hoort een is-teken, geen dubbele punt")
	if len(s.items) > 0 {
		return s.mend(problem, "["+strings.Join(s.items, ", ")+"]")
	}
	return s.mend(problem, valueOf(s.value))
}

// valueOf formats a value as it should be: numbers, true, false and lists as they are,
// and everything else in quotes.
func valueOf(value string) string {
	switch {
	case value == "":
		return `"…"`
	case value == "true" || value == "false", PlainNumber.MatchString(value), strings.HasPrefix(value, "[") && strings.HasSuffix(value, "]"):
		return value
	}
	return Quote(strings.Trim(value, curly+`"'`))
}

// PlainNumber matches a number as both TOML and people write it.
var PlainNumber = regexp.MustCompile(`^([1-9]\d*|0)(\.\d+)?$`)

// twice recognizes a field or a header that already exists.
func (s *stop) twice() (diag.Diagnostic, bool) {
	if s.why != definedTwice {
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
		problem.Hint = fmt.Sprintf("schrijf overal [[%s]], met dubbele haken", name)
	default:
		problem.Hint = fmt.Sprintf("laat er één staan, of schrijf overal [[%s]] als er meer mogen zijn", name)
	}
	return problem, true
}

// header recognizes a wrong header such as "[[afwijkend]" or "[]".
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
		problem.Hint = "zet alleen de naam van het blok tussen de haken, met een streepje in plaats van een spatie"
	case strings.HasPrefix(head, "[["):
		problem.Hint = fmt.Sprintf("schrijf [[%s]]", name)
	case strings.HasSuffix(head, "]]"):
		problem.Hint = fmt.Sprintf("schrijf [%[1]s] of [[%[1]s]]", name)
	default:
		problem.Hint = fmt.Sprintf("schrijf [%s]", name)
	}
	return problem, true
}

var bareKey = regexp.MustCompile(`^[A-Za-z0-9_.-]+$`)

// escape recognizes a backslash in a text.
func (s *stop) escape() (diag.Diagnostic, bool) {
	if s.why != badEscape {
		return diag.Diagnostic{}, false
	}
	at := s.at
	if i := strings.IndexByte(s.doc.Text()[s.at:s.end], '\\'); i > 0 {
		at += i
	}
	problem := s.problem("schuine-streep", at, at+1, "deze schuine streep kan hier niet")
	problem.Hint = `schrijf / of twee keer \`
	return problem, true
}

// list recognizes mistakes between the brackets of a list, or the braces of a block on
// one line.
func (s *stop) list() (diag.Diagnostic, bool) {
	switch {
	case s.why == commaTooMany:
		problem := s.problem("komma", s.at, s.at+1, "hier staat een komma te veel")
		problem.Hint = "haal hem weg"
		return problem, true
	case s.why == commaMissing:
		problem := s.problem("komma", s.at, s.at+1, "voor deze waarde ontbreekt een komma")
		problem.Hint, problem.Example = "zet tussen twee waarden een komma", `talen = ["nl", "en"]`
		return problem, true
	case s.open >= 0 && s.doc.readable[s.open] == '[' && s.why == noValue:
		end := s.at + len(s.doc.Text()[s.at:s.end])
		if i := strings.IndexAny(s.doc.Text()[s.at:s.end], ",]"); i > 0 {
			end = s.at + i
		}
		problem := s.problem("aanhaling-ontbreekt", s.at, end, "om deze waarde horen aanhalingstekens")
		problem.Hint = "schrijf: " + Quote(strings.TrimSpace(s.doc.Text()[s.at:end]))
		return problem, true
	}
	return diag.Diagnostic{}, false
}

// brokenOff recognizes a text of one line without a closing quote.
func (s *stop) brokenOff() (diag.Diagnostic, bool) {
	if s.why != textUnended {
		return diag.Diagnostic{}, false
	}
	start := max(s.open, s.start)
	problem := s.problem("tekst-open", start, s.end, "deze tekst is niet afgesloten")
	problem.Hint = "zet aan het eind van de tekst een aanhalingsteken, op dezelfde regel"
	return problem, true
}
