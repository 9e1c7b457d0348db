// Package content holds what of this folder goes along to a new one: the handbook
// with its pictures, and the topics, embedded in the program. The rest of the folder
// is the sample directory; package generator/content reads it, and knows to pass
// over this file.
package content

import "embed"

// Handbook is the editors' handbook, in Markdown.
//
//go:embed README.md
var Handbook string

// Pictures are those that the handbook shows, in a folder beside it. The dot in
// its name keeps it from being content.
//
//go:embed .handboek
var Pictures embed.FS

// Onderwerpen are topics to begin with.
//
//go:embed onderwerpen.toml
var Onderwerpen string
