package content

import (
	"strings"
	"testing"
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
			_, problems := ReadFiles(map[string][]byte{"site.toml": []byte("titel = \"X\"\nadres = \"https://voorbeeld.nl\""), name: []byte(text)})
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
	_, problems := ReadFiles(map[string][]byte{"spreekuren/x.md": []byte("+++\n[vertaling.en]\ntekst = \"Look [here](javascript:x)\"\n+++\nKom.\n")})
	for _, p := range problems {
		if p.Code == "link-onveilig" && p.Line == 3 {
			return
		}
	}
	t.Errorf("%v", problems)
}

func TestWeb(t *testing.T) {
	for _, address := range strings.Fields(`https://www.voorbeeld.nl http://voorbeeld.nl:8080/pad?x=y#z https://voorbeeld.nl/@naam https://8.8.8.8/ https://[2a00:1450::1]/
		https://xn--caf-dma.nl https://café.nl/ https://local.nl https://10.voorbeeld.nl https://172.32.0.1/ https://voorbeeld.nl:443 https://fa.wikipedia.org/%D9%85%E2%80%8C%D8%B4`) {
		if wrong := wrongWeb(address); wrong != nil {
			t.Errorf("%s: %s", address, wrong.Message)
		}
	}
	for _, address := range append(strings.Fields(`http://localhost http://LOCALHOST:80/ http://localhost./ http://x.localhost/ http://127.0.0.1 http://127.1/ http://2130706433/ http://0x7f000001/ http://0X7F.1/
		http://0177.0.0.1/ http://017700000001/ http://0/ http://0.0.0.0/ http://10.1.2.3/ http://10.66051/ http://172.16.0.1/ http://172.31.255.255/ http://192.168.0.1/ http://192.168.1/ http://169.254.169.254/
		http://100.64.0.1/ http://[::1]/ http://[::]/ http://[fc00::1]/ http://[fd12:3456::1]/ http://[fe80::1]/ http://[fe80::1%25eth0]/ http://[::ffff:10.0.0.1]/ http://[::ffff:7f00:1]/ http://[64:ff9b::a00:1]/
		http://08.8.8.8/ https://nas.home.arpa./ http://[2002:7f00:1::]/ https://xn--ab-m1t.nl/ https://xn--/ https://a..nl/
		http://[::127.0.0.1]/ http://nas.local/ http://NAS.LOCAL./ http://server.internal http://intranet/ http://127。0。0。1/ http://１２７.0.0.1/ http://255.255.255.255/ http://224.0.0.1/ http://99999999999/
		https://jan@voorbeeld.nl/ https://jan:geheim@voorbeeld.nl/ https://www.bank.nl@voorbeeld.nl/ https://:@voorbeeld.nl/ https://voorbeeld.nl:0/ https://voorbeeld.nl:65536/ https://voorbeeld.nl:99999 https://voorbeeld.nl:-1/
		https://voorbeeld.nl:abc/ https://voorbeeld.nl:/ https://voorbeeld.nl/%E2%80%AEfdp.exe https://voorbeeld.nl/%00`),
		"https://voorbeeld.nl/\u202efdp", "https://voor\u00adbeeld.nl", "https://voorbeeld\u200b.nl", "https://\u2066voorbeeld.nl", "https://voorbeeld.nl/\x00", "https://voorbeeld.nl/\u3164", "https://voorbeeld.nl/\ufe0f",
	) {
		wrong := wrongWeb(address)
		if wrong == nil || wrong.Code != "web-onveilig" || wrong.Hint == "" {
			t.Errorf("%q: %+v", address, wrong)
			continue
		}
		if _, mended, ok := strings.Cut(wrong.Hint, `"`); ok && wrongWeb(strings.TrimSuffix(mended, `"`)) != nil {
			t.Errorf("%q: the mend leads to the next message: %s", address, wrong.Hint)
		}
	}
}

// The links on the pages begin with the path of the site, so that has one form.
func TestSiteAddress(t *testing.T) {
	for line, wrong := range map[string]bool{
		"adres = 'https://x.nl'": false, "adres = 'https://x.nl/'": false, "adres = 'https://x.nl/a/b/'": false, "adres = 'https://x.nl/a..b'": false,
		"adres = 'https://x.nl//evil.nl'": true, "adres = 'https://x.nl/a/../..'": true, "adres = 'https://x.nl/./a'": true, "adres = 'https://x.nl/%2e%2e/a'": true,
		"adres = 'https://x.nl/a//b'": true, "adres = 'https://x.nl/%2fevil.nl'": true, "adres = 'https://x.nl/%5cevil.nl'": true,
		"adres = 'https://x.nl'\n[[menu]]\ntitel = 'A'\nadres = '//evil.nl'":            true,
		"adres = 'https://x.nl'\n[[menu]]\ntitel = 'A'\nadres = '/\\evil.nl'":           true,
		"adres = 'https://x.nl'\n[[menu]]\ntitel = 'A'\nadres = 'https://127.1/'":       true,
		"adres = 'https://x.nl'\n[[menu]]\ntitel = 'A'\nadres = 'https://voorbeeld.nl'": false,
		"adres = 'https://x.nl'\n[[menu]]\ntitel = 'A'\nadres = '/pleinen/'":            false,
	} {
		_, problems := ReadFiles(map[string][]byte{"site.toml": []byte("titel = 'X'\n" + line + "\n")})
		if problems.HasErrors() != wrong {
			t.Errorf("%s: %v", line, problems)
		}
	}
}
