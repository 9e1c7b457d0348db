package edit_test

import (
	"slices"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/typed"
)

// TestOffers finds by name what a file has as a code, also codes that only the content knows.
func TestOffers(t *testing.T) {
	site := &content.Site{Taal: "nl", Talen: []typed.Language{"nl", "xx"}, Licentie: "ODbL-1.0"}
	made := edit.ListsOf(&content.Content{Site: site, Spreekuren: []*content.Spreekuur{{Talen: []typed.Language{"iw"}}}}).
		With(edit.TopicIcons, []edit.Option{{Label: "Geld", Value: "geld"}})
	for _, test := range []struct {
		kind, key, label, value string
		widget                  edit.Widget
	}{
		{"spreekuur", "talen", "Tigrinya", "ti", edit.Choices},
		{"spreekuur", "talen", "Oekraïens", "uk", edit.Choices},
		{"spreekuur", "talen", "Hebreeuws", "iw", edit.Choices},
		{"spreekuur", "talen", "xx", "xx", edit.Choices},
		{"site", "taal", "Nederlands", "nl", edit.Choice},
		{"site", "licentie", "CC0: iedereen mag alles", "CC0-1.0", edit.Choice},
		{"site", "licentie", "ODbL-1.0", "ODbL-1.0", edit.Choice},
		{"onderwerp", "pictogram", "Geld", "geld", edit.Choice},
	} {
		fields := map[string][]content.Kind{}
		fields["site"], fields["spreekuur"] = []content.Kind{content.SiteFile}, []content.Kind{content.KindOf("spreekuur")}
		fields["onderwerp"] = []content.Kind{{Fields: content.OnderwerpFields}}
		field, _ := fields[test.kind][0].Field(test.key)
		input := made.Input(field)
		if input.Widget != test.widget || !slices.Contains(input.Options, edit.Option{Label: test.label, Value: test.value}) {
			t.Errorf("%s of %s is a %s without %q (%s)", test.key, test.kind, input.Widget, test.label, test.value)
		}
	}
}
