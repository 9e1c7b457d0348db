package reading

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/content"
)

// The rough bounds of the European part of the Netherlands, in degrees.
const (
	latitudeFrom, latitudeTo   = 50.7, 53.7
	longitudeFrom, longitudeTo = 3.2, 7.3
)

// check requires both coordinates or neither, in the right order, and inside the
// country.
func checkPlace(c *checker, a content.Adres, at []any) {
	key := func(name string) []any { return append(at[:len(at):len(at)], name) }
	latitude, longitude := a.Breedtegraad, a.Lengtegraad
	inLatitude := func(v float64) bool { return v >= latitudeFrom && v <= latitudeTo }
	inLongitude := func(v float64) bool { return v >= longitudeFrom && v <= longitudeTo }
	unread := func(v float64, name string) bool {
		return v == 0 && strings.Trim(c.doc.Spelled(key(name)...), "+-0._eE") != ""
	}
	switch {
	case latitude == 0 && longitude == 0 && !strings.Contains(c.doc.Text(), "graad"):
	case latitude == 0 && longitude == 0 && !c.has(key("breedtegraad")...) && !c.has(key("lengtegraad")...):
	case inLatitude(latitude) && inLongitude(longitude):
	case inLatitude(longitude) && inLongitude(latitude):
		c.add("plek-omgewisseld", c.doc.Value(key("breedtegraad")...), "breedtegraad en lengtegraad zijn omgewisseld",
			fmt.Sprintf("schrijf breedtegraad = %v en lengtegraad = %v", longitude, latitude))
	case latitude == 0 && !c.has(key("breedtegraad")...):
		c.add("plek-half", c.doc.Key(key("lengtegraad")...), "de breedtegraad ontbreekt", "geef allebei, of geen van beide")
	case longitude == 0 && !c.has(key("lengtegraad")...):
		c.add("plek-half", c.doc.Key(key("breedtegraad")...), "de lengtegraad ontbreekt", "geef allebei, of geen van beide")
	case unread(latitude, "breedtegraad"), unread(longitude, "lengtegraad"): // reported already
	case !inLatitude(latitude):
		c.add("plek-ver", c.doc.Value(key("breedtegraad")...), "deze breedtegraad ligt niet in Nederland", "een breedtegraad begint in Nederland met 50, 51, 52 of 53")
	default:
		c.add("plek-ver", c.doc.Value(key("lengtegraad")...), "deze lengtegraad ligt niet in Nederland", "een lengtegraad ligt in Nederland tussen 3,2 en 7,3")
	}
}
