package host

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/dcat"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/hsds"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/share"
)

// rules are what a web server must do beyond sending the files. Each kind of server has its
// own way to write them down, in a file of this package.
type rules struct {
	path     string // of the site: "" or such as "/pleinen"
	headers  []headerRule
	moved    []move
	lost     []lostPage     // that of the first language is for all else, and in none of these
	rewrites []hsds.Rewrite // below the path of the site; the first that fits
}

// headerRule has headers for the addresses that fit a pattern, in which a star stands for
// the rest of the address and :naam for one part of it. Of the rules that fit, a later one
// replaces the same header of an earlier. Servers that add it instead are no less strict: each
// rule with a policy has all of it, and twice the same is the same (CSP 3, 8.1).
type headerRule struct {
	path    string
	headers []header
}

type header struct{ name, value string }

// lostPage answers for what is not there in the folder of a language.
type lostPage struct{ folder, page string }

// move is an old address and the one that took its place.
type move struct{ from, to string }

const (
	policyHeader = "Content-Security-Policy"
	typeHeader   = "Content-Type"
	originHeader = "Access-Control-Allow-Origin"
	cacheHeader  = "Cache-Control"
	forever      = "public, max-age=31536000, immutable" // of what has another name when it changes
)

// shared lets any site read a feed, with any header of its own, for which a browser asks
// first (Fetch, 3.2.2), and a browser keep it for five minutes.
var shared = []header{
	{originHeader, "*"}, {"Access-Control-Allow-Methods", "GET, HEAD"}, {"Access-Control-Allow-Headers", "*"},
	{cacheHeader, "public, max-age=300"},
}

func rulesOf(s *layout.Site, pages []layout.Placed) rules {
	r := rules{path: s.Catalog.Site.Path, headers: headersOf(s, pages), rewrites: hsds.Rewrites()}
	for _, p := range pages {
		if p.MovedTo != "" {
			r.moved = append(r.moved, move{p.Site.Link(p.Path), p.Site.Link(p.MovedTo)})
		}
		if p.Path == layout.NotFound && p.Site.Prefix != "" {
			r.lost = append(r.lost, lostPage{p.Site.Link("/"), p.Site.Link(p.Path)})
		}
	}
	return r
}

func headersOf(s *layout.Site, pages []layout.Placed) []headerRule {
	var all []headerRule
	add := func(path string, headers ...header) {
		if len(headers) > 0 {
			all = append(all, headerRule{s.Catalog.Site.Path + path, headers})
		}
	}
	everywhere := []header{
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"Permissions-Policy", "camera=(), microphone=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
	}
	if strings.HasPrefix(s.Catalog.Site.Base, "https:") {
		everywhere = append(everywhere, header{"Strict-Transport-Security", "max-age=31536000"})
	}
	add("/*", everywhere...)
	add("/static/*", header{policyHeader, layout.Policy}, header{cacheHeader, forever})
	add("/zoeken/delen/*", header{cacheHeader, forever})
	add(share.Folder+"/*", header{cacheHeader, forever})
	add("/"+layout.MadeFile, header{cacheHeader, "public, max-age=3600"})
	add("/feeds/*", shared...)
	add("/feeds/v1/*", versionOf(feed.Version)...)
	for _, f := range dcat.Feeds() {
		kind := contentType(f.Type)
		var version []header
		if f.Schema() != "" {
			version = versionOf(feed.Version)
		}
		if f.Whole != "" {
			add(f.Whole, kind...)
		}
		for _, folder := range f.Beside {
			add("/"+folder+"/:naam/"+f.Name, slices.Concat(shared, kind, version)...)
			for _, source := range s.Catalog.Content().Sources {
				add("/"+source.Slug+"/"+folder+"/:naam/"+f.Name, slices.Concat(shared, kind, version)...)
			}
		}
	}
	add("/hsds/*", slices.Concat(shared, []header{{typeHeader, "application/json; charset=utf-8"}}, versionOf(hsds.Version+".0"))...)
	add(asset.EmbedFolder+"/*", slices.Concat(shared, []header{{policyHeader, layout.FramePolicy(s) + "; frame-ancestors *"}})...)
	add("/oembed/*", shared...)
	for _, file := range s.Assets.Unhashed() {
		add("/"+file, header{policyHeader, layout.Policy})
	}
	for _, page := range unframedPaths(pages) {
		add(page, header{policyHeader, layout.Policy + "; frame-ancestors 'none'"})
	}
	if edit.HasAdmin(s.Catalog.Site.Site) { // whose window to log in talks back to it
		add(edit.Admin+"/*", header{policyHeader, edit.AdminPolicy}, header{"Cross-Origin-Opener-Policy", "same-origin-allow-popups"})
	}
	return all
}

// versionOf tells a program, also one in a browser on another site, the full version of what
// it reads (NL API Design Rules, API-57).
func versionOf(full string) []header {
	return []header{{"API-Version", full}, {"Access-Control-Expose-Headers", "API-Version"}}
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

// contentType is the header for what a host does not know by its name as well as
// it knows .json.
func contentType(mediaType string) []header {
	switch {
	case mediaType == "application/json":
		return nil
	case strings.HasPrefix(mediaType, "text/"):
		mediaType += "; charset=utf-8"
	}
	return []header{{typeHeader, mediaType}}
}

// ownFiles are those for one kind of server, which others should not show, and hidden ones
// such as our record: all whose name or folder begins with a dot, but for .well-known (without
// a lookahead, which RE2 does not know).
const ownFiles = `(?:_headers|_redirects|_nginx-http\.conf|_nginx-server\.conf|_Caddyfile|(?:.*/)?\.(?:[^w/]|w[^e/]).*)`

var part = regexp.MustCompile(`:[a-z]+`)

// expression is the pattern of a rule as a regular expression that servers with PCRE and
// those with RE2 read alike. Some have gone on to the file of a folder when they look.
func expression(path string) string {
	if strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	pattern := strings.ReplaceAll(part.ReplaceAllLiteralString(regexp.QuoteMeta(path), `[^/]+`), `\*`, `.*`)
	return strings.Replace(pattern, `/index\.html`, `/(?:index\.html)?`, 1)
}

// types are those of files that not every server knows by their names.
var types = map[string]string{
	"atom": "application/atom+xml", "csv": "text/csv", "geojson": "application/geo+json", "ics": "text/calendar",
	"jsonld":      "application/ld+json",
	"webmanifest": "application/manifest+json", "webp": "image/webp",
}

// compressed are the types of files that become smaller on the way to a browser.
var compressed = []string{
	"text/html", "text/css", "text/javascript", "text/plain", "text/calendar", "text/csv", "text/xml",
	"application/javascript", "application/json", "application/xml", "application/atom+xml",
	"application/geo+json", "application/ld+json", "application/manifest+json", "image/svg+xml",
}

// typeLines tells of each of them the ending of a name with its type, sorted.
func typeLines(write func(ending, mediaType string)) {
	for _, ending := range slices.Sorted(maps.Keys(types)) {
		write(ending, types[ending])
	}
}

// A valueRule is one value of one header, for the addresses that fit an expression.
type valueRule struct{ expression, value string }

// byName returns the rules of each header by itself, in their order, with neighbours of the
// same value in one. A later one replaces an earlier.
func (r rules) byName() (names []string, of map[string][]valueRule) {
	of = map[string][]valueRule{}
	for _, rule := range r.headers {
		for _, h := range rule.headers {
			list, pattern := of[h.name], expression(rule.path)
			if list == nil {
				names = append(names, h.name)
			}
			if n := len(list); n > 0 && list[n-1].value == h.value {
				list[n-1].expression += "|" + pattern
			} else {
				list = append(list, valueRule{pattern, h.value})
			}
			of[h.name] = list
		}
	}
	for _, list := range of {
		for i := range list {
			list[i].expression = "^(?:" + list[i].expression + ")$"
		}
	}
	return names, of
}
