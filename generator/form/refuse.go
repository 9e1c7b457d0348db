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

func (c *changer) refuse(code, message, hint string) {
	c.problems.Add(problemOf(c.doc.File, code, message, hint))
}

func problemOf(file, code, message, hint string) diag.Diagnostic {
	return diag.Diagnostic{Range: diag.Range{File: file}, Code: code, Message: message, Hint: hint}
}

// refuse looks at a post as a whole: how much it is, and whether it is text.
func refuse(file string, posted url.Values) (problems diag.List) {
	count, size := 0, 0
	for name, values := range posted {
		count, size = count+1+len(values), size+len(name)
		for _, value := range values {
			size += len(value)
		}
	}
	if count > mostValues || size > mostBytes {
		return diag.List{problemOf(file, "te-veel", "er staat te veel in dit formulier om te bewaren", "haal weg wat er niet hoort, of verdeel het over meer bestanden")}
	}
	for _, name := range slices.Sorted(maps.Keys(posted)) {
		for _, text := range append([]string{name}, posted[name]...) {
			const again = "typ deze tekst opnieuw"
			switch where := "bij " + quoted(strings.ToValidUTF8(name, "?")); {
			case !utf8.ValidString(text):
				problems.Add(problemOf(file, "geen-utf8", where+" staat een teken dat niet te lezen is", again))
			case strings.ContainsRune(text, 0):
				problems.Add(problemOf(file, "teken-onzichtbaar", where+" staat een onzichtbaar teken", again))
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
		c.refuse("veld-onbekend", fmt.Sprintf("dit bestand kent geen veld %s", quoted(name)), reload)
		if len(c.problems) >= 20 {
			return
		}
	}
}
