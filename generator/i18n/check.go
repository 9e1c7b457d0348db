package i18n

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// check lists what is wrong with a language, comparing its words with the Dutch ones.
func (l *Language) check() (problems []error) {
	if l.Name == "" {
		problems = append(problems, errors.New("naam is missing"))
	}
	if l.Dir != "ltr" && l.Dir != "rtl" {
		problems = append(problems, fmt.Errorf("richting is %q, and must be ltr or rtl", l.Dir))
	}
	for _, key := range slices.Sorted(maps.Keys(l.Words)) {
		if err := l.checkWord(key); err != nil {
			problems = append(problems, fmt.Errorf("woorden.%s: %w", key, err))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(l.lost)) {
		problems = append(problems, fmt.Errorf("woorden.%s: is missing, and stands in %s", key, strings.Join(l.lost[key], ", ")))
	}
	if l.Phrases == nil {
		return append(problems, errors.New("tijd is missing"))
	}
	if err := l.Phrases.Check(); err != nil {
		for line := range strings.Lines(err.Error()) {
			problems = append(problems, errors.New("tijd."+strings.TrimSpace(line)))
		}
	}
	return problems
}

// lostBy returns the words that are missing from Dutch, with the languages that do have
// them. A word that only one language has is not missing from Dutch but a mistake in that
// language.
func lostBy(dutch *Language, languages map[string]*Language) map[string][]string {
	lost := map[string][]string{}
	for _, code := range slices.Sorted(maps.Keys(languages)) {
		for _, key := range dutch.Missing(languages[code]) {
			lost[key] = append(lost[key], code)
		}
	}
	maps.DeleteFunc(lost, func(_ string, codes []string) bool { return len(codes) == 1 })
	return lost
}

func (l *Language) checkWord(key string) error {
	text := l.Words[key]
	n, err := placeholders(text)
	switch {
	case err != nil:
		return err
	case strings.TrimSpace(text) == "":
		return errors.New("is empty")
	case l.base == nil:
		return nil
	}
	dutch, ok := l.base.Words[key]
	if !ok && l.base.lost[key] != nil {
		return nil // reported for Dutch
	}
	if !ok {
		return fmt.Errorf("is no word of %s.toml", base)
	}
	// A mistake in the Dutch text is reported for Dutch, not here.
	if want, err := placeholders(dutch); err == nil && n != want {
		return fmt.Errorf("has %d placeholders where Dutch has %d", n, want)
	}
	return nil
}
