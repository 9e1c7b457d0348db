package feed

import (
	"bytes"
	"encoding/json"

	"pleinwijzer/generator/catalog"
)

// Example is the record of a spreekuur as the feed of this site has it, one field to a
// line. It takes the first spreekuur that is held, so that there are coming dates. It is
// "" for a site without spreekuren.
func Example(c *catalog.Catalog) (string, error) {
	var chosen *catalog.Spreekuur
	for _, s := range c.Spreekuren {
		if chosen == nil || hasDates(s) {
			chosen = s
		}
		if hasDates(chosen) {
			break
		}
	}
	if chosen == nil {
		return "", nil
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(source{c, &recordLines{}}.spreekuur(chosen))
	return b.String(), err
}
