package kept

import (
	"encoding/json"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

// The parts of the JSON feeds that have a place in our fields. The schemas of package feed
// were checked when they were fetched, so values with a fixed form have that form.

type document struct {
	Made       time.Time   `json:"gemaakt"`
	Until      string      `json:"geldig_tot"`
	Pleinen    []plein     `json:"pleinen"`
	Partners   []partner   `json:"partners"`
	Spreekuren []spreekuur `json:"spreekuren"`
	Agenda     []event     `json:"agenda"`
	Berichten  []news      `json:"berichten"`
}

// base is what records of all kinds have.
type base struct {
	ID     string  `json:"id"`
	Slug   string  `json:"slug"`
	URL    string  `json:"url"`
	Tekst  string  `json:"tekst"`
	Bron   *credit `json:"bron"` // of a record that the source took over itself
	Line   string  `json:"in_een_zin"`
	origin *content.Origin
}

type credit struct {
	Naam     string `json:"naam"`
	URL      string `json:"url"`
	Licentie string `json:"licentie"`
}

type ref struct {
	Slug string `json:"slug"`
}

type adres struct {
	Locatie      string         `json:"locatie"`
	Adres        string         `json:"adres"`
	Postcode     typed.Postcode `json:"postcode"`
	Plaats       string         `json:"plaats"`
	Breedtegraad float64        `json:"breedtegraad"`
	Lengtegraad  float64        `json:"lengtegraad"`
	BAG          typed.BAG      `json:"bag"`
}

func (a adres) content() content.Adres {
	return content.Adres{
		Locatie: a.Locatie, Straat: a.Adres, Postcode: a.Postcode, Plaats: a.Plaats,
		Breedtegraad: a.Breedtegraad, Lengtegraad: a.Lengtegraad, BAG: a.BAG,
	}
}

type hours struct {
	Begin string `json:"begin"`
	Eind  string `json:"eind"`
}

type plein struct {
	base
	adres
	Naam         string      `json:"naam"`
	Gemeente     string      `json:"gemeente"`
	Provincie    string      `json:"provincie"`
	Telefoon     typed.Phone `json:"telefoon"`
	Email        typed.Email `json:"email"`
	Website      typed.Web   `json:"website"`
	Kartrekker   *ref        `json:"kartrekker"`
	Verhuizingen []struct {
		adres
		Vanaf            string   `json:"vanaf"`
		Toegankelijkheid []string `json:"toegankelijkheid"`
		Route            string   `json:"route"`
		Reden            string   `json:"reden"`
	} `json:"verhuizingen"`
	Openingstijden []struct {
		Dag    string  `json:"dag"`
		Tijden []hours `json:"tijden"`
	} `json:"openingstijden"`
	Afwijkend []struct {
		Datum  string  `json:"datum"`
		Tijden []hours `json:"tijden"`
		Reden  string  `json:"reden"`
	} `json:"afwijkend"`
	Toegankelijkheid []string `json:"toegankelijkheid"`
	Route            string   `json:"route"`
	Proef            *struct {
		Van      string `json:"van"`
		TotEnMet string `json:"tot_en_met"`
	} `json:"proef"`
}

type partner struct {
	base
	Naam        string      `json:"naam"`
	Telefoon    typed.Phone `json:"telefoon"`
	Email       typed.Email `json:"email"`
	Website     typed.Web   `json:"website"`
	Nieuwsbrief typed.Web   `json:"nieuwsbrief"`
	KvK         typed.KvK   `json:"kvk"`
	Kanalen     []struct {
		Naam string    `json:"naam"`
		URL  typed.Web `json:"url"`
	} `json:"kanalen"`
}

type spreekuur struct {
	base
	Titel          string          `json:"titel"`
	Regel          string          `json:"regel"`
	Rooster        json.RawMessage `json:"rooster"`
	Uitzonderingen []exception     `json:"uitzonderingen"`
	Inloop         *hours          `json:"inloop"`
	Plein          ref             `json:"plein"`
	Partners       []ref           `json:"partners"`
	Onderwerpen    []struct {
		Slug string          `json:"slug"`
		Naam string          `json:"naam"`
		UPL  []typed.Product `json:"upl"`
	} `json:"onderwerpen"`
	Doelgroepen []string          `json:"doelgroepen"`
	Talen       []typed.Language  `json:"talen"`
	Kosten      content.Kosten    `json:"kosten"`
	Aanmelden   content.Aanmelden `json:"aanmelden"`
	Telefoon    typed.Phone       `json:"telefoon"`
	Email       typed.Email       `json:"email"`
	Website     typed.Web         `json:"website"`
	Meenemen    []string          `json:"meenemen"`
	Niet        []string          `json:"niet"`
	Verwijs     []struct {
		Vraag     string       `json:"vraag"`
		Spreekuur *ref         `json:"spreekuur"`
		Partner   *ref         `json:"partner"`
		Website   typed.Secure `json:"website"`
		Hoe       string       `json:"hoe"`
	} `json:"verwijs"`
	Status    content.Status `json:"status"`
	Reden     string         `json:"reden"`
	Opvolger  string         `json:"opvolger"`
	Vertaling []struct {
		Taal     typed.Language `json:"taal"`
		Titel    string         `json:"titel"`
		InEenZin string         `json:"in_een_zin"`
		Tekst    string         `json:"tekst"`
	} `json:"vertaling"`
	Gecontroleerd string    `json:"gecontroleerd"`
	Gewijzigd     time.Time `json:"gewijzigd"`
}

// slot is one rule of a rooster.
type slot struct {
	hours
	RRule    string   `json:"rrule"`
	Data     []string `json:"data"`
	Vanaf    string   `json:"vanaf"`
	TotEnMet string   `json:"tot_en_met"`
}

// exception is a date, or one of its hours, on which a spreekuur departs from its rooster.
type exception struct {
	hours
	Datum  string `json:"datum"`
	Status string `json:"status"`
	Was    *hours `json:"was"`
	Reden  string `json:"reden"`
	Plein  string `json:"plein"`
}

type event struct {
	base
	Titel    string `json:"titel"`
	Datum    string `json:"datum"`
	TotEnMet string `json:"tot_en_met"`
	Begin    string `json:"begin"`
	Eind     string `json:"eind"`
	Dag      string `json:"dag"`
	Plein    *ref   `json:"plein"`
	Waar     place  `json:"waar"`
	Keren    []struct {
		Datum string `json:"datum"`
	} `json:"keren"`
	Programma []struct {
		hours
		Titel     string `json:"titel"`
		Optioneel bool   `json:"optioneel"`
	} `json:"programma"`
	Vragen       []string          `json:"vragen"`
	Voor         content.Audience  `json:"voor"`
	Doelgroepen  []string          `json:"doelgroepen"`
	Kosten       content.Kosten    `json:"kosten"`
	Aanmelden    content.Aanmelden `json:"aanmelden"`
	AanmeldenTot string            `json:"aanmelden_tot"`
	Plaatsen     int               `json:"plaatsen"`
	Website      typed.Web         `json:"website"`
	Telefoon     typed.Phone       `json:"telefoon"`
	Email        typed.Email       `json:"email"`
	Partners     []ref             `json:"partners"`
}

type place struct {
	adres
	Tekst   string    `json:"tekst"`
	Website typed.Web `json:"website"`
}

type news struct {
	base
	Titel      string `json:"titel"`
	Datum      string `json:"datum"`
	TotEnMet   string `json:"tot_en_met"`
	Belangrijk bool   `json:"belangrijk"`
	Pleinen    []ref  `json:"pleinen"`
	Partners   []ref  `json:"partners"`
	Spreekuren []ref  `json:"spreekuren"`
}
