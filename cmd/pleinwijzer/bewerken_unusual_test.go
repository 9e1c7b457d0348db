package main

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// unusual are files as people and other programs write them, all of the same partner. Each
// has the sentence ‹zin› where the field in_een_zin has it.
var unusual = map[string]string{
	"CRLF":                 "+++\r\nnaam = \"A\"\r\nin_een_zin = \"‹zin›\"\r\n+++\r\n\r\nTekst.\r\n\r\nMeer.\r\n",
	"a mark":               "\ufeff+++\nnaam = \"A\"\nin_een_zin = \"‹zin›\"\n+++\nTekst.\n",
	"mixed line ends":      "+++\r\nnaam = \"A\"\nin_een_zin = \"‹zin›\"\r\n+++\nTekst.\r\nMeer.\n",
	"inline tables":        "+++\nnaam = \"A\"\nkanalen = { facebook = \"https://f.example/a\", x = \"https://x.example/a\" } # hier\nin_een_zin = \"‹zin›\"\n+++\n",
	"dotted keys":          "+++\nnaam = \"A\"\nkanalen.facebook = \"https://f.example/a\"\nkanalen . x = 'https://x.example/a'\nin_een_zin = \"‹zin›\"\nvertaling.en.tekst = \"x\"\n+++\n",
	"comments":             "# boven\n+++ \n# eerst\nnaam = \"A\" # naast\n  # ingesprongen\nin_een_zin = \"‹zin›\"# plak\n# laatst\n+++\nTekst.\n",
	"comments everywhere":  "+++\n# eerst\nnaam = \"A\" # naast\n  # ingesprongen\nin_een_zin = \"‹zin›\"# plak\naliassen = [ # open\n  \"b\", # een\n  # tussen\n  \"c\" # twee\n  # dicht\n] # na\n# laatst\n+++\nTekst.\n",
	"a text of lines":      "+++\nnaam = \"\"\"\nA \\\n   B\"\"\"\nin_een_zin = \"‹zin›\"\n[vertaling.en]\ntekst = '''\n  Eerst\n\n\tdan \\n\n'''\n+++\n",
	"arrays over lines":    "+++\nnaam = \"A\"\naliassen = [\n\t\"een\",\n\t\"twee\",\n]\nin_een_zin = \"‹zin›\"\n+++\n",
	"no end of a line":     "+++\nnaam = \"A\"\nin_een_zin = \"‹zin›\"\n+++\nTekst zonder eind",
	"no body":              "+++\nnaam = \"A\"\nin_een_zin = \"‹zin›\"\n+++",
	"tabs":                 "+++\n\tnaam\t=\t\"A\"\t\n\tin_een_zin\t=\t\"‹zin›\"\t# tab\n\t[kanalen]\n\t\tx = \"https://x.example/a\"\n+++\n\tingesprongen\n",
	"a huge body":          "+++\nnaam = \"A\"\nin_een_zin = \"‹zin›\"\n+++\n" + strings.Repeat("Een regel met wat woorden.\n\n", 3_000),
	"fences in the body":   "+++\nnaam = \"A\"\nin_een_zin = \"‹zin›\"\n+++\nTekst.\n\n+++\n\nMeer\n+++\n",
	"emoji":                "+++\nnaam = \"A 👩🏽‍🦱 é e\u0301\"\nin_een_zin = \"‹zin›\"\n+++\n🎉 feest 🇳🇱\n",
	"right to left":        "+++\nnaam = \"مساعدة في الرسائل\"\nin_een_zin = \"‹zin›\"\n+++\nنص \u200fمختلط ABC 123\n",
	"escapes":              "+++\nnaam = \"A \\u00e9 \\\"b\\\" \\\\ \\t c\"\nin_een_zin = \"‹zin›\"\n\"website\" = 'https://a.example/?a=1&b=<2>'\n+++\n</textarea><script>alert(1)</script> &amp; &lt;\n",
	"empty lines":          "+++\n\n\nnaam = \"A\"\n\n\nin_een_zin = \"‹zin›\"\n\n\n+++\n\n\n\nTekst.\n\n\n",
	"odd values":           "+++\nnaam = 3\ntelefoon = [1, 2]\nconcept = \"ja\"\nin_een_zin = \"‹zin›\"\nvreemd = 1979-05-27T07:32:00Z\n[onbekend]\na = {b = [ [1], [2] ]}\n+++\n",
	"white space at ends":  "+++  \nnaam = \"A\"   \nin_een_zin = \"‹zin›\"   \n+++  \n  Tekst.  \nregel\\\nharde  \nmeer   \n",
	"lists as one value":   "+++\nnaam = \"A\"\naliassen = \"een\"\nin_een_zin = \"‹zin›\"\n[negeer]\nzin-lang = \"citaat\"\n\"afkorting\" = 'zo heet het'\n+++\n",
	"headers in odd order": "+++\nnaam = \"A\"\nin_een_zin = \"‹zin›\"\n[vertaling.pl]\ntekst = \"p\"\n[gids]\nid = \"1\"\n[vertaling.en]\ntekst = \"e\"\n[kanalen] # eind\n+++\n",
}

// TestUnusualFiles saves each without a change, and then with another sentence. Whatever the
// form does not show or nobody touched stays, byte for byte.
func TestUnusualFiles(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	const file, address = "partners/vreemd.md", deskPath + "bestand?naam=partners/vreemd.md"
	for name, text := range unusual {
		was := strings.Replace(text, "‹zin›", "Wij helpen u.", 1)
		s.write(file, was)
		f := s.form(address)
		if f.values.Has("_tekst") {
			if name != "comments" { // a remark before the first fence, which no file may have
				t.Errorf("%s: there is no form", name)
			}
			continue
		}
		if status, body := f.send("toch"); status != http.StatusOK || s.read(file) != was {
			t.Errorf("%s, unchanged: status %d, and the file is\n%q\n%.300s", name, status, s.read(file), textOf(body))
			continue
		}
		f = s.form(address)
		f.values.Set("in_een_zin", `Ook "u" & 'wij' <b> 🎈.`)
		status, body := f.send("toch")
		want := strings.Replace(text, `"‹zin›"`, `"Ook \"u\" & 'wij' <b> 🎈."`, 1)
		if status != http.StatusOK || s.read(file) != want {
			t.Errorf("%s, changed: status %d, and the file is\n%.400q, not\n%.400q\n%.300s", name, status, s.read(file), want, textOf(body))
		}
	}
}
