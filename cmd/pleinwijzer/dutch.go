package main

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// dutch writes numbers as in "12.345" and "0,3".
var dutch = message.NewPrinter(language.Dutch)

// count is as in "1 fout" and "2 fouten".
func count(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return dutch.Sprintf("%d %s", n, more)
}

// duration is as in "12 ms", for one that is shorter than short, and "1,5 s".
func duration(d, short time.Duration) string {
	if d < short {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return dutch.Sprintf("%.1f s", d.Seconds())
}

// enumerate is as in "a, b en c".
func enumerate(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + last + " " + words[len(words)-1]
}
