package reading

import "pleinwijzer/generator/content"

// checkReferral requires a referral to lead to one place.
func checkReferral(c *checker, v *content.Verwijs, at ...any) {
	key := func(name string) []any { return append(at[:len(at):len(at)], name) }
	to := v.Naar != "" || c.broken && c.has(key("naar")...)
	web := v.Website != "" || c.broken && c.has(key("website")...)
	switch {
	case to && web:
		c.add("verwijs-doel", c.doc.Key(key("website")...), "deze verwijzing gaat naar twee plekken",
			"laat er één staan; schrijf voor de andere een eigen blok [[verwijs]]")
	case !to && !web:
		c.add("verwijs-doel", c.doc.Key(at...), "hier staat niet waar de bezoeker heen kan",
			"voeg toe: naar, met de naam van een spreekuur of een partner, of website")
	}
}
