package content

import (
	"reflect"

	"pleinwijzer/generator/schedule"
)

// Alone is a field that needs no others of its group if its text has this form.
var Alone = map[reflect.Type]struct{ Key, Pattern string }{
	reflect.TypeFor[Spreekuur](): {"dag", schedule.NoHoursPattern()},
	reflect.TypeFor[Blok]():      {"dag", schedule.OpenDaysPattern()},
}

// Ways are groups of fields: a record needs one group, complete. A block in a record is
// listed under its own type. The checks of the records say the same in words.
var Ways = map[reflect.Type][][]string{
	reflect.TypeFor[Spreekuur]():          {{"dag", "tijd"}, {"tijden"}, {"data", "tijd"}},
	reflect.TypeFor[Blok]():               {{"dag", "tijd"}},
	reflect.TypeFor[AfwijkendSpreekuur](): {{"datum"}, {"van", "tot_en_met"}},
	reflect.TypeFor[Plein]():              {{"telefoon"}, {"email"}, {"website"}},
	reflect.TypeFor[AfwijkendPlein]():     {{"datum"}, {"van", "tot_en_met"}},
	reflect.TypeFor[Agendapunt]():         {{"plein"}, {"locatie", "adres", "plaats"}},
}
