package changes

import (
	"strings"

	"github.com/google/uuid"

	"pleinwijzer/generator/content"
)

// Closings returns what site.toml says about the days on which everything is closed. It
// is an entry for the sake of comparing versions: a difference means that the dates of
// all spreekuren changed at once. Nobody is told about it as a record. All closings
// together are one value, since removing one changes dates too, and each closing is also
// a value of its own, to tell when it was announced.
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
