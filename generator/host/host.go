// Package host makes the files that search engines, browsers and hosts ask for: sitemap,
// robots.txt, headers, redirects, the manifest and security.txt. They follow from the
// list of pages.
package host

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"time"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/publish"
)

// Files are what search engines, browsers and the host ask for, about all pages.
func Files(s *layout.Site, pages []layout.Placed) []publish.File {
	return withoutReplaced(s.Assets, slices.Concat(sitemaps(s, pages), securityFiles(s), []publish.File{
		{Path: "robots.txt", Render: func(w io.Writer) error { return writeRobots(s, w) }},
		{Path: "site.webmanifest", Render: func(w io.Writer) error { return writeManifest(s, w) }},
		forHost("_headers", s, pages, netlifyHeaders),
		forHost("_redirects", s, pages, netlifyRedirects),
		forHost(publish.HTAccess, s, pages, apache),
		forHost("_nginx-http.conf", s, pages, nginxHTTP),
		forHost("_nginx-server.conf", s, pages, nginxServer),
		forHost("_Caddyfile", s, pages, caddy),
	}, layout.MadeFiles(s)))
}

// forHost is a file that tells a web server what our rules are.
func forHost(name string, s *layout.Site, pages []layout.Placed, write func(*bufio.Writer, rules)) publish.File {
	return publish.File{Path: name, Render: func(w io.Writer) error {
		b := bufio.NewWriter(w)
		write(b, rulesOf(s, pages))
		return b.Flush()
	}}
}

// replaceable are the files for the host and for search engines of which a file in
// static/ takes the place. All else that the site makes follows from the content.
var replaceable = []string{"robots.txt", "site.webmanifest", "_headers", "_redirects", publish.HTAccess, securityFile}

// withoutReplaced leaves out the files that static/ has in their place.
func withoutReplaced(a *asset.Assets, files []publish.File) []publish.File {
	return slices.DeleteFunc(files, func(f publish.File) bool {
		return slices.Contains(replaceable, f.Path) && a.Keeps(f.Path)
	})
}

// SitemapSize is the most addresses that one sitemap may hold (sitemaps.org,
// protocol 0.9); a larger site gets an index of sitemaps.
const SitemapSize = 50_000

// sitemaps name the pages that a search engine should know: one for each record and
// the first page of each list.
func sitemaps(s *layout.Site, pages []layout.Placed) []publish.File {
	var listed []layout.Placed
	for _, p := range pages {
		if p.Reach == layout.InSitemap && layout.OriginOf(p.Page) == nil { // the sitemap of its source has it
			listed = append(listed, p)
		}
	}
	if len(listed) <= SitemapSize {
		return []publish.File{{Path: "sitemap.xml", Render: sitemapPart(s, listed)}}
	}
	var files []publish.File
	for part := range slices.Chunk(listed, SitemapSize) {
		files = append(files, publish.File{Path: fmt.Sprintf("sitemap-%d.xml", len(files)+1), Render: sitemapPart(s, part)})
	}
	parts := len(files)
	return append(files, publish.File{Path: "sitemap.xml", Render: func(w io.Writer) error {
		return writeSitemap(s, w, "sitemapindex", "sitemap", parts,
			func(i int) address { return address{path: fmt.Sprintf("/sitemap-%d.xml", i+1)} })
	}})
}

// address is a line of a sitemap.
type address struct {
	path    string
	changed time.Time // of the record; zero where that is not known
}

func sitemapPart(s *layout.Site, pages []layout.Placed) func(io.Writer) error {
	return func(w io.Writer) error {
		return writeSitemap(s, w, "urlset", "url", len(pages), func(i int) address { return addressOf(pages[i]) })
	}
}

// addressOf has the time of the record that a page is about, where it has a file of
// its own. A list changes with each.
func addressOf(p layout.Placed) address {
	a := address{path: p.Address()}
	if record, ok := p.About.(catalog.Record); ok {
		a.changed = p.Site.Catalog.Version(record.File()).Changed
	}
	return a
}

// writeSitemap writes one of the two forms of a sitemap, which differ only in names.
func writeSitemap(s *layout.Site, w io.Writer, root, item string, n int, at func(i int) address) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s<%s xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n", xml.Header, root)
	for i := range n {
		a := at(i)
		fmt.Fprintf(b, "<%s><loc>", item)
		if err := xml.EscapeText(b, []byte(s.Catalog.Site.Absolute(a.path))); err != nil {
			return err
		}
		b.WriteString("</loc>")
		if !a.changed.IsZero() {
			fmt.Fprintf(b, "<lastmod>%s</lastmod>", a.changed.UTC().Format(time.RFC3339))
		}
		fmt.Fprintf(b, "</%s>\n", item)
	}
	fmt.Fprintf(b, "</%s>\n", root)
	return b.Flush()
}

func writeRobots(s *layout.Site, w io.Writer) error {
	_, err := fmt.Fprintf(w, "User-agent: *\nAllow: /\n\nSitemap: %s\n", s.Catalog.Site.Absolute("/sitemap.xml"))
	return err
}

// writeManifest is the web app manifest (W3C), for a phone's home screen.
func writeManifest(s *layout.Site, w io.Writer) error {
	type icon struct {
		Src   string `json:"src"`
		Sizes string `json:"sizes"`
		Type  string `json:"type"`
	}
	path, err := s.Assets.URL("icons/icon.svg")
	if err != nil {
		return err
	}
	site := s.Catalog.Site
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(struct {
		Name            string `json:"name"`
		ShortName       string `json:"short_name"`
		Description     string `json:"description,omitempty"`
		Lang            string `json:"lang"`
		StartURL        string `json:"start_url"`
		Display         string `json:"display"`
		BackgroundColor string `json:"background_color"`
		Icons           []icon `json:"icons"`
	}{
		site.Titel, site.Titel, site.InEenZin, string(site.Taal), site.URL("/"), "browser", "#fffdf9",
		[]icon{{site.URL(path), "any", "image/svg+xml"}},
	})
}

// RedirectPages are pages at old addresses that lead to the new one, and at the short
// addresses of pleinen, for a host without redirect rules.
func RedirectPages(s *layout.Site) []layout.Page {
	var all []layout.Page
	for _, r := range s.Catalog.Redirects {
		all = append(all, layout.Page{Path: r.From, MovedTo: r.To, Reach: layout.Hidden})
	}
	for _, p := range s.Catalog.Pleinen {
		if p.Short != p.Page() {
			all = append(all, layout.Page{Path: p.Short, MovedTo: p.Page(), Reach: layout.Hidden})
		}
	}
	return all
}
