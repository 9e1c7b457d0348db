package main

import (
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// A formPage is a form as a browser without scripts has it.
type formPage struct {
	*served
	action string
	values url.Values
	body   string
}

const deskPath = "/__pleinwijzer/bewerk/"

// form opens a page and reads its form, with the values that a browser would send.
func (s *served) form(address string) *formPage {
	s.Helper()
	status, body := s.get(address)
	if status != http.StatusOK {
		s.Fatalf("%s: status %d\n%s", address, status, body)
	}
	return s.formIn(body)
}

func (s *served) formIn(body string) *formPage {
	s.Helper()
	page, err := html.Parse(strings.NewReader(body))
	if err != nil {
		s.Fatal(err)
	}
	f := &formPage{served: s, values: url.Values{}, body: body}
	var walk func(n *html.Node, inside bool)
	walk = func(n *html.Node, inside bool) {
		attrs := map[string]string{}
		for _, a := range n.Attr {
			attrs[a.Key] = a.Val
		}
		if n.Type == html.ElementNode && n.Data == "form" && attrs["id"] == "formulier" {
			f.action, inside = attrs["action"], true
		}
		if name, ok := attrs["name"]; ok && inside && n.Data != "button" {
			_, checked := attrs["checked"]
			switch kind := attrs["type"]; {
			case n.Data == "template":
			case n.Data == "textarea":
				text := ""
				if n.FirstChild != nil {
					text = n.FirstChild.Data // the parser leaves out the first line end, as browsers do
				}
				f.values.Add(name, text)
			case n.Data == "select":
				f.values.Add(name, selected(n))
			case kind == "file", (kind == "radio" || kind == "checkbox") && !checked:
			default:
				f.values.Add(name, attrs["value"])
			}
		}
		if n.Data == "template" {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inside)
		}
	}
	walk(page, false)
	if f.action == "" {
		s.Fatalf("no form in\n%s", body)
	}
	return f
}

// selected returns the value of the chosen option, or of the first one.
func selected(n *html.Node) string {
	value, first := "", true
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Data != "option" {
			continue
		}
		own, chosen := "", false
		for _, a := range c.Attr {
			chosen = chosen || a.Key == "selected"
			if a.Key == "value" {
				own = a.Val
			}
		}
		if first || chosen {
			value, first = own, false
		}
	}
	return value
}

// send posts the form with a button, follows the redirect as a browser does, and returns
// the page.
func (f *formPage) send(button string) (status int, body string) {
	f.Helper()
	f.values.Set("_doe", button)
	return f.post(f.action, f.values)
}

func (s *served) post(action string, values url.Values) (status int, body string) {
	s.Helper()
	r, err := http.PostForm(s.address+deskPath+action, values)
	if err != nil {
		s.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		s.Fatal(err)
	}
	return r.StatusCode, string(text)
}

func (s *served) read(name string) string {
	s.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil {
		s.Fatal(err)
	}
	return string(data)
}

const partnerForm = deskPath + "bestand?naam=partners/taalhuis.md"

// quiet reads what the terminal gets, since otherwise it would be full.
func (s *served) quiet() {
	go func() {
		for range s.terminal {
		}
	}()
}

// TestForeignPages plays pages of other sites that are open in the same browser, and other
// programs that send what browsers of long ago sent. None may change, read or show anything.
func TestForeignPages(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	f := s.form(partnerForm)
	f.values.Set("naam", "Gekaapt")
	before := s.read("partners/taalhuis.md")
	whole := f.values.Encode()
	without := url.Values{}
	for name, values := range f.values {
		if name != "_sleutel" {
			without[name] = values
		}
	}
	guess := url.Values{"_sleutel": {"ABCDEFGHIJKLMNOPQRSTUVWXYZ"}}
	for name, values := range without {
		guess[name] = values
	}
	const form = "application/x-www-form-urlencoded"
	for name, test := range map[string]struct {
		method, path, host, body string
		header                   map[string]string
	}{
		"a form of another site": {"POST", f.action, "", whole, map[string]string{"Content-Type": form,
			"Origin": "https://kwaad.example", "Sec-Fetch-Site": "cross-site"}},
		"another port of this computer": {"POST", f.action, "", whole, map[string]string{"Content-Type": form,
			"Origin": "http://localhost:9", "Sec-Fetch-Site": "same-site"}},
		"an old browser": {"POST", f.action, "", whole, map[string]string{"Content-Type": form,
			"Origin": "http://localhost:9"}},
		"a frame without an origin": {"POST", f.action, "", whole, map[string]string{"Content-Type": form, "Origin": "null"}},
		"a form of plain text":      {"POST", f.action, "", whole, map[string]string{"Content-Type": "text/plain"}},
		"no type":                   {"POST", f.action, "", whole, nil},
		"JSON": {"POST", f.action, "", `{"naam":"Gekaapt"}`,
			map[string]string{"Content-Type": "application/json"}},
		"a name that leads here": {"POST", f.action, "kwaad.example", whole, map[string]string{"Content-Type": form,
			"Origin": "http://kwaad.example"}},
		"that name, to read": {"GET", strings.TrimPrefix(partnerForm, deskPath), "kwaad.example", "", nil},
		"no token":           {"POST", f.action, "", without.Encode(), map[string]string{"Content-Type": form}},
		"a guess":            {"POST", f.action, "", guess.Encode(), map[string]string{"Content-Type": form}},
		"a token in the address": {"POST", f.action + "&" + url.Values{"_sleutel": f.values["_sleutel"]}.Encode(), "",
			without.Encode(), map[string]string{"Content-Type": form}},
		"undo without a token":    {"POST", "terug", "", "_stap=1", map[string]string{"Content-Type": form}},
		"a trial without a token": {"POST", "proef", "", without.Encode(), map[string]string{"Content-Type": form}},
		"advice without a token":  {"POST", "advies", "", without.Encode(), map[string]string{"Content-Type": form}},
		"another method":          {"PUT", f.action, "", whole, map[string]string{"Content-Type": form}},
		"to delete":               {"DELETE", f.action, "", "", nil},
		"a look from another site": {"GET", strings.TrimPrefix(partnerForm, deskPath), "", "",
			map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}},
		"a frame in another site": {"GET", strings.TrimPrefix(partnerForm, deskPath), "", "",
			map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "iframe"}},
		"a socket of another site": {"GET", "proef", "", "", map[string]string{"Connection": "Upgrade",
			"Upgrade": "websocket", "Origin": "https://kwaad.example"}},
	} {
		r, err := http.NewRequest(test.method, s.address+deskPath+test.path, strings.NewReader(test.body))
		if err != nil {
			t.Fatal(err)
		}
		if test.host != "" {
			r.Host = test.host
		}
		for key, value := range test.header {
			r.Header.Set(key, value)
		}
		response, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		response.Body.Close()
		if response.StatusCode < 400 {
			t.Errorf("%s: status %d", name, response.StatusCode)
		}
		if foreign := test.header["Origin"] != "" || test.header["Sec-Fetch-Site"] != "" || test.host != ""; foreign &&
			strings.Contains(string(body), f.values.Get("_sleutel")) {
			t.Errorf("%s: the answer has the token", name)
		}
		if response.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: others may read the answer", name)
		}
	}
	if after := s.read("partners/taalhuis.md"); after != before {
		t.Errorf("the file is now\n%s", after)
	}
	if status, _ := f.send(""); status != http.StatusOK || !strings.Contains(s.read("partners/taalhuis.md"), "Gekaapt") {
		t.Errorf("the form itself cannot save: status %d", status)
	}
}

// TestFormHeaders wants pages with forms to be shown by nobody else, and to run nothing but
// our own script.
func TestFormHeaders(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	s.quiet()
	for _, page := range []string{
		deskPath, partnerForm, deskPath + "nieuw?soort=spreekuur", deskPath + "veranderd",
		deskPath + "nergens", deskPath + "bestand?naam=../../etc/passwd",
	} {
		r, err := http.Get(s.address + page)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(r.Body)
		r.Body.Close()
		for key, want := range map[string]string{
			"X-Frame-Options": "DENY", "Cache-Control": "no-store", "Cross-Origin-Resource-Policy": "same-origin",
			"Cross-Origin-Opener-Policy": "same-origin", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
		} {
			if got := r.Header.Get(key); got != want {
				t.Errorf("%s: %s is %q, want %q", page, key, got, want)
			}
		}
		policy := r.Header.Get("Content-Security-Policy")
		for _, part := range []string{"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} {
			if !strings.Contains(policy, part) {
				t.Errorf("%s: the policy has no %s", page, part)
			}
		}
		if strings.Contains(policy, "unsafe") || regexp.MustCompile(`<script(?: [^>]*)?>[^<]| on[a-z]+=| style=`).Match(body) {
			t.Errorf("%s: has something inline", page)
		}
	}
	if r, err := http.Get(s.address + "/partners/taalhuis/"); err != nil || r.StatusCode != http.StatusOK {
		t.Errorf("a page of the site: %v", err)
	}
	if r, err := http.Post(s.address+"/partners/taalhuis/", "application/x-www-form-urlencoded", nil); err != nil ||
		r.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("a page of the site may be posted to: %v", err)
	}
}

// TestTokens wants another token after every start.
func TestTokens(t *testing.T) {
	seen := map[string]bool{}
	for range 2 {
		s := serveHere(t, nil, time.Now)
		s.quiet()
		f := s.form(partnerForm)
		token := f.values.Get("_sleutel")
		if len(token) < 20 || seen[token] {
			t.Errorf("token %q", token)
		}
		seen[token] = true
		f.values.Set("_sleutel", "van een vorige keer")
		f.values.Set("naam", "Getypt voor de herstart")
		status, body := f.send("")
		if status != http.StatusForbidden || !strings.Contains(body, "Getypt voor de herstart") {
			t.Errorf("status %d, and what was typed is not in\n%s", status, body)
		}
		if status, _ := s.formIn(body).send(""); status != http.StatusOK ||
			!strings.Contains(s.read("partners/taalhuis.md"), "Getypt voor de herstart") {
			t.Errorf("it cannot be saved after all: status %d", status)
		}
	}
}

// TestReachable wants forms to be off where others can open the address, unless someone
// asked for them.
func TestReachable(t *testing.T) {
	for addr, test := range map[string]struct {
		asked bool
		says  string
		on    bool
	}{
		"127.0.0.1:0": {false, "", true},
		"0.0.0.0:0":   {false, "bewerken in de browser staat uit", false},
		"[::]:0":      {true, "let op: iedereen die dit adres kan openen", true},
	} {
		l, err := net.Listen("tcp", addr)
		if err != nil {
			t.Skip(err)
		}
		var out strings.Builder
		b := &builder{ctx: t.Context(), env: environment{stdout: &out, stderr: &out, now: time.Now},
			from: folders{content: smallSite, static: t.TempDir()}}
		forms, err := b.editing(l.Addr(), test.asked)
		l.Close()
		if err != nil || (forms != nil) != test.on || !strings.Contains(out.String(), test.says) {
			t.Errorf("%s: %v, %v, says %q", addr, forms != nil, err, out.String())
		}
	}
}
