package timetable

import (
	"fmt"
	"strings"
	"testing"

	"pleinwijzer/generator/scaffold"
)

// many are roosters of 100,000 rows, each of which exercises a different part of the
// planner.
var many = []struct {
	name string
	row  func(i int) string
	want State
}{
	{"new", func(i int) string {
		return fmt.Sprintf("Spreekuur %d;elke dinsdag;10.00-12.00;Wij helpen u met vraag %d.;\"Loop binnen.\r\n\r\nNeem post mee; ook de envelop.\";bieb;Taalhuis;geld, taal;013 000 00 01", i, i)
	}, New},
	{"unknown names", func(i int) string {
		return fmt.Sprintf("Spreekuur;di;10-12;Wij helpen u.;Kom langs.;Plein %d;Partner %d;;", i, i)
	}, Refused},
	{"broken", func(i int) string {
		return fmt.Sprintf("\"Spreekuur %d;di;10-12;Wij helpen u.;Kom langs.;bieb;Taalhuis;;", i)
	}, Refused},
	{"of one name", func(i int) string {
		return fmt.Sprintf("%s %d;di;10-12;Wij helpen u.;Kom langs.;bieb;Taalhuis;;", strings.Repeat("Spreekuur ", 10), i)
	}, New},
	{"of one spreekuur", func(i int) string {
		return fmt.Sprintf("Spreekuur;%s;%d.%02d-%d.%02d;Wij helpen u.;Kom langs.;bieb;Taalhuis;;",
			[...]string{"ma", "di", "wo", "do"}[i%4], i/4/60%20, i/4%60, 20+i/4/60/20%3, i/4/60/20/3%60)
	}, Refused}, // a file has room for 300 moments
}

func BenchmarkRead(b *testing.B) {
	for _, m := range many {
		var sheet strings.Builder
		sheet.WriteString(heading + ";Onderwerpen;Telefoon\r\n")
		for i := range 100_000 {
			sheet.WriteString(m.row(i) + "\r\n")
		}
		f, files := folderOf(b, small)
		b.Run(m.name, func(b *testing.B) {
			for b.Loop() {
				r, err := Read([]byte(sheet.String()), scaffold.NewFolder(f.Content), files, Options{Now: now})
				if err != nil || r.Count(m.want) < 99_999 {
					b.Fatal(err, r.Count(m.want), summary(&Rooster{Lines: r.Lines[:3]}))
				}
			}
		})
	}
}
