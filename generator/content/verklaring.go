package content

import (
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Verklaring is the accessibility statement of the site, as the Dutch model for public
// bodies requires it (Besluit digitale toegankelijkheid overheid). It is filled in
// after people have examined the site: nothing in it has a default except the standard,
// and without a status there is no statement.
type Verklaring struct {
	Status     string        `toml:"status,required" label:"Status" help:"A: de site voldoet helemaal. B: voor een deel. C: de eerste stappen zijn gezet. D: de site voldoet niet." example:"\"C\"" choices:"A|B|C|D"`
	Datum      schedule.Date `toml:"datum,required" label:"Datum" help:"De dag waarop u de verklaring hebt vastgesteld." example:"\"2026-11-02\""`
	Reikwijdte string        `toml:"reikwijdte,required" label:"Waarover" help:"Over welke pagina's gaat de verklaring?" example:"\"Alle pagina's van www.voorbeeld.nl.\"" prose:"line"`
	Norm       string        `toml:"norm" label:"Norm" help:"De regels waaraan u hebt getoetst. {leeg}: EN 301 549 met WCAG 2.1, niveau A en AA." example:"\"EN 301 549 met WCAG 2.2, niveau A en AA\""`
	Getekend   string        `toml:"getekend" label:"Vastgesteld door" help:"De functie van wie de verklaring heeft vastgesteld. Geen naam." example:"\"de directeur van de bibliotheek\""`
	Melden     typed.Contact `toml:"melden,required" label:"Melden" help:"Waar iemand kan melden dat iets niet lukt: een e-mailadres of een webadres." example:"\"toegankelijkheid@voorbeeld.nl\""`
	Antwoord   string        `toml:"antwoord" label:"Antwoord" help:"Hoe snel u antwoordt, in 1 zin." example:"\"U krijgt binnen 5 werkdagen antwoord.\"" prose:"line"`

	Onderzoeken []Onderzoek `toml:"onderzoeken" label:"Onderzoeken" help:"Wie heeft de site onderzocht? Een blok per onderzoek." example:"[[verklaring.onderzoeken]]"`
	Problemen   []Probleem  `toml:"problemen" label:"Problemen" help:"Wat werkt nog niet voor iedereen? Een blok per probleem." example:"[[verklaring.problemen]]"`
	Klacht      Klacht      `toml:"klacht" label:"Klacht" help:"Waar iemand heen kan die niet tevreden is met uw antwoord." example:"[verklaring.klacht]"`
}

// Onderzoek is one occasion on which people examined how accessible the site is.
type Onderzoek struct {
	Naam  string        `toml:"naam,required" label:"Wat" help:"Wat voor onderzoek was het, en van wie?" example:"\"Onderzoek volgens WCAG-EM door een bureau\"" prose:"line"`
	Datum schedule.Date `toml:"datum,required" label:"Datum" help:"De dag van het rapport." example:"\"2026-10-12\""`
	Adres typed.Web     `toml:"adres" label:"Rapport" help:"Het webadres van het rapport." example:"\"https://www.voorbeeld.nl/rapport\""`
}

// Probleem is something that does not work for everyone yet.
type Probleem struct {
	Wat       string        `toml:"wat,required" label:"Wat" help:"Wat werkt niet?" example:"\"De kaart heeft geen goede tekst.\"" prose:"line"`
	Gevolg    string        `toml:"gevolg" label:"Gevolg" help:"Wie merkt dat, en hoe kan het toch?" example:"\"Wie niet ziet, kan de lijst eronder gebruiken.\"" prose:"line"`
	Maatregel string        `toml:"maatregel" label:"Maatregel" help:"Wat doet u eraan?" example:"\"Wij maken een nieuwe kaart.\"" prose:"line"`
	Klaar     schedule.Date `toml:"klaar" label:"Klaar op" help:"Wanneer is het opgelost?" example:"\"2027-06-01\""`
}

// Klacht is where people can go if the answer does not help them.
type Klacht struct {
	Naam  string    `toml:"naam,required" label:"Naam" help:"De naam van de organisatie." example:"\"de Nationale ombudsman\""`
	Adres typed.Web `toml:"adres,required" label:"Adres" help:"Het webadres van de organisatie." example:"\"https://www.nationaleombudsman.nl\""`
}

// Given reports whether there is a statement.
func (v *Verklaring) Given() bool { return v.Status != "" }
