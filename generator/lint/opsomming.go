package lint

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
)

var opsomming = &Check{
	Explanation: diag.Explanation{
		Code: "opsomming", Title: "Een lijst die aan elkaar plakt",
		Text:  "Deze regels komen achter elkaar te staan, in één alinea. Een lijst maakt u met een streepje en een spatie voor elk punt, of met een cijfer, een punt en een spatie.",
		Wrong: "a) uw pas\nb) uw brief",
		Right: "- uw pas\n- uw brief",
	},
	read: func(r *record, add adder) {
		for i := range r.proses {
			p := &r.proses[i]
			stuck(p.source, func(start, end int, hint string) {
				add(r.base, p.at(start, end), "de regels van deze lijst komen achter elkaar te staan", hint)
			})
			for j := range p.Passages {
				if at := inlineBullets(p.Passages[j].Text); at >= 0 {
					add(r.base, p.passage(&p.Passages[j], at, at+len("•")), "de punten van deze lijst staan achter elkaar", "zet elk punt op een eigen regel, met een streepje ervoor")
				}
			}
		}
	},
}

var (
	lettered = regexp.MustCompile(`^([a-hA-H][.)])\s+\S`)
	tight    = regexp.MustCompile(`^([-*]|[0-9]{1,2}[.)])\pL`)
)

// stuck reports the first of two or more consecutive lines that begin with the same kind
// of list marker, where that marker does not make a list in Markdown.
func stuck(source string, report func(start, end int, hint string)) {
	var before struct {
		kind        string
		start, size int
	}
	at, reported, code := 0, false, false
	for line := range strings.Lines(source) {
		words := strings.TrimSpace(line)
		if strings.HasPrefix(words, "```") {
			code = !code
		}
		kind, size := oddMark(words)
		if code {
			kind = ""
		}
		switch {
		case kind == "" || kind != before.kind:
			reported = false
		case !reported:
			report(before.start, before.start+before.size, mendOf(kind))
			reported = true
		}
		before.kind, before.start, before.size = kind, at+strings.Index(line, words), size
		at += len(line)
	}
}

// oddMark returns the kind of list marker that a line begins with, and its length.
func oddMark(words string) (kind string, size int) {
	if len(words) < 2 || words[0] < utf8.RuneSelf && unicode.IsLetter(rune(words[0])) && words[1] != '.' && words[1] != ')' {
		return "", 0 // true for most lines
	}
	if m := lettered.FindStringSubmatch(words); m != nil {
		return "letter", len(m[1])
	}
	if m := tight.FindStringSubmatch(words); m != nil && !(m[1] == "*" && strings.Count(words, "*") > 1) {
		if m[1] == "-" || m[1] == "*" {
			return "streepje", len(m[1])
		}
		return "cijfer", len(m[1])
	}
	r, size := utf8.DecodeRuneInString(words)
	rest := strings.TrimLeft(words[size:], "\uFE0F")
	if r > unicode.MaxASCII && (unicode.IsSymbol(r) || unicode.IsPunct(r)) && strings.HasPrefix(rest, " ") &&
		!strings.ContainsRune("–—“”„‘’«»€£…¿¡•", r) {
		return string(r), size
	}
	return "", 0
}

func mendOf(kind string) string {
	switch kind {
	case "streepje", "cijfer":
		return "zet een spatie achter elk " + kind
	case "letter":
		return "begin elke regel met een streepje of een cijfer met een punt, en een spatie"
	}
	return "zet voor elke regel een streepje en een spatie"
}

// inlineBullets returns the position of the second bullet within a text, or -1.
func inlineBullets(text string) int {
	first := strings.Index(text, "• ")
	if first < 0 {
		return -1
	}
	next := strings.Index(text[first+len("• "):], "• ")
	if next < 0 {
		return -1
	}
	return first + len("• ") + next
}
