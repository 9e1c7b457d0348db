// Package openreferral reads what other systems publish in the Human Services Data
// Specification of Open Referral, version 3, and says it in the terms of our own JSON
// feeds, as far as our fields go.
//
//	service at a location     spreekuur; places where it is on single days only are visits
//	location with an address  plein
//	organization              partner
//	taxonomy_term             topic
//
// What has no place in our fields is counted by its name ([Directory.Odd]), and nothing is
// guessed. Contacts are never read, since most are persons.
//
// The API says neither when it was made nor under which licence. So a directory is of the
// day on which it was fetched, and has the licence that the editor agreed.
package openreferral

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"pleinwijzer/generator/schedule"
)

// A Source is another system and how to ask it.
type Source struct {
	Root    string // the address of its API
	Title   string
	Licence string
	Today   schedule.Date
	Get     func(address string) (io.ReadCloser, error)
}

// Limits of one source. A system that has more would fill the disk, or ask for ever.
const (
	mostPages    = 2000
	mostServices = 20_000
)

// Errors of a source that answers, but not as it should.
var (
	ErrVersion = errors.New("this is not version 3 of HSDS")
	ErrTooMany = errors.New("there are more services than can be taken over")

	errNoService = errors.New("this is no service with an id and a name")
	errNoRule    = errors.New("a schedule has another form than HSDS gives it")
)

// A RecordError is about one service.
type RecordError struct {
	Address string
	Name    string
	Err     error
}

func (e *RecordError) Error() string { return fmt.Sprintf("%s: %q: %v", e.Address, e.Name, e.Err) }
func (e *RecordError) Unwrap() error { return e.Err }

// A Directory is what the system says, as lists of our feeds.
type Directory struct {
	source  Source
	until   schedule.Date
	records map[string][]any
	Odd     []Odd // by name
}

// Odd is a value that has no place in our fields: which, and how many there are.
type Odd struct {
	Name  string
	Count int
}

// Read asks the system for all its services.
func Read(s Source) (*Directory, error) {
	s.Root = strings.TrimRight(s.Root, "/")
	base := strings.TrimSuffix(s.Root, "/index.json") // where a host has files only
	if err := s.checkVersion(); err != nil {
		return nil, err
	}
	c := newConverter(s)
	if err := readPages(c, base); err != nil {
		return nil, err
	}
	if err := c.faults.mostOf(len(c.services)); err != nil {
		return nil, err
	}
	return c.directory(), nil
}

func (s Source) checkVersion() error {
	root, err := getJSON[struct {
		Version string `json:"version"`
	}](s, s.Root)
	if err != nil {
		return err
	}
	if !strings.HasPrefix(strings.TrimPrefix(root.Version, "v"), "3") {
		return &RecordError{Address: s.Root, Name: root.Version, Err: ErrVersion}
	}
	return nil
}

// read adds a service, or reports that it was there already. A page may have only the basic
// fields; then its own address has all. What is wrong with one service is no reason to do
// without the others: it is counted.
func (c *converter) read(base, address string, text json.RawMessage) (again bool, err error) {
	one, ok := decode(text)
	if ok && c.seen[one.ID] { // pages move when a service is added while they are read
		return true, nil
	}
	if ok && !isFull(text) && one.ID != "" {
		address = base + "/services/" + url.PathEscape(one.ID)
		text, err = getJSON[json.RawMessage](c.Source, address)
		switch {
		case errors.Is(err, fs.ErrNotExist): // it went while the pages were read
			return c.faults.leave(&RecordError{address, string(one.Name), err}, one.ID), nil
		case err != nil:
			return false, err
		}
		one, ok = decode(text)
	}
	name := plain(one.Name)
	switch {
	case ok && c.seen[one.ID]:
		return true, nil
	case !ok || one.ID == "" || name == "":
		return c.faults.leave(&RecordError{address, name, errNoService}, cmp.Or(one.ID, string(text[:min(len(text), 200)]))), nil
	case len(c.services) == mostServices:
		return false, &RecordError{Address: address, Err: ErrTooMany}
	}
	c.seen[one.ID] = true
	c.services = append(c.services, one.service)
	if one.noRule {
		c.faults.add(&RecordError{address, name, errNoRule})
	}
	for _, field := range one.other {
		c.odd[field]++
	}
	c.countUnread("service", one.text, *one.service)
	c.countNested(one.text)
	return false, nil
}

// isFull reports whether a service has the lists that only its full form has.
func isFull(text json.RawMessage) bool {
	var lists struct {
		Visits    *json.RawMessage `json:"service_at_locations"`
		Schedules *json.RawMessage `json:"schedules"`
	}
	return json.Unmarshal(text, &lists) == nil && (lists.Visits != nil || lists.Schedules != nil)
}

func getJSON[T any](s Source, address string) (value T, err error) {
	body, err := s.Get(address)
	if err != nil {
		return value, err
	}
	defer body.Close()
	if err := json.NewDecoder(body).Decode(&value); err != nil {
		return value, &RecordError{address, "", err}
	}
	return value, nil
}

// The lists that a directory has.
const (
	pleinen    = "pleinen"
	partners   = "partners"
	spreekuren = "spreekuren"
)

// Write writes a list as our own feed of that name, a record to a line. A list that a
// directory does not have is empty.
func (d *Directory) Write(w io.Writer, list string) error {
	head, err := json.Marshal(map[string]string{
		"$schema": d.source.Root, "versie": "1", "gemaakt": d.source.Today.At(0).Format(time.RFC3339), "geldig_tot": d.until.String(),
		"bron": d.source.Root, "titel": d.source.Title, "licentie": d.source.Licence, "tijdzone": schedule.Amsterdam.String(),
	})
	if err != nil {
		return err
	}
	text := append(head[:len(head)-1], fmt.Sprintf(",%q:[", list)...)
	for i, r := range d.records[list] {
		line, err := json.Marshal(r)
		if err != nil {
			return err
		}
		if i > 0 {
			text = append(text, ',')
		}
		text = append(append(text, '\n'), line...)
		if _, err := w.Write(text); err != nil {
			return err
		}
		text = text[:0]
	}
	_, err = w.Write(append(text, "\n]}\n"...))
	return err
}

// idOf returns the id of a record. HSDS wants a UUID, but not all systems have these; any
// other id becomes one.
func (s Source) idOf(kind, id string) string {
	if parsed, err := uuid.Parse(id); err == nil && len(id) == len(parsed.String()) {
		return parsed.String()
	}
	return uuid.NewSHA1(uuid.NameSpaceURL, []byte(s.Root+"/"+kind+"/"+id)).String()
}

func sortedOdd(counts map[string]int) []Odd {
	all := make([]Odd, 0, len(counts))
	for name, n := range counts {
		all = append(all, Odd{name, n})
	}
	slices.SortFunc(all, func(a, b Odd) int { return strings.Compare(a.Name, b.Name) })
	return all
}
