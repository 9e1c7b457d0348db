package dcat

import (
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/feed"
)

// A set is one data set: what some feeds are about.
type set struct {
	name               string // as in feed.Feed
	title, about, page string
	keywords           []string
	holds              func(catalog.Record) bool // the records whose change is a change of the set
}

var sets = []set{
	{
		feed.Spreekuren, "Spreekuren",
		"Inloopspreekuren op pleinen in en om de bibliotheek: onderwerp, dag, tijd, plaats, de organisatie die helpt, en de dagen waarop het anders is.",
		"/spreekuren/", []string{"spreekuur", "inloop", "bibliotheek", "sociaal domein", "hulp"},
		func(r catalog.Record) bool {
			return is[*catalog.Spreekuur](r) || is[*catalog.Plein](r) || is[*catalog.Partner](r)
		},
	},
	{
		feed.Pleinen, "Pleinen",
		"De plekken in en om de bibliotheek waar organisaties mensen helpen: adres, openingstijden en toegankelijkheid.",
		"/pleinen/", []string{"plein", "bibliotheek", "openingstijden", "adres"}, is[*catalog.Plein],
	},
	{
		feed.Partners, "Partners", "De organisaties die op de pleinen helpen, en hoe mensen hen bereiken.",
		"/partners/", []string{"organisatie", "sociaal domein", "hulp"}, is[*catalog.Partner],
	},
	{
		feed.Agenda, "Agenda", "Wat er te doen is op de pleinen: bijeenkomsten, cursussen en andere activiteiten.",
		"/agenda/", []string{"agenda", "activiteit", "bibliotheek"}, is[*catalog.Agendapunt],
	},
	{
		feed.Nieuws, "Nieuws en wijzigingen", "Wat er verandert op de pleinen: sluitingen, verhuizingen, andere tijden en nieuwe spreekuren.",
		"/berichten/", []string{"nieuws", "wijziging"}, func(catalog.Record) bool { return true },
	},
}

func is[T catalog.Record](r catalog.Record) bool {
	_, ok := r.(T)
	return ok
}

// changed is when a record of the set last changed; zero if that is not known.
func (s set) changed(c *catalog.Catalog) time.Time {
	var last time.Time
	for r := range c.Records() {
		if changed := c.Version(r.File()).Changed; s.holds(r) && changed.After(last) {
			last = changed
		}
	}
	return last
}
