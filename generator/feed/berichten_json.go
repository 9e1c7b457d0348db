package feed

import (
	"cmp"
	"iter"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

type berichtRecord struct {
	ID         string         `json:"id" doc:"Het vaste nummer van het bericht." form:"uuid" example:"9a3a4c0e-7b57-5f0d-93f1-2c6d7e8f9a44"`
	Slug       string         `json:"slug" doc:"De naam van het bericht in adressen." form:"slug" example:"dicht-op-24-december"`
	URL        string         `json:"url" doc:"De pagina van het bericht." form:"url" example:"https://www.voorbeeld.nl/berichten/dicht-op-24-december/"`
	Bron       *bronJSON      `json:"bron,omitempty" doc:"De site die dit bijhoudt, als dat niet deze site is."`
	Titel      string         `json:"titel" doc:"Wat het nieuws is." example:"De bibliotheek is dicht op 24 december"`
	Datum      string         `json:"datum" doc:"De dag van het bericht." form:"datum" example:"2026-12-01"`
	TotEnMet   string         `json:"tot_en_met,omitempty" doc:"De laatste dag waarop het bericht ertoe doet. Zonder dit veld toont de site het 60 dagen." form:"datum" example:"2026-12-24"`
	Belangrijk bool           `json:"belangrijk,omitempty" doc:"Staat er alleen, als true, bij een bericht dat bovenaan hoort." example:"true"`
	InEenZin   string         `json:"in_een_zin" doc:"Het nieuws in één zin." example:"Het plein begint na de vakantie weer op 5 januari."`
	Tekst      string         `json:"tekst,omitempty" doc:"Het bericht, als tekst zonder opmaak." example:"Tot dan!"`
	TekstHTML  string         `json:"tekst_html,omitempty" doc:"Hetzelfde bericht, als HTML zonder scripts." example:"<p>Tot dan!</p>"`
	Pleinen    []pleinRef     `json:"pleinen,omitempty" doc:"Over welke pleinen het gaat."`
	Partners   []partnerJSON  `json:"partners,omitempty" doc:"Over welke partners het gaat."`
	Spreekuren []spreekuurRef `json:"spreekuren,omitempty" doc:"Over welke spreekuren het gaat."`
}

var berichtenJSON = version1("berichten", func(from source, of selection) iter.Seq2[[]byte, error] {
	return kept(from.written, recent(of.berichten(), from.Today), from.bericht)
})

// about are the updates about a record itself and about its spreekuren, each once, the
// newest first.
func about(own []*catalog.Bericht, spreekuren []*catalog.Spreekuur) []*catalog.Bericht {
	list := slices.Clone(own)
	for _, s := range spreekuren {
		list = append(list, s.Berichten...)
	}
	slices.SortFunc(list, func(a, b *catalog.Bericht) int {
		return cmp.Or(cmp.Compare(b.Datum, a.Datum), cmp.Compare(a.Slug, b.Slug))
	})
	return slices.Compact(list)
}

// recent are the updates that still matter, or did in the past year.
func recent(list []*catalog.Bericht, today schedule.Date) []*catalog.Bericht {
	return slices.DeleteFunc(slices.Clone(list), func(b *catalog.Bericht) bool {
		return max(b.Datum, b.TotEnMet) < today.Add(-pastDays)
	})
}

func (from source) bericht(b *catalog.Bericht) *berichtRecord {
	words := from.textOf(b)
	return &berichtRecord{
		ID: b.ID.String(), Slug: nameOf(&b.Record), Bron: bronOf(&b.Record), URL: from.Site.Absolute(b.Page()),
		Titel: b.Titel, Datum: b.Datum.String(), TotEnMet: b.TotEnMet.String(), Belangrijk: b.Belangrijk,
		InEenZin: b.InEenZin, Tekst: words.plain, TekstHTML: words.html,
		Pleinen: all(b.Pleinen, from.pleinRef), Partners: all(b.Partners, from.partnerRef), Spreekuren: all(b.Spreekuren, from.spreekuurRef),
	}
}
