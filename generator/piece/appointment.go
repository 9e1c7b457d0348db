package piece

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/say"
)

// Appointment is a spreekuur without hours, in the block below a week.
type Appointment struct {
	Spreekuur layout.Link
	Rule      string // where it says more than that it is on appointment, or ""
	Who       []Name
	Where     string
	Contact   *layout.Contact
	Website   string
}

func OnAppointment(s *layout.Site, all []*catalog.Spreekuur, showPlein bool) []Appointment {
	var list []Appointment
	for _, x := range catalog.OnAppointment(all) {
		a := Appointment{
			Spreekuur: SpreekuurLink(s, x), Who: NamesOf(s, x.Partners), Contact: layout.ContactOf(x.Telefoon, x.Email), Website: string(x.Website),
		}
		if rule := s.Say.Rule(x); rule != s.Say.Phrases.ByAppointment {
			a.Rule = s.Language.Capital(rule)
		}
		if showPlein {
			a.Where = say.Where(x.Plein, x.Plein.Adres(s.Catalog.Today))
		}
		list = append(list, a)
	}
	return list
}

// NeedsAppointment reports whether a visitor who just walks in comes for nothing.
func NeedsAppointment(x *catalog.Spreekuur) bool {
	return x.Active() && x.Aanmelden == content.Required
}

// Afspraak says whether a visitor makes an appointment.
type Afspraak struct{ Needed, Possible bool }
