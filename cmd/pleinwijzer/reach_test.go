package main

import (
	"image"
	"image/color"
	"net"
	"net/http"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"pleinwijzer/generator/piece"
)

// TestServeOthers lets the preview listen to the whole network, and opens it as a phone
// would: at the address in the terminal, or by name.
func TestServeOthers(t *testing.T) {
	s := &served{}
	s = serveWith(t, nil, time.Now, "-addr", ":0", "-naam", "MijnPC,pc.local", "-naam", "één.example")
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(s.address, "http://"))
	asked := func(host string) int {
		request, err := http.NewRequest("GET", s.address+"/", nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Host = host
		r, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		return r.StatusCode
	}
	for host, want := range map[string]int{
		"mijnpc:" + port: 200, "PC.local": 200, "xn--n-9faa.example": 200, "192.168.1.20:" + port: 200,
		"kwaad.example": 403, "pc": 403, "pc.local.kwaad.example": 403,
	} {
		if got := asked(host); got != want {
			t.Errorf("%s: %d, want %d", host, got, want)
		}
	}
}

// TestSharing checks what the terminal says to who wants to use a phone.
func TestSharing(t *testing.T) {
	tests := []struct {
		addresses string
		names     []string
		want      string
	}{
		{"", nil, "anderen kunnen de site nog niet zien: deze computer is niet met een netwerk verbonden\n"},
		{"192.168.1.20", nil, "op een telefoon of computer in hetzelfde netwerk: http://192.168.1.20:1313\nlet op: "},
		{"192.168.1.20 172.17.0.1", []string{"pc.local"}, "http://192.168.1.20:1313\nlukt dat niet: http://pc.local:1313 of http://172.17.0.1:1313\nlet op: "},
		{"fd00::1", nil, "http://[fd00::1]:1313\nlet op: "},
	}
	for _, test := range tests {
		var out strings.Builder
		sharing(environment{stdout: &out, data: &out}, parsed(test.addresses), test.names, "1313")
		if !strings.Contains(out.String(), test.want) {
			t.Errorf("%s: %q lacks %q", test.addresses, &out, test.want)
		}
	}
}

func parsed(addresses string) (all []netip.Addr) {
	for a := range strings.FieldsSeq(addresses) {
		all = append(all, netip.MustParseAddr(a))
	}
	return all
}

func TestOfThisComputer(t *testing.T) {
	tests := []struct {
		name, all, outward string
		only4              bool
		want               string
	}{
		{"the way out first", "127.0.0.1 ::1 172.17.0.1 192.168.1.20 fe80::1 2001:db8::7", "192.168.1.20", false, "192.168.1.20 172.17.0.1"},
		{"no way out", "169.254.3.4 203.0.113.9 10.0.0.5", "", false, "10.0.0.5 203.0.113.9"},
		{"a public way out", "10.0.0.5 203.0.113.9", "203.0.113.9", false, "203.0.113.9 10.0.0.5"},
		{"only IPv6", "::1 2001:db8::7 fd00::1 fe80::2", "", false, "fd00::1 2001:db8::7"},
		{"only IPv6, but not asked", "::1 2001:db8::7", "", true, ""},
		{"no network", "127.0.0.1 ::1", "", false, ""},
	}
	for _, test := range tests {
		var outward netip.Addr
		if test.outward != "" {
			outward = netip.MustParseAddr(test.outward)
		}
		if got := ofThisComputer(parsed(test.all), outward, test.only4); !slices.Equal(got, parsed(test.want)) {
			t.Errorf("%s: %v, want %s", test.name, got, test.want)
		}
	}
}

func TestForOthers(t *testing.T) {
	for addr, want := range map[string]bool{
		"127.0.0.1:80": false, "[::1]:80": false, "127.0.3.4:80": false, "[::ffff:127.0.0.1]:80": false,
		"0.0.0.0:80": true, "[::]:80": true, "192.168.1.20:80": true, "[fe80::1%25eth0]:80": true,
	} {
		if got := forOthers(net.TCPAddrFromAddrPort(netip.MustParseAddrPort(addr))); got != want {
			t.Errorf("%s: %v", addr, got)
		}
	}
}

func TestHostNames(t *testing.T) {
	tests := []struct{ typed, want, mend string }{
		{"mijnpc", "mijnpc", ""},
		{"MijnPC.local", "mijnpc.local", ""},
		{"één.example", "xn--n-9faa.example", ""},
		{"http://mijnpc:1313/", "", "-naam mijnpc"},
		{"mijnpc:1313", "", "-naam mijnpc"},
		{"*", "", "bijvoorbeeld -naam"},
		{"*.local", "", "bijvoorbeeld -naam"},
		{"mijn pc", "", "bijvoorbeeld -naam"},
		{"", "", "bijvoorbeeld -naam"},
		{"mijnpc,", "", "bijvoorbeeld -naam"},
		{".local", "", "bijvoorbeeld -naam"},
		{"pc..local", "", "bijvoorbeeld -naam"},
		{"://", "", "bijvoorbeeld -naam"},
		{"192.168.1.20", "", "mag altijd"},
		{"2001:db8::1", "", "mag altijd"},
	}
	for _, test := range tests {
		f := newFlags("serve")
		names := f.hosts("naam")
		err := f.parse([]string{"-naam", test.typed})
		switch {
		case test.mend == "" && (err != nil || !slices.Equal(*names, []string{test.want})):
			t.Errorf("%q: %q, %v", test.typed, *names, err)
		case test.mend != "" && (err == nil || !strings.Contains(err.Error(), test.mend)):
			t.Errorf("%q: %v, which does not say %q", test.typed, err, test.mend)
		}
	}
}

// TestTerminalQR reads codes as a phone does, from a dark terminal and from a light one.
func TestTerminalQR(t *testing.T) {
	for _, address := range []string{"http://192.168.1.20:1313", "http://[2001:db8::1234:5678:9abc]:1313", "http://10.0.0.1:80"} {
		rows := strings.Split(strings.TrimSuffix(piece.TerminalQR(address), "\n"), "\n")
		const side = 4 // pixels for a unit
		drawn := image.NewGray(image.Rect(0, 0, side*len([]rune(rows[0])), 2*side*len(rows)))
		for y, row := range rows {
			for x, sign := range []rune(row) {
				for half, signs := range []string{"█▀", "█▄"} {
					if strings.ContainsRune(signs, sign) {
						for i := range side * side {
							drawn.Set(x*side+i%side, (2*y+half)*side+i/side, color.White)
						}
					}
				}
			}
		}
		bitmap, err := gozxing.NewBinaryBitmapFromImage(drawn)
		if err != nil {
			t.Fatal(err)
		}
		result, err := qrcode.NewQRCodeReader().Decode(bitmap, nil)
		if err != nil || result.GetText() != address {
			t.Errorf("%s: %v, %v", address, result, err)
		}
	}
	if long := piece.TerminalQR(strings.Repeat("x", 3000)); long != "" {
		t.Errorf("a code for a text that does not fit:\n%s", long)
	}
}

// TestServeBrokenTemplate uses a template that only fails on the pages that use it.
func TestServeBrokenTemplate(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	template := filepath.Join("..", "layouts", "partner.html")
	s.write(template, "<h1>{{.Name}}</h1>\n{{.Nergens}}")
	s.terminal.next(t, "layouts of static: bijgewerkt")
	s.until("/partners/taalhuis/", "layouts/partner.html:")
	s.terminal.next(t, "een pagina kan niet worden gemaakt")
	s.terminal.next(t, "layouts/partner.html:")
	s.get("/partners/taalhuis/")
	s.write(template, "<h1>weer goed</h1>")
	for { // it is not told again for the second visit
		line := s.terminal.next(t, "")
		if strings.Contains(line, "een pagina kan niet") {
			t.Errorf("told again: %s", line)
		}
		if strings.Contains(line, "layouts/partner.html: hersteld") {
			break
		}
	}
	s.until("/partners/taalhuis/", "weer goed")
}

// TestServeFolderGone gives the content folder another name and back, and then removes it.
func TestServeFolderGone(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	other := filepath.Join(filepath.Dir(s.dir), "teksten")
	if err := os.Rename(s.dir, other); err != nil {
		t.Fatal(err)
	}
	s.terminal.next(t, `content" heet nu "`)
	s.until("/partners/", "teksten&#34;; geef hem zijn oude naam terug")
	s.until("/partners/?laatste-goede", "Taalhuis")
	if err := os.Rename(other, s.dir); err != nil {
		t.Fatal(err)
	}
	s.terminal.next(t, "content: bijgewerkt")
	s.until("/partners/", "Taalhuis")
	if err := os.RemoveAll(s.dir); err != nil {
		t.Fatal(err)
	}
	s.terminal.next(t, "is er niet meer; zet hem terug")
	s.until("/partners/", "is er niet meer")
	if err := os.CopyFS(s.dir, os.DirFS(smallSite)); err != nil {
		t.Fatal(err)
	}
	s.until("/partners/", "Taalhuis")
}
