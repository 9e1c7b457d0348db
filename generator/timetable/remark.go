package timetable

import (
	"fmt"
	"regexp"

	"pleinwijzer/generator/columns"
	"pleinwijzer/generator/scaffold"
)

// A remark in a column that is not read, or only as a description, may still change when a
// spreekuur is held. Without it the site would send people to a closed door.
var (
	exception = regexp.MustCompile(`(?i)\b(niet|geen|behalve|m\.?u\.?v|uitgezonderd|vervalt|gesloten|dicht|alleen|start|begint|vanaf|stopt|eindigt|t/m|tot en met|let op)\b`)
	aTime     = regexp.MustCompile(`(?i)\b\d{1,2}[-/]\d{1,2}\b|\b\d{1,2} ?(jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)|vakantie|feestdag|\bweek|\bweken|\b(maan|dins|woens|donder|vrij|zater|zon)dag`)
)

// changesTime says why a cell cannot be left out.
func changesTime(c columns.Column, cell string) (reason string) {
	if cell == "" || c.Ignored || !c.Unknown && !(c.Guessed && c.Key == scaffold.Text) {
		return ""
	}
	const most = 300 // bytes
	if len(cell) > most || !exception.MatchString(cell) || !aTime.MatchString(cell) {
		return ""
	}
	if _, known := columns.Meaning(c.Heading); known && c.Unknown { // "Wanneer" in words, beside Dag and Tijd
		return ""
	}
	return fmt.Sprintf("%q zegt wanneer dit er wel of niet is, en dat kan import hier niet lezen; haal het hier weg, en vul het na het inlezen in bij het spreekuur", oneLine(cell))
}
