package team

import (
	"fmt"
	"io"
	"iter"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/publish"
)

const tallyPath = "turflijst/"

// A tally sheet is on which a plein counts the questions that it gets, with a pen: the
// site itself asks nothing and keeps nothing. There is one for a day and one for a month,
// on paper and for Excel.
type tally struct {
	Name   string
	Front  layout.Link
	Sheets []tallySheet
}

// tallySheet is one of them, on as many pages as its topics and partners take.
type tallySheet struct {
	Title, Text string
	When        string // what to fill in at the top
	CSV         string // the address of the same for Excel
	Month       bool
	Count       int
	Pages       []tallyPage
}

// tallyPage has a part of the topics as rows, and a part of the partners as columns.
type tallyPage struct {
	ID       string
	Number   int
	Topics   []string
	Many     bool // the rows are lower, so that they fit on a page
	End      bool // it has the last of the topics
	Ways     bool // it begins with the columns of how a question came, and was answered
	Partners []string
	Other    bool       // it ends with a column for another than those
	Columns  int        // for whom a question goes to
	Cells    []struct{} // one for each column of a row
}

const (
	// tallyPartners is for how many partners a page has a column.
	tallyPartners = 10

	// tallyTopicsHigh is how many topics fit on a page in high rows, and tallyRowsMost in low
	// ones.
	tallyTopicsHigh = 8
	tallyRowsMost   = 14
)

// tallyKinds are the sheets.
var tallyKinds = []struct {
	id, title, text, when, first string
	month                        bool
}{
	{"dag", "Turflijst voor een dag", "Zet streepjes: een voor hoe de vraag kwam, en een voor wat u deed.", "Datum", "datum", false},
	{"maand", "Turflijst voor een maand", "Tel de streepjes van alle dagen op. Schrijf hier het aantal op.", "Maand", "maand", true},
}

// tallyColumns are what is counted of each question, but for the partners.
var tallyColumns = []string{"in persoon", "telefoon", "digitaal", "zelf beantwoord"}

func tallyTitle(p *catalog.Plein) string { return "Turflijst van " + p.Naam }

func tallyOf(s *layout.Site, p *catalog.Plein) tally {
	view := tally{Name: piece.Softened(p.Naam), Front: frontLink(s, p)}
	topics, partners := evenly(tallyTopics(s, p), tallyRowsMost), evenly(tallyPartnersOf(p), tallyPartners)
	for _, kind := range tallyKinds {
		sheet := tallySheet{
			Title: kind.title, Text: kind.text, When: kind.when, Month: kind.month,
			CSV: s.URL(p.Page() + tallyPath + kind.id + ".csv"), Count: len(topics) * len(partners),
		}
		for i, rows := range topics {
			for j, columns := range partners {
				page := tallyPageOf(rows, columns, j == 0, j == len(partners)-1)
				page.End = i == len(topics)-1
				page.Number = len(sheet.Pages) + 1
				page.ID = fmt.Sprintf("%s-%d", kind.id, page.Number)
				sheet.Pages = append(sheet.Pages, page)
			}
		}
		view.Sheets = append(view.Sheets, sheet)
	}
	return view
}

func tallyPageOf(topics, partners []string, first, last bool) tallyPage {
	page := tallyPage{
		Topics: topics, Many: len(topics) > tallyTopicsHigh, Partners: partners, Ways: first, Other: last, Columns: len(partners),
	}
	if last {
		page.Columns++
	}
	cells := page.Columns
	if first {
		cells += len(tallyColumns)
	}
	page.Cells = make([]struct{}, cells)
	return page
}

// evenly cuts a list in parts of at most so many, of about the same size. There is one at
// least.
func evenly(list []string, most int) [][]string {
	if len(list) == 0 {
		return [][]string{nil}
	}
	parts := (len(list) + most - 1) / most
	return slices.Collect(slices.Chunk(list, (len(list)+parts-1)/parts))
}

// tallyTopics are the topics of what is held at a plein, in the order of the site.
func tallyTopics(s *layout.Site, p *catalog.Plein) []string {
	var topics []string
	for _, o := range s.Catalog.Onderwerpen {
		here := func(x *catalog.Spreekuur) bool { return x.Plein == p }
		if slices.ContainsFunc(catalog.Running(o.Spreekuren), here) {
			topics = append(topics, o.Naam)
		}
	}
	return topics
}

// tallyPartnersOf are the partners that hold something at a plein.
func tallyPartnersOf(p *catalog.Plein) []string {
	var names []string
	for _, partner := range agreed(p) {
		names = append(names, partner.NaamInUitingen)
	}
	return names
}

// Files are the tally sheets for Excel. They are in Dutch alone, as the pages are.
func Files(s *layout.Site) []publish.File {
	if s.Prefix != "" {
		return nil
	}
	var files []publish.File
	for _, p := range s.Catalog.Pleinen {
		for _, kind := range tallyKinds {
			files = append(files, publish.File{
				Path:   (p.Page() + tallyPath + kind.id + ".csv")[1:],
				Render: func(w io.Writer) error { return feed.WriteSheet(w, tallyRows(s, p, kind.first)) },
			})
		}
	}
	return files
}

// tallyRows are the head of a sheet and a row for each topic, in which a day or a month is
// still to be filled in.
func tallyRows(s *layout.Site, p *catalog.Plein, first string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		head := append([]string{first, "onderwerp"}, tallyColumns...)
		for _, name := range tallyPartnersOf(p) {
			head = append(head, "doorverwezen naar "+name)
		}
		head = append(head, "doorverwezen naar een ander")
		if !yield(head) {
			return
		}
		for _, topic := range append(tallyTopics(s, p), "Iets anders") {
			row := make([]string, len(head))
			row[1] = topic
			if !yield(row) {
				return
			}
		}
	}
}

func frontLink(s *layout.Site, p *catalog.Plein) layout.Link {
	return layout.Link{Title: piece.PleinLink(s, p).Title, URL: s.URL(p.Page() + layout.TeamPath)}
}
