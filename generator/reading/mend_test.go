package reading

import (
	"fmt"
	"os"
	"path"
	"strings"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// TestMendsAreRight follows what is offered for each form of package schedule that is
// refused: the file must then be right, whichever of the ways is chosen. So no mend
// leads to the next message.
func TestMendsAreRight(t *testing.T) {
	today := schedule.NewDate(2026, 11, 28)
	on := ReadingOn(today)
	parse := map[string]func(string) error{
		"dag":  func(s string) error { _, err := schedule.ParseDays(s); return err },
		"tijd": func(s string) error { _, err := schedule.ParseTimes(s); return err },
	}
	for field, read := range parse {
		forms, err := os.ReadFile(path.Join("../schedule/testdata", field+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		followed := 0
		for paragraph := range strings.SplitSeq(strings.TrimSpace(string(forms)), "\n\n") {
			text, _, _ := strings.Cut(paragraph, "\n")
			wrong, refused := read(text).(*schedule.ParseError)
			if !refused {
				continue
			}
			for _, w := range wrong.Ways(today) {
				for _, given := range []map[string]string{{"dag": `"dinsdag"`, "tijd": `"9.00 tot 18.00 uur"`}, {}} {
					file := written(given, field, w)
					doc, problem := frontmatter.Parse("spreekuren/a.md", []byte(file))
					if problem != nil {
						t.Fatal(problem)
					}
					_, problems := on.Record(content.KindOf("spreekuur"), doc, "a")
					for _, p := range problems {
						if p.Severity == diag.Error && !missing(p) {
							t.Errorf("%s: %q\n%s\n%s: %s", field, text, file, p.Range, p.Message)
						}
					}
					followed++
				}
			}
		}
		if followed < 50 {
			t.Errorf("%s: only %d mends", field, followed)
		}
	}
}

// missing reports whether a field is missing that no mend can know, or the hours of the
// test are not in the part of the day of the form.
func missing(p diag.Diagnostic) bool {
	return p.Code == "dag-tijd-anders" || p.Code == "veld-ontbreekt" && strings.Contains(p.Message, `"`)
}

// written is a file with the fields given, in which the way was followed for a field.
func written(given map[string]string, field string, w schedule.Way) string {
	fields := map[string]string{}
	for key, value := range given {
		fields[key] = value
	}
	delete(fields, field)
	var blocks strings.Builder
	for _, l := range w.Lines {
		key := l.Key
		if key == "" {
			key = field
		}
		if fields[key] == "" || !l.IfAbsent {
			fields[key] = spelledLine(l)
		}
	}
	delete(fields, w.Gone)
	if w.Name == "tijden" {
		delete(fields, "dag")
		delete(fields, "tijd")
	}
	if fields["data"] != "" {
		delete(fields, "dag")
	}
	for _, block := range w.Blocks {
		fmt.Fprintf(&blocks, "[[%s]]\n", w.Name)
		for _, l := range block {
			fmt.Fprintf(&blocks, "%s = %s\n", l.Key, spelledLine(l))
		}
	}
	var b strings.Builder
	b.WriteString("+++\ntitel = \"T\"\nplein = \"p\"\npartner = \"q\"\nin_een_zin = \"Z.\"\n")
	for key, value := range fields {
		fmt.Fprintf(&b, "%s = %s\n", key, value)
	}
	return b.String() + blocks.String() + "+++\nTekst.\n"
}

func spelledLine(l schedule.Line) string {
	if l.Bare {
		return l.Value
	}
	return fmt.Sprintf("%q", l.Value)
}
