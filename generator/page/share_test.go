package page

import (
	"bytes"
	"image/png"
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/picture"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// TestPictures wants each page to name a picture that is made, and each picture to be named.
func TestPictures(t *testing.T) {
	c := pagetest.Complete(t)
	r := pagetest.Must(New(layouts.Files, static.Files, Kinds))
	made := map[string]bool{}
	for _, f := range r.Pictures(c) {
		made[c.Site.Absolute("/"+f.Path)] = false
		if !f.Named {
			t.Errorf("%s: drawn again at each build", f.Path)
		}
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Fatal(err)
		}
		if drawn, err := png.DecodeConfig(&b); err != nil || drawn.Width != picture.Width || drawn.Height != picture.Height {
			t.Errorf("%s: %d by %d, %v", f.Path, drawn.Width, drawn.Height, err)
		}
	}
	for _, p := range pagetest.Must(r.Site(c)).Pages {
		if p.Framed || p.Whole || p.MovedTo != "" {
			continue
		}
		address := sharedOf(t, p.File().Render)["og:image"]
		if _, ok := made[address]; !ok {
			t.Errorf("%s: the picture %q is not made", p.Address(), address)
		}
		made[address] = true
	}
	for address, named := range made {
		if !named {
			t.Errorf("%s: no page names it", address)
		}
	}
}

// TestShared wants right words beside a link to a page of any kind, in its language.
func TestShared(t *testing.T) {
	c := pagetest.Complete(t)
	r := pagetest.Must(New(layouts.Files, static.Files, Kinds))
	locales := map[string]string{"nl": "nl_NL", "en": "en_US", "ar": "ar_EG", "uk": "uk_UA", "pl": "pl_PL", "tr": "tr_TR"}
	kinds := map[string]int{}
	for _, p := range pagetest.Must(r.Site(c)).Pages {
		if p.Framed || p.Whole || p.MovedTo != "" {
			continue
		}
		said := sharedOf(t, p.File().Render)
		title := p.Title
		if title == "" {
			title = said["og:site_name"]
		}
		want := map[string]string{
			"og:type": "website", "og:site_name": p.Site.Shell.Title, "og:title": title, "og:locale": locales[string(p.Language())],
			"og:url": c.Site.Absolute(p.Address()), "og:image:width": "1200", "og:image:height": "630",
			"twitter:card": "summary_large_image",
		}
		if p.Layout == "bericht" {
			want["og:type"] = "article"
		}
		if p.Layout == "404" {
			want["og:url"] = ""
		}
		for key, value := range want {
			if said[key] != value {
				t.Errorf("%s: %s is %q, want %q", p.Address(), key, said[key], value)
			}
		}
		if !strings.Contains(said["og:image:alt"], title) || p.Description != "" && said["og:description"] == "" {
			t.Errorf("%s: %v", p.Address(), said)
		}
		kinds[said["og:image"]]++
	}
	if len(kinds) < len(c.Pleinen)+len(c.Spreekuren)+len(c.Partners)+len(c.Onderwerpen) {
		t.Errorf("only %d pictures", len(kinds))
	}
}

// sharedOf is what the head of a page says to programs, by name.
func sharedOf(t *testing.T, render func(w io.Writer) error) map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := render(&b); err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for n := range pagetest.Must(html.Parse(&b)).Descendants() {
		if n.Data == "meta" {
			if name := attribute(n, "property") + attribute(n, "name"); said[name] == "" {
				said[name] = attribute(n, "content")
			} else {
				t.Errorf("%s is said twice", name)
			}
		}
	}
	return said
}
