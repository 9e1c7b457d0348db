package feed

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/catalog"
)

// readSheet reads the sheet with a reader that knows nothing of ours, and takes
// off the apostrophes that safeCell put there.
func readSheet(t *testing.T, c *catalog.Catalog) []map[string]string {
	t.Helper()
	text := render(t, c, "feeds/spreekuren.csv")
	text, ok := strings.CutPrefix(text, byteOrderMark)
	if !ok {
		t.Error("no byte order mark")
	}
	if bare := strings.ReplaceAll(text, "\r\n", ""); strings.ContainsAny(bare, "\r\n") {
		t.Error("a line that does not end on CRLF")
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var sheet []map[string]string
	for _, row := range rows[1:] {
		record := map[string]string{}
		for i, cell := range row {
			if strings.ContainsAny(cell[:min(1, len(cell))], "=+-@\t\r") {
				t.Errorf("%s: a formula: %s", rows[0][i], cell)
			}
			if len(cell) > 1 && cell[0] == '\'' && strings.ContainsAny(cell[1:2], "=+-@\t\r") {
				cell = cell[1:]
			}
			record[rows[0][i]] = cell
		}
		sheet = append(sheet, record)
	}
	return sheet
}

// TestSheetColumns pins the names and their order: sheets of others count on them.
func TestSheetColumns(t *testing.T) {
	const want = "titel|dag|tijd|omschrijving in 1 zin|korte omschrijving|wanneer|volgende datum|plein|gebouw|adres|postcode|plaats|" +
		"partner|onderwerpen|voor wie|talen|kosten|afspraak maken|telefoon|e-mail|website|meenemen|wat wij niet doen|status|reden|gecontroleerd|url|id|" +
		"vanaf|tot en met|alleen in schoolweken|telefoon plein|e-mail plein|website plein|partners|bestand|openingstijden plein"
	names := make([]string, len(spreekurenColumns))
	for i, column := range spreekurenColumns {
		names[i] = column.name
	}
	if got := strings.Join(names, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestSheetAgainstJSON wants the same in both.
func TestSheetAgainstJSON(t *testing.T) {
	for name, c := range map[string]*catalog.Catalog{"small": site(t, small), "shipped": shipped(t), "random": site(t, randomSite(4))} {
		sheet := readSheet(t, c)
		records := slices.DeleteFunc(decode(t, render(t, c, "feeds/v1/spreekuren.json"))["spreekuren"].([]any), func(r any) bool {
			return r.(map[string]any)["status"] == "gestopt" // who has the sheet, sees them gone
		})
		if len(sheet) != len(records) {
			t.Fatalf("%s: %d rows for %d records", name, len(sheet), len(records))
		}
		for i, row := range sheet {
			record := records[i].(map[string]any)
			plein := record["plein"].(map[string]any)
			for column, want := range map[string]any{
				"titel": record["titel"], "omschrijving in 1 zin": record["in_een_zin"], "korte omschrijving": record["tekst"],
				"wanneer": record["regel"], "plein": plein["naam"], "gebouw": plein["locatie"], "adres": plein["adres"],
				"postcode": plein["postcode"], "plaats": plein["plaats"], "kosten": record["kosten"], "afspraak maken": record["aanmelden"],
				"telefoon": record["telefoon"], "e-mail": record["email"], "website": record["website"], "status": record["status"],
				"reden": record["reden"], "gecontroleerd": record["gecontroleerd"], "url": record["url"], "id": record["id"],
				"voor wie": joined(record["doelgroepen"]), "talen": joined(record["talen"]), "meenemen": joined(record["meenemen"]),
				"wat wij niet doen": joined(record["niet"]), "volgende datum": firstOpen(record["komende"]),
			} {
				if want == nil {
					want = ""
				}
				if row[column] != want {
					t.Errorf("%s, %s: %s is %q, in JSON %q", name, record["slug"], column, row[column], want)
				}
			}
		}
	}
}

func joined(list any) string {
	items, _ := list.([]any)
	var texts []string
	for _, item := range items {
		texts = append(texts, item.(string))
	}
	return strings.Join(texts, "; ")
}

func firstOpen(komende any) string {
	dates, _ := komende.([]any)
	for _, item := range dates {
		if date := item.(map[string]any); date["status"] != "vervalt" {
			return date["begin"].(string)[:len("2026-01-01")]
		}
	}
	return ""
}

func TestSheetTimes(t *testing.T) {
	c := site(t, with(map[string]string{"spreekuren/twee.toml": `
titel = "Twee"
plein = "dorpsplein"
partner = "bieb"
in_een_zin = "Zin."
tekst = "Tekst."
[[tijden]]
dag = "elke dinsdag"
tijd = "9.00-10.00 en 13.30-15.00"
[[tijden]]
dag = "1e donderdag van de maand"
tijd = "tijdens openingstijden"
`, "pleinen/dorpsplein.toml": strings.Replace(small["pleinen/dorpsplein.toml"], "[openingstijden]", "[openingstijden]\ndonderdag = \"9.00-12.00\"", 1)}))
	sheet := readSheet(t, c)
	i := slices.IndexFunc(sheet, func(row map[string]string) bool { return row["titel"] == "Twee" })
	if got, want := sheet[i]["dag"], "elke dinsdag / de 1e donderdag van de maand"; got != want {
		t.Errorf("dag %q, want %q", got, want)
	}
	if got, want := sheet[i]["tijd"], "9.00 tot 10.00 uur en 13.30 tot 15.00 uur / tijdens openingstijden"; got != want {
		t.Errorf("tijd %q, want %q", got, want)
	}
}

func TestSafeCell(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""}, {"gewoon", "gewoon"}, {"a=b", "a=b"}, {"'s ochtends", "'s ochtends"}, {"=cmd()", "'=cmd()"},
		{"+32 3 000 00 01", "'+32 3 000 00 01"}, {"013 000 00 01", "013 000 00 01"}, {"-5", "'-5"}, {"@SUM(A1)", "'@SUM(A1)"}, {"\t=1", "'\t=1"}, {"\r=1", "'\r=1"},
	} {
		if got := safeCell(tt.in); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}
