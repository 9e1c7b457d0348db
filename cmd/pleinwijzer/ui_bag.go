package main

import (
	"errors"
	"fmt"
	"net/url"

	"pleinwijzer/generator/bag"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/say"
)

// The output of the verb bag, by the rules of ui.go.

func hasNumber(e environment, p *catalog.Plein) {
	fmt.Fprintf(e.stdout, "%s: heeft al nummer %s\n", p.Naam, p.BAG)
}

func (e environment) number(p *catalog.Plein, found bag.Entry, written bool) {
	fmt.Fprintf(e.stdout, "%s: %s (%s)\n", p.Naam, found.Number, found.Name)
	if written {
		fmt.Fprintf(e.stdout, "  staat nu in %s\n", p.Doc.File)
	} else {
		fmt.Fprintf(e.stdout, "  zet in %s: bag = \"%s\"; of geef de opdracht met -write\n", p.Doc.File, found.Number)
	}
}

// mostShown is how many addresses with the same postcode are shown.
const mostShown = 10

func (e environment) noNumber(p *catalog.Plein, others []bag.Entry) {
	fmt.Fprintf(e.stdout, "%s: %s staat zo niet in de BAG\n", p.Naam, say.Address(p.Plein.Adres))
	if len(others) == 0 {
		fmt.Fprintln(e.stdout, "  er is geen adres met deze postcode; kijk het adres na")
		return
	}
	fmt.Fprintf(e.stdout, "  is het een van deze? zet dan het nummer achter bag in %s\n", p.Doc.File)
	for _, other := range others[:min(len(others), mostShown)] {
		fmt.Fprintf(e.stdout, "    %s  %s\n", other.Number, other.Name)
	}
	if more := len(others) - mostShown; more > 0 {
		fmt.Fprintf(e.stdout, "    en nog %d; zoek verder op bagviewer.kadaster.nl\n", more)
	}
}

func noRegister(err error) error {
	if asked, ok := errors.AsType[*url.Error](err); ok {
		err = asked.Err // without the address, which tells an editor nothing
	}
	return fmt.Errorf("de BAG geeft geen antwoord (%w); kijk of dit toestel internet heeft, of probeer het later nog eens", err)
}

func unknownPlein(typed string, pleinen []*catalog.Plein) error {
	names := make([]string, len(pleinen))
	for i, p := range pleinen {
		names[i] = p.Slug
	}
	mend := diag.Question(diag.Nearest(typed, names))
	if mend == "" {
		mend = "noem een bestand in de map pleinen, zonder .md"
	}
	return fmt.Errorf("er is geen plein met de naam %q; %s", typed, mend)
}
