package generator_test

import (
	"bufio"
	"encoding/pem"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"

	"pleinwijzer/generator/browsertest"
)

// A newMachine is a computer without Go and git: a folder of its own as home, and as its
// programs no more than what every Linux has.
type newMachine struct {
	*testing.T
	home string
	env  []string
}

// onNewMachine starts with an empty home. trusted is a file with the certificate of the
// server that plays the release.
func onNewMachine(t *testing.T, trusted string) *newMachine {
	t.Helper()
	home, tools := t.TempDir(), t.TempDir()
	for _, tool := range strings.Fields("sh cat chmod cp curl cut dirname grep gzip head ls mkdir mktemp mv rm sed sha256sum tar uname") {
		found, err := exec.LookPath(tool)
		browsertest.Needs(t, err == nil, tool)
		if err := os.Symlink(found, filepath.Join(tools, tool)); err != nil {
			t.Fatal(err)
		}
	}
	env := []string{"PATH=" + tools, "HOME=" + home, "TMPDIR=" + t.TempDir(), "LANG=C.UTF-8", "CURL_CA_BUNDLE=" + trusted}
	return &newMachine{t, home, env}
}

// types runs commands as a person types them, and returns what the terminal shows.
func (m *newMachine) types(commands string) string {
	m.Helper()
	cmd := exec.Command("/bin/sh", "-c", "set -eu\n"+commands)
	cmd.Dir, cmd.Env = m.home, m.env
	out, err := cmd.CombinedOutput()
	if err != nil {
		m.Fatalf("%v after\n%s\n%s", err, commands, out)
	}
	return string(out)
}

// sees wants the terminal to show something after commands.
func (m *newMachine) sees(commands string, wants ...string) {
	m.Helper()
	out := m.types(commands)
	for _, want := range wants {
		if !strings.Contains(out, want) {
			m.Errorf("no %q after\n%s\n%s", want, commands, out)
		}
	}
}

// newcomerVersion is the version of the release that is played.
const newcomerVersion = "v9.8.7"

// playOwnRelease makes the release of this repository for this system and serves it as
// GitHub does. It returns the address of the repository, a file with the certificate, and how
// often something was asked.
func playOwnRelease(t *testing.T) (source, trusted string, asked *atomic.Int32) {
	t.Helper()
	dir := t.TempDir()
	asked = new(atomic.Int32)
	files := http.StripPrefix("/naam/pleinwijzer/releases/download/"+newcomerVersion, http.FileServer(http.Dir(filepath.Join(dir, "uitgave"))))
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	source = server.URL + "/naam/pleinwijzer"
	build := exec.Command("go", "run", "./.ci/release", "-version", newcomerVersion, "-source", source,
		"-only", runtime.GOOS+"/"+runtime.GOARCH, "-out", filepath.Join(dir, "uitgave"))
	build.Dir = ".."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	trusted = filepath.Join(dir, "certificate.pem")
	certificate := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})
	if err := os.WriteFile(trusted, certificate, 0o644); err != nil {
		t.Fatal(err)
	}
	return source, trusted, asked
}

// TestNewcomer goes the whole way of somebody with a new computer: download the program,
// begin a folder, fill it, change a time, build the site, put it on a web server, and open
// it in a browser.
func TestNewcomer(t *testing.T) {
	browsertest.NeedsBrowser(t)
	browsertest.NeedsGit(t)
	browsertest.Needs(t, runtime.GOOS == "linux", "Linux")
	servers := webServersNamed(t, "apache", "nginx")
	for _, server := range servers {
		_, err := exec.LookPath(server.program)
		browsertest.Needs(t, err == nil, "Debian's apache2 and nginx-light")
	}
	source, trusted, asked := playOwnRelease(t)
	m := onNewMachine(t, trusted)
	archive := "pleinwijzer_" + newcomerVersion + "_" + runtime.GOOS + "_" + runtime.GOARCH + ".tar.gz"
	m.sees(`
		for file in `+archive+` SHA256SUMS; do curl -fsSLO `+source+`/releases/download/`+newcomerVersion+`/$file; done
		sha256sum --check --ignore-missing SHA256SUMS
		tar -xzf `+archive+`
		./pleinwijzer version`, archive+": OK", newcomerVersion, source)
	m.sees(`./pleinwijzer init pleinen -set titel="Pleinen van Oost" -set adres=https://oost.example/mb -set organisatie="Bibliotheek Oost"
		rm pleinwijzer *.tar.gz`, "pleinen")
	asked.Store(0)
	m.sees(`cd pleinen
		./pleinwijzer.sh version`, "wordt opgehaald", newcomerVersion)
	m.sees(`cd pleinen
		./pleinwijzer.sh new plein oost -set naam="Plein Oost" -set adres="Kerkstraat 1" -set postcode="5038 AA" -set plaats=Tilburg \
			-set telefoon="013 000 00 01" -set openingstijden="ma t/m vr 9-17"
		./pleinwijzer.sh new partner taalhuis -set naam=Taalhuis
		./pleinwijzer.sh new spreekuur brieven -set titel="Hulp bij brieven" -set dag="elke dinsdag" -set tijd="10.00 tot 12.00 uur" \
			-set in_een_zin="Wij lezen uw brief." -set tekst="Neem de brief mee." -set plein=oost -set partner=taalhuis
		./pleinwijzer.sh check`, "geen fouten")
	if n := asked.Load(); n != 2 { // the checksums and the program, once
		t.Errorf("pleinwijzer.sh asked %d times", n)
	}
	m.changesTime(browsertest.Open(t, chromedp.EmulateViewport(1280, 900)), "10.00 tot 12.00 uur", "13.37 tot 15.03 uur")
	m.sees("cd pleinen\n./pleinwijzer.sh build", "public: ")
	files := builtFiles(t, filepath.Join(m.home, "pleinen", "public"))
	for _, server := range servers {
		dir := t.TempDir()
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		base := startServer(t, dir, server.program, server.config, server.args, files)
		tab := browsertest.Open(t, chromedp.EmulateViewport(1280, 900)) // the other one still loads what the preview changed
		tab.Go(base + "/mb/pleinen/oost/")
		for _, want := range []string{"Hulp bij brieven", "13.37 tot 15.03 uur"} {
			tab.Want(`document.querySelector('main').innerText.includes('`+want+`') ? '`+want+`' : document.body.innerText`, want)
		}
		tab.Want(`getComputedStyle(document.querySelector('header.site')).position`, "relative") // its style sheet was served
		tab.Silent()
	}
}

// changesTime changes the time of the spreekuur in the form of the preview, as a person who
// looks at the page and clicks.
func (m *newMachine) changesTime(tab *browsertest.Tab, from, to string) {
	m.Helper()
	said, terminal := io.Pipe()
	cmd := exec.Command("/bin/sh", "-c", "cd pleinen && exec ./pleinwijzer.sh serve -addr localhost:0")
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = m.home, m.env, terminal, terminal
	if err := cmd.Start(); err != nil {
		m.Fatal(err)
	}
	defer func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
		terminal.Close()
	}()
	address := ""
	lines := bufio.NewScanner(said)
	for address == "" && lines.Scan() {
		if _, after, ok := strings.Cut(lines.Text(), "http://localhost:"); ok {
			address = "http://localhost:" + strings.TrimRight(strings.Fields(after)[0], "/")
		}
	}
	go io.Copy(io.Discard, said)
	tab.Go(address + "/spreekuren/brieven/")
	const link = `document.querySelector('pleinwijzer-balk')?.shadowRoot?.querySelector('a.bewerk')`
	tab.Want(link+`?.textContent`, "Bewerk")
	tab.Go(browsertest.Ask[string](tab, link+`.href`))
	tab.Want(`document.querySelector('[name=tijd]')?.value`, from)
	browsertest.Ask[bool](tab, `(document.querySelector('[name=tijd]').value = '`+to+`', document.getElementById('formulier').requestSubmit(), true)`)
	tab.Want(`document.querySelector('#bewaard') !== null || document.body.innerText`, "true")
	file := filepath.Join(m.home, "pleinen", "content", "spreekuren", "brieven.md")
	if data, err := os.ReadFile(file); err != nil || !strings.Contains(string(data), `tijd = "`+to+`"`) {
		m.Fatalf("%v, the form saved\n%s", err, data)
	}
	tab.Go("about:blank") // the page that follows the preview is left before it stops
}

// builtFiles reads the files of a site that was built.
func builtFiles(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		files[name] = data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
