package feed

import (
	"io"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/gids"
	"pleinwijzer/generator/publish"
)

// gidsCSV lists the spreadsheet for editors of G!DS: a row for each spreekuur that
// belongs there, with the values of its sheet.
func gidsCSV(c *catalog.Catalog) []publish.File {
	return []publish.File{{Path: "feeds/gids.csv", Render: func(w io.Writer) error {
		rows := [][]string{gids.Columns()}
		for _, plein := range gids.Pleinen(c) {
			for _, entry := range gids.SheetOf(c, plein).Aanbod {
				row := make([]string, len(entry.Fields))
				for i, field := range entry.Fields {
					row[i] = field.Value
				}
				rows = append(rows, row)
			}
		}
		return WriteSheet(w, slices.Values(rows))
	}}}
}
