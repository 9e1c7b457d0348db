package layout

import "pleinwijzer/generator/typed"

// The pieces that pages share, one for each file in layouts/partials. A piece
// is flat and ready: plain fields with words and addresses, no methods. Looking
// up a promoted field or a method by name costs a template ten times what a
// plain field costs, and there are a million of them in a large directory.

// Link leads to a page of the site or elsewhere.
type Link struct {
	Title, URL string
	Text       string // a line below it
	Icon       string // the name of its pictogram in icons/onderwerpen.svg, or ""
	Count      int    // how many spreekuren are behind it; 0 is not shown
	Slug       string // of a day, for its colour: "dinsdag", or ""
	Short      string // and its short name: "di"
	Foreign    bool   // the title is Dutch on a page in another language
	Other      bool   // and so is the line below it
}

// Logo is a logo, with the room that it takes. It always stands beside the name that it
// would say.
type Logo struct {
	URL           string
	Width, Height int
}

// LogoOf is the logo that a record names, or nil.
func LogoOf(s *Site, name typed.Picture) *Logo {
	if name == "" {
		return nil
	}
	logo := s.Assets.Logo(string(name))
	if logo == nil {
		return nil
	}
	return &Logo{s.URL(logo.Path), logo.Width, logo.Height}
}

// Contact is how to reach people.
type Contact struct {
	Telefoon, Tel string
	Email         string
}

func ContactOf(phone typed.Phone, mail typed.Email) *Contact {
	if phone == "" && mail == "" {
		return nil
	}
	return &Contact{Telefoon: string(phone), Tel: phone.Tel(), Email: string(mail)}
}

func Links[T any](s *Site, list []T, of func(*Site, T) Link) []Link {
	made := make([]Link, len(list))
	for i, item := range list {
		made[i] = of(s, item)
	}
	return made
}
