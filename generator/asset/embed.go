package asset

import (
	"encoding/json"
	"slices"

	"pleinwijzer/generator/i18n"
)

// What partners show on sites of their own stands below one folder, in every
// language: it is all that another site may put in a frame (see headers), and
// nothing that a visitor's phone need keep.
const (
	EmbedFolder  = "/embed"
	EmbedScript  = EmbedFolder + "/v1.js"
	FragmentFile = "fragment.html"
)

// Worded is the assets with the languages of the site in the script of the
// element, each with the sentence for when there is no data to take words from, and the
// name of a frame.
// The first language is that of the addresses without a code.
func (a *Assets) Worded(spoken []*i18n.Language) *Assets {
	i := slices.IndexFunc(a.list, func(x asset) bool { return "/"+x.Path == EmbedScript })
	if i < 0 {
		return a
	}
	languages := make([][3]string, len(spoken))
	for i, l := range spoken {
		languages[i] = [3]string{l.Code, l.Word("tijden-niet-opgehaald"), l.Word("spreekuren")}
	}
	list, _ := json.Marshal(languages) // strings always can
	worded := &Assets{list: slices.Clone(a.list), byName: a.byName, photos: a.photos}
	worded.list[i].Data = slices.Concat([]byte("{const languages="), list, []byte(";"), a.list[i].Data, []byte("}\n"))
	return worded
}
