package feed

import (
	"io"
	"iter"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/typed"
)

// The map of pleinen as GeoJSON (RFC 7946).
type (
	geoHead struct {
		Type string `json:"type"`
	}

	geoFeature struct {
		Type       string        `json:"type"`
		ID         string        `json:"id"`
		Geometry   geoPoint      `json:"geometry"`
		Properties geoProperties `json:"properties"`
	}

	geoPoint struct {
		Type        string     `json:"type"`
		Coordinates [2]float64 `json:"coordinates"` // longitude first
	}

	geoProperties struct {
		Slug         string         `json:"slug"`
		Naam         string         `json:"naam"`
		URL          string         `json:"url"`
		Locatie      string         `json:"locatie,omitempty"`
		Adres        string         `json:"adres"`
		Postcode     typed.Postcode `json:"postcode"`
		Plaats       string         `json:"plaats"`
		Telefoon     typed.Phone    `json:"telefoon,omitempty"`
		Email        typed.Email    `json:"email,omitempty"`
		Website      typed.Web      `json:"website,omitempty"`
		OpeningHours string         `json:"opening_hours,omitempty"` // as in OpenStreetMap
		Spreekuren   int            `json:"spreekuren"`              // how many are held here
	}
)

// pleinenGeoJSON lists the map. A plein without a position is not on it; the feed of
// pleinen has them all.
func pleinenGeoJSON(c *catalog.Catalog) []publish.File {
	return []publish.File{{Path: "feeds/pleinen.geojson", Render: func(w io.Writer) error {
		return jsonFeed{head: geoHead{"FeatureCollection"}, key: "features", lines: encoded(geoFeatures(c))}.write(w)
	}}}
}

func geoFeatures(c *catalog.Catalog) iter.Seq[geoFeature] {
	return func(yield func(geoFeature) bool) {
		for _, p := range c.Pleinen {
			if at := p.Adres(c.Today); hasPosition(at) && !yield(geoFeatureOf(c, p, at)) {
				return
			}
		}
	}
}

func geoFeatureOf(c *catalog.Catalog, p *catalog.Plein, at content.Adres) geoFeature {
	held := 0
	for _, s := range p.Spreekuren {
		if s.Active() {
			held++
		}
	}
	return geoFeature{
		Type: "Feature", ID: p.ID.String(),
		Geometry: geoPoint{"Point", [2]float64{at.Lengtegraad, at.Breedtegraad}},
		Properties: geoProperties{
			Slug: p.Slug, Naam: p.Naam, URL: c.Site.Absolute(p.Page()),
			Locatie: at.Locatie, Adres: at.Straat, Postcode: at.Postcode, Plaats: at.Plaats,
			Telefoon: p.Telefoon, Email: p.Email, Website: p.Website,
			OpeningHours: OpeningHours(c, p), Spreekuren: held,
		},
	}
}
