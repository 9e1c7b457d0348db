package preview

import (
	"bytes"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// site finds the files of one build by address.
type site struct {
	*generator.Site
	config    *Config
	files     map[string]publish.File
	redirects func() map[string]redirect // by path without a trailing slash
	advice    func() diag.List           // advice together with the warnings
}

func newSite(made *generator.Site, c *Config) *site {
	s := &site{Site: made, config: c, files: make(map[string]publish.File, len(made.Files))}
	for _, f := range made.Files {
		s.files[f.Path] = f
	}
	s.redirects = sync.OnceValue(s.readRedirects)
	s.advice = sync.OnceValue(func() diag.List {
		advice := made.Advice().In(c.Shown)
		if c.Advised != nil {
			c.Advised(advice)
		}
		all := slices.Concat(made.Problems.In(c.Shown), advice)
		all.Sort()
		return all
	})
	return s
}

// An answer is what the site has at an address: a file or a redirect.
type answer struct {
	file   publish.File
	status int
	to     string // the target of the redirect, if status is one
}

// isPage reports whether the answer is a page that the editor sees.
func (a answer) isPage() bool { return a.to != "" || typeOf(a.file.Path) == typeOf(".html") }

// find resolves a path as the web host does: a folder is its index.html and ends in a
// slash, and a path that does not exist may have a redirect.
func (s *site) find(urlPath string) (answer, bool) {
	urlPath = clean(urlPath)
	asFolder := strings.HasSuffix(urlPath, "/")
	name := strings.Trim(urlPath, "/")
	if f, ok := s.files[name]; ok && !asFolder {
		return answer{file: f, status: http.StatusOK}, true
	}
	if f, ok := s.files[path.Join(name, "index.html")]; ok {
		if asFolder {
			return answer{file: f, status: http.StatusOK}, true
		}
		return answer{status: http.StatusMovedPermanently, to: (&url.URL{Path: urlPath + "/"}).String()}, true
	}
	if r, ok := s.redirects()["/"+name]; ok {
		return answer{status: r.status, to: r.to}, true
	}
	return answer{}, false
}

// own returns the source of a page, with its file name as editors see it.
func (s *site) own(urlPath string) (generator.Source, bool) {
	found, ok := s.Source(urlPath)
	found.Range = found.Range.In(s.config.Shown)
	return found, ok
}

// source returns the source of a page, or of the record that the page is below: a poster
// is about its plein.
func (s *site) source(urlPath string) (generator.Source, bool) {
	at := clean(urlPath)
	found, ok := s.own(at)
	if !ok && strings.Count(at, "/") > 3 { // below a record, such as /pleinen/x/poster/
		found, ok = s.own(path.Dir(path.Clean(at)) + "/")
	}
	return found, ok
}

// on returns the same content as of another day, at the same time of day.
func (s *site) on(day schedule.Date) (*generator.Site, error) {
	clock := s.Now.In(schedule.Amsterdam)
	year, month, date := day.Civil()
	return s.At(time.Date(year, month, date, clock.Hour(), clock.Minute(), clock.Second(), 0, schedule.Amsterdam))
}

// A redirect is a line of the file _redirects.
type redirect struct {
	to     string
	status int
}

// readRedirects parses the lines "from to status" of the file _redirects. The site uses
// nothing else of what hosts support there, so other lines are ignored.
func (s *site) readRedirects() map[string]redirect {
	var text bytes.Buffer
	f, ok := s.files["_redirects"]
	if !ok || f.Render(&text) != nil {
		return nil
	}
	all := map[string]redirect{}
	for line := range strings.Lines(text.String()) {
		fields := strings.Fields(line)
		if len(fields) < 2 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		r := redirect{to: fields[1], status: http.StatusMovedPermanently}
		if len(fields) > 2 {
			r.status, _ = strconv.Atoi(strings.TrimSuffix(fields[2], "!"))
		}
		if r.status >= 300 && r.status < 400 {
			all[path.Clean(fields[0])] = r
		}
	}
	return all
}
