package piece

import (
	"html/template"
	"strings"

	"pleinwijzer/generator/atlas"
)

// drawing is a map of one size. Its template is here and not in layouts/: what makes those
// small reads the paths of a drawing before their numbers are there.
type drawing struct {
	Name          string // "klein" or "groot"
	Heading       string // the id of the heading that says what it is
	Foreign       bool   // the names are Dutch on a page in another language
	Language      string // of the page, and how that is written
	Direction     string
	Width, Height int
	Land          string
	Band          int
	Spots         []spot
	Labels        []atlas.Label
	Text, Reach   int
	Scale         scale
	Still         bool // a picture alone: what leads to the pleinen is beside it
}

// spot leads to a plein, or to the page of the place in which several are.
type spot struct {
	X, Y, Radius int
	URL, Name    string
	Count        int // 0 of a plein by itself
	Here         bool
}

type scale struct {
	X, Y, End int
	Words     string
}

var drawnMap = template.Must(template.New("map").Parse(
	`<svg class="map {{.Name}}" viewBox="0 0 {{.Width}} {{.Height}}" width="{{.Width}}" height="{{.Height}}" font-size="{{.Text}}" direction="ltr"` +
		` role="{{if .Still}}img{{else}}group{{end}}" aria-labelledby="{{.Heading}}"{{if .Foreign}} lang="nl" dir="ltr"{{end}}>` +
		`<path class="land" d="{{.Land}}" stroke-width="{{.Band}}"/>` +
		`<g class="scale" aria-hidden="true"{{if .Foreign}} lang="{{.Language}}" dir="{{.Direction}}"{{end}}><path d="M{{.Scale.X}} {{.Scale.Y}}H{{.Scale.End}}"/><text x="{{.Scale.End}}" y="{{.Scale.Y}}" dx="6" dy="5">{{.Scale.Words}}</text></g>` +
		`<g aria-hidden="true">{{range .Labels}}<text x="{{.X}}" y="{{.Y}}"{{if .Here}} class="here"{{end}}>{{.Text}}</text>{{end}}</g>` +
		`{{range .Spots}}` +
		`{{if .Here}}<g class="spot here"><circle cx="{{.X}}" cy="{{.Y}}" r="{{.Radius}}"/><circle class="dot" cx="{{.X}}" cy="{{.Y}}" r="4"/></g>` +
		`{{else if $.Still}}<g class="spot"><circle cx="{{.X}}" cy="{{.Y}}" r="{{.Radius}}"/></g>` +
		`{{else}}<a class="spot" href="{{.URL}}"><title>{{.Name}}</title><circle class="reach" cx="{{.X}}" cy="{{.Y}}" r="{{$.Reach}}"/><circle cx="{{.X}}" cy="{{.Y}}" r="{{.Radius}}"/>` +
		`{{if .Count}}<text x="{{.X}}" y="{{.Y}}" dy="5">{{.Count}}</text>{{end}}</a>{{end}}{{end}}</svg>`))

func (d drawing) html() template.HTML {
	var b strings.Builder
	if err := drawnMap.Execute(&b, d); err != nil {
		panic(err) // it asks for nothing but these fields
	}
	return template.HTML(b.String())
}
