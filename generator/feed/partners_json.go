package feed

import (
	"iter"
	"net/url"
	"path"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

type (
	partnerRecord struct {
		ID          string         `json:"id" doc:"Het vaste nummer van de partner. Het blijft hetzelfde, ook na een nieuwe naam." form:"uuid" example:"5d0f2c57-61d2-5b0a-9f64-0d7a5c9b1e22"`
		Slug        string         `json:"slug" doc:"De naam van de partner in adressen." form:"slug" example:"taalhuis"`
		URL         string         `json:"url" doc:"De pagina van de partner." form:"url" example:"https://www.voorbeeld.nl/partners/taalhuis/"`
		Bron        *bronJSON      `json:"bron,omitempty" doc:"De site die dit bijhoudt, als dat niet deze site is."`
		Naam        string         `json:"naam" doc:"De naam die bezoekers lezen." example:"Taalhuis"`
		InEenZin    string         `json:"in_een_zin,omitempty" doc:"Wat de organisatie doet, in één zin." example:"Het Taalhuis helpt u met lezen en schrijven."`
		Tekst       string         `json:"tekst,omitempty" doc:"De omschrijving, als tekst zonder opmaak." example:"U bent welkom."`
		TekstHTML   string         `json:"tekst_html,omitempty" doc:"Dezelfde omschrijving, als HTML zonder scripts." example:"<p>U bent welkom.</p>"`
		Telefoon    typed.Phone    `json:"telefoon,omitempty" doc:"Het nummer van de organisatie." form:"telefoon" example:"013 000 00 01"`
		Email       typed.Email    `json:"email,omitempty" doc:"Het e-mailadres van de organisatie." form:"email" example:"info@taalhuis.example"`
		Website     typed.Web      `json:"website,omitempty" doc:"De website van de organisatie." form:"web" example:"https://taalhuis.example"`
		KvK         typed.KvK      `json:"kvk,omitempty" doc:"Het nummer van de organisatie bij de Kamer van Koophandel." form:"kvk" example:"12345678"`
		Nieuwsbrief typed.Web      `json:"nieuwsbrief,omitempty" doc:"De pagina om u in te schrijven voor de nieuwsbrief." form:"web" example:"https://taalhuis.example/nieuwsbrief"`
		Kanalen     []kanaalRecord `json:"kanalen,omitempty" doc:"Waar de organisatie zelf te volgen is."`
		Logo        string         `json:"logo,omitempty" doc:"Het logo, als plaatje." form:"url" example:"https://www.voorbeeld.nl/logos/taalhuis.svg"`
		Pleinen     []pleinRef     `json:"pleinen,omitempty" doc:"De pleinen waar de organisatie een spreekuur heeft. In de feed van een plaats: alleen daar."`
		Spreekuren  []spreekuurRef `json:"spreekuren,omitempty" doc:"De spreekuren van de organisatie. In de feed van een plein of plaats: alleen daar."`
		Berichten   []berichtRef   `json:"berichten,omitempty" doc:"Het nieuws over de organisatie en haar spreekuren dat er nu toe doet."`
	}

	kanaalRecord struct {
		Naam string    `json:"naam" doc:"De naam van het kanaal." choices:"Facebook|Instagram|LinkedIn|YouTube|Mastodon|Bluesky|X|WhatsApp" example:"Mastodon"`
		URL  typed.Web `json:"url" doc:"Het adres van het kanaal." form:"web" example:"https://social.voorbeeld.nl/@taalhuis"`
	}
)

// In the feed of a plein or a place, a partner has only its spreekuren there. Otherwise
// a large partner would be written out in full for every plein.
var partnersJSON = version1("partners", func(from source, of selection) iter.Seq2[[]byte, error] {
	held := map[*catalog.Partner][]*catalog.Spreekuur{}
	for _, s := range of.spreekuren {
		for _, p := range s.Partners {
			held[p] = append(held[p], s)
		}
	}
	return encoded(each(of.partners(), func(p *catalog.Partner) *partnerRecord { return from.partner(p, held[p]) }))
})

func (from source) partner(p *catalog.Partner, spreekuren []*catalog.Spreekuur) *partnerRecord {
	words := from.textOf(p)
	at := map[*catalog.Plein]bool{}
	for _, s := range spreekuren {
		at[s.Plein] = true
	}
	r := &partnerRecord{
		ID: p.ID.String(), Slug: nameOf(&p.Record), Bron: bronOf(&p.Record), URL: from.Site.Absolute(p.Page()),
		Naam: p.NaamInUitingen, InEenZin: p.InEenZin, Tekst: words.plain, TekstHTML: words.html,
		Telefoon: p.Telefoon, Email: p.Email, Website: p.Website, KvK: p.KvK, Nieuwsbrief: p.Nieuwsbrief,
		Kanalen:    all(p.Kanalen.List(), func(k content.Channel) kanaalRecord { return kanaalRecord{k.Name, k.Address} }),
		Spreekuren: all(catalog.Running(spreekuren), from.spreekuurRef),
		Berichten:  all(catalog.Current(about(p.Berichten, spreekuren), from.Today), from.berichtRef),
	}
	for _, plein := range p.Pleinen {
		if at[plein] {
			r.Pleinen = append(r.Pleinen, from.pleinRef(plein))
		}
	}
	if p.Logo != "" {
		logo := url.URL{Path: path.Clean("/" + string(p.Logo))}
		r.Logo = from.Site.Absolute(logo.EscapedPath())
	}
	return r
}
