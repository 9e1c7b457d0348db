package content

import (
	"reflect"

	"pleinwijzer/generator/schedule"
)

// Alone has the fields that need no other field of their group if their text matches
// this pattern.
var Alone = map[reflect.Type]struct{ Key, Pattern string }{
	reflect.TypeFor[Spreekuur](): {"dag", schedule.NoHoursPattern()},
	reflect.TypeFor[Blok]():      {"dag", schedule.OpenDaysPattern()},
}

// Ways has groups of fields, of which a record needs one complete group. A block in a
// record is listed under its own type. The checks of the records say the same in words.
var Ways = map[reflect.Type][][]string{
	reflect.TypeFor[Spreekuur]():          {{"dag", "tijd"}, {"tijden"}, {"data", "tijd"}},
	reflect.TypeFor[Blok]():               {{"dag", "tijd"}},
	reflect.TypeFor[AfwijkendSpreekuur](): {{"datum"}, {"van", "tot_en_met"}},
	reflect.TypeFor[Verwijs]():            {{"naar"}, {"website"}},
	reflect.TypeFor[Plein]():              {{"telefoon"}, {"email"}, {"website"}},
	reflect.TypeFor[AfwijkendPlein]():     {{"datum"}, {"van", "tot_en_met"}},
	reflect.TypeFor[Agendapunt]():         {{"plein"}, {"locatie", "adres", "plaats"}},
}
