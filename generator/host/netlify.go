package host

import (
	"bufio"
	"fmt"
)

// netlifyHeaders writes the file _headers, which Cloudflare Pages reads too.
func netlifyHeaders(b *bufio.Writer, r rules) {
	for _, rule := range r.headers {
		fmt.Fprintln(b, rule.path)
		for _, h := range rule.headers {
			fmt.Fprintf(b, "  %s: %s\n", h.name, h.value)
		}
	}
}

// netlifyRedirects writes the file _redirects. The exclamation mark makes a rule go before
// the page at the old address, which is for other hosts. The addresses of the HSDS API are
// answered by files (status 200), the first rule that fits. What none of these has is lost;
// Cloudflare finds the nearest 404.html by itself.
func netlifyRedirects(b *bufio.Writer, r rules) {
	for _, m := range r.moved {
		fmt.Fprintf(b, "%s %s 301!\n", m.from, m.to)
	}
	for _, w := range r.rewrites {
		from := r.path + w.From
		if w.Query != "" {
			from += " " + w.Query
		}
		fmt.Fprintf(b, "%s %s 200\n", from, r.path+w.To)
	}
	for _, l := range r.lost {
		fmt.Fprintf(b, "%s* %s 404\n", l.folder, l.page)
	}
}
