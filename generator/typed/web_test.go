package typed

import (
	"strings"
	"testing"
)

func TestWeb(t *testing.T) {
	for _, address := range strings.Fields(`https://www.voorbeeld.nl http://voorbeeld.nl:8080/pad?x=y#z https://voorbeeld.nl/@naam https://8.8.8.8/ https://[2a00:1450::1]/
		https://xn--caf-dma.nl https://café.nl/ https://local.nl https://10.voorbeeld.nl https://172.32.0.1/ https://voorbeeld.nl:443 https://fa.wikipedia.org/%D9%85%E2%80%8C%D8%B4`) {
		if wrong := WrongWeb(address); wrong != nil {
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
		wrong := WrongWeb(address)
		if wrong == nil || wrong.Code != "web-onveilig" || wrong.Hint == "" {
			t.Errorf("%q: %+v", address, wrong)
			continue
		}
		if _, mended, ok := strings.Cut(wrong.Hint, `"`); ok && WrongWeb(strings.TrimSuffix(mended, `"`)) != nil {
			t.Errorf("%q: the mend leads to the next message: %s", address, wrong.Hint)
		}
	}
}
