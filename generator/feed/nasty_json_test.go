package feed

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// nastyTexts are what an editor may well paste, and what a format may trip over.
var nastyTexts = []string{
	`"aan" 'halen' & <b>haken</b>`,
	`</script><script>alert(1)</script>`,
	`<!-- ]]> --> &amp; &lt;`,
	"=cmd()|' /C calc'!A0; +1; -1; @SUM(A1)",
	`komma, punt; dubbel: punt \ streep \n geen regel`,
	"👩🏽‍🦽 📚 é e\u0301 \u00a0 ß",
	"مساعدة في الرسائل \u2067omgekeerd\u2069",
	"\u2028 en \u2029 breken een regel in een script",
	"een regel\n\nnog een regel",
	strings.Repeat("Heel lang. ", 28)[:300],
}

// nastyContent has each of the texts in every field that takes any text.
func nastyContent() map[string]string {
	files := with(map[string]string{})
	for i, text := range nastyTexts {
		quoted := tomlText(text)
		files[fmt.Sprintf("pleinen/n%d.toml", i)] = fmt.Sprintf(`
naam = %[1]s
in_een_zin = %[1]s
locatie = %[1]s
adres = "Kerkstraat 1"
postcode = "5175 AA"
plaats = "Loon op Zand"
gemeente = %[1]s
provincie = %[1]s
route = %[1]s
telefoon = "013 000 00 01"
tekst = %[1]s
[openingstijden]
maandag = "9.00-12.00"
[[afwijkend]]
datum = "2026-11-30"
gesloten = true
reden = %[1]s
[[verhuizing]]
vanaf = "2027-01-01"
locatie = %[1]s
adres = "Straat 2"
postcode = "5175 BB"
plaats = "Loon op Zand"
reden = %[1]s
`, quoted)
		files[fmt.Sprintf("partners/n%d.toml", i)] = fmt.Sprintf("naam = %[1]s\nin_een_zin = %[1]s\ntekst = %[1]s\n", quoted)
		files[fmt.Sprintf("spreekuren/n%d.toml", i)] = fmt.Sprintf(`
titel = %[1]s
in_een_zin = %[1]s
plein = "n%[2]d"
partner = "n%[2]d"
dag = "maandag"
tijd = "9.00 tot 10.00 uur"
onderwerpen = ["geld"]
doelgroepen = [%[1]s]
kosten = %[1]s
meenemen = [%[1]s, %[1]s]
niet = [%[1]s]
tekst = %[1]s
[[afwijkend]]
datum = "2026-11-23"
vervalt = true
reden = %[1]s
`, quoted, i)
		files[fmt.Sprintf("agenda/n%d.toml", i)] = fmt.Sprintf(`
titel = %[1]s
datum = "2026-12-01"
in_een_zin = %[1]s
locatie = %[1]s
adres = %[1]s
plaats = "Loon op Zand"
kosten = %[1]s
tekst = %[1]s
[[programma]]
tijd = "9.30 uur"
titel = %[1]s
[[sprekers]]
naam = %[1]s
rol = %[1]s
organisatie = %[1]s
`, quoted)
		files[fmt.Sprintf("berichten/n%d.toml", i)] = fmt.Sprintf(`
titel = %[1]s
datum = "2026-11-20"
in_een_zin = %[1]s
pleinen = ["n%[2]d"]
tekst = %[1]s
`, quoted, i)
		for name, file := range files { // raw HTML is refused in Markdown
			files[name] = strings.ReplaceAll(file, "tekst = "+quoted, "tekst = "+tomlText(strings.ReplaceAll(text, "<", `\<`)))
		}
	}
	return files
}

// tomlText is a basic string of TOML.
func tomlText(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r < ' ' || r == '\u2028' || r == '\u2029':
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// TestNastyJSON wants what comes out of a feed to be what an editor put in, sign
// by sign, but for white space: that is one space when it has been read.
func TestNastyJSON(t *testing.T) {
	c := site(t, nastyContent())
	for key, fields := range map[string][]string{
		"pleinen":    {"naam", "in_een_zin", "locatie", "gemeente", "provincie", "route", "afwijkend.reden", "verhuizingen.locatie", "verhuizingen.reden", "partners.naam", "spreekuren.titel", "berichten.titel"},
		"partners":   {"naam", "in_een_zin", "spreekuren.titel", "pleinen.naam"},
		"spreekuren": {"titel", "in_een_zin", "doelgroepen", "kosten", "meenemen", "niet", "komende.reden", "plein.naam", "plein.locatie", "partners.naam"},
		"agenda":     {"titel", "in_een_zin", "waar.locatie", "waar.adres", "kosten", "programma.titel", "sprekers.naam", "sprekers.rol", "sprekers.organisatie"},
		"berichten":  {"titel", "in_een_zin", "pleinen.naam"},
	} {
		feed := render(t, c, "feeds/v1/"+key+".json")
		if !utf8.ValidString(feed) {
			t.Errorf("%s is not UTF-8", key)
		}
		found := 0
		for _, item := range decode(t, feed)[key].([]any) {
			record := item.(map[string]any)
			i, err := strconv.Atoi(strings.TrimPrefix(record["slug"].(string), "n"))
			if err != nil {
				continue // of the small site
			}
			found++
			want := strings.Join(strings.Fields(nastyTexts[i]), " ")
			for _, field := range fields {
				values := valuesAt(record, strings.Split(field, "."))
				if !slices.Contains(values, want) {
					t.Errorf("%s %d: %s is %q, want %q", key, i, field, values, want)
				}
			}
			if html, _ := record["tekst_html"].(string); strings.Contains(html, "<script") || strings.Contains(html, "<b>") {
				t.Errorf("%s %d: tekst_html holds the editor's own HTML: %s", key, i, html)
			}
		}
		if found != len(nastyTexts) {
			t.Errorf("%s: %d records, want %d", key, found, len(nastyTexts))
		}
	}
}

// valuesAt are all texts at a path, in lists too.
func valuesAt(value any, path []string) []string {
	switch value := value.(type) {
	case []any:
		var all []string
		for _, item := range value {
			all = append(all, valuesAt(item, path)...)
		}
		return all
	case map[string]any:
		if len(path) > 0 {
			return valuesAt(value[path[0]], path[1:])
		}
	case string:
		if len(path) == 0 {
			return []string{value}
		}
	}
	return nil
}

// TestDrafts wants a draft in no feed, nor named by one, unless it is asked for.
func TestDrafts(t *testing.T) {
	files := with(map[string]string{
		"agenda/geheim.toml":     strings.Replace(small["agenda/elders.toml"], "titel = ", "concept = true\ntitel = ", 1),
		"berichten/geheim.toml":  strings.Replace(small["berichten/brieven-vol.toml"], "titel = ", "concept = true\ntitel = ", 1),
		"pleinen/geheim.toml":    "concept = true\n" + small["pleinen/elders.toml"],
		"partners/geheim.toml":   "concept = true\nnaam = \"Nog niet\"\n",
		"spreekuren/geheim.toml": strings.Replace(small["spreekuren/weken.toml"], "titel = ", "concept = true\ntitel = ", 1),
	})
	for _, f := range Files(site(t, files)) {
		if strings.Contains(f.Path, "geheim") || strings.Contains(renderFile(t, f), "geheim") {
			t.Errorf("%s names a draft", f.Path)
		}
	}
}
