package main

import (
	"net"
	"net/netip"
	"slices"
	"strings"

	"golang.org/x/net/idna"
)

// hosts adds a flag that accepts names of this computer: several with commas in between, or
// by repeating the flag. Browsers send a name in small letters and in ASCII.
func (f *flags) hosts(name string) *[]string {
	var all []string
	f.value(name, "mijnpc,mijnpc.local", func(s string) error {
		for one := range strings.SplitSeq(s, ",") {
			host, err := hostName(strings.TrimSpace(one))
			if err != nil {
				return err
			}
			all = append(all, host)
		}
		return nil
	})
	return &all
}

// hostName checks one name of a computer.
func hostName(typed string) (string, error) {
	if _, err := netip.ParseAddr(typed); err == nil {
		return "", errNumbers
	}
	if _, rest, ok := strings.Cut(typed, "://"); ok {
		host, _, _ := strings.Cut(rest, "/")
		host, _, _ = strings.Cut(host, ":")
		return "", onlyName(host)
	}
	if host, _, ok := strings.Cut(typed, ":"); ok {
		return "", onlyName(host)
	}
	host, err := idna.Lookup.ToASCII(typed)
	if err != nil || host == "" || strings.HasPrefix(host, ".") || strings.HasSuffix(host, ".") || strings.Contains(host, "..") {
		return "", errExample
	}
	return host, nil
}

// forOthers reports whether a server listens to more than this computer.
func forOthers(listens net.Addr) bool {
	at, err := netip.ParseAddrPort(listens.String())
	return err == nil && !at.Addr().Unmap().IsLoopback()
}

// shared returns the addresses, the most likely first, at which others on the network reach
// a server for others that listens on an address.
func shared(listens net.Addr) []netip.Addr {
	at, err := netip.ParseAddrPort(listens.String())
	if addr := at.Addr().Unmap(); err != nil || !addr.IsUnspecified() {
		return []netip.Addr{addr.WithZone("")}
	}
	return ofThisComputer(onNetwork(), outward(), at.Addr().Is4())
}

// ofThisComputer puts the addresses of this computer in order: the one with which it goes
// to the internet first, as others lead to virtual machines and the like. Those of IPv6 are
// left out where there are others, since nobody types them, and so are those that need the
// name of a network card.
func ofThisComputer(all []netip.Addr, outward netip.Addr, only4 bool) []netip.Addr {
	all = slices.DeleteFunc(slices.Clone(all), func(a netip.Addr) bool {
		return a.IsLoopback() || a.IsLinkLocalUnicast() || a.IsMulticast() || only4 && !a.Is4()
	})
	if slices.ContainsFunc(all, netip.Addr.Is4) {
		all = slices.DeleteFunc(all, netip.Addr.Is6)
	}
	rank := func(a netip.Addr) int {
		switch {
		case a == outward:
			return 0
		case a.IsPrivate():
			return 1
		}
		return 2
	}
	slices.SortStableFunc(all, func(a, b netip.Addr) int { return rank(a) - rank(b) })
	return slices.Compact(all)
}

// onNetwork returns the addresses of all network cards.
func onNetwork() []netip.Addr {
	cards, err := net.InterfaceAddrs()
	if err != nil {
		return nil
	}
	var all []netip.Addr
	for _, card := range cards {
		if prefix, err := netip.ParsePrefix(card.String()); err == nil {
			all = append(all, prefix.Addr().Unmap())
		}
	}
	return all
}

// outward returns the address with which this computer goes to the internet. Nothing is
// sent: with UDP a connection is only a choice of card.
func outward() netip.Addr {
	c, err := net.Dial("udp4", "192.0.2.1:9") // reserved for examples (RFC 5737)
	if err != nil {
		return netip.Addr{}
	}
	defer c.Close()
	at, err := netip.ParseAddrPort(c.LocalAddr().String())
	if err != nil {
		return netip.Addr{}
	}
	return at.Addr().Unmap()
}
