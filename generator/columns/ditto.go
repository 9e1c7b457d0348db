package columns

import "strings"

// dittos are what people write for "the same as above", without the dashes and full stops
// around them.
var dittos = map[string]bool{
	"idem": true, "id": true, "ditto": true, "dito": true, "hetzelfde": true, "zelfde": true, "zie boven": true, "zie hierboven": true,
	`"`: true, "”": true, "“": true, "″": true, "〃": true, "„": true, "''": true, ",,": true, `""`: true,
}

func isDitto(text string) bool {
	const most = 20 // bytes
	return text != "" && len(text) <= most && dittos[strings.ToLower(strings.Trim(text, " -–—."))]
}

// repeatAbove writes out the cells that say that they are the same as the one above.
func (l *Layout) repeatAbove(rows []Row) {
	for i := range rows {
		r := &rows[i]
		for c := range r.Cells {
			if c >= len(l.Columns) || l.Columns[c].Unknown && !l.Columns[c].day || r.Skip+r.Wrong != "" || !isDitto(Cell(r.Row, c)) {
				continue
			}
			above := ""
			if i > 0 && rows[i-1].Skip+rows[i-1].Wrong == "" && rows[i-1].Number == r.Number-1 {
				above = Cell(rows[i-1].Row, c)
			}
			if above == "" {
				r.Wrong = l.Columns[c].Heading + ": hier staat \"" + Cell(r.Row, c) + "\", maar de cel erboven is niet te gebruiken; schrijf hier zelf wat u bedoelt"
				break
			}
			r.Cells[c] = above
		}
	}
}
