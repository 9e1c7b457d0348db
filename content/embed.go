// Package content embeds what the program takes along from this folder to a new one: the
// handbook with its pictures, and the topics. The rest of the folder is the sample
// directory, which package generator/content reads; it skips this file.
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
