package page

import (
	"cmp"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/say"
)

// paperCard is one spreekuur on paper.
type paperCard struct {
	Titel, InEenZin          string
	TitelForeign, ZinForeign bool
	Spreekuur                link
	Rule                     string // "" for a spreekuur that has only dates outside a rule that is over
	Again                    string // when it is held again, of a rule that is not held now
	Afspraak                 afspraak
	Adres                    string // with the name of the plein
	Who                      []name
	Meenemen                 []string
	Changes                  paperChanges
	Ways                     *paperWays // to make an appointment, where there are no hours
	paperFoot
}

func kaartOf(s *site, x *catalog.Spreekuur) paperCard {
	title := spreekuurLink(s, x)
	view := paperCard{
		Titel: title.Title, TitelForeign: title.Foreign, Spreekuur: title,
		Afspraak: afspraak{Needed: x.Aanmelden == content.Required, Possible: x.Aanmelden == content.Allowed},
		Adres:    x.Plein.Naam + ", " + say.Address(x.Plein.Adres(s.catalog.Today)),
		Who:      namesOf(s, x.Partners), Meenemen: x.Meenemen, Changes: spreekuurChanges(s, x),
		paperFoot: paperFootOf(s, x.Page(), string(cmp.Or(x.Telefoon, x.Plein.Telefoon))),
	}
	if uren := x.Uren(); len(uren) > 0 {
		view.Rule, view.Again = s.language.Capital(s.say.Rule(x)), s.language.Capital(nextTime(s, uren))
	} else if view.Ways = paperWaysOf(x); view.Ways != nil {
		view.Rule = s.language.Capital(s.say.Rule(x))
	}
	view.InEenZin, view.ZinForeign = s.told(x, x.InEenZin, func(v content.Vertaling) string { return v.InEenZin })
	return view
}
