package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"sync"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/devserver"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/schedule"
)

const serveUsage = `NAAM
    pleinwijzer serve - laat de site zien terwijl u eraan werkt

GEBRUIK
    pleinwijzer serve [-content map] [-addr adres]

BESCHRIJVING
    Laat de site zien in uw browser, ook de concepten. Dat gebeurt op uw eigen
    computer. Er wordt niets geschreven.

    Bewaart u een bestand? Dan verandert de pagina vanzelf mee. Zit er een fout
    in? Dan staat in de pagina welke fout het is, en waar.

    Onderaan elke pagina staat een kleine balk, die de echte site niet heeft:

      Bestand     uit welk bestand de pagina komt; dit staat ook op elke kaart
      adviezen    wat er beter kan, zoals een lange zin; dit staat ook in het
                  venster waarin u de opdracht gaf
      Vandaag     de site zoals op een andere dag; dat kan ook met ?op= en de
                  datum achter het adres

    Bij een concept staat het woord Concept.

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
	past, err := from.history(ctx, env)
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
	p := &preview{ctx: ctx, env: env, from: from, past: past, url: serveURL(host, l.Addr())}
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
	ctx       context.Context // of the server
	env       environment
	from      folders
	past      []history.Commit
	url       string
	generator *generator.Generator
	problems  told

	mu     sync.Mutex // advice about an older site may still be on its way
	advice told
}

// build makes the site after a change. It starts afresh where all of the content
// may have changed, since files may be gone of which it was not told.
func (p *preview) build(change devserver.Change) (*devserver.Site, error) {
	begun := p.env.now()
	if p.generator == nil || slices.Contains(change.Content, ".") {
		p.generator = p.from.generator(p.ctx)
	}
	made, err := p.generator.Site(generator.Change(change), catalog.Options{Now: begun, BaseURL: p.url, Drafts: true, History: p.past})
	if err != nil {
		err = errors.New(inWords(err))
		p.env.notRebuilt(begun, change, p.from, err)
		return nil, err
	}
	site := p.site(made, begun)
	p.env.rebuilt(begun, change, p.from, site.Problems, p.env.now().Sub(begun))
	p.env.show(p.problems.news(site.Problems))
	if advice := site.Advice; advice != nil {
		site.Advice = func() diag.List { return p.tell(advice()) }
	}
	return site, nil
}

// tell tells the terminal too what advice there is.
func (p *preview) tell(advice diag.List) diag.List {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.env.show(p.advice.news(advice))
	return advice
}

// site is a site as of now, as the server takes it.
func (p *preview) site(made *generator.Site, now time.Time) *devserver.Site {
	shown := p.from.shown()
	site := &devserver.Site{Files: made.Files, Problems: made.Problems.In(shown), Now: now}
	if made.Problems.HasErrors() {
		return site
	}
	site.Advice = func() diag.List { return made.Advice().In(shown) }
	site.Source = func(path string) (devserver.Source, bool) {
		s, ok := made.Source(path)
		return devserver.Source{Title: s.Title, Range: s.Range.In(shown), Draft: s.Draft}, ok
	}
	site.On = func(day schedule.Date) (*devserver.Site, error) {
		clock := now.In(schedule.Amsterdam)
		year, month, date := day.Civil()
		then := time.Date(year, month, date, clock.Hour(), clock.Minute(), clock.Second(), 0, schedule.Amsterdam)
		other, err := made.At(then)
		if err != nil {
			return nil, errors.New(inWords(err))
		}
		return p.site(other, then), nil
	}
	return site
}

// told is what the terminal was told last.
type told map[string]bool

// news returns the problems that were not there the last time: a warning on every
// page is worth reading once, not at every save.
func (t *told) news(problems diag.List) diag.List {
	now := told{}
	var news diag.List
	for _, d := range problems {
		key := fmt.Sprint(d.Range, d.Code, d.Message)
		if !(*t)[key] {
			news.Add(d)
		}
		now[key] = true
	}
	*t = now
	return news
}
