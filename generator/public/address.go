// Package public knows which hosts and IP addresses can be reached from anywhere on the
// internet, and which exist only on one machine or one network.
package public

import (
	"errors"
	"net/netip"
)

// ErrPrivate is the error of a request to an address that is not public.
var ErrPrivate = errors.New("an address of this machine or of a private network, which is not asked")

// Address reports whether an IP address belongs to the public internet, as opposed to
// this machine, a private network or nobody (IANA special-purpose registries, RFC 6890).
// An IPv6 address that embeds an IPv4 address is judged by the latter.
func Address(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	for _, form := range embedded {
		if form.Prefix.Contains(a) {
			b := a.As16()
			return Address(netip.AddrFrom4([4]byte(b[form.at:])))
		}
	}
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, p := range special {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

// embedded lists the IPv6 prefixes whose addresses embed an IPv4 address, and at which
// byte: NAT64 and 6to4.
var embedded = []struct {
	netip.Prefix
	at int
}{{netip.MustParsePrefix("64:ff9b::/96"), 12}, {netip.MustParsePrefix("2002::/16"), 2}}

var special = prefixes(
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
	"::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fec0::/10",
)

func prefixes(all ...string) []netip.Prefix {
	list := make([]netip.Prefix, len(all))
	for i, s := range all {
		list[i] = netip.MustParsePrefix(s)
	}
	return list
}
