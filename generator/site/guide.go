package site

import (
	"fmt"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schemaorg"
)

// The Vraagwijzer leads who reads little to a date and a door, without typing and without
// script: a sentence that fits, then where or when, and there are the times.
//
// A question has one page, with the times of every place on it behind the name of that
// place. A page for each question in each place would be a quarter of all pages of a large
// directory, and show nothing else. So the number of pages follows from the questions and
// not from the directory: but for that of a list of places, which is cut as any list is.
// Each place shows a few times, however many spreekuren there are.
const (
	timesEach   = 3    // of a place, and of a choice that is no place
	nearbyEach  = 2    // sooner than those, in places nearby
	withinReach = 15.0 // kilometres
)

type guide struct {
	Title, Intro string
	WhenOpen     layout.Link // the first tile
	Tiles        []guideTile
	Unsure       layout.Link // the last one
}

// guideTile is a question with its pictogram: its own, or that of its topic.
type guideTile struct {
	layout.Link
	Own bool // the pictogram is in the file of those of questions
}

// question is the page of one of them.
type question struct {
	Title   string
	Foreign bool // the sentence is Dutch on a page in another language
	Tile    guideTile
	Intro   string
	Choices []guideChoice
	Parts   []layout.Link // the pages of a list of places that is cut
	Back    string
}

// guideChoice is a place, or another way to choose, with the times behind it.
type guideChoice struct {
	Name    string
	Foreign bool // a name, which is Dutch everywhere
	Here    []guideTime
	Nearby  []guideTime
	Ask     []piece.Appointment // there are no hours
	Closed  []guideClosed
}

// guideTime is one date at one door.
type guideTime struct {
	Begin, End string // for machines
	When       string
	Link       layout.Link
	Where      string // with the street
	Distance   string // or ""
	Needed     bool   // an appointment
	Contact    *layout.Contact
}

// guideClosed are days on which a plein has other hours.
type guideClosed struct {
	Plein *layout.Link // where there are more in the place, or nil
	Days  []piece.OpenPeriod
}

// GuidePages are the Vraagwijzer and the pages of its questions.
func GuidePages(s *layout.Site) []layout.Page {
	asked := answered(s.Catalog)
	p := layout.Page{Path: layout.GuidePath, Layout: "hulp", Title: s.Word("vraagwijzer-titel"), Description: s.Word("vraagwijzer-uitleg"),
		Section: layout.GuidePath, InMenu: len(asked) > 0}
	p.View = func(f *layout.Frame) error {
		view := guide{Title: p.Title, Intro: p.Description,
			WhenOpen: layout.Link{Title: s.Word("wanneer-open"), URL: s.Link(whenOpenPath)},
			Unsure:   layout.Link{Title: s.Word("weet-niet"), URL: s.Link(unsurePath)}}
		for _, q := range asked {
			view.Tiles = append(view.Tiles, tileOf(s, q))
		}
		f.Main, f.Subject = view, schemaorg.List(len(view.Tiles))
		return nil
	}
	pages, times := []layout.Page{p}, newGuideTimes(s)
	for _, q := range asked {
		pages = append(pages, questionPages(s, q, times)...)
	}
	pages = append(pages, times.ownPages(whenOpenPath, "wanneer-open", times.hours)...)
	return append(pages, times.ownPages(unsurePath, "weet-niet", times.hosts)...)
}

// answered are the questions to which a visitor can go somewhere.
func answered(c *catalog.Catalog) []*catalog.Question {
	var list []*catalog.Question
	for _, q := range c.Questions {
		if len(q.Spreekuren()) > 0 {
			list = append(list, q)
		}
	}
	return list
}

func tileOf(s *layout.Site, q *catalog.Question) guideTile {
	t := guideTile{Link: layout.Link{URL: s.Link(q.Page()), Icon: q.Pictogram}, Own: q.Pictogram != ""}
	t.Title, t.Foreign = layout.QuestionText(s, q.Vraag)
	if !t.Own {
		t.Icon = q.Topics[0].Pictogram
	}
	return t
}

func questionPages(s *layout.Site, q *catalog.Question, times *guideTimes) []layout.Page {
	tile := tileOf(s, q)
	view := question{Title: tile.Title, Foreign: tile.Foreign, Tile: tile, Intro: s.Word("vraag-uitleg"), Back: s.Link(layout.GuidePath)}
	of := layout.Page{Path: q.Page(), Layout: "vraag", Section: layout.GuidePath, Description: view.Intro}
	of.Title = layout.InOwnWords(tile.Title, tile.Foreign, func() string { return s.Word("vraagwijzer-titel") })
	return times.pages(of, view, func() *moments { return times.ofQuestion(q) })
}

// The pages of the questions that the site asks itself: when a plein is open, and where
// someone shows the way to who does not know what to ask.
const (
	whenOpenPath = layout.GuidePath + content.WhenOpen + "/"
	unsurePath   = layout.GuidePath + content.Unsure + "/"
)

// ownPages are those of such a question, which has the name of its word as its pictogram.
func (g *guideTimes) ownPages(path, word string, answer func() *moments) []layout.Page {
	s := g.site
	of := layout.Page{Path: path, Layout: "vraag", Section: layout.GuidePath}
	of.Title, of.Description = s.Word(word), s.Word(word+"-uitleg")
	return g.pages(of, question{
		Title: of.Title, Intro: of.Description, Back: s.Link(layout.GuidePath), Tile: guideTile{Link: layout.Link{Icon: word}, Own: true},
	}, answer)
}

// pages are those of a question, with the places in alphabetical order. The choices that
// are no place stand on each: who begins on the second page has the same question.
func (g *guideTimes) pages(of layout.Page, view question, answer func() *moments) []layout.Page {
	places := g.places
	if len(places) > layout.PageSize {
		for part := range slices.Chunk(places, layout.PageSize) {
			path := layout.PartPath(of.Path, len(view.Parts)+1)
			view.Parts = append(view.Parts, layout.Link{Title: part[0].Naam + " – " + part[len(part)-1].Naam, URL: g.site.Link(path)})
		}
	}
	return layout.ListPages(g.site, of, len(places), func(from, to int) any {
		view, all := view, answer()
		view.Choices = g.general(all)
		for _, p := range places[from:to] {
			view.Choices = append(view.Choices, g.at(p, all))
		}
		return view
	})
}

// general are the choices of who does not mind where.
func (g *guideTimes) general(all *moments) []guideChoice {
	var choices []guideChoice
	offer := func(word string, list []moment) {
		if len(list) > 0 {
			choices = append(choices, guideChoice{Name: g.site.Language.Capital(g.site.Word(word)), Here: g.shown(list, timesEach, nil)})
		}
	}
	offer("zo-snel-mogelijk", all.soonest)
	offer("s-avonds", all.evening)
	return choices
}

// at are the times in a place, and those nearby that are sooner or that are the only ones.
func (g *guideTimes) at(p *catalog.Plaats, all *moments) guideChoice {
	here := all.here[p]
	choice := guideChoice{Name: p.Naam, Foreign: g.site.Foreign(), Here: g.shown(here, timesEach, nil),
		Ask: piece.OnAppointment(g.site, first(timesEach, all.asked[p]), true)}
	if !all.hours {
		choice.Nearby = g.shown(g.nearby(p, here, all), nearbyEach, p)
		return choice
	}
	for _, plein := range p.Pleinen {
		closed := guideClosed{Days: piece.ExceptionsOf(g.site, plein, closedAhead)}
		for i := range closed.Days {
			closed.Days[i].Days = g.site.Language.Capital(g.site.Say.NearPeriod(closed.Days[i].Period))
		}
		if len(p.Pleinen) > 1 { // or the times name it
			link := piece.PleinLink(g.site, plein)
			closed.Plein = &link
		}
		if len(closed.Days) > 0 {
			choice.Closed = append(choice.Closed, closed)
		}
	}
	return choice
}

// closedAhead is how many days ahead a place tells when it is closed.
const closedAhead = 42

// few are the first of a list. What is today may be over when it is read, so that
// there is something on a later day whatever there is today.
func (g *guideTimes) few(list []moment, most int) []moment {
	later := slices.IndexFunc(list, func(m moment) bool { return m.date > g.site.Catalog.Today })
	if later < 0 {
		return first(most, list)
	}
	now := list[:min(later, most-1)]
	return slices.Concat(now, first(most-len(now), list[later:]))
}

// shown are the first few, with how far that is from a place.
func (g *guideTimes) shown(list []moment, most int, from *catalog.Plaats) []guideTime {
	var made []guideTime
	for _, m := range g.few(list, most) {
		t := guideTime{
			Begin: piece.Instant(m.date.At(m.span.Begin)), End: piece.Instant(m.date.At(m.span.End)),
			When:  g.site.Language.Capital(g.site.Say.DateAnd(g.site.Say.Near(m.date), g.site.Say.Hours(m.span))),
			Link:  piece.PleinLink(g.site, m.plein),
			Where: say.Street(m.adres),
		}
		if x := m.spreekuur; x != nil {
			t.Link, t.Where = piece.SpreekuurLink(g.site, x), m.plein.Naam+", "+t.Where
			if t.Needed = m.needed(); t.Needed {
				t.Contact = layout.ContactOf(x.Telefoon, x.Email)
			}
		}
		if km, known := g.distance(from, m.plein.Plaats); known {
			t.Distance = g.site.Word("kilometer", fmt.Sprintf("%.0f", max(km, 1)))
		}
		made = append(made, t)
	}
	return made
}
