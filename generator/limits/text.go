package limits

import (
	"fmt"
	"regexp"
	"strings"
)

// The limits for a text. Whatever exceeds them would be expensive for code that reads a
// paragraph, line or table repeatedly, or for a short text that expands to a long one.
const (
	mostText     = 100_000   // bytes: forty pages of a book
	mostTogether = 40_000    // bytes without an empty line
	mostLine     = 10_000    // bytes
	mostWord     = 5_000     // bytes without a space
	mostInset    = 200       // spaces before a line
	mostNested   = 50        // markers of lists and quotations before the words of a line
	mostLinks    = 2_000     // characters that may begin a link, a picture or code
	mostMarks    = 2_000     // runs of characters for bold and italics without an empty line
	mostColumns  = 100       // of a table
	mostCells    = 20_000    // of all tables
	mostRepeated = 1_000_000 // bytes, if every link used the longest address with a name
)

// Text returns where a text in Markdown exceeds a limit, and which.
func Text(text string) (at int, problem string) {
	if len(text) > mostText {
		return 0, fmt.Sprintf("de tekst is langer dan %d tekens", mostText)
	}
	if len(text) <= mostNested {
		return 0, ""
	}
	var t tally
	for line := range strings.Lines(text) {
		if problem := t.line(line); problem != "" {
			return at, problem
		}
		at += len(line)
	}
	return 0, ""
}

// A tally counts what a text has up to the current line.
type tally struct {
	links, cells     int
	address, longest int // bytes of the definition that began with "[name]:" so far, and of the longest one

	// Since the last empty line:
	together, marks int
	rows, strokes   int // vertical bars of the line that has the most
}

func (t *tally) line(line string) (problem string) {
	words := strings.TrimSpace(line)
	if words == "" {
		t.cells = t.inTables()
		t.together, t.marks, t.rows, t.strokes, t.address = 0, 0, 0, 0, 0
	}
	t.together += len(line)
	t.marks += runsOf(line)
	t.count(words)
	switch {
	case len(line) > mostLine:
		return fmt.Sprintf("deze regel is langer dan %d tekens", mostLine)
	case longestWord(words) > mostWord:
		return fmt.Sprintf("op deze regel staan meer dan %d tekens zonder spatie", mostWord)
	case len(line)-len(strings.TrimLeft(line, " \t")) > mostInset:
		return fmt.Sprintf("voor deze regel staan meer dan %d spaties", mostInset)
	case nested(words) > mostNested:
		return fmt.Sprintf("op deze regel staan meer dan %d lijsten of citaten in elkaar", mostNested)
	case t.together > mostTogether:
		return fmt.Sprintf("hier staat meer dan %d tekens tekst zonder lege regel", mostTogether)
	case t.marks > mostMarks:
		return fmt.Sprintf("hier staan meer dan %d sterretjes en streepjes voor vette en schuine letters zonder lege regel", mostMarks)
	case t.links > mostLinks:
		return fmt.Sprintf("er staan meer dan %d links, afbeeldingen en stukken code in de tekst", mostLinks)
	case t.strokes > mostColumns+1:
		return fmt.Sprintf("deze tabel heeft meer dan %d kolommen", mostColumns)
	case t.inTables() > mostCells:
		return fmt.Sprintf("de tabellen hebben samen meer dan %d vakjes", mostCells)
	case t.longest*t.links > mostRepeated:
		return "hier staat een lang adres met een naam, en er staan veel links in de tekst"
	}
	return ""
}

func (t *tally) count(words string) {
	for _, sign := range []string{"[", "`", "<", "@", "://", "www."} {
		t.links += strings.Count(words, sign)
	}
	t.rows++
	t.strokes = max(t.strokes, strings.Count(words, "|"))
	if strings.Contains(words, "]:") {
		t.address = len(words)
	} else if t.address > 0 {
		t.address += len(words)
	}
	t.longest = max(t.longest, t.address)
}

// inTables returns the number of cells, counting everything with vertical bars as a
// table.
func (t *tally) inTables() int {
	if t.strokes == 0 {
		return t.cells
	}
	return t.cells + t.rows*(t.strokes+1)
}

// runsOf counts the runs of characters that may mark bold or italics. The marker of a
// list is not one of them.
func runsOf(line string) int {
	line = strings.TrimLeft(line, " \t")
	if len(line) > 1 && line[0] == '*' && line[1] == ' ' {
		line = line[2:]
	}
	n := 0
	for i := range len(line) {
		if c := line[i]; (c == '*' || c == '_' || c == '~') && (i == 0 || line[i-1] != c) {
			n++
		}
	}
	return n
}

func longestWord(words string) int {
	longest := 0
	if len(words) > mostWord {
		for word := range strings.FieldsSeq(words) {
			longest = max(longest, len(word))
		}
	}
	return longest
}

// nested returns how many lists and quotations begin on a line. A line of only dashes
// or stars does not count.
func nested(words string) int {
	if len(words) <= mostNested || strings.Trim(words, "- ") == "" || strings.Trim(words, "* ") == "" {
		return 0
	}
	n := 0
	for {
		mark := nestForm.FindString(words)
		if mark == "" || n > mostNested {
			return n
		}
		n, words = n+1, words[len(mark):]
	}
}

var nestForm = regexp.MustCompile(`^[ \t]*(?:>|(?:[-*+]|[0-9]{1,9}[.)])[ \t])`)
