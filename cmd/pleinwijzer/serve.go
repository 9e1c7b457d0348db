package main

import (
	"context"
	"fmt"
	"net"
	"slices"
	"sync"
	"sync/atomic"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/preview"
)

const serveUsage = `NAAM
    pleinwijzer serve - laat de site zien terwijl u eraan werkt

GEBRUIK
    pleinwijzer serve [-content map] [-addr adres] [-bewerken]

BESCHRIJVING
    Laat de site zien in uw browser, ook de concepten. Dat gebeurt op uw eigen
    computer.

    U kunt de inhoud daar ook bewerken, in formulieren. Kies op een pagina of op
    een kaart "Bewerk", of kies onderaan "Nieuw". Wat u bewaart, komt in de
    bestanden van de map met inhoud. Zonder formulier wordt er niets geschreven.

    Bewaart u zelf een bestand? Dan verandert de pagina vanzelf mee. Zit er een
    fout in? Dan staat in de pagina welke fout het is, en waar.

    Onderaan elke pagina staat een kleine balk, die de echte site niet heeft:

      Bewerk      het formulier van deze pagina; dit staat ook op elke kaart
      Nieuw       een nieuw spreekuur, plein of iets anders, en wat er
                  veranderd is
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
    -bewerken      laat ook bewerken als anderen het adres kunnen openen: wie
                   het adres opent, kan dan uw bestanden veranderen; op uw
                   eigen computer is deze vlag niet nodig

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
	edit := f.set.Bool("bewerken", false, "")
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
	b := &builder{ctx: ctx, env: env, from: from, past: past, url: serveURL(host, l.Addr())}
	env.serving(b.url)
	forms, err := b.editing(l, *edit)
	if err != nil {
		return err
	}
	return preview.Run(ctx, l, preview.Config{
		Content: from.content, Layouts: from.layouts, Static: from.static, Shown: from.shown(),
		Build: b.build, Says: inWords, Advised: b.advised, Host: host, Editing: forms,
	})
}

// serveURL returns the address at which to open a server on host that listens on addr.
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

// builder makes the site for the preview and reports on the terminal.
type builder struct {
	ctx       context.Context // that of the preview
	env       environment
	from      folders
	past      []history.Commit
	url       string
	generator *generator.Generator
	read      atomic.Pointer[generator.Generator] // the same, once it has read the content
	problems  reported

	mu     sync.Mutex // advice about an older site may still come in
	advice reported
}

// build makes the site after a change. If all content may have changed it starts with a
// new generator, since files may have been removed without notice.
func (b *builder) build(change generator.Change) (*generator.Site, error) {
	begun := b.env.now()
	if b.generator == nil || slices.Contains(change.Content, ".") {
		b.generator = b.from.generator(b.ctx)
	}
	made, err := b.generator.Site(change, catalog.Options{Now: begun, BaseURL: b.url, Drafts: true, History: b.past})
	b.read.Store(b.generator)
	if err != nil {
		b.env.notRebuilt(begun, change, b.from, err)
		return nil, err
	}
	problems := made.Problems.In(b.from.shown())
	b.env.rebuilt(begun, change, b.from, problems, b.env.now().Sub(begun))
	b.env.show(b.problems.news(problems))
	return made, nil
}

// advised also shows the advice on the terminal.
func (b *builder) advised(advice diag.List) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.env.show(b.advice.news(advice))
}

// reported holds the messages that the terminal showed last time.
type reported map[string]bool

// news returns the problems that were not there last time: a warning is worth reading
// once, and not again after every save.
func (t *reported) news(problems diag.List) diag.List {
	now := reported{}
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
