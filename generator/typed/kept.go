package typed

import (
	"sync"

	"pleinwijzer/generator/frontmatter"
)

// kept caches the results of a slow grammar: a directory has the same day of the week
// in a thousand spreekuren, and a rooster the same mistake in every row. Nobody changes
// the values, but errors may be changed, so each caller gets a copy.
func kept[T any](parse func(string) (T, error)) func(string) (T, error) {
	const most = 1_000
	type meaning struct {
		value T
		err   error
	}
	var (
		mutex sync.RWMutex
		known = map[string]meaning{}
	)
	return func(s string) (T, error) {
		mutex.RLock()
		m, ok := known[s]
		mutex.RUnlock()
		if !ok {
			m.value, m.err = parse(s)
			mutex.Lock()
			if len(known) < most {
				known[s] = m
			}
			mutex.Unlock()
		}
		if wrong, ok := m.err.(*frontmatter.ValueError); ok {
			own := *wrong
			return m.value, &own
		}
		return m.value, m.err
	}
}
