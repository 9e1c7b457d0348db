package piece

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/say"
)

// building is a door, how to get there and what is behind it.
type building struct {
	Adres      content.Adres
	Route      string
	Facilities string
	Photo      *Photo
}

// A Location is where a plein is.
type Location struct {
	building
	Move *Move
}

// Move is where a plein goes next.
type Move struct {
	building
	From   string
	ISO    string
	Reason string
}

// FacilityName says a choice of toegankelijkheid in a sentence: "een toilet".
func FacilityName(s *layout.Site, choice string) string {
	return s.Word("gebouw-" + strings.ReplaceAll(choice, " ", "-"))
}

func LocationOf(s *layout.Site, p *catalog.Plein) Location {
	l := Location{building: buildingOf(s, p.Adres(s.Catalog.Today), p.Toegang(s.Catalog.Today))}
	if next := p.NextMove(s.Catalog.Today); next != nil {
		l.Move = &Move{buildingOf(s, next.Adres, next.Toegang), s.Say.Date(next.Vanaf), next.Vanaf.String(), next.Reden}
	}
	return l
}

func buildingOf(s *layout.Site, at content.Adres, toegang content.Toegang) building {
	return building{at, toegang.Route,
		say.List(s.Say, toegang.Toegankelijkheid, func(choice string) string { return FacilityName(s, choice) }), PhotoOf(s, toegang)}
}
