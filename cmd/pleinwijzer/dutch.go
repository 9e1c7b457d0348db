package main

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// dutch formats numbers as "12.345" and "0,3".
var dutch = message.NewPrinter(language.Dutch)

// count formats a number with its noun, as in "1 fout" and "2 fouten".
func count(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return dutch.Sprintf("%d %s", n, more)
}

// duration formats a duration in milliseconds, as in "12 ms", if it is less than short,
// and otherwise in seconds, as in "1,5 s".
func duration(d, short time.Duration) string {
	if d < short {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return dutch.Sprintf("%.1f s", d.Seconds())
}

// enumerate joins words as in "a, b en c".
func enumerate(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + last + " " + words[len(words)-1]
}
