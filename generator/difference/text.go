package difference

import (
	"regexp"
	"strings"
)

var betweenParagraphs = regexp.MustCompile(`\n[ \t]*\n\s*`)

// text compares two texts by their paragraphs.
func (c *comparison) text(at place, was, now string) {
	split := func(text string) []string {
		if text = tidy(text); text == "" {
			return nil
		}
		return betweenParagraphs.Split(text, -1)
	}
	for _, h := range hunks(split(was), split(now)) {
		c.add(at, strings.Join(h.was, "\n\n"), strings.Join(h.now, "\n\n"), true)
	}
}

// lines compares two files of which the fields are not known.
func (c *comparison) lines(was, now string) {
	split := func(text string) []string {
		if text = tidy(text); text == "" {
			return nil
		}
		return strings.Split(text, "\n")
	}
	for _, h := range hunks(split(was), split(now)) {
		c.add("Regels", strings.Join(h.was, "\n"), strings.Join(h.now, "\n"), true)
	}
}

// tidy leaves out what nobody sees of a text: other line ends, and white space at the end
// of lines.
func tidy(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\r")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// hunk is a part that differs.
type hunk struct{ was, now []string }

// mostCompared is how many pairs are looked at. Texts that are longer, which nobody writes,
// differ from their first difference to their last.
const mostCompared = 4_000_000

// hunks returns the parts in which two lists differ, outside their longest common
// subsequence.
func hunks(was, now []string) []hunk {
	for len(was) > 0 && len(now) > 0 && was[0] == now[0] {
		was, now = was[1:], now[1:]
	}
	for len(was) > 0 && len(now) > 0 && was[len(was)-1] == now[len(now)-1] {
		was, now = was[:len(was)-1], now[:len(now)-1]
	}
	if len(was) == 0 && len(now) == 0 {
		return nil
	}
	if len(was)*len(now) > mostCompared {
		return []hunk{{was, now}}
	}
	common := commons(was, now)
	var all []hunk
	var open hunk
	for i, j := 0, 0; i < len(was) || j < len(now); {
		switch {
		case i < len(was) && j < len(now) && was[i] == now[j]:
			if len(open.was)+len(open.now) > 0 {
				all, open = append(all, open), hunk{}
			}
			i, j = i+1, j+1
		case j == len(now) || i < len(was) && common[i+1][j] >= common[i][j+1]:
			open.was = append(open.was, was[i])
			i++
		default:
			open.now = append(open.now, now[j])
			j++
		}
	}
	return append(all, open)
}

// commons returns how many elements two lists have in common from each pair of places on.
func commons(was, now []string) [][]int32 {
	table := make([][]int32, len(was)+1)
	for i := range table {
		table[i] = make([]int32, len(now)+1)
	}
	for i := len(was) - 1; i >= 0; i-- {
		for j := len(now) - 1; j >= 0; j-- {
			if was[i] == now[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	return table
}
