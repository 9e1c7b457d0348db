// Package content holds what of this folder goes along to a new one: the handbook
// and the topics, embedded in the program. The rest of the folder is the sample
// directory; package generator/content reads it, and knows to pass over this file.
package content

import _ "embed"

// Handbook is the editors' handbook, in Markdown.
//
//go:embed README.md
var Handbook string

// Onderwerpen are topics to begin with.
//
//go:embed onderwerpen.toml
var Onderwerpen string
