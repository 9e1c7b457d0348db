package main

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"

	"pleinwijzer/generator/lint"
)

// outside only makes requests to public addresses. A link can lead to this machine or its
// network through a host name, a redirect, or a DNS response that differs the second
// time. So the address is checked when the connection is made.
type outside struct {
	direct, proxied http.RoundTripper
	may             func(netip.Addr) bool
}

func newOutside(may func(netip.Addr) bool) *outside {
	dialer := &net.Dialer{Timeout: patience, Control: func(_, address string, _ syscall.RawConn) error {
		at, err := netip.ParseAddrPort(address)
		if err != nil || !may(at.Addr()) {
			return fmt.Errorf("%s: %w", address, lint.ErrPrivate)
		}
		return nil
	}}
	direct := &http.Transport{DialContext: dialer.DialContext, ForceAttemptHTTP2: true,
		TLSHandshakeTimeout: patience, IdleConnTimeout: time.Minute}
	return &outside{direct: direct, proxied: http.DefaultTransport, may: may}
}

// RoundTrip uses a proxy if the system has one. The proxy resolves the host name itself,
// so here only the addresses that this machine knows are checked.
func (o *outside) RoundTrip(r *http.Request) (*http.Response, error) {
	if proxy, err := http.ProxyFromEnvironment(r); err != nil || proxy == nil {
		return o.direct.RoundTrip(r)
	}
	host := r.URL.Hostname()
	addresses, _ := net.DefaultResolver.LookupNetIP(r.Context(), "ip", host)
	for _, a := range addresses {
		if !o.may(a) {
			return nil, fmt.Errorf("%s: %w", host, lint.ErrPrivate)
		}
	}
	return o.proxied.RoundTrip(r)
}
