package asset

import (
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"
)

// Smaller is text without what only its author needs.
func Smaller(mediaType string, text []byte) ([]byte, error) {
	if Minifier == nil { // only in a test, to see that minifying changes nothing
		return text, nil
	}
	return Minifier.Bytes(mediaType, text)
}

// Minifier makes templates and assets small. It knows template actions, so a
// template is minified once instead of every page. Quotes and end tags stay:
// html/template must see where a value ends, whatever the value is.
var Minifier = func() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{
		TemplateDelims: html.GoTemplateDelims, KeepQuotes: true, KeepEndTags: true, KeepDocumentTags: true,
	})
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	return m
}()
