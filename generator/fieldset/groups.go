package fieldset

import "strings"

// A group is a few fields under a heading. What is rarely needed is folded in.
type group struct {
	title  string
	keys   string // of the fields, in their order; "*" stands for all that no group names
	folded bool
	intro  string
}

// groups has the groups of each kind, the questions of the agreement between partners
// first. A field that no group names is in the last one, so a new field is there by itself.
var groups = map[string][]group{
	"spreekuur": {
		{title: "De vijf vragen", keys: "titel dag tijd in_een_zin tekst", intro: "Dit zijn de vragen van de afspraken met partners."},
		{title: "Waar en van wie", keys: "plein partner onderwerpen"},
		{title: "Dagen waarop het anders is", keys: "afwijkend alleen_schoolweken vanaf tot_en_met", folded: true},
		{title: "Verschillende tijden, losse datums, inloop", keys: "tijden data inloop", folded: true},
		{title: "Afspraak maken en contact", keys: "aanmelden telefoon email website", folded: true},
		{title: "Voor wie, kosten, meenemen, verwijzen", keys: "doelgroepen talen kosten meenemen niet verwijs", folded: true},
		{title: "Concept, pauze of gestopt", keys: "concept status reden opvolger gecontroleerd", folded: true,
			intro: "Haal een spreekuur niet weg, maar kies de status gestopt. Oude links blijven dan werken, en de bezoeker leest waar hij nu terechtkan."},
		rest,
	},
	"plein": {
		{title: "Het plein", keys: "naam in_een_zin locatie adres postcode plaats tekst"},
		{title: "Openingstijden", keys: "openingstijden", folded: true},
		{title: "Dagen waarop het anders is", keys: "afwijkend feestdagen", folded: true},
		{title: "Contact", keys: "telefoon email website kartrekker gastheer", folded: true},
		{title: "Het gebouw en de foto", keys: "toegankelijkheid route foto foto_tekst gemeente provincie breedtegraad lengtegraad", folded: true},
		{title: "Verhuizing, proef, concept", keys: "verhuizing pilot concept", folded: true},
		rest,
	},
	"partner": {
		{title: "De partner", keys: "naam in_een_zin website telefoon email tekst"},
		{title: "Logo en kanalen", keys: "logo naam_in_uitingen kanalen nieuwsbrief", folded: true},
		{title: "Concept", keys: "concept", folded: true},
		rest,
	},
	"agendapunt": {
		{title: "Wat en wanneer", keys: "titel datum tijd in_een_zin tekst"},
		{title: "Waar en van wie", keys: "plein locatie adres postcode plaats partners"},
		{title: "Meer dagen", keys: "tot_en_met dag behalve", folded: true},
		{title: "Programma en sprekers", keys: "programma sprekers vragen", folded: true},
		{title: "Voor wie, aanmelden, contact", folded: true,
			keys: "voor doelgroepen kosten aanmelden aanmelden_tot plaatsen website telefoon email"},
		{title: "Concept", keys: "concept", folded: true},
		rest,
	},
	"bericht": {
		{title: "Het nieuws", keys: "titel datum tot_en_met in_een_zin tekst"},
		{title: "Waar het over gaat", keys: "pleinen partners spreekuren belangrijk", folded: true},
		rest,
	},
	"pagina": {
		{title: "De pagina", keys: "titel tekst"},
		rest,
	},
	"site": {
		{title: "De site", keys: "titel in_een_zin adres organisatie telefoon email"},
		{title: "Sluitingen, vakanties en feestdagen", keys: "sluitingen schoolvakanties feestdagen", folded: true},
		{title: "Kleuren, logo en menu", keys: "thema menu", folded: true},
		rest,
	},
}

var rest = group{title: "Zelden nodig", keys: "*", folded: true}

// groupsOf returns the groups of a kind. Of a kind that has none, what must be filled in
// comes first.
func groupsOf(kind string, fields []*View) []group {
	if found, ok := groups[kind]; ok {
		return found
	}
	var needed, others []string
	for _, f := range fields {
		if f.Required || f.IsRows {
			needed = append(needed, f.Name)
		} else {
			others = append(others, f.Name)
		}
	}
	switch {
	case len(others) == 0 || len(needed) == 0:
		return []group{{title: "De velden", keys: "*"}}
	}
	return []group{{title: "Het belangrijkste", keys: strings.Join(needed, " ")}, rest}
}

// A Group is a group with its fields.
type Group struct {
	Title, ID, Intro string
	Folded, Open     bool
	When             bool // the rule is read back below it
	Filled           int  // how many fields have a value
	Fields           []*View
}

// Groups returns the groups of a form of a kind.
func Groups(kind string, fields []*View) []Group {
	left := map[string]*View{}
	for _, f := range fields {
		left[f.Name] = f
	}
	list := groupsOf(kind, fields)
	named := map[string]bool{}
	for _, g := range list {
		for _, key := range strings.Fields(g.keys) {
			named[key] = true
		}
	}
	var all []Group
	for i, g := range list {
		v := Group{Title: g.title, ID: "groep-" + string(rune('a'+i)), Folded: g.folded, Intro: g.intro}
		for _, key := range strings.Fields(g.keys) {
			if f := left[key]; f != nil {
				v.add(f)
			}
		}
		if g.keys == "*" {
			for _, f := range fields {
				if !named[f.Name] {
					v.add(f)
				}
			}
		}
		if len(v.Fields) > 0 {
			all = append(all, v)
		}
	}
	placeRule(all)
	return all
}

func (v *Group) add(f *View) {
	v.Fields = append(v.Fields, f)
	if f.filled() {
		v.Filled++
	}
	v.Open = v.Open || f.AnyFaulty()
}

// placeRule puts the rule, read back in words, below the group that says when.
func placeRule(all []Group) {
	for i := range all {
		for _, f := range all[i].Fields {
			if f.Name == "dag" || f.Name == "datum" || f.Name == "openingstijden" {
				all[i].When = true
				return
			}
		}
	}
}
