package public

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// localNames are the suffixes of host names that are known on one network only, or
// nowhere (RFC 6761, RFC 6762, RFC 8375, and what routers and companies use).
var localNames = strings.Fields(".localhost .local .internal .lan .home .intranet .corp .private .home.arpa .localdomain .onion")

// Host reports whether everyone on the internet can reach a host, given by its name or
// its IP address. It accepts every notation that a browser does, which is more than most
// people know of.
func Host(host string) bool {
	host = strings.Trim(host, "[]")
	if address, err := netip.ParseAddr(host); err == nil {
		return Address(address)
	}
	host = strings.TrimRight(Name(host), ".")
	if address, err := netip.ParseAddr(host); err == nil { // written in the digits of another script
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

// Name returns the name of a host as a browser displays it: in lower case, with
// compatibility characters replaced by ordinary ones, and with an internationalised name
// (xn--) decoded.
func Name(host string) string {
	name, _ := shown.ToUnicode(host) // labels that cannot be decoded stay as they are
	return name
}

// Proper reports whether a name can be that of a host: as an internationalised name it
// must not contain invisible characters, characters that change the direction of text, or
// characters that no registry allows.
func Proper(host string) bool {
	name, err := registered.ToASCII(host)
	labels := strings.Split(strings.TrimSuffix(name, "."), ".")
	return err == nil && !slices.Contains(labels, "") && !slices.Contains(strings.Split(strings.ToLower(host), "."), "xn--")
}

var (
	shown      = idna.New(idna.MapForLookup(), idna.StrictDomainName(false), idna.BidiRule())
	registered = idna.New(idna.MapForLookup(), idna.StrictDomainName(false), idna.BidiRule(),
		idna.CheckHyphens(false), idna.CheckJoiners(true), idna.Transitional(false))
)

// oldAddress parses the other notations of an IPv4 address that browsers accept: one to
// four numbers, each decimal, octal or hexadecimal, of which the last fills the remaining
// bytes (URL standard, IPv4 parser).
func oldAddress(host string) (netip.Addr, bool) {
	parts := strings.Split(host, ".")
	if _, number := oldNumber(parts[len(parts)-1]); !number {
		return netip.Addr{}, false
	}
	if len(parts) > 4 {
		return netip.Addr{}, true // ends in a number but is no valid address: no browser opens it
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
		return 1 << 63, true // such as 08, or a number too large to fit
	}
	return n, err == nil
}
