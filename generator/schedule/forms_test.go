package schedule_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"pleinwijzer/generator/schedule"
)

// TestForms reads the ways in which libraries and neighbourhood centres announce
// their hours, one a paragraph: a text, and below it what it is read as, or what is
// said of it and offered instead. To add one: its first line, and -update. What comes
// out must be what its author meant, or a question; never a guess.
func TestForms(t *testing.T) {
	for field, least := range map[string]int{"dag": 250, "tijd": 150} {
		name := "testdata/" + field + ".txt"
		before, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		n := 0
		for paragraph := range strings.SplitSeq(strings.TrimSpace(string(before)), "\n\n") {
			text, _, _ := strings.Cut(paragraph, "\n")
			n++
			fmt.Fprintf(&b, "%s\n%s\n", text, outcome(field, text))
		}
		if *update {
			if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if b.String() != string(before) && !*update {
			t.Errorf("%s differs: run this test with -update, and read what changed", name)
		}
		if n < least {
			t.Errorf("%s has only %d forms", name, n)
		}
	}
}

// outcome is what becomes of a text on 28 November 2026.
func outcome(field, text string) string {
	value, err := parsers[field](text)
	var wrong *schedule.ParseError
	if !errors.As(err, &wrong) {
		return fmt.Sprintf("\t= %s\n", value)
	}
	out := fmt.Sprintf("\t! %s\n", wrong.Message)
	ways := wrong.Ways(schedule.NewDate(2026, 11, 28))
	for _, w := range ways {
		sign := "→"
		if w.Such {
			sign = "~"
		}
		lines := strings.Join(spelled(field, w.Lines), " + ")
		for _, block := range w.Blocks {
			lines += " [[" + w.Name + "]] " + strings.Join(spelled(field, block), ", ")
		}
		out += fmt.Sprintf("\t%s %s\n", sign, strings.TrimSpace(lines))
	}
	if len(ways) == 0 {
		out += fmt.Sprintf("\t~ %s\n", wrong.Example)
	}
	return out
}

func spelled(field string, lines []schedule.Line) []string {
	var texts []string
	for _, l := range lines {
		if l.Key == "" {
			l.Key = field
		}
		text := fmt.Sprintf("%s = %q", l.Key, l.Value)
		if l.Bare {
			text = l.Key + " = " + l.Value
		}
		if l.IfAbsent {
			text = "(" + text + ")"
		}
		texts = append(texts, text)
	}
	return texts
}
