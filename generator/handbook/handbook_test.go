package handbook_test

import (
	"bytes"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"pleinwijzer/content"
	"pleinwijzer/generator/handbook"
)

func made(t *testing.T, text string, pictures fs.FS) string {
	t.Helper()
	page, err := handbook.HTML(text, pictures, "v1.2.0")
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// TestShipped makes the handbook of the program. Everything that it refers to is in the
// page, and nothing of the marks for tests is.
func TestShipped(t *testing.T) {
	page := made(t, content.Handbook, content.Pictures)
	if again := made(t, content.Handbook, content.Pictures); again != page {
		t.Error("other bytes the second time")
	}
	ids, links, pictures := map[string]bool{}, []string{}, 0
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("two parts with the id %s", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case n.Data == "a" && a.Key == "href":
				links = append(links, a.Val)
			case a.Key == "src" && strings.HasPrefix(a.Val, "data:image/webp;base64,"):
				pictures++
			case a.Key == "src", a.Key == "href" && n.Data != "link", n.Data == "script":
				t.Errorf("<%s %s=%q> is not in the file itself", n.Data, a.Key, a.Val)
			}
		}
		if n.Type == html.CommentNode {
			t.Errorf("a comment: %s", n.Data)
		}
		for c := range n.ChildNodes() {
			visit(c)
		}
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	visit(root)
	for _, to := range links {
		if id, inside := strings.CutPrefix(to, "#"); !inside || !ids[id] {
			t.Errorf("a link to %s, which is not there", to)
		}
	}
	files, err := fs.Glob(content.Pictures, ".handboek/*")
	if err != nil || pictures != len(files) || pictures == 0 {
		t.Errorf("%d of %d pictures: %v", pictures, len(files), err)
	}
	nav := page[strings.Index(page, "<nav"):strings.Index(page, "</nav>")]
	for _, chapter := range regexp.MustCompile(`(?m)^## (\d+\. .*)$`).FindAllStringSubmatch(content.Handbook, -1) {
		_, name, _ := strings.Cut(chapter[1], " ")
		if !strings.Contains(strings.ReplaceAll(nav, "&quot;", `"`), ">"+name+"</a>") {
			t.Errorf("the contents lack %s", chapter[1])
		}
	}
	if contents := strings.Count(page, ">"+"Een nieuw spreekuur</a>"); contents != 1 {
		t.Errorf("the contents are there %d times", contents)
	}
}

func TestParts(t *testing.T) {
	const text = "# Boek & zo\n\nLees dit.\n\n**Begin**\n\n1. [Een](#1-één-wie-wint)\n\n## 1. Één: wie wint?\n\n<!-- velden:x -->\n\n" +
		"| Veld | Uit \"leg\"? |\n|---|---|\n| `a` | een<br>twee<i>x</i> |\n| b |\n\n<!-- /velden -->\n\n<p>weg</p>\n\n## 1. Één: wie wint?\n\n![Een plaat](.handboek/x.webp)\n"
	page := made(t, text, fstest.MapFS{".handboek/x.webp": {Data: []byte("plaat")}})
	for _, want := range []string{
		"<title>Boek &amp; zo</title>", "<header>\n<h1 id=\"boek--zo\">Boek &amp; zo</h1>\n<p>Lees dit.</p>\n</header>",
		`<h2 id="1-één-wie-wint">1. Één: wie wint?</h2>`, `<h2 id="1-één-wie-wint-1">`,
		`<th role="columnheader" scope="col">Veld</th>`, `<td role="cell" data-kolom="Veld:"><code>a</code></td>`,
		`<td role="cell" data-kolom="Uit &quot;leg&quot;?">een<br>tweex</td>`, `<td role="cell" data-kolom="Uit &quot;leg&quot;?"></td>`,
		`<img src="data:image/webp;base64,cGxhYXQ=" alt="Een plaat">`, "Pleinwijzer v1.2.0",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page[strings.Index(page, "<body>"):])
		}
	}
	for _, unwanted := range []string{"<!--", "weg", "<i>"} {
		if strings.Contains(page[strings.Index(page, "<body>"):], unwanted) {
			t.Errorf("the page has %s", unwanted)
		}
	}
	if _, err := handbook.HTML(text, fstest.MapFS{}, ""); err == nil {
		t.Error("a picture that is not there is no error")
	}
	if page, err := handbook.HTML("# Boek\n", fstest.MapFS{}, ""); err != nil || bytes.Contains(page, []byte("hoort bij")) {
		t.Errorf("without a version: %v\n%s", err, page)
	}
}
