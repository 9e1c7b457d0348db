package public

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// localNames are the ends of names that only one network knows, or nobody (RFC 6761,
// RFC 6762, RFC 8375, and what routers and companies use).
var localNames = strings.Fields(".localhost .local .internal .lan .home .intranet .corp .private .home.arpa .localdomain .onion")

// Host reports whether everyone on the internet can reach a host, by its name or its
// number, however that is written: a browser reads more forms than people do.
func Host(host string) bool {
	host = strings.Trim(host, "[]")
	if address, err := netip.ParseAddr(host); err == nil {
		return Address(address)
	}
	host = strings.TrimRight(Name(host), ".")
	if address, err := netip.ParseAddr(host); err == nil { // in digits of another script
		return Address(address)
	}
	if address, ok := oldAddress(host); ok {
		return Address(address)
	}
	for _, end := range localNames {
		if strings.HasSuffix(host, end) {
			return false
		}
	}
	return strings.Contains(host, ".")
}

// Name is the name of a host as a browser shows it: in lower case, in plain forms of
// its letters, and with its own letters where it is written in the ASCII of an
// internationalised name (xn--).
func Name(host string) string {
	name, _ := shown.ToUnicode(host) // what it cannot read stays as it is
	return name
}

// Proper reports whether a name can be one of a host: as an internationalised name it
// has no letters that nobody sees, that turn what follows, or that no registry gives.
func Proper(host string) bool {
	name, err := registered.ToASCII(host)
	labels := strings.Split(strings.TrimSuffix(name, "."), ".")
	return err == nil && !slices.Contains(labels, "") && !slices.Contains(strings.Split(strings.ToLower(host), "."), "xn--")
}

var (
	shown      = idna.New(idna.MapForLookup(), idna.StrictDomainName(false), idna.BidiRule())
	registered = idna.New(idna.MapForLookup(), idna.StrictDomainName(false), idna.BidiRule(), idna.CheckHyphens(false), idna.CheckJoiners(true), idna.Transitional(false))
)

// oldAddress reads the other forms of an IPv4 address that browsers know: one to four
// numbers, each decimal, octal or hexadecimal, of which the last fills what is left
// (URL standard, IPv4 parser).
func oldAddress(host string) (netip.Addr, bool) {
	parts := strings.Split(host, ".")
	if _, number := oldNumber(parts[len(parts)-1]); !number {
		return netip.Addr{}, false
	}
	if len(parts) > 4 {
		return netip.Addr{}, true // no browser opens what only looks like one
	}
	var all uint64
	for i, part := range parts {
		room := uint64(1) << 8
		if i == len(parts)-1 {
			room = 1 << (8 * (5 - len(parts)))
		}
		n, ok := oldNumber(part)
		if !ok || n >= room {
			return netip.Addr{}, true
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
	if err != nil && s != "" && strings.Trim(s, "0123456789") == "" {
		return 1 << 63, true // 08, or more than any number that fits
	}
	return n, err == nil
}
