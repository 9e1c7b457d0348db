package page

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/say"
)

// appointment is a spreekuur without hours, in the block below a week.
type appointment struct {
	Spreekuur link
	Rule      string // where it says more than that it is on appointment, or ""
	Who       []name
	Where     string
	Contact   *contact
	Website   string
}

// paperWays are the ways to make an appointment on paper, nil for who has hours.
type paperWays struct{ Telefoon, Email, Website string }

func paperWaysOf(x *catalog.Spreekuur) *paperWays {
	if !x.OnAppointment() {
		return nil
	}
	return &paperWays{string(x.Telefoon), string(x.Email), string(x.Website)}
}

func onAppointment(s *site, all []*catalog.Spreekuur, showPlein bool) []appointment {
	var list []appointment
	for _, x := range catalog.OnAppointment(all) {
		a := appointment{
			Spreekuur: spreekuurLink(s, x), Who: namesOf(s, x.Partners), Contact: contactOf(x.Telefoon, x.Email), Website: string(x.Website),
		}
		if rule := s.say.Rule(x); rule != s.say.Phrases.ByAppointment {
			a.Rule = s.language.Capital(rule)
		}
		if showPlein {
			a.Where = say.Where(x.Plein, x.Plein.Adres(s.catalog.Today))
		}
		list = append(list, a)
	}
	return list
}
