package feed

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/gids"
	"pleinwijzer/generator/icalendar"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// The feed of changes holds the dates and moves of the next soon days and what changed
// in the last recently days, at most wijzigingenMax entries.
const (
	soon           = 60 // days
	recently       = 90 // days
	wijzigingenMax = 100
)

// wijziging is an entry of the feed of changes.
type wijziging struct {
	record  uuid.UUID
	kind    string // also the first word of the title
	what    string // changed of the record: a day, a commit, "" for what happens once
	title   string // without the kind
	text    string
	page    string // path on the site
	updated time.Time
	id      uuid.UUID // see identify
}

// wijzigingen are the changes, the newest first.
//
// The date of an entry is that of the commit that made the change, if it is known.
// Otherwise it is a day that is the same in every build: the day on which the date came
// near enough for the feed or, for a spreekuur that stopped, the day on which its record
// was last checked. Entries with the same date are in the order of their ids, so that
// the same content gives the same feed.
func wijzigingen(c *catalog.Catalog) []wijziging {
	list := closingWijzigingen(c)
	for _, p := range c.Pleinen {
		list = append(list, pleinWijzigingen(c, p)...)
	}
	for _, s := range c.Spreekuren {
		list = append(list, spreekuurWijzigingen(c, s)...)
	}
	list = append(list, pastWijzigingen(c)...)
	for i := range list {
		list[i].identify()
		if !c.Moment.Reached(list[i].updated) {
			list[i].updated = c.Moment.Now()
		}
	}
	slices.SortFunc(list, func(a, b wijziging) int {
		return cmp.Or(b.updated.Compare(a.updated), slices.Compare(a.id[:], b.id[:]))
	})
	seen := map[uuid.UUID]bool{}
	list = slices.DeleteFunc(list, func(w wijziging) bool {
		again := seen[w.id]
		seen[w.id] = true
		return again
	})
	return list[:min(len(list), wijzigingenMax)]
}

// identify gives an entry an id that follows from the record and from what happened
// to it, so that a reader knows it again in the next build.
func (w *wijziging) identify() { w.id = uuid.NewSHA1(w.record, []byte(w.kind+" "+w.what)) }

// brought is when a value of a record became what it is now, or else the day on which a
// coming day came near.
func brought(c *catalog.Catalog, record uuid.UUID, key string, day schedule.Date) time.Time {
	for _, change := range c.Past.Of(record) {
		if change.Key == key || change.What == changes.Came {
			return change.Time
		}
	}
	return day.Add(-soon).At(0)
}

// near reports whether a day is soon, and not past.
func near(c *catalog.Catalog, day schedule.Date) bool {
	return c.Today <= day && day <= c.Today.Add(soon)
}

// closingWijzigingen are the coming closings of all pleinen.
func closingWijzigingen(c *catalog.Catalog) []wijziging {
	var list []wijziging
	for _, v := range c.Site.Sluitingen {
		on := schedule.Period{From: v.Van, Until: v.TotEnMet}
		if on.Until >= c.Today && near(c, max(on.From, c.Today)) {
			key := changes.DateKey(on.From)
			list = append(list, wijziging{
				record: c.Site.ID, kind: "Vervalt", what: key,
				title: "Alle pleinen, " + schedule.DateWordsShort(on.From),
				text:  say.Join("Alle pleinen zijn "+days(on)+" dicht.", say.Stopped(v.Reden)),
				page:  "/", updated: brought(c, c.Site.ID, key, on.From),
			})
		}
	}
	return list
}

func pleinWijzigingen(c *catalog.Catalog, p *catalog.Plein) []wijziging {
	var list []wijziging
	for _, a := range p.Afwijkend {
		on := a.Period()
		if on.Until < c.Today || !near(c, max(on.From, c.Today)) {
			continue
		}
		kind, text := "Gewijzigd", p.Naam+" heeft "+days(on)+" andere openingstijden: "+say.Dutch(c).AllHours(a.Tijd)+"."
		if a.Gesloten {
			kind, text = "Vervalt", p.Naam+" is "+days(on)+" dicht."
		}
		key := changes.DateKey(on.From)
		list = append(list, wijziging{
			record: p.ID, kind: kind, what: key,
			title: p.Naam + ", " + schedule.DateWordsShort(on.From),
			text:  say.Join(text, say.Stopped(a.Reden)),
			page:  p.Page(), updated: brought(c, p.ID, key, on.From),
		})
	}
	for _, v := range p.Verhuizing {
		if near(c, v.Vanaf) {
			text := p.Naam + " is vanaf " + schedule.Dutch.Date(v.Vanaf) + " op een ander adres: " + say.Stopped(say.Address(v.Adres))
			key := changes.MoveKey(v.Vanaf)
			list = append(list, wijziging{
				record: p.ID, kind: "Verhuisd", what: key,
				title: p.Naam + ", vanaf " + schedule.DateWordsShort(v.Vanaf),
				text:  say.Join(text, say.Stopped(v.Reden)),
				page:  p.Page(), updated: brought(c, p.ID, key, v.Vanaf),
			})
		}
	}
	return list
}

func spreekuurWijzigingen(c *catalog.Catalog, s *catalog.Spreekuur) []wijziging {
	switch {
	case s.From != nil && s.From.Gone != 0: // its source did not say that it has stopped
		return stopped(c, s, "Niet meer genoemd", s.Titel+" bij "+s.Plein.Naam+" staat niet meer bij "+s.From.Source.Titel+".")
	case s.Ended():
		return stopped(c, s, "Gestopt", s.Titel+" bij "+s.Plein.Naam+" is gestopt.")
	case s.Status == content.Paused:
		return stopped(c, s, "Tijdelijk gestopt", s.Titel+" bij "+s.Plein.Naam+" is tijdelijk gestopt.")
	}
	var list []wijziging
	came := slices.ContainsFunc(c.Past.Of(s.ID), func(change changes.Change) bool { return change.What == changes.Came })
	if s.Vanaf >= c.Today.Add(-soon) && s.Vanaf <= c.Today.Add(soon) && !came {
		list = append(list, newcomer(c, s, s.Vanaf.Add(-soon).At(0)))
	}
	if len(s.Afwijkend) == 0 {
		return list
	}
	for st := range s.Different(c.Today.Add(soon)) {
		if st.Why.Cause == schedule.ByException {
			list = append(list, dateWijziging(c, s, st))
		}
	}
	return list
}

// dateWijziging is about a date or period for which the spreekuur's own file has an
// exception. Holidays and closings of a plein are not news about a spreekuur.
func dateWijziging(c *catalog.Catalog, s *catalog.Spreekuur, st catalog.Stretch) wijziging {
	kind := "Gewijzigd"
	switch {
	case st.Cancelled():
		kind = "Vervalt"
	case st.Elsewhere():
		kind = "Verhuisd"
	case st.Kind == schedule.Extra:
		kind = "Nieuw"
	}
	return wijziging{
		record: s.ID, kind: kind, what: st.Date.String() + " " + st.Span.Begin.String(),
		title: s.Titel + ", " + schedule.DateWordsShort(st.Date),
		text:  say.Join(say.Stopped(s.Titel), say.Dutch(c).News(st)),
		page:  s.Page(), updated: brought(c, s.ID, changes.DateKey(st.Why.During.From), st.Date),
	}
}

// stopped is about a spreekuur that is not held. It stays in the feed while it is in the
// content, unless it stopped long ago.
func stopped(c *catalog.Catalog, s *catalog.Spreekuur, kind, text string) []wijziging {
	at := firstStamp.At(0)
	if changed := c.Version(&s.Record).Changed; !changed.IsZero() {
		at = changed
	} else if s.Gecontroleerd != 0 {
		at = s.Gecontroleerd.At(0)
	}
	if ended := c.GoneSince(s); ended != 0 && s.Ended() {
		at = ended.At(0)
	}
	for _, change := range c.Past.Of(s.ID) {
		if change.Key == "status" {
			at = change.Time
			break
		}
	}
	if at.Before(c.Today.Add(-recently).At(0)) {
		return nil
	}
	next := ""
	if s.Opvolger != nil {
		next = say.Stopped("U kunt nu terecht bij " + s.Opvolger.Titel + ", " + s.Opvolger.Plein.Naam)
	}
	return []wijziging{{
		record: s.ID, kind: kind, title: s.Titel, text: say.Join(text, say.Stopped(s.Reden), next), page: s.Page(), updated: at,
	}}
}

func newcomer(c *catalog.Catalog, s *catalog.Spreekuur, at time.Time) wijziging {
	text := "Er is een nieuw spreekuur bij " + s.Plein.Naam + ": " + s.Titel + ", " + say.Dutch(c).When(s) + "."
	return wijziging{
		record: s.ID, kind: "Nieuw", title: s.Titel, text: say.Join(text, s.InEenZin), page: s.Page(), updated: at,
	}
}

// pastWijzigingen are the changes of the last months: new records, records that are
// gone, and values that changed, one entry per commit.
func pastWijzigingen(c *catalog.Catalog) []wijziging {
	if c.Past == nil {
		return nil
	}
	first := c.Today.Add(-recently).At(0)
	records := map[uuid.UUID]gids.Entry{}
	for _, e := range gids.Entries(c) {
		records[e.ID] = e
	}
	newcomers := map[uuid.UUID]*catalog.Spreekuur{}
	for _, s := range c.Spreekuren {
		newcomers[s.ID] = s
	}
	var list []wijziging
	var edit []changes.Change // those of one record in one commit
	flush := func() {
		if len(edit) > 0 {
			list = append(list, edited(records[edit[0].ID], edit)...)
		}
		edit = nil
	}
	for _, change := range c.Past.Changes {
		if change.Time.Before(first) {
			break
		}
		if len(edit) > 0 && (edit[0].ID != change.ID || !edit[0].Time.Equal(change.Time)) {
			flush()
		}
		record, here := records[change.ID]
		switch s := newcomers[change.ID]; {
		case change.What == changes.Came && s != nil && !s.Ended():
			list = append(list, newcomer(c, s, change.Time))
		case change.What == changes.Came && here:
			list = append(list, wijziging{
				record: change.ID, kind: "Nieuw", title: record.Title,
				text: say.Stopped("Er is een nieuw plein: " + record.Title), page: record.Page, updated: change.Time,
			})
		case change.What == changes.Went && !here:
			list = append(list, wijziging{
				record: change.ID, kind: "Gestopt", title: change.Title,
				text: change.Title + " staat niet meer op de site.", page: "/", updated: change.Time,
			})
		case change.What == changes.Altered && here && (s == nil || s.Active()):
			edit = append(edit, change)
		}
	}
	flush()
	return list
}

// edited names the fields of a record that changed in one commit, if people care about
// one of them.
func edited(e gids.Entry, edit []changes.Change) []wijziging {
	kind := "Gewijzigd"
	var labels []string
	for _, f := range e.Fields {
		if f.News && slices.ContainsFunc(edit, func(c changes.Change) bool { return c.Key == f.Key }) {
			labels = append(labels, f.Label)
			if f.Key == "plein" || f.Key == "adres" {
				kind = "Verhuisd"
			}
		}
	}
	if len(labels) == 0 {
		return nil
	}
	at := edit[0].Time
	text := "Van " + e.Title + " is dit veranderd: " + strings.ToLower(schedule.Dutch.Join(labels)) + "."
	return []wijziging{{record: e.ID, kind: kind, what: icalendar.UTC(at), title: e.Title, text: text, page: e.Page, updated: at}}
}

// days is "op dinsdag 24 november", or a period.
func days(on schedule.Period) string {
	if on.Until == on.From {
		return "op " + schedule.DateWordsShort(on.From)
	}
	return "van " + schedule.Dutch.Period(on.From, on.Until)
}
