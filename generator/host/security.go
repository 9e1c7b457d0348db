package host

import (
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// securityFile says where to report a weak spot of the site (RFC 9116).
const securityFile = publish.WellKnown + "security.txt"

func securityFiles(s *layout.Site) []publish.File {
	if s.Catalog.Site.Beveiliging == "" {
		return nil
	}
	return []publish.File{{Path: securityFile, Render: func(w io.Writer) error { return securityText(s, w) }}}
}

func securityText(s *layout.Site, w io.Writer) error {
	site := s.Catalog.Site
	contact := string(site.Beveiliging)
	if !strings.Contains(contact, "://") {
		contact = (&url.URL{Scheme: "mailto", Opaque: url.PathEscape(contact)}).String()
	}
	languages := string(site.Taal)
	if languages != "en" {
		languages += ", en"
	}
	_, err := fmt.Fprintf(w, "Contact: %s\nExpires: %s\nPreferred-Languages: %s\nCanonical: %s\n",
		contact, expiry(s.Catalog.Today).Format(time.RFC3339), languages, strings.TrimSuffix(site.Base, site.Path)+"/"+securityFile)
	if err == nil && site.Path != "" { // the host looks for it at its root alone (RFC 9116, 3): there stands a copy
		_, err = fmt.Fprintf(w, "Canonical: %s\n", site.Absolute("/"+securityFile))
	}
	return err
}

// expiry is less than a year away (RFC 9116, 2.5.5) and the same for a month, so that
// the file does not change with every build.
func expiry(today schedule.Date) time.Time {
	year, month, _ := today.Civil()
	return time.Date(year, month+11, 1, 0, 0, 0, 0, time.UTC)
}
