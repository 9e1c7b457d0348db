package reading

import (
	"reflect"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/prose"
	"pleinwijzer/generator/tomlindex"
)

// checkTranslations checks the texts in other languages in the same way as the text
// itself.
func (c *checker) checkTranslations(record any, fields []frontmatter.Field) {
	frontmatter.Each(record, fields, func(_ *frontmatter.Field, path tomlindex.Path, value reflect.Value) {
		text := value.String()
		at := func(start, end int) diag.Range { return c.doc.Within(start, end-start, text, path...) }
		c.problems.Add(prose.Text{Source: text, At: at}.Check()...)
	})
}
