package catalog_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/catalog"
)

const moving = `naam = "Plein Waspik"
adres = "Markt 1"
postcode = "5141 AB"
plaats = "Waalwijk"
telefoon = "013 000 00 01"
[[verhuizing]]
vanaf = "2027-02-01"
tot_en_met = "2027-03-31"
adres = "Dorp 2"
postcode = "5165 AB"
plaats = "Waspik"
[[verhuizing]]
vanaf = "2027-06-01"
adres = "Dorp 3"
postcode = "5165 AB"
plaats = "waspik"`

func TestMoves(t *testing.T) {
	fsys := base(t)
	put(fsys, "pleinen/plein-waspik.md", moving)
	spreekuur(fsys, "waspik", `plein = "plein-waspik"`)
	for _, c := range []struct{ now, address, places, next string }{
		{"2027-01-31 12:00", "Markt 1", "Goirle 1, Waalwijk 2", "Dorp 2"},
		{"2027-02-01 00:00", "Dorp 2", "Goirle 1, Waalwijk 1, Waspik 1", "Markt 1"},
		{"2027-03-31 23:59", "Dorp 2", "Goirle 1, Waalwijk 1, Waspik 1", "Markt 1"},
		{"2027-04-01 00:00", "Markt 1", "Goirle 1, Waalwijk 2", "Dorp 3"},
		{"2027-06-01 00:00", "Dorp 3", "Goirle 1, Waalwijk 1, waspik 1", ""},
	} {
		r := resolve(t, fsys, catalog.Options{Now: wall(c.now)})
		s := find(t, r, "waspik")
		next := ""
		if v := s.Plein.NextMove(r.Today); v != nil {
			next = v.Adres.Straat
		}
		places := names(r.Plaatsen, func(p *catalog.Plaats) string { return fmt.Sprint(p.Naam, " ", len(p.Spreekuren)) })
		if got := s.Plein.Adres(r.Today).Straat; got != c.address || places != c.places || next != c.next {
			t.Errorf("%s: at %s, %s, next %q; want %s, %s, %q", c.now, got, places, next, c.address, c.places, c.next)
		}
	}
	before := resolve(t, fsys, catalog.Options{Now: wall("2027-01-26 18:00")})
	got := names(find(t, before, "waspik").Next(2), func(o catalog.Occurrence) string { return o.Date.String() + " " + o.Adres().Straat })
	if want := "2027-02-02 Dorp 2, 2027-02-09 Dorp 2"; got != want {
		t.Errorf("the dates after a move: %s, want %s", got, want)
	}
}

// TestToegang wants the way in and what is in the building to begin and to end
// with the address they were written for.
func TestToegang(t *testing.T) {
	const home = "route = \"Bus 1.\"\ntoegankelijkheid = [\"lift\"]\n"
	const there = "\nroute = \"Loop om.\""
	for _, c := range []struct{ name, first, second, want string }{
		{"none at the new address", "", "", "Bus 1. [lift] | - | Bus 1. [lift] | -"},
		{"one at each", there, "\ntoegankelijkheid = [\"toilet\"]", "Bus 1. [lift] | Loop om. | Bus 1. [lift] |  [toilet]"},
	} {
		fsys := base(t)
		text := home + strings.Replace(moving, "plaats = \"Waspik\"", "plaats = \"Waspik\""+c.first, 1) + c.second
		put(fsys, "pleinen/plein-waspik.md", text)
		r := resolve(t, fsys, catalog.Options{Now: wall("2027-01-01 12:00")})
		var got []string
		for _, day := range []string{"2027-01-31", "2027-03-31", "2027-04-01", "2027-06-01"} {
			on := r.Pleinen[slices.IndexFunc(r.Pleinen, func(p *catalog.Plein) bool { return p.Slug == "plein-waspik" })].Toegang(date(day))
			line := on.Route
			if len(on.Toegankelijkheid) > 0 {
				line += fmt.Sprint(" ", on.Toegankelijkheid)
			}
			got = append(got, cmp.Or(line, "-"))
		}
		if got := strings.Join(got, " | "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestToegangStaysBehindTheSameDoor wants a move that goes back, or that only
// corrects a coordinate, to say nothing new.
func TestToegangStaysBehindTheSameDoor(t *testing.T) {
	fsys := base(t)
	put(fsys, "pleinen/plein-waspik.md", "route = \"Bus 1.\"\n"+strings.Replace(moving, "Dorp 3\"\npostcode = \"5165 AB", "Markt 1\"\npostcode = \"5141 AB", 1))
	r := resolve(t, fsys, catalog.Options{Now: wall("2027-01-01 12:00")})
	for _, p := range r.Pleinen {
		if got := p.Toegang(date("2027-06-01")).Route; p.Slug == "plein-waspik" && got != "Bus 1." {
			t.Errorf("back at the old address the route is %q", got)
		}
	}
}
