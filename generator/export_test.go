package generator

import "pleinwijzer/generator/layout"

// Add adds a kind of page, as someone who extends the program would.
func (g *Generator) Add(kind layout.Kind) {
	g.kinds = append(g.kinds[:len(g.kinds):len(g.kinds)], kind)
}
