package federation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/kept"
)

// A Document is what one feed of another directory says, as far as it is needed to decide
// whether to take it over. The records themselves stay where they are: a feed may be
// larger than the memory that there is for it.
type Document struct {
	Head
	Records []Record
}

// Head is what a feed says of itself.
type Head struct {
	Version string    `json:"versie"`
	Made    time.Time `json:"gemaakt"`
	Until   string    `json:"geldig_tot"` // the last day of which it knows everything
	Page    string    `json:"bron"`
	Title   string    `json:"titel"`
	Licence string    `json:"licentie"`
}

var headKeys = []string{"versie", "gemaakt", "geldig_tot", "bron", "titel", "licentie"}

// A Record is one record of a feed, by the names under which it is known.
type Record struct {
	ID     string `json:"id"`
	Slug   string `json:"slug"`
	URL    string `json:"url"`
	Status string `json:"status,omitempty"` // of a spreekuur

	Plein struct { // of a spreekuur or an event
		Slug string `json:"slug"`
	} `json:"plein"`

	Date  string `json:"datum,omitempty"`      // of an event or an update
	Until string `json:"tot_en_met,omitempty"` // its last day, if it has one
}

// Stopped reports whether the record says itself that it has come to an end, so that
// nobody needs to miss it.
func (r Record) Stopped() bool { return r.Status == "gestopt" }

// passes is how long ago the day of an event or an update is when it may leave its feed.
const passes = 350 * 24 * time.Hour

// Passed reports whether the record is about a day so long ago that nobody needs to miss it.
func (r Record) Passed(now time.Time) bool {
	last, err := time.Parse(time.DateOnly, max(r.Date, r.Until))
	return err == nil && now.Sub(last) > passes
}

// A shape is a feed with its schemas, compiled.
type shape struct {
	feed.Published
	head, record *jsonschema.Schema

	visit func(json.RawMessage, Record) // if set, gets each record
}

func shapes() ([]shape, error) {
	var all []shape
	for _, p := range feed.Version1() {
		head, err := compile(p.Head)
		if err != nil {
			return nil, err
		}
		record, err := compile(p.Record)
		if err != nil {
			return nil, err
		}
		all = append(all, shape{Published: p, head: head, record: record})
	}
	return all, nil
}

func compile(schema any) (*jsonschema.Schema, error) {
	text, err := json.Marshal(schema)
	if err != nil {
		return nil, err
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", value); err != nil {
		return nil, err
	}
	return c.Compile("schema.json")
}

// errNotJSON is for a text that ends too soon, or is something else.
var errNotJSON = errors.New("not JSON")

// read checks a feed against its schema, record by record.
func (s shape) read(from io.Reader) (*Document, error) {
	decoder := json.NewDecoder(from)
	head := map[string]json.RawMessage{}
	doc := &Document{}
	if err := expect(decoder, '{'); err != nil {
		return nil, err
	}
	listed := false
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errNotJSON, err)
		}
		if key == s.Key {
			if listed {
				return nil, &mismatch{s.Key, "", errors.New("the list is there twice")}
			}
			listed = true
			if err := s.readList(decoder, doc); err != nil {
				return nil, err
			}
			continue
		}
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return nil, fmt.Errorf("%w: %w", errNotJSON, err)
		}
		if _, again := head[fmt.Sprint(key)]; again {
			return nil, &mismatch{s.Key, "", fmt.Errorf("%v is there twice", key)}
		}
		if err := kept.Check("", value); err != nil {
			return nil, &mismatch{s.Key, "", err}
		}
		head[fmt.Sprint(key)] = value
	}
	if err := expect(decoder, '}'); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, fmt.Errorf("%w: more after the end", errNotJSON)
	}
	if !listed {
		return nil, &mismatch{s.Key, "", errors.New("the list is missing")}
	}
	return doc, s.readHead(head, doc)
}

func (s shape) readHead(members map[string]json.RawMessage, doc *Document) error {
	text, err := json.Marshal(members)
	if err != nil {
		return err
	}
	if err := valid(s.head, text); err != nil {
		return &mismatch{s.Key, "", err}
	}
	for key := range members {
		if !slices.Contains(headKeys, key) {
			delete(members, key) // "Licentie" is not "licentie"
		}
	}
	if text, err = json.Marshal(members); err != nil {
		return err
	}
	return json.Unmarshal(text, &doc.Head)
}

// largestRecord is the number of bytes that one record can have.
const largestRecord = 1 << 20

func (s shape) readList(decoder *json.Decoder, doc *Document) error {
	if err := expect(decoder, '['); err != nil {
		return err
	}
	for decoder.More() {
		var text json.RawMessage
		if err := decoder.Decode(&text); err != nil {
			return fmt.Errorf("%w: %w", errNotJSON, err)
		}
		if len(text) > largestRecord {
			return &mismatch{s.Key, "", errors.New("a record is larger than a whole feed should be")}
		}
		var r Record
		err := valid(s.record, text)
		if named := json.Unmarshal(kept.Exact(text), &r); err == nil { // also for its name, if it has one
			err = named
		}
		if err == nil && s.record != nil {
			err = kept.Check(s.Key, text)
		}
		r.ID = strings.ToLower(r.ID) // some write it in capitals
		if err != nil {
			return &mismatch{s.Key, r.Slug, err}
		}
		doc.Records = append(doc.Records, r)
		if s.visit != nil {
			s.visit(text, r)
		}
	}
	return expect(decoder, ']')
}

func expect(decoder *json.Decoder, delimiter json.Delim) error {
	token, err := decoder.Token()
	if err != nil {
		return fmt.Errorf("%w: %w", errNotJSON, err)
	}
	if token != delimiter {
		return fmt.Errorf("%w: %v instead of %v", errNotJSON, token, delimiter)
	}
	return nil
}

// loose is the shape without its schemas, for what was checked before.
func (s shape) loose() shape { return shape{Published: s.Published} }

func valid(schema *jsonschema.Schema, text []byte) error {
	if schema == nil {
		return nil
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return fmt.Errorf("%w: %w", errNotJSON, err)
	}
	return schema.Validate(value)
}

// A mismatch is a feed that is JSON, but not as it should be: the head if there is no slug.
type mismatch struct {
	list, slug string
	err        error
}

func (m *mismatch) Error() string { return fmt.Sprintf("%s %s: %v", m.list, m.slug, m.err) }
func (m *mismatch) Unwrap() error { return m.err }
