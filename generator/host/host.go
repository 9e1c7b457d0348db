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
	"strings"
	"time"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/hsds"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/share"
)

// Files are what search engines, browsers and the host ask for, about all pages.
func Files(s *layout.Site, pages []layout.Placed) []publish.File {
	return withoutReplaced(s.Assets, slices.Concat(sitemaps(s, pages), securityFiles(s), []publish.File{
		{Path: "robots.txt", Render: func(w io.Writer) error { return writeRobots(s, w) }},
		{Path: "site.webmanifest", Render: func(w io.Writer) error { return writeManifest(s, w) }},
		{Path: "_headers", Render: func(w io.Writer) error { return writeHeaders(s, w, pages) }},
		{Path: "_redirects", Render: func(w io.Writer) error { return redirectRules(s, w, pages) }},
	}, layout.MadeFiles(s)))
}

// replaceable are the files for the host and for search engines of which a file in
// static/ takes the place. All else that the site makes follows from the content.
var replaceable = []string{"robots.txt", "site.webmanifest", "_headers", "_redirects", securityFile}

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
		if p.Reach == layout.InSitemap {
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

// unframedPaths are the pages that no other site may frame, by the first part of their
// address: all but those that are made for it. They are named one by one: where a
// later rule adds to an earlier one, a rule for all would hold for the embeds and for
// the page of editors too, and a browser keeps to every policy that it gets (CSP 3, 8.1).
func unframedPaths(pages []layout.Placed) []string {
	paths := []string{"/hsds/*"}
	for _, p := range pages {
		path := p.Address()
		if top, _, ok := strings.Cut(path[1:], "/"); ok {
			path = "/" + top + "/*"
		}
		if !p.Framed && !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	return paths
}

// writeHeaders is Netlify's _headers file: a path, then its headers. Hosts differ in
// whether a later rule replaces a header of an earlier one or adds to it, so that
// each rule with a policy has all of it: twice the same is no stricter (CSP3, 8.1).
func writeHeaders(s *layout.Site, w io.Writer, pages []layout.Placed) error {
	b := bufio.NewWriter(w)
	path := s.Catalog.Site.Path
	https := ""
	if strings.HasPrefix(s.Catalog.Site.Base, "https:") {
		https = "  Strict-Transport-Security: max-age=31536000\n"
	}
	fmt.Fprintf(b, `%[1]s/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), microphone=()
  Cross-Origin-Opener-Policy: same-origin
%[4]s%[1]s/static/*
  Content-Security-Policy: %[2]s
  Cache-Control: public, max-age=31536000, immutable
%[1]s/zoeken/delen/*
  Cache-Control: public, max-age=31536000, immutable
%[1]s`+share.Folder+`/*
  Cache-Control: public, max-age=31536000, immutable
%[1]s/`+layout.MadeFile+`
  Cache-Control: public, max-age=3600
%[1]s/feeds/*
%[3]s`, path, layout.Policy, shared, https)
	for _, f := range feed.All() {
		if kind := contentType(f.Type); f.Whole != "" && kind != "" {
			fmt.Fprintf(b, "%s%s\n%s", path, f.Whole, kind)
		}
		for _, folder := range f.Beside {
			fmt.Fprintf(b, "%s/%s/:naam/%s\n%s%s", path, folder, f.Name, shared, contentType(f.Type))
		}
	}
	fmt.Fprintf(b, "%s/hsds/*\n%s  Content-Type: application/json; charset=utf-8\n", path, shared)
	fmt.Fprintf(b, "%s%s/*\n%s  Content-Security-Policy: %s; frame-ancestors *\n", path, asset.EmbedFolder, shared, layout.Policy)
	fmt.Fprintf(b, "%s/oembed/*\n%s", path, shared)
	for _, file := range s.Assets.Unhashed() {
		fmt.Fprintf(b, "%s/%s\n  Content-Security-Policy: %s\n", path, file, layout.Policy)
	}
	for _, page := range unframedPaths(pages) {
		fmt.Fprintf(b, "%s%s\n  Content-Security-Policy: %s; frame-ancestors 'none'\n", path, page, layout.Policy)
	}
	if edit.HasAdmin(s.Catalog.Site.Site) { // whose window to log in talks back to it
		fmt.Fprintf(b, "%s%s/*\n  Content-Security-Policy: %s\n  Cross-Origin-Opener-Policy: same-origin-allow-popups\n", path, edit.Admin, edit.AdminPolicy)
	}
	return b.Flush()
}

// shared lets any site read a feed, and a browser keep it for five minutes.
const shared = `  Access-Control-Allow-Origin: *
  Cache-Control: public, max-age=300
`

// contentType is the header for what a host does not know by its name as well as
// it knows .json.
func contentType(mediaType string) string {
	switch {
	case mediaType == "application/json":
		return ""
	case strings.HasPrefix(mediaType, "text/"):
		mediaType += "; charset=utf-8"
	}
	return "  Content-Type: " + mediaType + "\n"
}

// redirectRules is Netlify's _redirects file. The exclamation mark makes a rule
// go before the page at the old address, which is for other hosts. The addresses of
// the HSDS API are answered by files (status 200), the first rule that fits.
func redirectRules(s *layout.Site, w io.Writer, pages []layout.Placed) error {
	b := bufio.NewWriter(w)
	for _, p := range pages {
		if p.MovedTo != "" {
			fmt.Fprintf(b, "%s %s 301!\n", p.Site.Link(p.Path), p.Site.Link(p.MovedTo))
		}
	}
	for _, r := range hsds.Rewrites() {
		from := s.URL(r.From)
		if r.Query != "" {
			from += " " + r.Query
		}
		fmt.Fprintf(b, "%s %s 200\n", from, s.URL(r.To))
	}
	return b.Flush()
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
