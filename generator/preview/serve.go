package preview

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"pleinwijzer/generator"
	"pleinwijzer/generator/desk"
	"pleinwijzer/generator/publish"
)

// lastGood is the query parameter that asks for a page of the last good version while
// there are errors in the content.
const lastGood = "laatste-goede"

// noWorker replaces the service worker of the site, which a browser requests with a
// special header (Service Workers, section "Update"). The one of the site would show
// pages from before an edit, or of another day. This one replaces any that the editor's
// browser already has, and then unregisters itself.
const noWorker = `self.oninstall = () => self.skipWaiting();
self.onactivate = () => self.registration.unregister();
`

// wrongHost is for a host name of which the preview was not told that it is of this
// computer.
const wrongHost = "Dit adres hoort niet bij deze server. Gebruik http://localhost met het poortnummer.\n" +
	"Is het een naam van deze computer? Noem die dan bij het starten, met -naam."

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	now := s.current.Load()
	header := w.Header()
	header.Set("Cache-Control", "no-store")
	header.Set("X-Content-Type-Options", "nosniff")
	switch {
	case !s.allows(r.Host):
		http.Error(w, wrongHost, http.StatusForbidden)
	case s.desk != nil && strings.HasPrefix(r.URL.Path, desk.Base) && !fromElsewhere(r):
		s.desk.ServeHTTP(w, r)
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
	case s.desk != nil && r.URL.Query().Has(desk.TrialQuery):
		now.serveTrial(w, r, s.desk.Trial(r.URL.Query().Get(desk.TrialQuery)))
	default:
		now.serveDay(w, r)
	}
}

// serveTrial serves a page of the site as it would be with what someone has typed in a
// form. It is shown beside that form, so without a bar.
func (s *state) serveTrial(w http.ResponseWriter, r *http.Request, made *generator.Site) {
	if made == nil {
		http.Error(w, "Dit voorbeeld is er niet meer. Laad het formulier opnieuw.", http.StatusNotFound)
		return
	}
	trial := &state{config: s.config, faults: s.faults, site: newSite(made, s.config), trial: true}
	w.Header().Set("Content-Security-Policy", "frame-ancestors 'self'")
	trial.serve(w, r)
}

// serveDay serves the site as of the day that the request asks for. When a page gets its
// day from the previous page, serveDay redirects to an address with the day in it, so that
// whoever copies the address copies the day.
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

// allows rejects requests with a foreign host name. Otherwise a stranger's site could
// point its host name to this computer (DNS rebinding), and its scripts could read what
// is shown here.
func (s *server) allows(hostPort string) bool {
	host := hostPort
	if h, _, err := net.SplitHostPort(hostPort); err == nil {
		host = h
	}
	host = strings.Trim(host, "[]")
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || net.ParseIP(host) != nil ||
		slices.ContainsFunc(append(s.config.Names, s.config.Host), func(own string) bool { return own != "" && strings.EqualFold(host, own) })
}

// fromElsewhere reports whether the request comes from another site that is open in the
// browser. The server's own files reveal where files are on this computer, and hold a
// connection open for whoever asks. Browsers say where a request comes from (Fetch
// Metadata); those that do not may still send an Origin.
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

// serve serves the site while there are no errors.
func (s *state) serve(w http.ResponseWriter, r *http.Request) {
	if query := r.URL.Query(); query.Has(lastGood) {
		query.Del(lastGood)
		to := url.URL{Path: clean(r.URL.Path), RawQuery: query.Encode()}
		http.Redirect(w, r, to.String(), http.StatusFound)
		return
	}
	found, ok := s.site.find(r.URL.Path)
	switch {
	case !ok && isAdmin(r.URL.Path):
		found = answer{file: noAdmin, status: http.StatusNotFound}
	case !ok:
		found = s.site.missing(r.URL.Path)
	}
	s.write(w, r, found, "")
}

// serveBroken serves the site while there are errors in the content. Style sheets,
// scripts and the like come from the last good version. A page is replaced by a list of
// what is wrong with the content, unless the editor asks for the last good version.
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
		s.write(w, r, s.site.missing(r.URL.Path), banner)
	default:
		s.write(w, r, found, banner)
	}
}

// missing returns the answer for an address that does not exist: the page of its language.
func (s *site) missing(urlPath string) answer {
	top, _, _ := strings.Cut(strings.TrimPrefix(clean(urlPath), "/"), "/")
	file, ok := s.files[path.Join(top, "404.html")]
	if !ok {
		file = s.files["404.html"]
	}
	return answer{file: file, status: http.StatusNotFound}
}

// write renders the answer. It adds to pages the script that reloads them, and more if
// that is not empty.
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
		said := s.config.Says(err)
		s.faults.tell(said, a.file)
		s.writeProblems(w, r, said)
		return
	}
	out := body.Bytes()
	if a.isPage() && !s.trial {
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

// typing marks a page in which people type, because it is an application of its own.
// herladen.js does not reload it and it has no bar.
var typing = []byte(`data-herladen="nee"`)

func writeBody(w http.ResponseWriter, contentType string, status int, body []byte) {
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	w.Write(body) // an error means that the browser has gone away
}

// clean removes dots and double slashes from a path, but keeps a slash at the end.
func clean(urlPath string) string {
	cleaned := path.Clean("/" + urlPath)
	if strings.HasSuffix(urlPath, "/") && cleaned != "/" {
		cleaned += "/"
	}
	return cleaned
}

// nothingHere replaces 404.html for a site that has none.
var nothingHere = publish.File{Path: "404.txt", Render: func(w io.Writer) error {
	_, err := io.WriteString(w, "Hier is geen pagina.\n")
	return err
}}
