package page

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pleinwijzer/generator/cms"
	"pleinwijzer/generator/publish"
)

// hostedHeaders reads a _headers file as Netlify does: every rule that fits a path adds
// its headers. A star stands for the rest of the path, :name for one part of it.
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

// TestFrameHeaders lets other sites frame the pages that are made for it, and
// no other, and read what scripts fetch.
func TestFrameHeaders(t *testing.T) {
	files := filesOf(t, shippedCatalog(t))
	rules := readHeaders(string(rendered(t, files, "_headers")))
	for _, f := range files {
		address := "/" + strings.TrimSuffix(f.Path, "index.html")
		headers := rules.of(address)
		embed := strings.HasPrefix(f.Path, "embed/")
		if path.Ext(f.Path) == ".html" {
			framed := "; frame-ancestors 'none'"
			if embed {
				framed = "; frame-ancestors *"
			}
			if !slices.Contains(headers.Values("Content-Security-Policy"), policy+framed) {
				t.Errorf("%s has not the policy%s, but %q", address, framed, headers.Values("Content-Security-Policy"))
			}
		}
		if embed || strings.HasPrefix(f.Path, "oembed/") {
			if headers.Get("Access-Control-Allow-Origin") != "*" || headers.Get("Cache-Control") != "public, max-age=300" {
				t.Errorf("%s: %v", address, headers)
			}
		}
	}
}

// TestAdminPolicy wants the page of editors to have its own policy and no other,
// whether a host adds the headers of its rules or overrides them, and no page of
// visitors to have anything of it.
func TestAdminPolicy(t *testing.T) {
	c := shippedCatalog(t)
	if text := string(rendered(t, filesOf(t, c), "_headers")); strings.Contains(text, cms.Folder) {
		t.Error("without a repository there is a rule for the page of editors")
	}
	site := *c.Site.Site
	site.Beheer.GitHub = "bibliotheek/pleinwijzer"
	c.Site.Site = &site
	files := filesOf(t, c)
	rules := readHeaders(string(rendered(t, files, "_headers")))
	for _, address := range []string{"/admin/", "/admin/config.yml"} {
		if got := rules.of(address).Values("Content-Security-Policy"); len(got) != 1 || got[0] != cms.Policy {
			t.Errorf("%s has policy %q", address, got)
		}
	}
	for _, f := range files {
		for _, got := range rules.of("/" + f.Path).Values("Content-Security-Policy") {
			if !strings.HasPrefix(got, policy) {
				t.Errorf("%s has policy %q", f.Path, got)
			}
		}
	}
}

// A link as WordPress looks for it: it reads neither entities nor relative
// addresses.
var oembedLink = regexp.MustCompile(`<link rel="alternate" type="application/json\+oembed" href="https://pleinwijzer\.example/([^"]+)"`)

// TestOEmbed wants each page of a plein, a partner and a spreekuur to lead to an
// answer by the standard, of which the HTML is a frame with a page of the site.
func TestOEmbed(t *testing.T) {
	files := filesOf(t, shippedCatalog(t))
	byPath := map[string]publish.File{}
	for _, f := range files {
		byPath[f.Path] = f
	}
	page := regexp.MustCompile(`^([a-z]{2}/)?(pleinen|partners|spreekuren)/[a-z0-9-]+/index\.html$`)
	n := 0
	for _, f := range files {
		if !page.MatchString(f.Path) || strings.HasPrefix(f.Path, "spreekuren/bladzijde") {
			continue
		}
		text := rendered(t, []publish.File{f}, f.Path)
		if bytes.Contains(text, []byte(`http-equiv="refresh"`)) {
			continue // an old address
		}
		n++
		found := oembedLink.FindSubmatch(text)
		if found == nil {
			t.Errorf("%s leads to no oEmbed", f.Path)
			continue
		}
		answer, ok := byPath[string(found[1])]
		if !ok {
			t.Errorf("%s leads to %s, which is not there", f.Path, found[1])
			continue
		}
		checkOEmbed(t, answer, byPath)
	}
	if n < 100 {
		t.Errorf("only %d pages", n)
	}
}

// inBody is where a piece of HTML is put.
var inBody = &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}

func checkOEmbed(t *testing.T, f publish.File, byPath map[string]publish.File) {
	t.Helper()
	var answer map[string]any
	if err := json.Unmarshal(rendered(t, []publish.File{f}, f.Path), &answer); err != nil {
		t.Fatal(err)
	}
	width, _ := answer["width"].(float64)
	height, _ := answer["height"].(float64)
	if answer["type"] != "rich" || answer["version"] != "1.0" || width <= 0 || height < 200 || height > 1000 {
		t.Errorf("%s: %v", f.Path, answer)
	}
	text, _ := answer["html"].(string)
	body, err := html.ParseFragment(strings.NewReader(text), inBody)
	if err != nil || len(body) != 1 || body[0].Data != "iframe" || !strings.HasSuffix(text, "></iframe>") {
		t.Fatalf("%s: not a frame alone: %s", f.Path, text)
	}
	for _, a := range body[0].Attr {
		switch a.Key {
		case "src":
			name, ok := strings.CutPrefix(a.Val, "https://pleinwijzer.example/")
			if _, known := byPath[name+"index.html"]; !ok || !known {
				t.Errorf("%s: the frame shows %s", f.Path, a.Val)
			}
		case "title", "width", "height", "frameborder": // what WordPress leaves in place
		case "loading": // what it takes away, and adds by itself
		default:
			t.Errorf("%s: attribute %s", f.Path, a.Key)
		}
	}
}

// TestEmbedsLeaveOut looks for what is stopped, stopped for a time, or a draft.
func TestEmbedsLeaveOut(t *testing.T) {
	n := 0
	for _, f := range filesOf(t, complete(t)) {
		if !strings.HasPrefix(f.Path, "embed/") && !strings.HasPrefix(f.Path, "oembed/") {
			continue
		}
		n++
		text := string(rendered(t, []publish.File{f}, f.Path))
		for _, title := range []string{"Met pauze", "Gestopt", "Nog een concept", "spreekuren/weg/", "spreekuren/pauze/", "spreekuren/nieuw/"} {
			if strings.Contains(text, title) {
				t.Errorf("%s has %q", f.Path, title)
			}
		}
	}
	if n < 15 {
		t.Errorf("only %d files", n)
	}
}

// TestFragments wants HTML that may stand in any page: no scripts, no styles, no
// ids, and no address that needs this site around it.
func TestFragments(t *testing.T) {
	n := 0
	for _, f := range filesOf(t, shippedCatalog(t)) {
		if path.Base(f.Path) != fragmentFile {
			continue
		}
		n++
		text := rendered(t, []publish.File{f}, f.Path)
		nodes, err := html.ParseFragment(bytes.NewReader(text), inBody)
		if err != nil || len(nodes) != 1 {
			t.Fatalf("%s: %d elements, %v", f.Path, len(nodes), err)
		}
		allowed := strings.Fields("section h2 h3 ul li a br s strong bdi p small time span")
		for node := range nodes[0].Descendants() {
			if node.Type == html.ElementNode && !slices.Contains(allowed, node.Data) {
				t.Errorf("%s: element %s", f.Path, node.Data)
			}
			for _, a := range node.Attr {
				switch {
				case a.Key == "href" && strings.HasPrefix(a.Val, "https://pleinwijzer.example/"):
				case a.Key == "lang", a.Key == "dir", a.Key == "datetime":
				default:
					t.Errorf("%s: attribute %s=%q", f.Path, a.Key, a.Val)
				}
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d fragments", n)
	}
}

// TestElementSize keeps the script on the sites of partners small.
func TestElementSize(t *testing.T) {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	z.Write(rendered(t, filesOf(t, shippedCatalog(t)), embedScript[1:]))
	z.Close()
	t.Logf("%d bytes", b.Len())
	if b.Len() >= 8<<10 {
		t.Errorf("%d bytes, compressed; want less than %d", b.Len(), 8<<10)
	}
}
