package main

import (
	"context"
	"net/http"
	"reflect"
	"slices"

	"pleinwijzer/generator/bag"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/public"
	"pleinwijzer/generator/saving"
)

const bagUsage = `NAAM
    pleinwijzer bag - zoekt het nummer van elk plein in de BAG

GEBRUIK
    pleinwijzer bag [-write] [-content map] [plein ...]

BESCHRIJVING
    Zoekt het adres van elk plein op in de BAG, het register van de overheid
    met alle adressen, en laat het nummer zien. Met dat nummer weten andere
    programma's zeker welk gebouw het is. Een plein dat al een nummer heeft,
    wordt overgeslagen.

    Staat het adres er niet precies zo in? Dan ziet u de adressen met dezelfde
    postcode. Er wordt nooit een nummer gekozen dat niet zeker klopt.

    Deze opdracht gebruikt het internet: de straat, de postcode en de plaats
    gaan naar PDOK, een dienst van het Kadaster. Een site maken doet dat nooit.

VLAGGEN
    -write         zet de nummers in de bestanden; zonder deze vlag wordt er
                   niets geschreven
    -content map   de map met inhoud; zonder deze vlag: content

VOORBEELDEN
    pleinwijzer bag
    pleinwijzer bag lochal
    pleinwijzer bag -write

AFSLUITCODES
    0   alle nummers zijn gevonden
    1   een adres is niet gevonden, of er staan fouten in de inhoud
    2   de opdracht klopt niet, of het lukte niet
`

// bagVerb asks the register on the internet.
func bagVerb(ctx context.Context, env environment, args []string) error {
	client := &http.Client{Transport: newOutside(public.Address), Timeout: patience}
	return numbers{bag.Register{Client: client, Address: bag.Locatieserver}}.run(ctx, env, args)
}

// mostPleinen is how many pleinen one can name; with more of them one names none.
const mostPleinen = 100

// numbers is the verb with the register that it asks.
type numbers struct{ register bag.Register }

func (n numbers) run(ctx context.Context, env environment, args []string) error {
	f := newFlags("bag")
	folder := f.text("content", "content", "content")
	write := f.set.Bool("write", false, "")
	names, err := f.words(args, mostPleinen)
	if err != nil {
		return err
	}
	from, err := openFolders(*folder)
	if err != nil {
		return err
	}
	c, problems, err := catalogAt(from.files(ctx), catalog.Options{Now: env.now(), Drafts: true})
	if err != nil {
		return err
	}
	if problems.HasErrors() {
		env.problems(problems.In(from.shown()), "")
		return errProblems
	}
	pleinen, err := named(c, names)
	if err != nil {
		return err
	}
	return n.each(ctx, env, from, pleinen, *write)
}

// named are the pleinen with these slugs, or all without a slug.
func named(c *catalog.Catalog, slugs []string) ([]*catalog.Plein, error) {
	if len(slugs) == 0 {
		return c.Pleinen, nil
	}
	var found []*catalog.Plein
	for _, slug := range slugs {
		i := slices.IndexFunc(c.Pleinen, func(p *catalog.Plein) bool { return p.Slug == slug })
		if i < 0 {
			return nil, unknownPlein(slug, c.Pleinen)
		}
		found = append(found, c.Pleinen[i])
	}
	return found, nil
}

// each looks up one plein after the other, so as not to burden a service that is free.
func (n numbers) each(ctx context.Context, env environment, from folders, pleinen []*catalog.Plein, write bool) error {
	missing := false
	for _, p := range pleinen {
		if p.BAG != "" {
			hasNumber(env, p)
			continue
		}
		found, others, err := n.register.Find(ctx, p.Plein.Adres)
		if err != nil {
			return noRegister(err)
		}
		if found == nil {
			missing = true
			env.noNumber(p, others)
			continue
		}
		if write {
			if err := from.setNumber(ctx, p.Plein, *found); err != nil {
				return err
			}
		}
		env.number(p, *found, write)
	}
	if missing {
		return errProblems
	}
	return nil
}

// setNumber adds the number to the file of a plein, of which nothing else changes.
func (f folders) setNumber(ctx context.Context, p *content.Plein, e bag.Entry) error {
	folder, err := saving.Open(ctx, f.content, f.static)
	if err != nil {
		return err
	}
	now, err := folder.Read(p.Doc.File)
	if err != nil {
		return err
	}
	value := frontmatter.Value{Key: "bag", Spelled: frontmatter.Quote(string(e.Number))}
	fields := frontmatter.FieldsOf(reflect.TypeFor[content.Plein]())
	edited, problem := frontmatter.Edit(p.Doc.File, now.Data, fields, []frontmatter.Value{value}, "")
	if problem != nil {
		return errProblems // the file was read a moment ago
	}
	_, err = folder.Save(p.Doc.File, now.Sum, edited)
	return err
}
