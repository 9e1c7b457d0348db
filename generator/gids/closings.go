package gids

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
)

// closingsEntry is what site.toml says of the days on which all is closed. It is no
// entry of G!DS; the comparison of versions finds with it when the dates of all
// spreekuren changed at once. All closings together are one value, since one that is
// taken away changes dates too; and each is one, to tell when it was announced.
func closingsEntry(c *catalog.Catalog) Entry {
	e := Entry{ID: c.Site.ID, Title: c.Site.Titel, Page: "/"}
	var all []string
	add := func(f Field) {
		e.Dates = append(e.Dates, f)
		all = append(all, f.Key+" "+f.Value)
	}
	for _, v := range c.Site.Sluitingen {
		add(dateField(DateKey(v.Van), content.Dagen{Van: v.Van, TotEnMet: v.TotEnMet}.Period(), v.Reden))
	}
	for _, v := range c.Site.Schoolvakanties {
		add(dateField("schoolvakantie "+v.Van.String(), content.Dagen{Van: v.Van, TotEnMet: v.TotEnMet}.Period(), v.Naam))
	}
	all = append(all, c.Site.Feestdagen.Closed().String())
	e.Dates = append(e.Dates, Field{Key: "dagen dicht", Value: strings.Join(all, "\n")})
	return e
}
