package generator_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/BurntSushi/toml"
	ical "github.com/emersion/go-ical"
	"golang.org/x/net/html"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// nastyTexts are texts that an editor might paste and that trip up a careless format.
var nastyTexts = []string{
	`"aan" 'halen' & <b>vet</b> &amp;`,
	`</script><script>alert(1)</script><img src=x onerror=alert(1)>`,
	`]]> --> <!-- {{.}} ${x} %s`,
	`=cmd()|' /C calc'!A0; -2+3; @SUM(A1)`,
	"twee regels\n\nen een; puntkomma, komma: \\n \\",
	"👩🏽‍🦽 emoji, مساعدة \u202eomgekeerd\u202c \u2028 \u00a0",
	strings.Repeat("Heel lange titel ", 18)[:300],
}

// prose escapes a text so that Markdown shows it as it is; raw HTML is not allowed there.
func prose(text string) string { return strings.ReplaceAll(text, "<", `\<`) }

// secret occurs in every record that must not be published, and nowhere else.
const secret = "GEHEIMWOORD"

// stopped occurs in spreekuren that have stopped, or whose last day has passed. The feed
// of changes mentions them, and the sheets for G!DS say that they have to be removed
// there.
const stopped = "GESTOPTWOORD"

// nastyDirectory has, for each of the texts, a plein, a partner, a spreekuur, an
// agendapunt and a bericht with that text in every field that accepts any text. It also
// has records that are drafts or that have stopped.
func nastyDirectory(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	put := func(name string, record map[string]any) {
		var b bytes.Buffer
		if err := toml.NewEncoder(&b).Encode(record); err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: b.Bytes()}
	}
	type table = map[string]any
	record := func(kind, slug, text string, more table) {
		all := table{"tekst": prose(text), "in_een_zin": text}
		for key, value := range more {
			all[key] = value
		}
		put(kind+"/"+slug+".toml", all)
	}
	spreekuur := func(slug, text, plein string, more table) {
		all := table{
			"titel": text, "plein": plein, "partner": plein, "dag": "elke dinsdag", "tijd": "10.00 tot 12.00 uur", "onderwerpen": []string{"naar"},
			"doelgroepen": []string{text}, "kosten": text, "meenemen": []string{text}, "niet": []string{text},
			"afwijkend": []table{{"datum": "2026-11-24", "vervalt": true, "reden": text}},
			"vertaling": table{"en": table{"titel": text, "in_een_zin": text, "tekst": prose(text)}},
		}
		for key, value := range more {
			all[key] = value
		}
		record("spreekuren", slug, text, all)
	}
	put("site.toml", table{
		"titel": nastyTexts[0], "in_een_zin": nastyTexts[1], "adres": "https://pleinen.example/x", "organisatie": nastyTexts[1], "naamruimte": "pleinen.example",
		"email": "info@pleinen.example", "taal": "nl", "talen": []string{"nl", "en", "ar"},
	})
	put("onderwerpen.toml", table{"naar": table{"naam": nastyTexts[1], "uitleg": nastyTexts[4], "synoniemen": []string{nastyTexts[2]}}})
	for i, text := range nastyTexts {
		slug := fmt.Sprintf("n%d", i)
		record("pleinen", slug, text, table{
			"naam": text, "locatie": text, "adres": text, "postcode": "5038 AB", "plaats": text + slug, "gemeente": text, "provincie": text, "route": text,
			"telefoon": "013 000 00 01", "breedtegraad": 51.5, "lengtegraad": 5.1, "openingstijden": table{"dinsdag": "9.00 tot 17.00 uur"},
			"afwijkend":  []table{{"datum": "2026-12-01", "gesloten": true, "reden": text}},
			"verhuizing": []table{{"vanaf": "2027-02-01", "locatie": text, "adres": text, "postcode": "5038 AC", "plaats": text + slug, "reden": text}},
		})
		record("partners", slug, text, table{"naam": text, "naam_in_uitingen": text})
		spreekuur(slug, text, slug, nil)
		spreekuur(slug+"-klad", secret, slug, table{"concept": true})
		spreekuur(slug+"-weg", stopped, slug, table{"status": "gestopt", "reden": stopped})
		spreekuur(slug+"-voorbij", stopped, slug, table{"tot_en_met": "2026-11-01"})
		record("agenda", slug, text, table{
			"titel": text, "datum": "2026-12-01", "locatie": text, "adres": text, "plaats": text, "programma": []table{{"tijd": "9.30", "titel": text}},
			"sprekers": []table{{"naam": text, "rol": text, "organisatie": text}},
		})
		record("berichten", slug, text, table{"titel": text, "datum": "2026-11-20", "pleinen": []string{slug}})
		record("berichten", slug+"-klad", secret, table{"titel": secret, "datum": "2026-11-20", "concept": true})
		put("paginas/"+slug+".toml", table{"titel": text, "tekst": prose(text), "menu": i + 1})
	}
	return files
}

// TestNastyDirectory renders all files of such a directory and reads each the way its
// consumers do: it must be well-formed, and no text may have been taken for markup.
func TestNastyDirectory(t *testing.T) {
	g := generator.New(generator.Folders{Content: nastyDirectory(t), Layouts: layouts.Files, Static: static.Files})
	site, err := g.Site(generator.Change{}, catalog.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	if site.Problems.HasErrors() {
		for _, problem := range site.Problems {
			t.Errorf("%s: %s", problem.Range, problem.Message)
		}
		t.FailNow()
	}
	seen := map[string]int{}
	for name, data := range renderAll(t, append(site.Files, site.Pictures()...)) {
		kind := path.Ext(name)
		seen[kind]++
		if read, ok := readers[kind]; ok {
			if err := read(data); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		} else if kind != ".css" && kind != ".js" && kind != ".svg" && kind != ".txt" && kind != "" &&
			kind != ".conf" && kind != ".htaccess" { // web servers read these: TestWebServers
			t.Errorf("%s: no reader", name)
		}
		// A spreekuur that has stopped keeps its page, and for some time its place among the
		// spreekuren in JSON; both say that it has stopped. Calendars keep past dates.
		own := strings.Contains(name, "-weg") || strings.Contains(name, "-voorbij")
		if bytes.Contains(data, []byte(secret)) || strings.Contains(name, "-klad") {
			t.Errorf("%s: tells of a draft", name)
		}
		if bytes.Contains(data, []byte(stopped)) && !own && kind != ".ics" && path.Base(name) != "spreekuren.json" &&
			name != "feeds/wijzigingen.atom" && !strings.HasPrefix(name, "feeds/gids/") {
			t.Errorf("%s: tells of what has stopped", name)
		}
		// In the calendar of what has stopped, each event must say so.
		goesOn := bytes.Count(data, []byte("BEGIN:VEVENT")) != bytes.Count(data, []byte("STATUS:CANCELLED"))
		if own && goesOn && bytes.Contains(data, []byte("TZID=Europe/Amsterdam:202612")) {
			t.Errorf("%s: has dates to come", name)
		}
	}
	for kind := range readers {
		if seen[kind] == 0 {
			t.Errorf("no file %s", kind)
		}
	}
}

// readers maps an extension to the function that reads such a file.
var readers = map[string]func([]byte) error{
	".html": readHTML,
	".json": readJSON, ".geojson": readJSON, ".jsonld": readJSON, ".webmanifest": readJSON,
	".atom": readXML, ".xml": readXML,
	".ics": func(data []byte) error {
		calendar, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
		if err == nil {
			for _, e := range calendar.Events() {
				if summary, _ := e.Props.Text("SUMMARY"); summary == "" {
					err = errors.New("an event without a title")
				}
			}
		}
		return err
	},
	".csv": func(data []byte) error {
		rest, ok := bytes.CutPrefix(data, []byte("\ufeff"))
		if !ok {
			return errors.New("no byte order mark")
		}
		r := csv.NewReader(bytes.NewReader(rest))
		r.Comma = ';'
		rows, err := r.ReadAll()
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
					return fmt.Errorf("%q is a formula", cell)
				}
			}
		}
		return err
	},
	".png": func(data []byte) error {
		_, err := png.Decode(bytes.NewReader(data))
		return err
	},
}

func readJSON(data []byte) error {
	var value any
	return json.Unmarshal(data, &value)
}

func readXML(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// readHTML parses a page as a browser does, and finds elements that a text might have
// become.
func readHTML(data []byte) error {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return err
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				return fmt.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
		has := func(key string) bool {
			return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
		}
		switch {
		case n.Data == "b" || n.Data == "img" && !has("alt"):
			return fmt.Errorf("a <%s> that no template has", n.Data)
		case n.Data == "script" && !has("src"):
			if n.FirstChild == nil {
				return errors.New("an empty script")
			}
			if err := readJSON([]byte(n.FirstChild.Data)); err != nil {
				return fmt.Errorf("a script that is no data: %w", err)
			}
		}
	}
	return nil
}
