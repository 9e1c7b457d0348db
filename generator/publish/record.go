package publish

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
)

// The names in the output folder that are ours alone.
const (
	recordDir  = ".pleinwijzer"
	recordFile = "bestanden.txt"
	workDir    = "bezig"
)

// The record is text: two lines of heading, a path per line in order, and a last
// line with the number of paths and a checksum of their lines. It decides what
// may be removed, so a record that is cut short, merged or edited is not used.
const (
	recordTitle   = "De bestanden die pleinwijzer in deze map heeft gemaakt. Wijzig deze lijst niet.\n"
	recordVersion = "versie 1"
	recordEnd     = "einde %d %08x\n"
)

var (
	errDamaged = errors.New("damaged record")
	errOther   = errors.New("record of another version")
)

// foreignPath is the error of a record that is whole and names a file that no
// build makes: someone wrote it to have that file removed.
type foreignPath string

func (p foreignPath) Error() string { return fmt.Sprintf("the record names %q", string(p)) }

func formatRecord(l list) []byte {
	b := []byte(recordTitle + recordVersion + "\n")
	start := len(b)
	for _, p := range l {
		b = append(append(b, p...), '\n')
	}
	return fmt.Appendf(b, recordEnd, len(l), crc32.ChecksumIEEE(b[start:]))
}

// parseRecord accepts CRLF line ends: a site kept in git gets them on Windows.
func parseRecord(data []byte) (list, error) {
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	text, ok := strings.CutPrefix(string(data), recordTitle)
	if !ok {
		return nil, errDamaged
	}
	version, text, ok := strings.Cut(text, "\n")
	lines := strings.Split(text, "\n")
	switch {
	case ok && version != recordVersion && strings.HasPrefix(version, "versie "):
		return nil, errOther
	case version != recordVersion, len(lines) < 2:
		return nil, errDamaged
	}
	l := list(lines[:len(lines)-2]) // the line "einde" and the empty rest go
	if !slices.IsSorted(l) || !bytes.Equal(formatRecord(l), data) {
		return nil, errDamaged
	}
	for _, p := range l {
		if checkPath(p) != nil {
			return nil, foreignPath(p)
		}
	}
	return l, nil
}

// record replaces the record of what builds made in the folder by l.
func (s *site) record(l list) error {
	if s.recorded && slices.Equal(s.made, l) {
		return nil
	}
	if err := s.replace(recordFile, formatRecord(l)); err != nil {
		return err
	}
	s.made, s.recorded = l, true
	return nil
}
