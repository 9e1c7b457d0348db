package edit

import (
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
)

// A recipe describes a snippet: some fields of a kind, or of a block in it, with their
// examples as the placeholders. To add a snippet, add a line to recipes.
type recipe struct {
	prefix, kind, block string
	description         string
	keys                string
}

var recipes = []recipe{
	{"spreekuur", "spreekuur", "", "Een nieuw spreekuur", "titel plein partner dag tijd in_een_zin onderwerpen gecontroleerd"},
	{"plein", "plein", "", "Een nieuw plein", "naam in_een_zin locatie adres postcode plaats telefoon"},
	{"partner", "partner", "", "Een nieuwe partner", "naam in_een_zin website"},
	{"agendapunt", "agendapunt", "", "Een nieuw agendapunt", "titel datum tijd in_een_zin plein"},
	{"bericht", "bericht", "", "Een nieuw bericht", "titel datum tot_en_met in_een_zin"},
	{"pagina", "pagina", "", "Een nieuwe pagina", "titel"},
	{"tijden", "spreekuur", "tijden", "Nog een dag, met een eigen tijd", "dag tijd"},
	{"vervalt", "spreekuur", "afwijkend", "Het spreekuur gaat één dag niet door", "datum vervalt reden"},
	{"vervalt-periode", "spreekuur", "afwijkend", "Het spreekuur gaat een tijd niet door", "van tot_en_met vervalt reden"},
	{"andere-tijd", "spreekuur", "afwijkend", "Het spreekuur heeft één dag een andere tijd", "datum tijd reden"},
	{"ander-plein", "spreekuur", "afwijkend", "Het spreekuur is één dag op een ander plein", "datum plein reden"},
	{"vertaling", "spreekuur", "vertaling", "De tekst in een andere taal", "titel in_een_zin tekst"},
	{"openingstijden", "plein", "openingstijden", "De openingstijden van het plein", "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"},
	{"dicht", "plein", "afwijkend", "Het plein is één dag dicht", "datum gesloten reden"},
	{"dicht-periode", "plein", "afwijkend", "Het plein is een tijd dicht", "van tot_en_met gesloten reden"},
	{"verhuizing", "plein", "verhuizing", "Het plein krijgt een ander adres", "vanaf locatie adres postcode plaats toegankelijkheid route reden"},
	{"proef", "plein", "pilot", "Het plein is op proef", "van tot_en_met"},
	{"programma", "agendapunt", "programma", "Een onderdeel van het programma", "tijd titel"},
	{"spreker", "agendapunt", "sprekers", "Een spreker", "rol organisatie"},
	{"sluiting", "site", "sluitingen", "Dagen waarop alle pleinen dicht zijn", "van tot_en_met reden"},
	{"schoolvakantie", "site", "schoolvakanties", "Een schoolvakantie", "naam van tot_en_met"},
}

// snippet is a VS Code snippet, in the format of a .code-snippets file.
type snippet struct {
	Scope       string   `json:"scope"`
	Prefix      string   `json:"prefix"`
	Description string   `json:"description"`
	Body        []string `json:"body"`
}

func snippets() map[string]snippet {
	all := map[string]snippet{}
	for _, r := range recipes {
		all[r.prefix] = r.snippet()
	}
	return all
}

// snippet returns a complete .md file for a kind. For a block it returns only the block,
// which fits in a .toml file as well.
func (r recipe) snippet() snippet {
	fields := fieldsOf(r.kind)
	s := snippet{Scope: "markdown,toml", Prefix: r.prefix, Description: r.description}
	if r.block == "" {
		s.Scope, s.Body = "markdown", []string{"+++"}
	} else {
		block := find(fields, r.block)
		fields, s.Body = block.Fields, []string{block.Example}
	}
	for i, key := range strings.Fields(r.keys) {
		s.Body = append(s.Body, fmt.Sprintf("%s = %s", key, place(i+1, find(fields, key).Example)))
	}
	if r.block == "" {
		s.Body = append(s.Body, "+++", "", "${0:Schrijf hier de tekst.}")
	}
	return s
}

// place returns an example as a numbered placeholder. A text keeps its quotes outside the
// placeholder.
func place(number int, example string) string {
	quote := ""
	switch {
	case strings.HasPrefix(example, `"""`):
		quote = `"""`
	case strings.HasPrefix(example, `"`):
		quote = `"`
	}
	inner := strings.TrimSuffix(strings.TrimPrefix(example, quote), quote)
	escaped := strings.NewReplacer(`\`, `\\`, `$`, `\$`, `}`, `\}`).Replace(inner)
	return fmt.Sprintf("%s${%d:%s}%s", quote, number, escaped, quote)
}

func fieldsOf(kind string) []frontmatter.Field {
	if kind == "site" {
		return content.SiteFields
	}
	i := slices.IndexFunc(content.Kinds, func(k content.Kind) bool { return k.Name == kind })
	return content.Kinds[i].Fields
}

func find(fields []frontmatter.Field, key string) frontmatter.Field {
	i := slices.IndexFunc(fields, func(f frontmatter.Field) bool { return f.Key == key })
	if i < 0 {
		panic("edit: no field " + key)
	}
	return fields[i]
}
