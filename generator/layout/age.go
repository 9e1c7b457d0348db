package layout

import (
	"encoding/json"
	"io"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// MadeFile says on which day the site was made. Pages say when their content changed: the
// day of the build on each of them would make a quiet night a new site, to be uploaded
// and fetched again. A script reads the file and adds the day (static/js/offline.js), which
// is how a visitor sees that a site is kept up. Without script the first page says it.
const MadeFile = "gemaakt.json"

// Age is what a page says of how old it is.
type Age struct {
	Changed *Day // when the content that the page shows changed last; nil where that is not known
	Whole   bool // that is of the whole site
	Made    *Day // of a page that says it without a script
}

// Day is a date to show.
type Day struct{ ISO, Words string }

func (s *Site) dayOf(d schedule.Date) *Day { return &Day{d.String(), s.Say.Date(d)} }

func (s *Site) ageOf(p Page) Age {
	var a Age
	if record, ok := p.About.(catalog.Record); ok {
		a.Changed = s.Changed(record)
	} else { // one part of a long list would ask it of all that is on the others too
		a.Changed, a.Whole = s.Changed(s.Catalog.Site), true
	}
	if p.Daily {
		a.Made = s.dayOf(s.Catalog.Today)
	}
	return a
}

// Changed is the day on which what is shown of an entry changed last, nil where that is
// not known.
func (s *Site) Changed(of catalog.Entry) *Day {
	changed := s.Catalog.Changed(of)
	if changed.IsZero() {
		return nil
	}
	return s.dayOf(schedule.DateOf(changed))
}

// MadeFiles is that file, with the day in the words of each language.
func MadeFiles(s *Site) []publish.File {
	return []publish.File{{Path: MadeFile, Timed: true, Render: func(w io.Writer) error {
		made := struct {
			At    string            `json:"gemaakt"`
			Words map[string]string `json:"dag"`
		}{s.Catalog.Moment.Now().In(schedule.Amsterdam).Format(time.RFC3339), map[string]string{}}
		for _, l := range s.Spoken {
			made.Words[l.Code] = l.Phrases.Date(s.Catalog.Today)
		}
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		return encoder.Encode(made)
	}}}
}
