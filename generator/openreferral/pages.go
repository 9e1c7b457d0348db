package openreferral

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// errSame is the error of a list that gives one page over and over: it does not know ?page=.
var errSame = errors.New("the page has only services of the pages before it")

// largest is the number of bytes that one service can have.
const largest = 1 << 20

// errNoList is the error of an answer that is no page of a list.
var errNoList = errors.New("the page has no list of contents")

// readPages reads the list of services, page by page. A service is read at a time: a page may be
// larger than the memory that there is for it.
func readPages(c *converter, base string) error {
	for number, total := 1, 1; number <= total; number++ {
		p := page{converter: c, base: base, address: base + "/services?page=" + strconv.Itoa(number)}
		before := len(c.services)
		if err := p.read(); err != nil {
			return err
		}
		if total = p.total; total > mostPages {
			return &RecordError{Address: p.address, Err: ErrTooMany}
		}
		if number > 1 && p.services > 1 && p.again == p.services && len(c.services) == before {
			return &RecordError{Address: p.address, Err: errSame}
		}
		if p.services == 0 && number < total || total == 0 && p.items > p.services {
			return &RecordError{Address: p.address, Err: io.ErrUnexpectedEOF}
		}
	}
	return nil
}

// page is one page of the list.
type page struct {
	*converter
	base, address string
	total, items  int // pages and services that it says there are
	services      int // how many there are on it
	again         int // how many of these were there before
	listed        bool
}

func (p *page) read() error {
	body, err := p.Get(p.address)
	if err != nil {
		return err
	}
	defer body.Close()
	decoder := json.NewDecoder(body)
	if token, err := decoder.Token(); err != nil || token != json.Delim('{') {
		return &RecordError{p.address, "", cmp.Or(err, errNoList)}
	}
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			return &RecordError{p.address, "", err}
		}
		if err := p.member(decoder, fmt.Sprint(key)); err != nil {
			return err
		}
	}
	if _, err := decoder.Token(); err != nil {
		return &RecordError{p.address, "", err}
	}
	if !p.listed {
		return &RecordError{p.address, "", errNoList}
	}
	return nil
}

func (p *page) member(decoder *json.Decoder, key string) error {
	switch key {
	case "total_pages", "total_items":
		var total number
		if err := decoder.Decode(&total); err != nil {
			return &RecordError{p.address, "", err}
		}
		if key == "total_pages" {
			p.total = total.whole()
		} else {
			p.items = total.whole()
		}
	case "contents":
		p.listed = true
		return p.contents(decoder)
	default:
		var unread json.RawMessage
		if err := decoder.Decode(&unread); err != nil {
			return &RecordError{p.address, "", err}
		}
	}
	return nil
}

func (p *page) contents(decoder *json.Decoder) error {
	if token, err := decoder.Token(); err != nil || token != json.Delim('[') {
		return &RecordError{p.address, "", cmp.Or(err, errNoList)}
	}
	for decoder.More() {
		var text json.RawMessage
		if err := decoder.Decode(&text); err != nil {
			return &RecordError{p.address, "", err}
		}
		again, err := p.converter.read(p.base, p.address, text)
		if err != nil {
			return err
		}
		p.services++
		if again {
			p.again++
		}
	}
	if _, err := decoder.Token(); err != nil {
		return &RecordError{p.address, "", err}
	}
	return nil
}
