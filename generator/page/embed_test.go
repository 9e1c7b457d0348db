package page

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
)

// TestFrameHeaders lets other sites frame the pages that are made for it, and
// no other, and read what scripts fetch.
func TestFrameHeaders(t *testing.T) {
	files := filesOf(t, pagetest.Shipped(t))
	names := map[string][]byte{"_headers": pagetest.Rendered(t, files, "_headers")}
	for _, f := range files {
		if f.Path != "_headers" {
			names[f.Path] = nil
		}
	}
	host := browsertest.Host("/", names)
	for _, f := range files {
		address := "/" + strings.TrimSuffix(f.Path, "index.html")
		response := httptest.NewRecorder()
		host.ServeHTTP(response, httptest.NewRequest(http.MethodGet, address, nil))
		headers := response.Header()
		embed := strings.HasPrefix(f.Path, "embed/")
		if path.Ext(f.Path) == ".html" {
			want := layout.Policy + "; frame-ancestors 'none'"
			if embed {
				want = strings.Replace(layout.Policy, "default-src 'self'", "default-src 'self' https://pleinwijzer.example/embed/", 1) + "; frame-ancestors *"
			}
			if got := headers.Get("Content-Security-Policy"); got != want {
				t.Errorf("%s has policy %q", address, got)
			}
		}
		if embed || strings.HasPrefix(f.Path, "oembed/") {
			if headers.Get("Access-Control-Allow-Origin") != "*" || headers.Get("Cache-Control") != "public, max-age=300" {
				t.Errorf("%s: %v", address, headers)
			}
		}
	}
}

// A link as WordPress looks for it: it reads neither entities nor relative
// addresses.
var oembedLink = regexp.MustCompile(`<link rel="alternate" type="application/json\+oembed" href="https://pleinwijzer\.example/([^"]+)"`)

// TestOEmbed wants each page of a plein, a partner and a spreekuur to lead to an
// answer by the standard, of which the HTML is a frame with what that page is about. No
// other page leads to one, nor does that of a spreekuur that is not held.
func TestOEmbed(t *testing.T) {
	c := pagetest.Shipped(t)
	stopped := map[string]bool{}
	for _, x := range c.Spreekuren {
		stopped[strings.Trim(x.Page(), "/")] = !x.Active()
	}
	files := filesOf(t, c)
	byPath := map[string]publish.File{}
	for _, f := range files {
		byPath[f.Path] = f
	}
	page := regexp.MustCompile(`^([a-z]{2}/)?(pleinen|partners|spreekuren)/[a-z0-9-]+/index\.html$`)
	n := 0
	for _, f := range files {
		if !strings.HasSuffix(f.Path, ".html") || strings.HasPrefix(f.Path, "embed/") {
			continue
		}
		text := pagetest.Rendered(t, []publish.File{f}, f.Path)
		own := strings.TrimSuffix(f.Path, "/index.html")
		_, dutch, _ := strings.Cut("/"+own, "/spreekuren/")
		if !page.MatchString(f.Path) || stopped["spreekuren/"+dutch] {
			if bytes.Contains(text, []byte("json+oembed")) {
				t.Errorf("%s leads to an oEmbed", f.Path)
			}
			continue
		}
		if bytes.Contains(text, []byte(`http-equiv="refresh"`)) {
			continue // an old address
		}
		n++
		found := oembedLink.FindSubmatch(text)
		if found == nil {
			t.Errorf("%s leads to no oEmbed", f.Path)
			continue
		}
		if got := string(found[1]); got != "oembed/"+own+".json" {
			t.Errorf("%s leads to %s", f.Path, got)
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
	if err := json.Unmarshal(pagetest.Rendered(t, []publish.File{f}, f.Path), &answer); err != nil {
		t.Fatal(err)
	}
	width, _ := answer["width"].(float64)
	height, _ := answer["height"].(float64)
	if answer["type"] != "rich" || answer["version"] != "1.0" || width <= 0 || height < 200 || height > 1000 {
		t.Errorf("%s: %v", f.Path, answer)
	}
	text, _ := answer["html"].(string)
	body, err := html.ParseFragment(strings.NewReader(text), inBody)
	if err != nil || len(body) != 2 || body[1].Data != "iframe" || !strings.HasSuffix(text, "></iframe>") {
		t.Fatalf("%s: not a quotation and a frame: %s", f.Path, text)
	}
	if !strings.HasPrefix(text, `<blockquote class="wp-embedded-content"><a href="https://`) {
		t.Errorf("%s: no quotation for which WordPress listens: %s", f.Path, text)
	}
	for _, a := range body[1].Attr {
		switch a.Key {
		case "src":
			name, ok := strings.CutPrefix(a.Val, "https://pleinwijzer.example/")
			if _, known := byPath[name+"index.html"]; !ok || !known {
				t.Errorf("%s: the frame shows %s", f.Path, a.Val)
			}
		case "title", "width", "height", "frameborder": // what WordPress leaves in place
		case "loading", "style": // what it takes away
		default:
			t.Errorf("%s: attribute %s", f.Path, a.Key)
		}
	}
}

// TestEmbedsLeaveOut looks for what is stopped, stopped for a time, or a draft.
func TestEmbedsLeaveOut(t *testing.T) {
	n := 0
	for _, f := range filesOf(t, pagetest.Complete(t)) {
		if !strings.HasPrefix(f.Path, "embed/") && !strings.HasPrefix(f.Path, "oembed/") {
			continue
		}
		n++
		text := string(pagetest.Rendered(t, []publish.File{f}, f.Path))
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
	for _, f := range filesOf(t, pagetest.Shipped(t)) {
		if path.Base(f.Path) != asset.FragmentFile {
			continue
		}
		n++
		text := pagetest.Rendered(t, []publish.File{f}, f.Path)
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
	z.Write(pagetest.Rendered(t, filesOf(t, pagetest.Shipped(t)), asset.EmbedScript[1:]))
	z.Close()
	t.Logf("%d bytes", b.Len())
	if b.Len() >= 8<<10 {
		t.Errorf("%d bytes, compressed; want less than %d", b.Len(), 8<<10)
	}
}
