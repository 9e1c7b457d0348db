package feed

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
)

// jsonFeed is an object with, as its last member, a list of records. It is
// written one record at a time and one record to a line, so that the difference
// between two builds can be read.
type jsonFeed[T any] struct {
	head    any    // a struct with at least one field that is never absent
	key     string // of the list
	records iter.Seq[T]
}

// write writes the whole feed. Without records the list is there, and empty: it
// is what the document is for.
func (f jsonFeed[T]) write(w io.Writer) error {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false) // the file is JSON, not a script in a page

	if err := encoder.Encode(f.head); err != nil {
		return err
	}
	open := bytes.TrimSuffix(line.Bytes(), []byte("}\n"))
	if _, err := fmt.Fprintf(w, "%s,%q:[", open, f.key); err != nil {
		return err
	}
	separator := "\n"
	for record := range f.records {
		line.Reset()
		line.WriteString(separator)
		if err := encoder.Encode(record); err != nil {
			return err
		}
		line.Truncate(line.Len() - 1) // the newline comes after the comma
		if _, err := w.Write(line.Bytes()); err != nil {
			return err
		}
		separator = ",\n"
	}
	_, err := io.WriteString(w, "\n]}\n")
	return err
}
