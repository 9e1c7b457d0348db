package content

import (
	"fmt"
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pleinwijzer/generator/frontmatter"
)

func parseWeb(s string) (Web, error) {
	if problem := wrongWeb(s); problem != nil {
		return "", problem
	}
	return Web(s), nil
}

// wrongWeb says what is wrong with the address of another site, if anything is. It
// must lead everyone to the same place, and be what it looks like.
func wrongWeb(s string) *frontmatter.ValueError {
	if at := strings.IndexFunc(s, invisible); at >= 0 || hiddenEscape(s) {
		return webError("web-onveilig", "in dit webadres staat een onzichtbaar teken", "typ het adres opnieuw")
	}
	u, err := url.Parse(s)
	if err != nil && badPort.MatchString(s) {
		return wrongPort(s)
	}
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || strings.ContainsAny(s, " \t\n\\") {
		hint := `begin met https://, zoals "https://www.voorbeeld.nl"`
		if bareAddress.MatchString(s) {
			hint = `schrijf "https://` + s + `"`
		}
		return webError("web-onleesbaar", "dit is geen volledig webadres", hint)
	}
	port, err := strconv.Atoi(u.Port())
	switch {
	case u.User != nil:
		u.User = nil
		return webError("web-onveilig", "in dit webadres staat een gebruikersnaam of een wachtwoord", mendWeb(u))
	case !public(u.Hostname()):
		return webError("web-onveilig", fmt.Sprintf("dit adres werkt alleen op uw eigen computer of netwerk: %q", u.Hostname()),
			"schrijf het adres dat iedereen op internet kan openen")
	case u.Port() != "" && (err != nil || port < 1 || port > 65535), strings.HasSuffix(u.Host, ":"):
		return wrongPort(s)
	}
	return nil
}

var (
	bareAddress = regexp.MustCompile(`^[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?$`)
	badPort     = regexp.MustCompile(`^(https?://[^/?#\s@:]+):[^/?#\s]*`)
)

func webError(code, message, hint string) *frontmatter.ValueError {
	return &frontmatter.ValueError{Code: code, Message: message, Hint: hint}
}

func wrongPort(s string) *frontmatter.ValueError {
	hint := "haal de dubbele punt en het getal achter de naam van de site weg"
	if mended := badPort.ReplaceAllString(s, "$1"); mended != s && wrongWeb(mended) == nil {
		hint = fmt.Sprintf("schrijf %q", mended)
	}
	return webError("web-onveilig", "de poort in dit webadres kan niet: dat is een getal van 1 tot 65535", hint)
}

// mendWeb gives an address in full, unless something else is wrong with it.
func mendWeb(u *url.URL) string {
	if wrongWeb(u.String()) != nil {
		return "schrijf alleen het adres van de pagina"
	}
	return fmt.Sprintf("schrijf %q", u.String())
}

// invisible are characters that nobody sees, or that turn round what follows: an
// address with one leads elsewhere than it says.
func invisible(r rune) bool {
	return unicode.IsControl(r) ||
		unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// hiddenEscape reports whether an address has one of these as %-codes. The joiners are
// left: words of some languages have them.
func hiddenEscape(s string) bool {
	plain, err := url.PathUnescape(s)
	if err != nil || plain == s {
		return false
	}
	return strings.ContainsFunc(plain, func(r rune) bool { return invisible(r) && r != '\u200c' && r != '\u200d' })
}

// localNames are the ends of names that only one network knows.
var localNames = strings.Fields(".localhost .local .internal .lan .home .intranet .corp .home.arpa .localdomain")

// public reports whether everyone on the internet can reach a host.
func public(host string) bool {
	host = strings.ToLower(norm.NFKC.String(host))
	host = strings.TrimRight(strings.ReplaceAll(host, "\u3002", "."), ".")
	if address, err := netip.ParseAddr(host); err == nil {
		return publicAddress(address.WithZone(""))
	}
	if address, ok := oldAddress(host); ok {
		return publicAddress(address)
	}
	for _, end := range localNames {
		if strings.HasSuffix(host, end) {
			return false
		}
	}
	return strings.Contains(host, ".")
}

// oldAddress reads the other forms of an IPv4 address that browsers know: one to four
// numbers, each decimal, octal or hexadecimal, of which the last fills what is left.
func oldAddress(host string) (netip.Addr, bool) {
	parts := strings.Split(host, ".")
	if len(parts) > 4 {
		return netip.Addr{}, false
	}
	var all uint64
	for i, part := range parts {
		room := uint64(1) << 8
		if i == len(parts)-1 {
			room = 1 << (8 * (5 - len(parts)))
		}
		n, ok := oldNumber(part)
		if !ok {
			return netip.Addr{}, false
		}
		if n >= room {
			return netip.Addr{}, true // a number that is none of an address: no browser opens it
		}
		all = all*room + n
	}
	return netip.AddrFrom4([4]byte{byte(all >> 24), byte(all >> 16), byte(all >> 8), byte(all)}), true
}

func oldNumber(s string) (uint64, bool) {
	if digits, ok := strings.CutPrefix(s, "0x"); ok {
		if digits == "" {
			return 0, true
		}
		n, err := strconv.ParseUint(digits, 16, 64)
		return n, err == nil
	}
	base := 10
	if len(s) > 1 && s[0] == '0' {
		base = 8
	}
	n, err := strconv.ParseUint(s, base, 64)
	return n, err == nil
}

// special are the networks that no name of package netip stands for.
var special = prefixes("0.0.0.0/8 100.64.0.0/10 192.0.0.0/24 192.0.2.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 fec0::/10 2001:db8::/32 100::/64")

func prefixes(list string) []netip.Prefix {
	var all []netip.Prefix
	for prefix := range strings.FieldsSeq(list) {
		all = append(all, netip.MustParsePrefix(prefix))
	}
	return all
}

// translated are the addresses of IPv6 that end in one of IPv4.
var translated = prefixes("64:ff9b::/96 ::/96")

func publicAddress(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsValid() || !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, network := range special {
		if network.Contains(a) {
			return false
		}
	}
	for _, network := range translated {
		if network.Contains(a) {
			bytes := a.As16()
			return publicAddress(netip.AddrFrom4([4]byte(bytes[12:])))
		}
	}
	return true
}
