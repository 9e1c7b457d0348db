package lint

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"sync"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/public"
	"pleinwijzer/generator/tomlindex"
	"pleinwijzer/generator/typed"
)

var linkBuiten = &Check{
	Explanation: diag.Explanation{
		Code: "link-buiten", Title: "Een link naar een andere site die niet werkt",
		Text:  "De andere site geeft geen antwoord, of zegt dat de pagina niet bestaat. Probeer de link zelf. Werkt hij niet? Zoek het nieuwe adres. Staat er 'niet gekeken'? Dan weet het programma niet of de link werkt. Dit wordt alleen gekeken met -external.",
		Wrong: `website = "https://www.voorbeeld.nl/oude-pagina"`,
		Right: `website = "https://www.voorbeeld.nl/nieuwe-pagina"`,
	},
}

// Fetch requests an address of another site and returns the status. If redirects never
// end it is the status of a redirect. The error is one of those below, or any other if
// there was no answer.
type Fetch func(ctx context.Context, address string) (status int, err error)

// Errors after which the site itself may still be up.
var (
	ErrPrivate = public.ErrPrivate
	ErrUnsafe  = errors.New("a certificate that no browser accepts")
	ErrGarbled = errors.New("an answer that is not HTTP")
)

// manyHosts is how many sites are contacted in parallel. Each site gets one request at a
// time.
const manyHosts = 8

// patience is the number of requests without an answer after which a site is given up,
// since each may take as long as the timeout of Fetch.
const patience = 2

var errSkipped = errors.New("no answer to other questions")

// External requests every address outside the site, and reports those that do not work.
func External(ctx context.Context, c *content.Content, fetch Fetch) diag.List {
	found := outward(c)
	hosts := map[string][]string{}
	for _, address := range slices.Sorted(maps.Keys(found)) {
		if u, err := url.Parse(address); err == nil {
			hosts[u.Host] = append(hosts[u.Host], address)
		}
	}
	var (
		problems diag.List
		lock     sync.Mutex
		wg       sync.WaitGroup
		room     = make(chan struct{}, manyHosts)
	)
	for _, host := range slices.Sorted(maps.Keys(hosts)) {
		wg.Go(func() {
			room <- struct{}{}
			defer func() { <-room }()
			silent := 0
			for _, address := range hosts[host] {
				status, err := 0, errSkipped
				if silent < patience {
					status, err = fetch(ctx, address)
				}
				if err != nil && !answered(err) {
					silent++
				}
				message, mend := complaint(status, cmp.Or(ctx.Err(), err))
				if message == "" {
					continue
				}
				lock.Lock()
				add := linkBuiten.adder(&problems)
				for _, p := range found[address] {
					add(p.in, p.at, message, mend)
				}
				lock.Unlock()
			}
		})
	}
	wg.Wait()
	problems.Sort()
	return problems
}

// answered reports whether the site may be up in spite of an error: a site is given up
// only after failed connections.
func answered(err error) bool {
	return errors.Is(err, ErrPrivate) || errors.Is(err, ErrUnsafe) || errors.Is(err, ErrGarbled)
}

// complaint says what is wrong with an answer and what to do about it, or returns "". A
// site that rejects programs may still work for people.
func complaint(status int, err error) (message, mend string) {
	const try = "probeer de link zelf, en zoek het nieuwe adres"
	switch {
	case errors.Is(err, context.Canceled):
		return "niet gekeken: het programma is gestopt", "probeer de link zelf"
	case errors.Is(err, errSkipped):
		return "niet gekeken: deze site gaf bij andere links geen antwoord", "probeer de link zelf"
	case errors.Is(err, ErrPrivate):
		return "niet gekeken: dit adres is van deze computer of van een eigen netwerk, of stuurt daarheen", "zoek een adres dat iedereen kan openen"
	case errors.Is(err, ErrUnsafe):
		return "de verbinding met deze site is niet veilig; browsers waarschuwen daarvoor", "vraag de eigenaar van de site om het certificaat te vernieuwen"
	case errors.Is(err, ErrGarbled):
		return "deze site geeft een antwoord dat geen browser begrijpt", try
	case err != nil:
		return "deze site geeft geen antwoord", try
	case status == 404 || status == 410:
		return fmt.Sprintf("deze pagina bestaat niet meer (antwoord %d)", status), try
	case status == 301, status == 302, status == 303, status == 307, status == 308:
		return fmt.Sprintf("deze link stuurt steeds door en komt nergens aan (antwoord %d)", status), try
	case status >= 500:
		return fmt.Sprintf("deze site geeft een fout (antwoord %d)", status), try
	}
	return "", ""
}

// A spot is a place in the content that has an address.
type spot struct {
	in *content.Record
	at diag.Range
}

// addresses lists, by kind, the fields that hold the address of another site.
var addresses = func() map[string][]frontmatter.Field {
	all := map[string][]frontmatter.Field{}
	for _, kind := range content.Kinds {
		all[kind.Name] = frontmatter.Select(kind.Fields, func(f frontmatter.Field) bool { return isWeb[f.Type] })
	}
	return all
}()

var isWeb = map[reflect.Type]bool{reflect.TypeFor[typed.Web](): true, reflect.TypeFor[typed.Secure](): true}

// Links returns how many addresses of other sites there are.
func Links(c *content.Content) int { return len(outward(c)) }

// outward finds the addresses of other sites in fields and in texts.
func outward(c *content.Content) map[string][]spot {
	found := map[string][]spot{}
	note := func(address string, at spot) {
		page, _, _ := strings.Cut(address, "#")
		found[page] = append(found[page], at)
	}
	for kind, item := range c.Items() {
		r := item.File()
		frontmatter.Each(item, addresses[kind.Name], func(_ *frontmatter.Field, path tomlindex.Path, value reflect.Value) {
			if address := value.String(); strings.HasPrefix(address, "http") {
				note(address, spot{r, r.Doc.Value(path...)})
			}
		})
	}
	var d scratch
	for _, s := range recordsOf(c) {
		if s.base == nil {
			continue
		}
		for _, l := range s.read(nil, &d).links {
			if u, err := url.Parse(l.Destination); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
				note(l.Destination, spot{s.base, l.at})
			}
		}
	}
	return found
}
