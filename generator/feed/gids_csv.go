package feed

import (
	"encoding/csv"
	"io"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/gids"
	"pleinwijzer/generator/publish"
)

// gidsCSV lists the spreadsheet for editors of G!DS: a row for each spreekuur that
// belongs there, with the values of its sheet.
func gidsCSV(c *catalog.Catalog) []publish.File {
	return []publish.File{{Path: "feeds/gids.csv", Render: func(w io.Writer) error {
		if _, err := io.WriteString(w, byteOrderMark); err != nil {
			return err
		}
		table := csv.NewWriter(w)
		table.Comma, table.UseCRLF = ';', true
		rows := [][]string{gids.Columns()}
		for _, plein := range gids.Pleinen(c) {
			for _, entry := range gids.SheetOf(c, plein).Aanbod {
				row := make([]string, len(entry.Fields))
				for i, field := range entry.Fields {
					row[i] = safeCell(field.Value)
				}
				rows = append(rows, row)
			}
		}
		return table.WriteAll(rows)
	}}}
}
