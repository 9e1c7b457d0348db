// Package static holds the style sheet, scripts and icons of the site, embedded
// in the program.
package static

import "embed"

// Files are the assets, as they stand in this folder.
//
//go:embed css embed icons js sw.js
var Files embed.FS
