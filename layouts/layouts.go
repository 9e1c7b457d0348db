// Package layouts holds the templates of the site and the words of its
// interface, embedded in the program.
package layouts

import "embed"

// Files are the templates, as they stand in this folder.
//
//go:embed *.html partials/*.html i18n/*.toml
var Files embed.FS
