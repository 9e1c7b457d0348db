package paper

import (
	"cmp"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
)

// paperWays are the ways to make an appointment on paper, nil for who has hours.
type paperWays struct{ Telefoon, Email, Website string }

func paperWaysOf(x *catalog.Spreekuur) *paperWays {
	if !x.OnAppointment() {
		return nil
	}
	return &paperWays{string(x.Telefoon), string(x.Email), string(x.Website)}
}

// paperCard is one spreekuur on paper.
type paperCard struct {
	Titel, InEenZin say.Text
	Spreekuur       layout.Link
	Rule            string   // "" for a spreekuur that has only dates outside a rule that is over
	Again           string   // when it is held again, of a rule that is not held now
	Terms           []string // as on the poster
	Afspraak        piece.Afspraak
	Adres           string // with the name of the plein
	Who             []piece.Name
	Meenemen        []string
	Changes         paperChanges
	Ways            *paperWays // to make an appointment, where there are no hours
	paperFoot
}

func kaartOf(s *layout.Site, x *catalog.Spreekuur) paperCard {
	view := paperCard{
		Titel: layout.Text(layout.Titled(s, x.Vertaling, x.Titel)), InEenZin: layout.Text(layout.Sentence(s, x.Vertaling, x.InEenZin)),
		Spreekuur: piece.SpreekuurLink(s, x),
		Afspraak:  piece.Afspraak{Needed: x.Aanmelden == content.Required, Possible: x.Aanmelden == content.Allowed},
		Adres:     x.Plein.Naam + ", " + say.Address(x.Plein.Adres(s.Catalog.Today)),
		Who:       piece.NamesOf(s, x.Partners), Meenemen: x.Meenemen, Changes: spreekuurChanges(s, x),
		paperFoot: paperFootOf(s, x, typedAddressOf(s, x.Page(), wholeOnCard), string(cmp.Or(x.Telefoon, x.Plein.Telefoon))),
	}
	if catalog.TimesUnknown(x) {
		view.Rule = s.Language.Capital(s.Say.Rule(x)) + "."
		return view
	}
	view.Terms = termsOf(s, []*catalog.Spreekuur{x})
	if uren := x.Uren(); len(uren) > 0 {
		view.Rule, view.Again = s.Language.Capital(s.Say.Rule(x)), s.Language.Capital(nextTime(s, uren))
	} else if view.Ways = paperWaysOf(x); view.Ways != nil {
		view.Rule = s.Language.Capital(s.Say.Rule(x))
	}
	return view
}
