package form

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/edit"
)

// What a post may have at most. No editor comes near to it; the file itself has limits of
// its own.
const (
	mostValues = 20_000
	mostBytes  = 2 << 20
)

const reload = "laad de pagina opnieuw: misschien is het bestand intussen veranderd"

func quoted(text string) string {
	if len(text) > 60 {
		text = strings.ToValidUTF8(text[:60], "") + "…"
	}
	return strconv.Quote(text)
}

// Refused is why a post cannot be what is in a file, and which of its names is to blame; ""
// if that is none of them.
type Refused struct {
	Name string
	diag.Diagnostic
}

func (c *changer) refuse(name, code, message, hint string) {
	c.problems = append(c.problems, refusedAt(c.doc.File, name, code, message, hint))
}

func refusedAt(file, name, code, message, hint string) Refused {
	return Refused{name, diag.Diagnostic{Range: diag.Range{File: file}, Code: code, Message: message, Hint: hint}}
}

// blamed returns the name of the value that made the file unreadable.
func (c *changer) blamed(problem diag.Diagnostic) string {
	if problem.Code == "bestand-leeg" {
		return edit.Body(c.kind).Key
	}
	for _, name := range slices.Sorted(maps.Keys(c.posted)) {
		for _, value := range c.posted[name] {
			if problem.Excerpt != "" && strings.Contains(value, strings.TrimSpace(problem.Excerpt)) {
				return name
			}
		}
	}
	return ""
}

// refuse looks at a post as a whole: how much it is, and whether it is text.
func refuse(file string, posted url.Values) (problems []Refused) {
	count, size := 0, 0
	for name, values := range posted {
		count, size = count+1+len(values), size+len(name)
		for _, value := range values {
			size += len(value)
		}
	}
	if count > mostValues || size > mostBytes {
		return []Refused{refusedAt(file, "", "te-veel", "er staat te veel in dit formulier om te bewaren", "haal weg wat er niet hoort, of verdeel het over meer bestanden")}
	}
	for _, name := range slices.Sorted(maps.Keys(posted)) {
		for _, text := range append([]string{name}, posted[name]...) {
			const again = "typ deze tekst opnieuw"
			switch where := "bij " + quoted(strings.ToValidUTF8(name, "?")); {
			case !utf8.ValidString(text):
				problems = append(problems, refusedAt(file, name, "geen-utf8", where+" staat een teken dat niet te lezen is", again))
			case strings.ContainsRune(text, 0):
				problems = append(problems, refusedAt(file, name, "teken-onzichtbaar", where+" staat een onzichtbaar teken", again))
			}
		}
	}
	return problems
}

// unknown refuses names that the form does not have. Whoever filled them in would think that
// they were saved.
func (c *changer) unknown() {
	for _, name := range slices.Sorted(maps.Keys(c.posted)) {
		removed := slices.ContainsFunc(c.gone, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
		if c.seen[name] || removed || strings.HasPrefix(name, "_") || strings.TrimSpace(strings.Join(c.posted[name], "")) == "" {
			continue
		}
		c.refuse(name, "veld-onbekend", fmt.Sprintf("dit bestand kent geen veld %s", quoted(name)), reload)
		if len(c.problems) >= 20 {
			return
		}
	}
}
