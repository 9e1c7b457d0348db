package content

import (
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// A reading is a look at files on a day, which matters only to how a mistake can be mended.
type reading struct {
	parsers frontmatter.Parsers
	today   schedule.Date
}

func readingOn(today schedule.Date) reading { return reading{typed.Parsers(today), today} }

// undatedReading is a reading without a day.
var undatedReading = readingOn(0)
