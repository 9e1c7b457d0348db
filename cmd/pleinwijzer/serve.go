package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/devserver"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/history"
)

const serveUsage = `NAAM
    pleinwijzer serve - laat de site zien terwijl u eraan werkt

GEBRUIK
    pleinwijzer serve [-content map] [-addr adres]

BESCHRIJVING
    Laat de site zien in uw browser, ook de concepten. Dat gebeurt op uw eigen
    computer. Er wordt niets geschreven.

    Bewaart u een bestand? Dan verandert de pagina vanzelf mee. Zit er een fout
    in? Dan staat in de pagina welke fout het is, en waar. Advies, zoals over
    een lange zin, staat in het venster waarin u de opdracht gaf.

    Staan er naast de map met inhoud mappen "layouts" en "static"? Dan gaan de
    bestanden daarin voor op de bestanden die in het programma zitten.

    Stoppen doet u met Ctrl en C.

VLAGGEN
    -content map   de map met inhoud; zonder deze vlag: content
    -addr adres    waar de site te zien is, als naam:poort; zonder deze vlag:
                   localhost:1313

VOORBEELDEN
    pleinwijzer serve
    pleinwijzer serve -addr localhost:8080

AFSLUITCODES
    0   u bent gestopt
    2   de opdracht klopt niet, of het lukte niet
`

// serve shows the site until ctx is done.
func serve(ctx context.Context, env environment, args []string) error {
	f := newFlags("serve")
	content := f.text("content", "content", "content")
	addr := f.addr("addr", "localhost:1313")
	if err := f.parse(args); err != nil {
		return err
	}
	from, err := openFolders(*content)
	if err != nil {
		return err
	}
	past, err := from.history(ctx)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", *addr)
	if err != nil {
		return cannotListen(*addr, err)
	}
	host, _, err := net.SplitHostPort(*addr)
	if err != nil {
		return err
	}
	p := &preview{env: env, from: from, past: past, url: serveURL(host, l.Addr())}
	env.serving(p.url)
	return devserver.Run(ctx, l, devserver.Config{
		Content: from.content, Layouts: from.layouts, Static: from.static,
		Build: p.build, Host: host,
	})
}

// serveURL is the address to open for a server at host, which listens at addr.
func serveURL(host string, addr net.Addr) string {
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	_, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return "http://" + host
	}
	return "http://" + net.JoinHostPort(host, port)
}

// preview makes the site for the server, and tells the terminal about it.
type preview struct {
	env       environment
	from      folders
	past      []history.Commit
	url       string
	generator *generator.Generator
	said      map[string]bool // the problems of the last build
}

// build makes the site after a change. It starts afresh where all of the content
// may have changed, since files may be gone of which it was not told.
func (p *preview) build(change devserver.Change) (*devserver.Site, error) {
	begun := p.env.now()
	if p.generator == nil || slices.Contains(change.Content, ".") {
		p.generator = p.from.generator()
	}
	site, err := p.generator.Site(generator.Change(change), catalog.Options{Now: begun, BaseURL: p.url, Drafts: true, History: p.past})
	if err != nil {
		err = errors.New(inWords(err))
		p.env.notRebuilt(begun, change, p.from, err)
		return nil, err
	}
	if !site.Problems.HasErrors() {
		site.Problems.Add(site.Advice()...)
		site.Problems.Sort()
	}
	problems := site.Problems.In(p.from.shown())
	p.env.rebuilt(begun, change, p.from, problems, p.env.now().Sub(begun))
	p.env.show(p.news(problems))
	return &devserver.Site{Files: site.Files, Problems: problems}, nil
}

// news returns the problems that the build before did not have: a warning on
// every page is worth reading once, not at every save.
func (p *preview) news(problems diag.List) diag.List {
	said := map[string]bool{}
	var news diag.List
	for _, d := range problems {
		key := fmt.Sprint(d.Range, d.Code, d.Message)
		if !p.said[key] {
			news.Add(d)
		}
		said[key] = true
	}
	p.said = said
	return news
}
