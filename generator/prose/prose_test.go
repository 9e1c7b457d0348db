package prose_test

import (
	"strings"
	"testing"

	"pleinwijzer/generator/contentfs"
)

// TestProse looks at one line of text: which error it gives, at which column, and that
// the same line without what is wrong gives none.
func TestProse(t *testing.T) {
	for _, test := range []struct{ line, code, at string }{
		{"Kijk [hier](javascript:alert(1)).", "link-onveilig", "[hier]"},
		{"Kijk [hier](JaVaScRiPt:alert(1)).", "link-onveilig", "[hier]"},
		{"Kijk [hier](java&#115;cript:alert(1)).", "link-onveilig", "[hier]"},
		{"Kijk [hier](javascript&colon;alert(1)).", "link-onveilig", "[hier]"},
		{"Kijk [hier](java&Tab;script:alert(1)).", "link-onveilig", "[hier]"},
		{"Kijk [hier](<java\tscript:alert(1)>).", "link-onveilig", "[hier]"},
		{"Kijk [hier](< javascript:alert(1)>).", "link-onveilig", "[hier]"},
		{"Kijk [hier](&#1;javascript:alert(1)).", "link-onveilig", "[hier]"},
		{"Kijk [hier](java\u200bscript:alert(1)).", "link-onveilig", "[hier]"},
		{"Kijk [hier](java\\script\\:alert(1)).", "", ""}, // a path, with a backslash in it
		{"Kijk [hier](javascript\\:alert(1)).", "link-onveilig", "[hier]"},
		{"Kijk [hier](javascript%3Aalert(1)).", "link-onveilig", "[hier]"},
		{"Kijk [hier](vbscript:x).", "link-onveilig", "[hier]"},
		{"Kijk [hier](data:text/html;base64,PHg+).", "link-onveilig", "[hier]"},
		{"![Een plaatje](data:image/png;base64,AAAA)", "link-onveilig", "![Een plaatje]"},
		{"Kijk [hier](file:///C:/x.pdf).", "link-onveilig", "[hier]"},
		{"Kijk [hier](C:/x.pdf).", "link-onveilig", "[hier]"},
		{"Kijk [hier](blob:https://voorbeeld.nl/x).", "link-onveilig", "[hier]"},
		{"Kijk <javascript:alert(1)>.", "link-onveilig", "javascript:alert(1)"},
		{"Kijk [hier][x].\n\n[x]: javascript:alert(1)", "link-onveilig", "[hier]"},

		{"![De deur](https://voorbeeld.nl/deur.jpg)", "beeld-van-elders", "![De deur]"},
		{"![De deur](//voorbeeld.nl/deur.jpg)", "beeld-van-elders", "![De deur]"},
		{"![De deur](HTTPS://voorbeeld.nl/deur.jpg)", "beeld-van-elders", "![De deur]"},
		{"[![De deur](https://voorbeeld.nl/deur.jpg)](/pleinen/)", "beeld-van-elders", "![De deur]"},

		{"Kijk [hier](http://localhost:8080/).", "web-onveilig", "[hier]"},
		{"Kijk op http://nas.local/ voor meer.", "web-onveilig", "http://nas.local/"},
		{"Kijk op www.nas.local voor meer.", "web-onveilig", "www.nas.local"},
		{"Kijk [hier](//nas.local/x).", "web-onveilig", "[hier]"},
		{"Kijk [hier](/\\\\nas.local/x).", "link-onveilig", "[hier]"},
		{"Kijk [hier](\\\\\\\\nas.local\\x).", "link-onveilig", "[hier]"},
		{"Kijk [hier](/&Tab;/nas.local/x).", "web-onveilig", "[hier]"},
		{"Kijk [hier](https:nas.local/x).", "web-onleesbaar", "[hier]"},
		{"Kijk [hier](https:/voorbeeld.nl/x).", "web-onleesbaar", "[hier]"},
		{"Kijk [hier][x].\n\n[x]: http://2130706433/ 'Titel'", "web-onveilig", "[hier]"},
		{"Kijk <http://0x7f.1/>.", "web-onveilig", "http://0x7f.1/"},
		{"Kijk [hier](https://jan:geheim@voorbeeld.nl/).", "web-onveilig", "[hier]"},

		{"Bel [ons](tel:javascript:alert).", "telefoon-onleesbaar", "[ons]"},
		{"Bel [ons](tel:*%2306%23).", "telefoon-onleesbaar", "[ons]"},
		{"Mail [ons](mailto:).", "email-onleesbaar", "[ons]"},
		{"Mail [ons](mailto:info).", "email-onleesbaar", "[ons]"},
		{"Mail [ons](mailto:info@server.local).", "email-onleesbaar", "[ons]"},
		{"Bel [ons](tel:013-0000001) of [ons](tel:+31%2013%20000;ext=1) of [sms](sms:112?body=hoi).", "", ""},
		{"Mail [ons](mailto:a@b.nl,c@d.nl?subject=Hoi) of [stuur door](mailto:?subject=Kijk).", "", ""},
		{"Kijk [hier](https://voorbeeld.nl\\\\@evil.nl).", "web-onleesbaar", "[hier]"},

		{"Neem <b>altijd</b> uw pas mee.", "tekst-verdwijnt", "<b>"},
		{"Vul in: <uw naam>", "tekst-verdwijnt", "<uw naam>"},
		{"<div class=\"kader\">\nLet op.\n</div>", "tekst-verdwijnt", "<div class=\"kader\">"},
		{"<script>alert(1)</script>", "tekst-verdwijnt", "<script>alert(1)</script>"},
		{"<img src=https://voorbeeld.nl/x.png>", "tekst-verdwijnt", "<img"},
		{"[Let op]: morgen", "tekst-verdwijnt", "[Let op]: morgen"},
		{"[^2]: Gratis", "tekst-verdwijnt", "[^2]: Gratis"},
		{"| dag | tijd |\n|---|---|\n| dinsdag | 11.00 uur | wie |", "tekst-verdwijnt", "wie"},
		{"<!-- Vergeet niet:\n\nDit is weg.", "tekst-verdwijnt", "<!-- Vergeet niet:"},

		{"<!-- Dit is voor onszelf. -->", "", ""},
		{"![De deur](/deur.jpg) en [het plein](plein-bieb/#adres) of [boven](#adres).", "", ""},
		{"Mail [ons](mailto:info@voorbeeld.nl), bel [ons](tel:+31130000001) of kijk op https://voorbeeld.nl/a:b?c=d:e#f:g.", "", ""},
		{"Het kost < 5 euro, of 3 > 2, om 10:30 uur: zie [het rooster](/agenda/10:30/).", "", ""},
		{"Zie [het rooster].\n\n[het rooster]: /pleinen/", "", ""},
		{"Lees [meer](https://nl.wikipedia.org/wiki/Caf%C3%A9_(zaak)).", "", ""},
		{"Typ `<b>` of `javascript:`.", "", ""},
	} {
		for name, form := range map[string]string{"paginas/x.md": "+++\ntitel = \"X\"\n+++\nEen.\n\nX\n", "paginas/x.toml": "titel = \"X\"\ntekst = '''\nEen.\n\nX\n'''\n"} {
			text := strings.Replace(form, "\nX\n", "\n"+test.line+"\n", 1)
			site := []byte("titel = \"X\"\nadres = \"https://voorbeeld.nl\"")
			_, problems := contentfs.ReadFiles(map[string][]byte{"site.toml": site, name: []byte(text)})
			if test.code == "" && len(problems) == 0 {
				continue
			}
			if test.code == "" || len(problems) == 0 {
				t.Errorf("%s in %s: %v", test.line, name, problems)
				continue
			}
			p := problems[0]
			runes := []rune(p.Excerpt)
			if p.Code != test.code || p.Hint == "" || !strings.HasPrefix(string(runes[max(p.Column-1, 0):]), test.at) || !problems.HasErrors() {
				t.Errorf("%s in %s: %+v", test.line, name, problems)
			}
		}
	}
}

// TestTranslatedProse wants the same of a text in another language.
func TestTranslatedProse(t *testing.T) {
	_, problems := contentfs.ReadFiles(map[string][]byte{"spreekuren/x.md": []byte("+++\n[vertaling.en]\ntekst = \"Look [here](javascript:x)\"\n+++\nKom.\n")})
	for _, p := range problems {
		if p.Code == "link-onveilig" && p.Line == 3 {
			return
		}
	}
	t.Errorf("%v", problems)
}
