package generator

import (
	"bytes"
	"path"
	"sync"

	"golang.org/x/net/html"

	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/lint"
	"pleinwijzer/generator/publish"
)

// published tells which addresses a link on the site can lead to: a file, a folder with a
// page in it, or an old address that redirects. The list is made when it is first needed.
func published(files []publish.File, pages []layout.Placed) lint.Pages {
	all := sync.OnceValue(func() map[string]publish.File {
		byPath := make(map[string]publish.File, len(files))
		for _, f := range files {
			byPath["/"+f.Path] = f
		}
		for _, p := range pages {
			if p.MovedTo != "" {
				byPath[path.Join(p.Address(), "index.html")] = byPath[path.Join(p.Site.Prefix, p.MovedTo, "index.html")]
			}
		}
		return byPath
	})
	find := func(address string) (publish.File, bool) {
		f, ok := all()[address]
		if !ok {
			f, ok = all()[path.Join(address, "index.html")]
		}
		return f, ok
	}
	anchors := map[string]map[string]bool{} // by the path of the page's file
	return lint.Pages{
		Has: func(address string) bool { _, ok := find(address); return ok },
		HasAnchor: func(address, id string) bool {
			f, ok := find(address)
			if !ok {
				return false
			}
			if anchors[f.Path] == nil {
				anchors[f.Path] = anchorsOf(f)
			}
			return anchors[f.Path][id]
		},
	}
}

// anchorsOf returns the ids on a page.
func anchorsOf(f publish.File) map[string]bool {
	ids := map[string]bool{}
	var page bytes.Buffer
	if f.Render(&page) != nil {
		return ids
	}
	for z := html.NewTokenizer(&page); z.Next() != html.ErrorToken; {
		for _, a := range z.Token().Attr {
			if a.Key == "id" {
				ids[a.Val] = true
			}
		}
	}
	return ids
}
