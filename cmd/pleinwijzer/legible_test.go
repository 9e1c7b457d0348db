package main

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

// TestLegible checks that nothing which can control a terminal gets through, however the
// text is split over writes.
func TestLegible(t *testing.T) {
	const text = "Café\x1b[31m rood\x1b]0;titel\a\r\u202eterug\u2066\u200f\u0085\x9b2J\x7f\u2028\tĳ €\n"
	const want = "Café�[31m rood�]0;titel���terug����2J��\tĳ €\n"
	for size := 1; size <= len(text); size++ {
		var b bytes.Buffer
		w := &legible{out: &b}
		for rest := []byte(text); len(rest) > 0; {
			n := min(size, len(rest))
			if written, err := w.Write(rest[:n]); written != n || err != nil {
				t.Fatal(written, err)
			}
			rest = rest[n:]
		}
		if b.String() != want {
			t.Fatalf("in pieces of %d: %q", size, b.String())
		}
	}
}

func TestForShell(t *testing.T) {
	for text, want := range map[string]string{
		"Wijkhuis": "Wijkhuis", "./pleinen-2": "./pleinen-2",
		"-rf": `"-rf"`, "Plein 't Zand": `"Plein 't Zand"`, "Café Één (Noord) & co": `"Café Één (Noord) & co"`, "": `""`,
	} {
		if got, ok := forShell(text); got != want || !ok {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	for _, odd := range []string{
		"$(touch x)", "`id`", "a\"b", `a\`, "%PATH%", "a!b", "a^b", "a;b", "a|b", "a>b", "a\nb", "a\x1b", "“a”", "a‘b", "\u202ea", "a\u00a0b", "*", "~", "#", "a=b", "{a}", "\xff",
	} {
		if got, ok := forShell(odd); ok {
			t.Errorf("%q became %s", odd, got)
		}
	}
}

// FuzzForShell checks that a shell gives back every accepted text unchanged.
func FuzzForShell(f *testing.F) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		f.Skip(err)
	}
	for _, text := range []string{"a", "'t Zand & co", "$(echo x)", "`id`", "a/-.:+(b)", "é ü"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		word, ok := forShell(text)
		if !ok {
			return
		}
		out, err := exec.Command(sh, "-c", "printf %s. "+word).Output()
		if err != nil || strings.TrimSuffix(string(out), ".") != text {
			t.Errorf("%q became %s, and that %q (%v)", text, word, out, err)
		}
	})
}
