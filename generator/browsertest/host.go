package browsertest

import (
	"mime"
	"net/http"
	"path"
	"regexp"
	"strings"
)

// Host serves a site as Netlify would: the headers of its _headers file, and for what is
// not there 404.html, or the page that its _redirects names for that folder. The base is
// the path of the site, "/" or such as "/hulp/".
func Host(base string, files map[string][]byte) http.Handler {
	rules := headerRules(string(files["_headers"]))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, base)
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		data, found := files[name]
		status := http.StatusOK
		if !found {
			name, status = lostPage(string(files["_redirects"]), base, r.URL.Path), http.StatusNotFound
			data = files[name]
		}
		w.Header().Set("Content-Type", mediaType(name))
		w.Header().Set("Cache-Control", "public, max-age=0, must-revalidate") // Netlify's own
		for _, rule := range rules {
			if rule.path.MatchString(r.URL.Path) {
				for key, value := range rule.headers {
					w.Header().Set(key, value) // a later rule overrides
				}
			}
		}
		w.WriteHeader(status)
		w.Write(data)
	})
}

// lostPage is the file for an address that is not there: that of the first line of a
// _redirects file such as "/en/* /en/404.html 404" that fits.
func lostPage(redirects, base, address string) string {
	for line := range strings.Lines(redirects) {
		fields := strings.Fields(line)
		if len(fields) == 3 && fields[2] == "404" && pathPattern(fields[0]).MatchString(address) {
			return strings.TrimPrefix(fields[1], base)
		}
	}
	return "404.html"
}

// A headerRule is one path of a _headers file, with its headers.
type headerRule struct {
	path    *regexp.Regexp
	headers map[string]string
}

// headerRules reads a _headers file: a line that is not indented is a path, in
// which * stands for anything and :name for one part.
func headerRules(text string) []headerRule {
	var rules []headerRule
	for line := range strings.Lines(text) {
		content := strings.TrimSpace(line)
		key, value, isHeader := strings.Cut(content, ":")
		switch {
		case content == "" || strings.HasPrefix(content, "#"):
		case strings.HasPrefix(content, "/"):
			rules = append(rules, headerRule{pathPattern(content), map[string]string{}})
		case isHeader && len(rules) > 0:
			rules[len(rules)-1].headers[strings.TrimSpace(key)] = strings.TrimSpace(value)
		}
	}
	return rules
}

var placeholder = regexp.MustCompile(`:[A-Za-z_]+`)

func pathPattern(rule string) *regexp.Regexp {
	pattern := placeholder.ReplaceAllLiteralString(regexp.QuoteMeta(rule), `[^/]+`)
	return regexp.MustCompile("^" + strings.ReplaceAll(pattern, `\*`, ".*") + "$")
}

// mediaType is that of a file by its name. The table of the machine that the
// test runs on may not know all of ours.
func mediaType(name string) string {
	switch ext := path.Ext(name); ext {
	case ".webmanifest":
		return "application/manifest+json"
	case ".ics":
		return "text/calendar; charset=utf-8"
	case ".txt", "":
		return "text/plain; charset=utf-8"
	default:
		return mime.TypeByExtension(ext)
	}
}
