package preview

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"

	"pleinwijzer/generator/publish"
)

// lastGood is the query of an address that asks for the page as it was before
// the content went wrong.
const lastGood = "laatste-goede"

// noWorker is what the preview has for a service worker, which a browser asks for
// with a header of its own (Service Workers, section "Update"). The one of the site
// would show pages of before an edit, or of another day. This one also takes the
// place of one that an editor has, and goes.
const noWorker = `self.oninstall = () => self.skipWaiting();
self.onactivate = () => self.registration.unregister();
`

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	now := s.current.Load()
	header := w.Header()
	header.Set("Cache-Control", "no-store")
	header.Set("X-Content-Type-Options", "nosniff")
	switch {
	case !s.allows(r.Host):
		http.Error(w, "Dit adres hoort niet bij deze server. Gebruik http://localhost met het poortnummer.", http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "Deze server kan alleen laten zien.", http.StatusMethodNotAllowed)
	case strings.HasPrefix(r.URL.Path, reserved) && fromElsewhere(r):
		http.Error(w, "Dit adres is alleen voor de site in de voorvertoning zelf.", http.StatusForbidden)
	case strings.HasPrefix(r.URL.Path, reserved):
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Content-Security-Policy", "frame-ancestors 'self'")
		s.serveOwn(w, r)
	case r.Header.Get("Service-Worker") == "script":
		writeBody(w, typeOf(".js"), http.StatusOK, []byte(noWorker))
	default:
		now.serveDay(w, r)
	}
}

// serveDay answers from the site as of the day that the request asks for. A page to
// which the day follows gets it in its address, so that whoever copies the address
// copies the day.
func (s *state) serveDay(w http.ResponseWriter, r *http.Request) {
	day, follows, err := dayOf(r)
	if err != nil {
		s.writeWrongDay(w, r, err)
		return
	}
	s = s.on(day)
	if follows && s.another != nil {
		found, ok := s.site.find(r.URL.Path)
		if ok && found.isPage() || !ok && path.Ext(r.URL.Path) == "" {
			to := url.URL{Path: clean(r.URL.Path), RawQuery: withDay(r.URL.RawQuery, day)}
			http.Redirect(w, r, to.String(), http.StatusFound)
			return
		}
	}
	if s.broken() {
		s.serveBroken(w, r)
		return
	}
	s.serve(w, r)
}

// allows keeps out the site of a stranger who lets a host name of his own point
// to this computer, so that his scripts could read what is shown here.
func (s *server) allows(hostPort string) bool {
	host := hostPort
	if h, _, err := net.SplitHostPort(hostPort); err == nil {
		host = h
	}
	host = strings.Trim(host, "[]")
	return host == "localhost" || strings.HasSuffix(host, ".localhost") ||
		net.ParseIP(host) != nil || s.config.Host != "" && strings.EqualFold(host, s.config.Host)
}

// fromElsewhere reports whether another site asks, in a browser that is open here too.
// What the server has of its own tells where files are on this computer, and keeps a
// connection for whoever asks. A browser says who asks (Fetch Metadata); one that does
// not may still say of which site it is.
func fromElsewhere(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "same-origin", "none":
		return false
	case "":
		origin := r.Header.Get("Origin")
		return origin != "" && origin != "http://"+r.Host && origin != "https://"+r.Host
	}
	return true
}

// serve answers from the site, which is good.
func (s *state) serve(w http.ResponseWriter, r *http.Request) {
	if query := r.URL.Query(); query.Has(lastGood) {
		query.Del(lastGood)
		to := url.URL{Path: clean(r.URL.Path), RawQuery: query.Encode()}
		http.Redirect(w, r, to.String(), http.StatusFound)
		return
	}
	found, ok := s.site.find(r.URL.Path)
	if !ok {
		found = s.site.missing()
	}
	s.write(w, r, found, "")
}

// serveBroken answers while the content is wrong. What a page is made of is
// served from the last good site; instead of a page comes what is wrong with the
// content, unless the editor asks for the last good one.
func (s *state) serveBroken(w http.ResponseWriter, r *http.Request) {
	var found answer
	ok := false
	if s.site != nil {
		found, ok = s.site.find(r.URL.Path)
	}
	ext := path.Ext(r.URL.Path)
	switch {
	case ok && !found.isPage():
		s.write(w, r, found, "")
	case !ok && ext != "" && ext != ".html":
		s.write(w, r, answer{status: http.StatusNotFound}, "")
	case s.site == nil || !r.URL.Query().Has(lastGood):
		s.writeProblems(w, r, s.failure)
	case !ok:
		s.write(w, r, s.site.missing(), banner)
	default:
		s.write(w, r, found, banner)
	}
}

// missing is the answer for an address where there is nothing.
func (s *site) missing() answer {
	return answer{file: s.files["404.html"], status: http.StatusNotFound}
}

// write renders the answer. Pages get the script that reloads them, and more if
// there is something to say.
func (s *state) write(w http.ResponseWriter, r *http.Request, a answer, more string) {
	switch {
	case a.to != "":
		to := a.to
		if r.URL.RawQuery != "" && !strings.ContainsAny(to, "?#") {
			to += "?" + r.URL.RawQuery
		}
		http.Redirect(w, r, to, a.status)
		return
	case a.file.Render == nil:
		a.file = nothingHere
	}
	var body bytes.Buffer
	if err := a.file.Render(&body); err != nil {
		s.writeProblems(w, r, s.config.Says(err))
		return
	}
	out := body.Bytes()
	if a.isPage() {
		out = inject(out, more+s.script())
		if !bytes.Contains(out, typing) {
			var err error
			if out, err = s.dress(out, r); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
		}
	}
	writeBody(w, typeOf(a.file.Path), a.status, out)
}

// typing is in a page in which someone types: an application of its own, which
// herladen.js does not reload and which has no bar.
var typing = []byte(`data-herladen="nee"`)

func writeBody(w http.ResponseWriter, contentType string, status int, body []byte) {
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	w.Write(body) // an error says that the browser went away
}

// clean takes the dots and double slashes out of a path. A slash at the end stays.
func clean(urlPath string) string {
	cleaned := path.Clean("/" + urlPath)
	if strings.HasSuffix(urlPath, "/") && cleaned != "/" {
		cleaned += "/"
	}
	return cleaned
}

// nothingHere stands in for 404.html in a site without one.
var nothingHere = publish.File{Path: "404.txt", Render: func(w io.Writer) error {
	_, err := io.WriteString(w, "Hier is geen pagina.\n")
	return err
}}
