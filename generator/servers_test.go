package generator_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
)

// apache is the configuration of an Apache with modules beside those that every Apache has.
func apache(modules string) string {
	load := ""
	for _, name := range strings.Fields("mpm_event authz_core dir mime " + modules) {
		load += "LoadModule " + name + "_module /usr/lib/apache2/modules/mod_" + name + ".so\n"
	}
	return `
ServerRoot {dir}
PidFile {dir}/apache.pid
ErrorLog {dir}/error.log
Listen 127.0.0.1:{port}
ServerName 127.0.0.1
` + load + `TypesConfig /etc/mime.types
DocumentRoot {dir}/www
<Directory {dir}/www>
  AllowOverride FileInfo Indexes
  Require all granted
</Directory>
`
}

// A webServer is one of those that people have.
type webServer struct {
	name, program, config string
	args                  []string
}

// webServersNamed are some of the servers.
func webServersNamed(t *testing.T, names ...string) []webServer {
	t.Helper()
	some := slices.DeleteFunc(slices.Clone(webServers), func(s webServer) bool { return !slices.Contains(names, s.name) })
	if len(some) != len(names) {
		t.Fatalf("of %v only %d are in the list", names, len(some))
	}
	return some
}

// webServers are the servers for which the site has a file with its rules, with a
// configuration that uses it as the handbook says. {dir} is a folder of their own, with the
// site in {dir}/www/mb, and {port} is where they listen.
var webServers = []webServer{
	{"apache", "apache2", apache("headers rewrite filter deflate"), []string{"-f", "{dir}/config", "-DFOREGROUND"}},
	{"apache that allows and knows little", "apache2", apache(""), []string{"-f", "{dir}/config", "-DFOREGROUND"}},
	{"nginx", "nginx", `
user root;
daemon off;
pid {dir}/nginx.pid;
error_log {dir}/error.log;
events { }
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {dir}/body; proxy_temp_path {dir}/proxy; fastcgi_temp_path {dir}/fastcgi; uwsgi_temp_path {dir}/uwsgi; scgi_temp_path {dir}/scgi;
  include {dir}/www/mb/_nginx-http.conf;
  server {
    listen 127.0.0.1:{port};
    root {dir}/www;
    include {dir}/www/mb/_nginx-server.conf;
  }
}
`, []string{"-e", "{dir}/error.log", "-c", "{dir}/config"}},
	{"caddy", "caddy", `
{
	admin off
	auto_https off
}
http://127.0.0.1:{port} {
	root * {dir}/www
	import {dir}/www/mb/_Caddyfile
}
`, []string{"run", "--adapter", "caddyfile", "--config", "{dir}/config"}},
}

// TestWebServers serves a site by each of them, and wants of every file what a host that
// reads _headers and _redirects sends.
func TestWebServers(t *testing.T) {
	for _, server := range webServers {
		_, err := exec.LookPath(server.program)
		browsertest.Needs(t, err == nil, "Debian's apache2, nginx-light and caddy")
	}
	archive, err := txtar.ParseFile("pagetest/complete.txtar")
	if err != nil {
		t.Fatal(err)
	}
	content := fstest.MapFS{}
	for _, f := range archive.Files {
		content[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	content["site.toml"].Data = append([]byte("talen = [\"nl\", \"pl\"]\n"), content["site.toml"].Data...)
	files := map[string][]byte{}
	for _, f := range siteFor(t, content, catalog.Options{Now: now, Drafts: true}).Files {
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Fatal(err)
		}
		files[f.Path] = b.Bytes()
	}
	right := httptest.NewServer(browsertest.Host("/mb/", files))
	t.Cleanup(right.Close)
	for _, server := range webServers {
		t.Run(server.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.Chmod(dir, 0o755); err != nil { // a server that root starts reads as somebody else
				t.Fatal(err)
			}
			base := startServer(t, dir, server.program, server.config, server.args, files)
			s := servedSite{t, base, right.URL, files}
			if strings.Contains(server.name, "little") {
				s.pages()
				return
			}
			s.everyFile()
			s.addresses()
			s.again()
			s.preflight()
		})
	}
}

// serverMark is a file beside the site that tells which server answers.
const serverMark = "van-deze-server.txt"

// startServer writes the site, and starts the server on a port that is free. Another program
// may take the port before the server does, which then ends: it gets another one.
func startServer(t *testing.T, dir, program, config string, args []string, files map[string][]byte) (base string) {
	t.Helper()
	put := func(name string, data []byte) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	hidden := map[string][]byte{".pleinwijzer/bestanden.txt": []byte("ours"), ".git/config": []byte("theirs")}
	maps.Copy(hidden, files)
	for name, data := range hidden {
		put("www/mb/"+name, data)
	}
	put("www/mb/"+serverMark, []byte(dir))
	for try := 1; ; try++ {
		free, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		_, port, _ := net.SplitHostPort(free.Addr().String())
		free.Close()
		fill := strings.NewReplacer("{dir}", dir, "{port}", port)
		put("config", []byte(fill.Replace(config)))
		filled := make([]string, len(args))
		for i, arg := range args {
			filled[i] = fill.Replace(arg)
		}
		base = "http://127.0.0.1:" + port
		switch err := startOn(t, base, dir, exec.Command(program, filled...)); {
		case err == nil:
			return base
		case try == 5:
			log, _ := os.ReadFile(filepath.Join(dir, "error.log"))
			t.Fatalf("%s ended: %v\n%s", program, err, log)
		}
	}
}

// startOn starts a server, which stops with the test, and waits until it answers, or gives
// what it said when it ended.
func startOn(t *testing.T, base, dir string, cmd *exec.Cmd) error {
	t.Helper()
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		if answer, err := http.Get(base + "/mb/" + serverMark); err == nil {
			body, _ := io.ReadAll(answer.Body)
			answer.Body.Close()
			if string(body) == dir {
				break
			}
		}
		select {
		case err := <-ended:
			return fmt.Errorf("%w\n%s", err, &said)
		case <-time.After(20 * time.Millisecond):
		}
	}
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		select {
		case <-ended:
		case <-time.After(5 * time.Second):
			cmd.Process.Kill()
			<-ended
		}
	})
	return nil
}

// A servedSite is one site at two servers.
type servedSite struct {
	t           *testing.T
	base, right string
	files       map[string][]byte
}

// get follows no redirects, and takes what comes compressed apart itself.
func (s servedSite) get(address string) (*http.Response, []byte) {
	s.t.Helper()
	return s.ask(address, http.Header{"Accept-Encoding": {"gzip"}})
}

func (s servedSite) ask(address string, headers http.Header) (*http.Response, []byte) {
	s.t.Helper()
	request, err := http.NewRequest("GET", address, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	request.Header = headers
	answer, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	var body io.Reader = answer.Body
	if answer.Header.Get("Content-Encoding") == "gzip" {
		if body, err = gzip.NewReader(body); err != nil {
			s.t.Fatal(err)
		}
	}
	data, err := io.ReadAll(body)
	if err != nil {
		s.t.Fatal(err)
	}
	return answer, data
}

// ruled are the headers that are ours to say.
var ruled = []string{
	"Access-Control-Allow-Headers", "Access-Control-Allow-Methods", "Access-Control-Allow-Origin", "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy", "Referrer-Policy",
	"Strict-Transport-Security", "X-Content-Type-Options",
}

// everyFile wants the headers, type and bytes of each file.
func (s servedSite) everyFile() {
	moved := map[string]bool{}
	for line := range strings.Lines(string(s.files["_redirects"])) {
		if fields := strings.Fields(line); fields[len(fields)-1] == "301!" {
			moved[strings.TrimPrefix(fields[0], "/mb/")+"index.html"] = true
		}
	}
	for name, data := range s.files {
		if moved[name] || strings.HasPrefix(name, "_") || name == ".htaccess" {
			continue
		}
		path := "/mb/" + strings.TrimSuffix(name, "index.html")
		got, body := s.get(s.base + path)
		want, _ := s.get(s.right + path)
		if got.StatusCode != http.StatusOK || !bytes.Equal(body, data) {
			s.t.Errorf("%s: status %d, %d bytes of %d", path, got.StatusCode, len(body), len(data))
			continue
		}
		for _, header := range ruled {
			if !slices.Equal(got.Header.Values(header), want.Header.Values(header)) {
				s.t.Errorf("%s: %s is %q, want %q", path, header, got.Header.Values(header), want.Header.Values(header))
			}
		}
		if cache := want.Header.Get("Cache-Control"); !strings.Contains(cache, "must-revalidate") && got.Header.Get("Cache-Control") != cache {
			s.t.Errorf("%s: Cache-Control is %q, want %q", path, got.Header.Get("Cache-Control"), cache)
		}
		if !sameType(got.Header.Get("Content-Type"), want.Header.Get("Content-Type")) {
			s.t.Errorf("%s: Content-Type is %q, want %q", path, got.Header.Get("Content-Type"), want.Header.Get("Content-Type"))
		}
		compressible := strings.Contains(got.Header.Get("Content-Type"), "text/") || strings.Contains(got.Header.Get("Content-Type"), "json")
		if compressible && len(data) > 2000 && got.Header.Get("Content-Encoding") != "gzip" {
			s.t.Errorf("%s is not compressed", path)
		}
	}
}

// sameType ignores how the charset is spelled, and for JSON, which is always UTF-8 (RFC
// 8259), whether it is there. A script has two names (RFC 9239).
func sameType(got, want string) bool {
	plain := func(s string) string {
		s = strings.ReplaceAll(strings.ToLower(s), " ", "")
		s = strings.Replace(s, "application/javascript", "text/javascript", 1)
		if strings.Contains(s, "json") || strings.Contains(s, "xml") {
			s, _, _ = strings.Cut(s, ";")
		}
		return strings.Replace(s, "text/xml", "application/xml", 1)
	}
	return plain(got) == plain(want)
}

// addresses wants redirects, the addresses of the API, and a page for what is not there.
func (s servedSite) addresses() {
	for line := range strings.Lines(string(s.files["_redirects"])) {
		fields := strings.Fields(line)
		from, to, status := fields[0], fields[len(fields)-2], fields[len(fields)-1]
		if status == "301!" {
			answer, _ := s.get(s.base + from)
			place, err := answer.Location()
			if err != nil || answer.StatusCode != http.StatusMovedPermanently || place.Path != to {
				s.t.Errorf("%s: status %d to %v, want %s", from, answer.StatusCode, place, to)
			}
		}
	}
	id := ""
	for name := range s.files {
		if rest, ok := strings.CutPrefix(name, "hsds/services/"); ok && !strings.Contains(rest, "/") {
			id = strings.TrimSuffix(rest, ".json")
		}
	}
	for address, file := range map[string]string{
		"/mb/hsds": "hsds/index.json", "/mb/hsds/services": "hsds/services/page/1.json", "/mb/hsds/services?page=1": "hsds/services/page/1.json",
		"/mb/hsds/services?page=1&per_page=50": "hsds/services/page/1.json", "/mb/hsds/services?per_page=50&page=1": "hsds/services/page/1.json",
		"/mb/hsds/services/" + id: "hsds/services/" + id + ".json", "/mb/hsds/taxonomies": "hsds/taxonomies/page/1.json",
		"/mb/hsds/services?page=../../../site": "hsds/services/page/1.json",
	} {
		answer, body := s.get(s.base + address)
		if answer.StatusCode != http.StatusOK || !bytes.Equal(body, s.files[file]) || answer.Header.Get("Access-Control-Allow-Origin") != "*" ||
			!sameType(answer.Header.Get("Content-Type"), "application/json") {
			s.t.Errorf("%s: status %d, %q, %d bytes, want %s", address, answer.StatusCode, answer.Header.Get("Content-Type"), len(body), file)
		}
	}
	for _, address := range []string{
		"/mb/nergens/", "/mb/nergens", "/mb/_headers", "/mb/_nginx-http.conf", "/mb/_Caddyfile", "/mb/%5fCaddyfile", "/mb/.htaccess",
		"/mb/.pleinwijzer/bestanden.txt", "/mb/.git/config", "/mb/static/", "/mb/static/nergens.css", "/mb/hsds/services/nergens", "/mb/feeds/v1/",
		"/mb/pl/nergens/", "/mb/pl/pleinen/nergens", "/mb/pl/nergens.css", "/mb/pl/.git/config", "/mb/plein/", "/mb/pleinen/pl/nergens",
	} {
		page := "404.html"
		if strings.HasPrefix(address, "/mb/pl/") {
			page = "pl/404.html"
		}
		answer, body := s.get(s.base + address)
		if answer.StatusCode != http.StatusNotFound || !bytes.Equal(body, s.files[page]) ||
			!sameType(answer.Header.Get("Content-Type"), "text/html; charset=utf-8") {
			s.t.Errorf("%s: status %d, %q, %s", address, answer.StatusCode, answer.Header.Get("Content-Type"), fmt.Sprintf("%.80q", body))
		}
		if cache := answer.Header.Get("Cache-Control"); cache != "" {
			s.t.Errorf("%s: that it is not there may be kept: %s", address, cache)
		}
	}
	for address, want := range map[string]string{
		"/mb": "/mb/", "/mb/pleinen": "/mb/pleinen/", "/mb/zoeken?q=a%26b&x": "/mb/zoeken/?q=a%26b&x",
	} {
		answer, _ := s.get(s.base + address)
		if place, err := answer.Location(); err != nil || answer.StatusCode/100 != 3 || place.RequestURI() != want {
			s.t.Errorf("%s: status %d to %v, want %s", address, answer.StatusCode, place, want)
		}
	}
}

// again asks once more for what a browser already has, compressed and not.
func (s servedSite) again() {
	for _, encoding := range []string{"identity", "gzip"} {
		headers := http.Header{"Accept-Encoding": {encoding}}
		first, _ := s.ask(s.base+"/mb/", headers)
		headers.Set("If-None-Match", first.Header.Get("ETag"))
		if second, _ := s.ask(s.base+"/mb/", headers); second.StatusCode != http.StatusNotModified {
			s.t.Errorf("%s: status %d for %s", encoding, second.StatusCode, headers.Get("If-None-Match"))
		}
	}
}

// preflight asks as a browser does for a script of another site that sends a header of its
// own, which it may for what is shared and for nothing else (Fetch, 4.8).
func (s servedSite) preflight() {
	for address, shared := range map[string]bool{
		"/mb/feeds/v1/spreekuren.json": true, "/mb/feeds/berichten.atom": true, "/mb/hsds/services": true, "/mb/hsds/services?page=1": true,
		"/mb/pleinen/noord/spreekuren.json": true, "/mb/": false, "/mb/pleinen/noord/": false, "/mb/sitemap.xml": false,
	} {
		request, err := http.NewRequest(http.MethodOptions, s.base+address, nil)
		if err != nil {
			s.t.Fatal(err)
		}
		request.Header = http.Header{
			"Origin": {"https://elders.example"}, "Access-Control-Request-Method": {"GET"}, "Access-Control-Request-Headers": {"if-none-match"},
		}
		answer, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			s.t.Fatal(err)
		}
		answer.Body.Close()
		may := answer.StatusCode/100 == 2
		for header, want := range map[string]string{
			"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Methods": "GET, HEAD", "Access-Control-Allow-Headers": "*",
		} {
			may = may && slices.Equal(answer.Header.Values(header), []string{want})
		}
		if may != shared {
			s.t.Errorf("%s: status %d, %v", address, answer.StatusCode, answer.Header)
		}
	}
}

// pages wants a server that does little of what is asked to show the site all the same.
func (s servedSite) pages() {
	for address, want := range map[string]int{"/mb/": 200, "/mb/pleinen/": 200, "/mb/nergens/": 404, "/mb/pl/nergens/": 404} {
		answer, body := s.get(s.base + address)
		if answer.StatusCode != want {
			s.t.Errorf("%s: status %d, want %d", address, answer.StatusCode, want)
		}
		if strings.Contains(address, "/pl/") && !bytes.Equal(body, s.files["pl/404.html"]) {
			s.t.Errorf("%s: %.80q", address, body)
		}
	}
}
