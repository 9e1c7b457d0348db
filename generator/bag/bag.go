// Package bag looks up addresses in the Basisregistratie Adressen en Gebouwen, through the
// Locatieserver of PDOK (version 3.1), which needs no account. A build never uses it.
package bag

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"unicode"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

// Locatieserver is where PDOK answers.
const Locatieserver = "https://api.pdok.nl/bzk/locatieserver/search/v3_1/free"

// A Register is asked for addresses.
type Register struct {
	Client  *http.Client
	Address string // of the service, such as Locatieserver
}

// An Entry is one address in the register.
type Entry struct {
	Number typed.BAG // of the nummeraanduiding
	Name   string    // the whole address in one line
}

// most is the number of addresses that are read of one postcode; more than a hundred in one
// occur in flats alone.
const most = 200

// answer is what we read of a response of the Locatieserver.
type answer struct {
	Response struct {
		Docs []struct {
			Name   string    `json:"weergavenaam"`
			Number typed.BAG `json:"nummeraanduiding_id"`
			Street string    `json:"straatnaam"`
			House  string    `json:"huis_nlt"` // number with letter and addition
		} `json:"docs"`
	} `json:"response"`
}

// Find returns the entry with exactly this street, house number and postcode. Without
// one, it returns the other entries with that postcode, from which a person may choose.
// An error means that the register did not answer.
func (r Register) Find(ctx context.Context, at content.Adres) (found *Entry, others []Entry, err error) {
	a, err := r.ask(ctx, at)
	if err != nil {
		return nil, nil, err
	}
	exact := 0
	for _, d := range a.Response.Docs {
		e := Entry{d.Number, d.Name}
		if same(d.Street+" "+d.House, at.Straat) {
			found = &e
			exact++
		}
		others = append(others, e)
	}
	if exact != 1 { // two of the same are a riddle for a person
		return nil, others, nil
	}
	return found, nil, nil
}

func (r Register) ask(ctx context.Context, at content.Adres) (a answer, err error) {
	query := url.Values{
		"q":    {at.Straat + " " + at.Plaats},
		"fq":   {"type:adres", "postcode:" + strings.ReplaceAll(string(at.Postcode), " ", "")},
		"fl":   {"weergavenaam,nummeraanduiding_id,straatnaam,huis_nlt"},
		"rows": {fmt.Sprint(most)},
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, r.Address+"?"+query.Encode(), nil)
	if err != nil {
		return a, err
	}
	response, err := r.Client.Do(request)
	if err != nil {
		return a, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return a, fmt.Errorf("%s", response.Status)
	}
	err = json.NewDecoder(io.LimitReader(response.Body, 4<<20)).Decode(&a)
	return a, err
}

// same compares a street with a house number, whatever the spaces, capitals and hyphens:
// "Markt 1-a" is "markt 1A".
func same(a, b string) bool { return bare(a) == bare(b) }

func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}
