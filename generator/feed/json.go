package feed

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
)

// jsonFeed is an object whose last member is a list of records. It is written one record
// at a time and one record to a line, so that two builds can be compared.
type jsonFeed struct {
	head  any                      // a struct with at least one field that is never absent
	key   string                   // of the list
	lines iter.Seq2[[]byte, error] // each a record
}

// write writes the whole feed. Without records the list is still there, and empty: it is
// what the document is for.
func (f jsonFeed) write(w io.Writer) error {
	head, err := encode(f.head)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "%s,%q:[", bytes.TrimSuffix(head, []byte("}")), f.key); err != nil {
		return err
	}
	separator := "\n"
	for line, err := range f.lines {
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, separator); err != nil {
			return err
		}
		if _, err := w.Write(line); err != nil {
			return err
		}
		separator = ",\n"
	}
	_, err = io.WriteString(w, "\n]}\n")
	return err
}

// encode gives a value as JSON on one line.
func encode(value any) ([]byte, error) {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false) // the file is JSON, not a script in a page
	err := encoder.Encode(value)
	return bytes.TrimSuffix(line.Bytes(), []byte("\n")), err
}

// encoded gives each of the records as JSON.
func encoded[T any](records iter.Seq[T]) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for record := range records {
			if !yield(encode(record)) {
				return
			}
		}
	}
}
