package icalendar

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/schedule"
)

func lines(t *testing.T, write func(*Writer)) []string {
	t.Helper()
	var b bytes.Buffer
	write(NewWriter(&b))
	text, ok := strings.CutSuffix(b.String(), "\r\n")
	if !ok {
		t.Fatalf("no CRLF at the end: %q", b.String())
	}
	return strings.Split(text, "\r\n")
}

// checkLines wants lines that fit, whole characters, and no line break but CRLF.
func checkLines(t *testing.T, lines []string) {
	t.Helper()
	for _, line := range lines {
		switch {
		case len(line) > lineLength:
			t.Errorf("%d octets: %q", len(line), line)
		case !utf8.ValidString(line):
			t.Errorf("a character is cut in two: %q", line)
		case strings.ContainsFunc(line, unicode.IsControl):
			t.Errorf("a control character: %q", line)
		}
	}
}

func TestFold(t *testing.T) {
	random := rand.New(rand.NewPCG(5545, 1))
	letters := []rune("aé€😀 ,;\\\n:\"ح")
	for range 2000 {
		text := make([]rune, random.IntN(300))
		for i := range text {
			text[i] = letters[random.IntN(len(letters))]
		}
		got := lines(t, func(w *Writer) { w.Text("SUMMARY", string(text)) })
		checkLines(t, got)
		unfolded := "SUMMARY:" + strings.NewReplacer("\\", "\\\\", ";", "\\;", ",", "\\,", "\n", "\\n").Replace(string(text))
		if whole := strings.Join(got, "\r\n"); strings.ReplaceAll(whole, "\r\n ", "") != unfolded {
			t.Fatalf("%q does not unfold to %q", whole, unfolded)
		}
	}
}

func TestFoldBoundary(t *testing.T) {
	for size := 60; size < 160; size++ {
		for _, tail := range []string{"", "é", "€", "😀"} {
			value := strings.Repeat("x", size) + tail
			got := lines(t, func(w *Writer) { w.Raw("URL", value) })
			checkLines(t, got)
			if len("URL:"+value) <= lineLength && len(got) != 1 {
				t.Errorf("%d octets fit, but were folded", len("URL:"+value))
			}
		}
	}
}

func TestText(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"a;b,c\\d", `a\;b\,c\\d`},
		{"a\nb", `a\nb`},
		{"a\r\nb\rc", `a\nb\nc`},
		{"a\u2028b\u2029c\u0085d", `a\nb\nc\nd`},
		{"a\tb", "a b"},
		{"a\x00b\x1bc\x7fd", "abcd"},
		{"half \xe2\x82", "half \ufffd\ufffd"},
	} {
		if got := string(appendText(nil, tt.in)); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestLocal(t *testing.T) {
	for _, tt := range []struct {
		clock schedule.Clock
		want  string
	}{
		{0, "20261231T000000"}, {570, "20261231T093000"}, {1440, "20270101T000000"},
	} {
		if got := Local(schedule.NewDate(2026, 12, 31), tt.clock); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.clock, got, tt.want)
		}
	}
}
