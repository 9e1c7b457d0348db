package changes

import (
	"strings"

	"github.com/google/uuid"

	"pleinwijzer/generator/content"
)

// Closings is what site.toml says of the days on which all is closed. It is no
// record that anyone is told of; the comparison of versions finds with it when the dates of all
// spreekuren changed at once. All closings together are one value, since one that is
// taken away changes dates too; and each is one, to tell when it was announced.
func Closings(site uuid.UUID, s *content.Site) Entry {
	e := Entry{ID: site, Title: s.Titel, Page: "/"}
	var all []string
	add := func(f Field) {
		e.Dates = append(e.Dates, f)
		all = append(all, f.Key+" "+f.Value)
	}
	for _, v := range s.Sluitingen {
		add(dateField(DateKey(v.Van), content.Dagen{Van: v.Van, TotEnMet: v.TotEnMet}.Period(), v.Reden))
	}
	for _, v := range s.Schoolvakanties {
		add(dateField("schoolvakantie "+v.Van.String(), content.Dagen{Van: v.Van, TotEnMet: v.TotEnMet}.Period(), v.Naam))
	}
	all = append(all, s.Feestdagen.Closed().String())
	e.Dates = append(e.Dates, Field{Key: "dagen dicht", Value: strings.Join(all, "\n")})
	return e
}
