package page

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/pagetest"
)

// hostedHeaders reads a _headers file as a host that adds: every rule that fits a path
// adds its headers. browsertest.Host is one that overrides. A star stands for the rest of the path, :name for one part of it.
type hostedHeaders []headerRule

type headerRule struct {
	path    *regexp.Regexp
	headers [][2]string
}

func readHeaders(file string) hostedHeaders {
	var rules hostedHeaders
	for line := range strings.Lines(file) {
		line = strings.TrimSuffix(line, "\n")
		if name, value, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && strings.HasPrefix(line, " ") {
			last := &rules[len(rules)-1]
			last.headers = append(last.headers, [2]string{name, value})
			continue
		}
		pattern := strings.ReplaceAll(regexp.QuoteMeta(line), `\*`, ".*")
		rules = append(rules, headerRule{path: regexp.MustCompile("^" + regexp.MustCompile(":[a-z]+").ReplaceAllString(pattern, "[^/]+") + "$")})
	}
	return rules
}

func (r hostedHeaders) of(path string) http.Header {
	all := http.Header{}
	for _, rule := range r {
		if rule.path.MatchString(path) {
			for _, h := range rule.headers {
				all.Add(h[0], h[1])
			}
		}
	}
	return all
}

// TestHeadersOfAll wants every file to have what keeps other sites' windows away, and
// https to be kept where the address has it.
func TestHeadersOfAll(t *testing.T) {
	c := pagetest.Shipped(t)
	for base, want := range map[string]string{"https://x.example": "max-age=31536000", "http://x.example": ""} {
		site := *c.Site
		site.Base = base
		c.Site = &site
		files := filesOf(t, c)
		rules := readHeaders(string(pagetest.Rendered(t, files, "_headers")))
		for _, f := range files {
			h := rules.of("/" + f.Path)
			if got := h.Get("Strict-Transport-Security"); got != want {
				t.Errorf("%s: %s has Strict-Transport-Security %q", base, f.Path, got)
			}
			if got := h.Values("Cross-Origin-Opener-Policy"); len(got) != 1 || got[0] != "same-origin" {
				t.Errorf("%s has Cross-Origin-Opener-Policy %q", f.Path, got)
			}
		}
	}
}

// TestAdminPolicy wants the page of editors to have its own policy and no other,
// whether a host adds the headers of its rules or overrides them, and no page of
// visitors to have anything of it.
func TestAdminPolicy(t *testing.T) {
	c := pagetest.Shipped(t)
	if text := string(pagetest.Rendered(t, filesOf(t, c), "_headers")); strings.Contains(text, edit.Admin) {
		t.Error("without a repository there is a rule for the page of editors")
	}
	site := *c.Site.Site
	site.Beheer.GitHub = "bibliotheek/pleinwijzer"
	c.Site.Site = &site
	files := filesOf(t, c)
	rules := readHeaders(string(pagetest.Rendered(t, files, "_headers")))
	for _, address := range []string{"/admin/", "/admin/config.yml"} {
		if got := rules.of(address).Values("Content-Security-Policy"); len(got) != 1 || got[0] != edit.AdminPolicy {
			t.Errorf("%s has policy %q", address, got)
		}
	}
	inFrame := "default-src 'self' " + c.Site.Absolute("/embed/") + ";" // where a frame has no origin to be 'self'
	for _, f := range files {
		for _, got := range rules.of("/" + f.Path).Values("Content-Security-Policy") {
			if strings.HasPrefix(f.Path, "embed/") {
				got = strings.Replace(got, inFrame, "default-src 'self';", 1)
			}
			if !strings.HasPrefix(got, layout.Policy) {
				t.Errorf("%s has policy %q", f.Path, got)
			}
		}
	}
}
