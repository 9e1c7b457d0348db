package schedule_test

import (
	"errors"
	"flag"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"pleinwijzer/generator/handbooktest"
	"pleinwijzer/generator/schedule"
)

var update = flag.Bool("update", false, "rewrite what the handbook says about wrong days and times")

var parsers = map[string]func(string) (any, error){
	"dag":  func(s string) (any, error) { return schedule.ParseDays(s) },
	"tijd": func(s string) (any, error) { return schedule.ParseTimes(s) },
}

var code = regexp.MustCompile("`([^`]*)`")

// TestHandbookRight reads the days and times that the editors' handbook shows as
// right. Those in one row mean the same.
func TestHandbookRight(t *testing.T) {
	for name, parse := range parsers {
		for _, row := range rows(handbooktest.Parts(t, name)[""]) {
			var first any
			for _, text := range codes(row[0]) {
				value, err := parse(text)
				if err != nil {
					t.Errorf("%s: %v", text, err)
				}
				if first == nil {
					first = value
				} else if !reflect.DeepEqual(value, first) {
					t.Errorf("%s is not the same as the first of its row", text)
				}
			}
		}
	}
}

// TestHandbookWrong wants what the handbook shows as wrong to be so, with the
// message that it shows, and what stands beside it to be right.
func TestHandbookWrong(t *testing.T) {
	for name, parse := range parsers {
		handbooktest.Keep(t, *update, name+"-fout", func(_, old string) string {
			var b strings.Builder
			b.WriteString("\n| fout | de computer zegt | goed |\n|---|---|---|\n")
			for _, row := range rows(old) {
				wrong, right := codes(row[0])[0], codes(row[2])[0]
				var problem *schedule.ParseError
				if _, err := parse(wrong); !errors.As(err, &problem) {
					t.Errorf("%s is right", wrong)
					continue
				}
				if _, err := parse(right); err != nil {
					t.Errorf("%s: %v", right, err)
				}
				fmt.Fprintf(&b, "| `%s` | %s | `%s` |\n", wrong, problem.Error(), right)
			}
			return b.String() + "\n"
		})
	}
}

// rows are the cells of a table, without its head.
func rows(table string) [][]string {
	var all [][]string
	for line := range strings.Lines(strings.TrimSpace(table)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		all = append(all, cells)
	}
	return all[2:]
}

func codes(cell string) []string {
	var all []string
	for _, found := range code.FindAllStringSubmatch(cell, -1) {
		all = append(all, found[1])
	}
	return all
}
