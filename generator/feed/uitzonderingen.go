package feed

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

type (
	// uitzonderingJSON is a date, or one of its hours, on which the spreekuur departs from
	// its rooster.
	uitzonderingJSON struct {
		Datum  string   `json:"datum" doc:"De dag." form:"datum" example:"2026-12-25"`
		Begin  string   `json:"begin" doc:"Het begin, op de klok in Nederland. Van wat vervalt: het begin volgens rooster." form:"tijd" example:"10:00"`
		Eind   string   `json:"eind" doc:"Het eind." form:"tijd" example:"12:00"`
		Status string   `json:"status" doc:"Vervalt: haal deze uren uit het rooster. Gewijzigd: haal was weg en zet deze uren ervoor in de plaats. Extra: zet deze uren erbij." choices:"vervalt|gewijzigd|extra" example:"vervalt"`
		Was    *wasJSON `json:"was,omitempty" doc:"De uren volgens rooster waarvoor deze in de plaats komen."`
		Reden  string   `json:"reden,omitempty" doc:"Waarom het anders is." example:"Eerste Kerstdag"`
		Plein  string   `json:"plein,omitempty" doc:"De slug van het plein, als het die dag op een ander plein is." form:"slug" example:"plein-noord"`
		*adresJSON
	}

	// wasJSON are the regular hours.
	wasJSON struct {
		Begin string `json:"begin" doc:"Het begin volgens rooster." form:"tijd" example:"10:00"`
		Eind  string `json:"eind" doc:"Het eind volgens rooster." form:"tijd" example:"12:00"`
	}
)

// uitzonderingen are all such dates in the time that the feed covers. The rooster and
// the uitzonderingen together tell a reader everything.
func (from source) uitzonderingen(s *catalog.Spreekuur) []uitzonderingJSON {
	var list []uitzonderingJSON
	v := say.Dutch(from.Catalog)
	for o := range s.Between(from.Today, recurrence.Known(from.Catalog, s.Plein).Until) {
		if o.Kind == schedule.AsUsual {
			continue
		}
		e := uitzonderingJSON{
			Datum: o.Date.String(), Begin: o.Span.Begin.String(), Eind: o.Span.End.String(),
			Status: "gewijzigd", Reden: v.Reason(o.Why).Text,
		}
		was := &wasJSON{o.Regular.Begin.String(), o.Regular.End.String()}
		switch o.Kind {
		case schedule.Extra:
			e.Status = "extra"
		case schedule.Cancelled:
			e.Status = "vervalt"
			if o.Regular != (schedule.Span{}) {
				e.Begin, e.Eind = was.Begin, was.Eind
			}
		default:
			e.Was = was
		}
		if o.Elsewhere() && !o.Cancelled() {
			adres := adresOf(o.Adres())
			e.Plein, e.adresJSON = nameOf(&o.Plein.Record), &adres
		}
		list = append(list, e)
	}
	return list
}
