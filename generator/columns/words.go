package columns

import (
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/typed"
	"strings"
	"sync"
)

// headings are the headings that people use, in addition to the label and the key of a
// field. Case, accents and spaces are ignored.
var headings = map[string]string{
	"naam-spreekuur": "titel", "spreekuur": "titel",
	"dagen": "dag", "weekdag": "dag", "tijden": "tijd", "tijdstip": "tijd",
	"omschrijving-in-een-zin": "in_een_zin", "in-1-zin": "in_een_zin",
	"korte-omschrijving": scaffold.Text, "omschrijving": scaffold.Text, "toelichting": scaffold.Text,
	"organisatie": "partner", "partners": "partner",
	"onderwerp": "onderwerpen", "doelgroep": "doelgroepen", "doelgroepen": "doelgroepen", "taal": "talen",
	"telefoonnummer": "telefoon", "e-mailadres": "email", "mail": "email", "site": "website",
	"begindatum": "vanaf", "startdatum": "vanaf", "ingangsdatum": "vanaf", "einddatum": "tot_en_met",
	"slug": File, "bestandsnaam": File, File: File,
	"begintijd": From, "starttijd": From, "aanvangstijd": From, "van-tijd": From,
	"eindtijd": Until, "tot-tijd": Until, "dag-en-tijd": When, "dag-tijd": When,
	"gebouw": OfPlein + "locatie", "adres": OfPlein + "adres", "postcode": OfPlein + "postcode",
	"plaats": OfPlein + "plaats", "woonplaats": OfPlein + "plaats", "telefoon-plein": OfPlein + "telefoon",
	"e-mail-plein": OfPlein + "email", "website-plein": OfPlein + "website", "openingstijden-plein": OfPlein + scaffold.Opening,
}

// vague are headings that may also mean something else. They only count where no other
// column has the field, and the person is told what they were taken for.
var vague = map[string]string{
	"wat": "titel", "naam": "titel", "activiteit": "titel", "aanbod": "titel", "dienst": "titel", "soort-hulp": "titel",
	"wie": "partner", "aanbieder": "partner", "uitvoerder": "partner", "instelling": "partner",
	"door": "partner", "door-wie": "partner", "welzijnsorganisatie": "partner",
	"waar": "plein", "locatie": "plein", "bibliotheek": "plein", "vestiging": "plein", "bieb": "plein", "adres-locatie": "plein",
	When: When, "moment": When, "openingstijden": When, "uren": "tijd", "uur": "tijd",
	From: From, "begin": From, "start": From, "aanvang": From,
	Until: Until, "eind": Until, "einde": Until, "t-m": Until,
	"datum": "dag", "data": "dag", "beschrijving": scaffold.Text, "uitleg": scaffold.Text, "inhoud": scaffold.Text,
	"info": scaffold.Text, "informatie": scaffold.Text, "bijzonderheden": scaffold.Text,
	"thema": "onderwerpen", "themas": "onderwerpen", "categorie": "onderwerpen", "voor": "doelgroepen",
	"hoe-laat": "tijd", "welke-dag": "dag", "op-welke-dag": "dag", "welke-dagen": "dag",
	"tel": "telefoon", "telefoonnr": "telefoon", "tel-nr": "telefoon", "webadres": "website", "link": "website", "url": "website",
	"afspraak": "aanmelden", "aanmelding": "aanmelden", "prijs": "kosten", "spreekt": "talen", "taal-talen": "talen",
}

// personal are words in the heading of a column about a person. It is never read on a
// guess: the site has no place for people's own addresses.
var personal = []string{"contactpersoon", "persoon", "prive", "intern", "mobiel", "vrijwilliger", "medewerker"}

// names maps each possible heading, as a slug, to the field below it.
var names = sync.OnceValue(func() map[string]scaffold.Question {
	names := map[string]scaffold.Question{}
	kind := content.KindOf("spreekuur")
	for _, f := range kind.Fields {
		q, ok := scaffold.QuestionFor(kind, f.Key)
		if !ok {
			continue
		}
		names[typed.Slugify(f.Key)] = q
		names[typed.Slugify(q.Label)] = q
	}
	for heading, key := range headings {
		names[heading] = For(key)
	}
	return names
})

// Meaning returns the key of the field that a person names: by its label, or by a word that may
// mean it.
func Meaning(text string) (key string, ok bool) {
	const most = 60 // bytes
	if len(text) > most {
		return "", false
	}
	slug := typed.Slugify(text)
	if q, ok := names()[slug]; ok {
		return q.Key, true
	}
	key, ok = vague[slug]
	return key, ok
}

// For returns the question below a heading for a key.
func For(key string) scaffold.Question {
	kind, own := content.KindOf("spreekuur"), key
	if field, of := strings.CutPrefix(key, OfPlein); of {
		kind, own = content.KindOf("plein"), field
	}
	q, _ := scaffold.QuestionFor(kind, own)
	q.Key = key
	return q
}
