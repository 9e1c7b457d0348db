package page

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/hsds"
	"pleinwijzer/generator/publish"
)

// hosting are the files that search engines, browsers and the host ask for, and
// the pages that exist in one language alone.
func (s *site) hosting() []publish.File {
	return s.assets.withoutReplaced(append(slices.Concat(s.sitemaps(), s.newsletters(), s.security()),
		s.notFound(),
		s.feedsPage(),
		publish.File{Path: "robots.txt", Render: s.robots},
		publish.File{Path: "site.webmanifest", Render: s.manifest},
		publish.File{Path: "_headers", Render: s.headers},
		publish.File{Path: "_redirects", Render: s.redirectRules},
	))
}

// sitemapSize is the most addresses that one sitemap may hold (sitemaps.org,
// protocol 0.9); a larger site gets an index of sitemaps.
const sitemapSize = 50_000

func (s *site) sitemaps() []publish.File {
	addresses := sync.OnceValue(s.addresses) // not before someone asks
	n := s.addressCount()
	if n <= sitemapSize {
		return []publish.File{{Path: "sitemap.xml", Render: s.sitemap(addresses, 0, n)}}
	}
	var files []publish.File
	for from := 0; from < n; from += sitemapSize {
		files = append(files, publish.File{
			Path:   fmt.Sprintf("sitemap-%d.xml", len(files)+1),
			Render: s.sitemap(addresses, from, min(from+sitemapSize, n)),
		})
	}
	parts := len(files)
	return append(files, publish.File{Path: "sitemap.xml", Render: func(w io.Writer) error {
		return s.xml(w, "sitemapindex", "sitemap", parts, func(i int) address { return address{path: fmt.Sprintf("/sitemap-%d.xml", i+1)} })
	}})
}

// address is a line of a sitemap.
type address struct {
	path    string
	changed time.Time // of the record; zero where that is not known
}

func (s *site) sitemap(addresses func() []address, from, to int) func(io.Writer) error {
	return func(w io.Writer) error {
		list := addresses()[from:to]
		return s.xml(w, "urlset", "url", len(list), func(i int) address { return list[i] })
	}
}

// xml writes one of the two forms of a sitemap, which differ only in names.
func (s *site) xml(w io.Writer, root, item string, n int, at func(i int) address) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s<%s xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n", xml.Header, root)
	for i := range n {
		a := at(i)
		fmt.Fprintf(b, "<%s><loc>", item)
		if err := xml.EscapeText(b, []byte(s.catalog.Site.Absolute(a.path))); err != nil {
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

// listPaths are the pages that lead to all others.
var listPaths = []string{
	"/", "/zoeken/", "/pleinen/", "/spreekuren/", "/onderwerpen/", "/plaatsen/", "/dagen/", "/partners/", "/agenda/", "/berichten/",
	explanationPath, embedPage,
}

func (s *site) addressCount() int {
	c := s.catalog
	return 1 + max(1, len(s.spoken))*(len(listPaths)+len(c.Pleinen)+len(c.Spreekuren)+len(c.Onderwerpen)+len(c.Plaatsen)+len(c.Dagen)+
		len(c.Partners)+len(c.Agenda)+len(c.Berichten)+len(c.Paginas))
}

// addresses are the pages that a search engine should know: one for each
// record and the first page of each list.
func (s *site) addresses() []address {
	c := s.catalog
	all := make([]address, 0, s.addressCount())
	for _, path := range listPaths {
		all = append(all, address{path: path})
	}
	all = addPages(all, c, c.Pleinen, func(p *catalog.Plein) *content.Record { return &p.Record })
	all = addPages(all, c, c.Spreekuren, func(x *catalog.Spreekuur) *content.Record { return &x.Record })
	all = addPages(all, c, c.Onderwerpen, nil)
	all = addPages(all, c, c.Plaatsen, nil)
	all = addPages(all, c, c.Dagen, nil)
	all = addPages(all, c, c.Partners, func(p *catalog.Partner) *content.Record { return &p.Record })
	all = addPages(all, c, c.Agenda, func(a *catalog.Agendapunt) *content.Record { return &a.Record })
	all = addPages(all, c, c.Berichten, func(b *catalog.Bericht) *content.Record { return &b.Record })
	all = addPages(all, c, c.Paginas, func(p *catalog.Pagina) *content.Record { return &p.Record })
	for i, first := 1, len(all); i < len(s.spoken); i++ {
		for _, a := range all[:first] {
			a.path = s.prefixOf(i) + a.path
			all = append(all, a)
		}
	}
	return append(all, address{path: feedsPath}) // in one language only
}

// addPages adds the pages of records; record gives the file of one, where it has
// a file of its own.
func addPages[T interface{ Page() string }](all []address, c *catalog.Catalog, list []T, record func(T) *content.Record) []address {
	for _, r := range list {
		a := address{path: r.Page()}
		if record != nil {
			a.changed = c.Version(record(r)).Changed
		}
		all = append(all, a)
	}
	return all
}

func (s *site) robots(w io.Writer) error {
	_, err := fmt.Fprintf(w, "User-agent: *\nAllow: /\n\nSitemap: %s\n", s.catalog.Site.Absolute("/sitemap.xml"))
	return err
}

// manifest is the web app manifest (W3C), for a phone's home screen.
func (s *site) manifest(w io.Writer) error {
	type icon struct {
		Src   string `json:"src"`
		Sizes string `json:"sizes"`
		Type  string `json:"type"`
	}
	path, err := s.assets.url("icons/icon.svg")
	if err != nil {
		return err
	}
	site := s.catalog.Site
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

// policy lets a page use the site's own files and nothing else. It is in each
// page too, for a host that does not read _headers; what only a header may say,
// who may frame a page, is added there.
//
// The default is not 'none': Firefox asks it, and nothing more specific, about
// the file of pictograms that <use> refers to (bugzilla.mozilla.org, 1773976).
const policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-src 'none'; form-action 'self'; base-uri 'none'"

// unframed are the pages that no other site may frame: all but those below
// embedFolder. They are named one by one: where a later rule adds to an earlier
// one, a rule for all would hold for the embeds and for the page of editors too, and
// a browser keeps to every policy that it gets (CSP 3, 8.1).
func (s *site) unframed() []string {
	paths := []string{"/", notFound, minePage + "*", "/feeds/*", "/hsds/*"}
	for _, path := range listPaths[1:] {
		paths = append(paths, path+"*")
	}
	for i := range s.spoken[1:] {
		paths = append(paths, s.prefixOf(i+1)+"/*")
	}
	for _, p := range s.catalog.Paginas {
		paths = append(paths, p.Page())
	}
	for _, r := range s.catalog.Redirects {
		if strings.Count(r.From, "/") == 2 { // at the top, as the pages are
			paths = append(paths, r.From)
		}
	}
	return paths
}

// headers is Netlify's _headers file: a path, then its headers. Hosts differ in
// whether a later rule replaces a header of an earlier one or adds to it, so that
// each rule with a policy has all of it: twice the same is no stricter (CSP3, 8.1).
func (s *site) headers(w io.Writer) error {
	b := bufio.NewWriter(w)
	path := s.catalog.Site.Path
	https := ""
	if strings.HasPrefix(s.catalog.Site.Base, "https:") {
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
%[1]s`+sharedFolder+`/*
  Cache-Control: public, max-age=31536000, immutable
%[1]s/feeds/*
%[3]s`, path, policy, shared, https)
	for _, f := range feed.All() {
		if kind := contentType(f.Type); f.Whole != "" && kind != "" {
			fmt.Fprintf(b, "%s%s\n%s", path, f.Whole, kind)
		}
		for _, folder := range f.Beside {
			fmt.Fprintf(b, "%s/%s/:naam/%s\n%s%s", path, folder, f.Name, shared, contentType(f.Type))
		}
	}
	fmt.Fprintf(b, "%s/hsds/*\n%s  Content-Type: application/json; charset=utf-8\n", path, shared)
	fmt.Fprintf(b, "%s%s/*\n%s  Content-Security-Policy: %s; frame-ancestors *\n", path, embedFolder, shared, policy)
	fmt.Fprintf(b, "%s/oembed/*\n%s", path, shared)
	for _, file := range s.assets.unhashed() {
		fmt.Fprintf(b, "%s/%s\n  Content-Security-Policy: %s\n", path, file, policy)
	}
	for _, page := range s.unframed() {
		fmt.Fprintf(b, "%s%s\n  Content-Security-Policy: %s; frame-ancestors 'none'\n", path, page, policy)
	}
	if edit.HasAdmin(s.catalog.Site.Site) { // whose window to log in talks back to it
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
func (s *site) redirectRules(w io.Writer) error {
	b := bufio.NewWriter(w)
	for i := range s.spoken {
		for _, r := range s.catalog.Redirects {
			fmt.Fprintf(b, "%s %s 301!\n", s.url(s.prefixOf(i)+r.From), s.url(s.prefixOf(i)+r.To))
		}
	}
	for _, r := range hsds.Rewrites() {
		from := s.url(r.From)
		if r.Query != "" {
			from += " " + r.Query
		}
		fmt.Fprintf(b, "%s %s 200\n", from, s.url(r.To))
	}
	return b.Flush()
}

// redirects are pages at old addresses that lead to the new one, for a host
// without redirect rules.
func (s *site) redirects() []publish.File {
	var files []publish.File
	for _, r := range s.catalog.Redirects {
		files = append(files, publish.File{Path: (s.prefix + r.From)[1:] + "index.html", Render: func(w io.Writer) error {
			return redirectPage.Execute(w, redirect{
				Lang: s.language.Code, Dir: s.language.Dir, To: s.link(r.To), Canonical: s.catalog.Site.Absolute(s.prefix + r.To),
				Moved: s.word("pagina-is-verhuisd"), GoThere: s.word("ga-naar-nieuwe-pagina"),
			})
		}})
	}
	return files
}

type redirect struct {
	Lang, Dir      string
	To, Canonical  string
	Moved, GoThere string
}

var redirectPage = template.Must(template.New("redirect").Parse(`<!doctype html><html lang="{{.Lang}}" dir="{{.Dir}}"><head><meta charset="utf-8">` +
	`<meta name="viewport" content="width=device-width, initial-scale=1"><title>{{.Moved}}</title>` +
	`<meta http-equiv="refresh" content="0; url={{.To}}"><link rel="canonical" href="{{.Canonical}}"><meta name="robots" content="noindex"></head>` +
	`<body><main><h1>{{.Moved}}</h1><p><a href="{{.To}}">{{.GoThere}}</a></p></main></body></html>`))
