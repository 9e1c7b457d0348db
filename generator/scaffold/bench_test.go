package scaffold

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkReadRooster reads a rooster of 100,000 rows.
func BenchmarkReadRooster(b *testing.B) {
	var sheet strings.Builder
	sheet.WriteString(heading + ";Onderwerpen;Telefoon\r\n")
	for i := range 100_000 {
		fmt.Fprintf(&sheet, "Spreekuur %d;elke dinsdag;10.00-12.00;Wij helpen u met vraag %d.;\"Loop binnen.\r\n\r\nNeem post mee; ook de envelop.\";bieb;Taalhuis;geld, taal;013 000 00 01\r\n", i, i)
	}
	f, files := folderOf(b, small)
	for b.Loop() {
		r, err := ReadRooster([]byte(sheet.String()), NewFolder(f.Content), files, now)
		if err != nil || r.Count(New) != 100_000 {
			b.Fatal(err, r.Count(New))
		}
	}
}
