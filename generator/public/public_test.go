package public_test

import (
	"net/netip"
	"testing"

	"golang.org/x/net/idna"

	"pleinwijzer/generator/public"
)

func TestAddress(t *testing.T) {
	for _, a := range []string{"8.8.8.8", "145.97.1.1", "172.15.0.1", "172.32.0.1", "2001:4860:4860::8888", "2a00:1450::1", "64:ff9b::808:808", "2002:808:808::1", "::ffff:8.8.8.8"} {
		if !public.Address(netip.MustParseAddr(a)) {
			t.Errorf("%s is not public", a)
		}
	}
	for _, a := range []string{
		"127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.8", "198.18.0.1",
		"224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
		"::7f00:1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::1", "2002:c0a8:101::", "2001::1", "2001:db8::1",
	} {
		if public.Address(netip.MustParseAddr(a)) {
			t.Errorf("%s is public", a)
		}
	}
	if public.Address(netip.Addr{}) {
		t.Error("no address is public")
	}
}

func TestHost(t *testing.T) {
	for _, host := range []string{
		"www.voorbeeld.nl", "voorbeeld.nl.", "VOORBEELD.NL", "café.nl", "xn--caf-dma.nl", "日本.jp", "8.8.8.8", "[2a00:1450::1]", "0x8.8.8.8", "134744072",
		"local.nl", "internal.nl", "localhost.nl", "home.arpa.nl", "3voor12.vpro.nl", "127.0.0.1.voorbeeld.nl", "a.0xg", "straße.de", "my_site.voorbeeld.nl",
		"r3---sn-5hne6n7z.googlevideo.com", "中国移动.中国",
	} {
		if !public.Host(host) || !public.Proper(host) {
			t.Errorf("%s: public %t, proper %t", host, public.Host(host), public.Proper(host))
		}
	}
	for _, host := range []string{
		"", ".", "localhost", "LOCALHOST", "localhost.", "localhost..", "x.localhost", "x.localhost.", "printer", "printer.local", "x.internal", "x.home.arpa", "x.HOME.ARPA.",
		"x.lan", "x.intranet", "x.onion", "x.localdomain",
		"127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "0x7f.1", "0X7F.1", "0x7f000001", "017700000001", "0177.0.0.1", "2130706433", "0", "0.0.0.0", "0x", "10.0.0.1", "167772161",
		"169.254.169.254", "0xa9fea9fe", "192.168.1.1", "192.168.257", "3232235777", "172.16.0.1", "1.2.3.4.5", "256.1.1.1", "1.1.1.256", "4294967296", "08.8.8.8", "voorbeeld.08", "99999999999999999999999",
		"１２７.０.０.１", "127。0。0。1", "127｡1", "ⓛocalhost", "ｌｏｃａｌｈｏｓｔ", "local\u00adhost", "①②⑦.1", "x．local",
		"[::1]", "::1", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[fe80::1%25eth0]", "fe80::1%eth0", "[fc00::1]", "[fd00::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::127.0.0.1]",
	} {
		if public.Host(host) {
			t.Errorf("%q is public", host)
		}
	}
}

func TestProper(t *testing.T) {
	hosts := []string{"a\u202eb.nl", "a\ufffdb.nl", "xn--a.nl", "xn--", "xn--.nl", "voorbeeld.xn--", "א1a.nl", "a..nl"}
	for _, label := range []string{"a\u202eb", "voor\u200bbeeld", "a\u2060b", "a\u200db", "a\u00adb", "\u0661a\u06f1", "É"} {
		hidden, err := idna.Punycode.ToASCII(label)
		if err != nil {
			t.Fatal(err)
		}
		hosts = append(hosts, hidden+".nl")
	}
	for _, host := range hosts {
		if public.Proper(host) {
			t.Errorf("%q is proper; it is shown as %q", host, public.Name(host))
		}
	}
}
