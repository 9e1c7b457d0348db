package columns

import (
	"fmt"
	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/schedule"
	"regexp"
	"slices"
	"strings"
)

// subjects reads what a text names, with the records of a folder.
type subjects struct {
	Notation
	folder *scaffold.Folder
}

// Words that a title has besides the name of what it is about.
var titleWords = regexp.MustCompile(`(?i)^(?:(?:week)?rooster|overzicht|planning|schema|aanbod|agenda|spreekuren|spreekuur|inloopspreekuren|inloop|alle|de|het|van|voor|op|in|bij|te|plein)\b[ :]*`)

// subject reads a text as a day, a plein, a partner, or several of these. problem says in Dutch
// why it may be more than one of them.
func (s subjects) subject(text string) (values map[string]string, problem string) {
	const most = 80 // bytes
	if text = strings.Trim(oneLine(text), " :-–—*=."); text == "" || len(text) > most {
		return nil, ""
	}
	if values, problem = s.oneSubject(text); values != nil || problem != "" {
		return values, problem
	}
	if label, rest, ok := strings.Cut(text, ":"); ok {
		key, known := Meaning(label)
		if known && slices.Contains([]string{"dag", "plein", "partner", When}, key) && strings.TrimSpace(rest) != "" {
			rest = strings.TrimSpace(rest)
			if key != "plein" && key != "partner" {
				return s.oneSubject(rest)
			}
			if name, _ := named(s.folder, key, rest); name != "" {
				rest = name
			}
			return map[string]string{key: rest}, ""
		}
	}
	if values = s.severalSubjects(text); values != nil {
		return values, ""
	}
	rest := strings.TrimSpace(fourDigits.ReplaceAllString(text, ""))
	for {
		shorter := titleWords.ReplaceAllString(rest, "")
		if shorter == rest {
			break
		}
		rest = shorter
	}
	if rest != text && rest != "" {
		return s.oneSubject(rest)
	}
	return nil, ""
}

// betweenSubjects separates what a heading names.
var betweenSubjects = regexp.MustCompile(`\s*(?:[,:|()/]|\s[-–—]\s)\s*`)

func (s subjects) severalSubjects(text string) map[string]string {
	values := map[string]string{}
	parts := betweenSubjects.Split(text, -1)
	for _, part := range parts {
		if part == "" {
			continue
		}
		one, _ := s.oneSubject(part)
		if one == nil {
			return nil
		}
		for key, value := range one {
			if values[key] != "" && values[key] != value {
				return nil
			}
			values[key] = value
		}
	}
	return values
}

func (s subjects) oneSubject(text string) (values map[string]string, problem string) {
	if slot := s.days(text); slot.Dag != "" && s.isDay(slot.Dag) {
		values = map[string]string{"dag": slot.Dag}
		if dates := s.Dates(slot.Dag); dates != nil {
			values["dag"] = strings.Join(dates, ", ")
		}
		if slot.Tijd != "" {
			values["tijd"] = slot.Tijd
		}
		return values, ""
	}
	if s.lacksYear(text) {
		return nil, fmt.Sprintf("het jaar van %q is niet zeker; schrijf het jaar erbij", text)
	}
	for _, kind := range []string{"plein", "partner"} {
		name, problem := named(s.folder, kind, text)
		if problem != "" {
			return nil, problem
		}
		if name != "" {
			return map[string]string{kind: name}, ""
		}
	}
	return s.place(text)
}

// dayWord is what a text has that names a day.
var dayWord = regexp.MustCompile(`(?i)\d|dag|weekend|doordeweeks|\b(ma|di|wo|do|vr|za|zo)\b`)

// days splits a text into days and hours. To find out that a text has no days takes long.
func (s subjects) days(text string) scaffold.Slot {
	if !dayWord.MatchString(text) {
		return scaffold.Slot{}
	}
	return s.Parts(text)
}

// isDay reports whether a text is days of the week or dates, and not a way to make an
// appointment.
func (s subjects) isDay(text string) bool {
	if s.Dates(text) != nil {
		return true
	}
	days, err := schedule.ParseDays(text)
	return err == nil && !days.ByAppointment() && !days.Open()
}

// place reads the name of a town as the only plein in it.
func (s subjects) place(text string) (values map[string]string, problem string) {
	var there []string
	for _, e := range s.folder.All("plein") {
		if e.Where != "" && strings.EqualFold(e.Where, text) {
			there = append(there, e.Slug)
		}
	}
	switch len(there) {
	case 0:
		return nil, ""
	case 1:
		return map[string]string{"plein": there[0]}, ""
	}
	const most = 5
	some := strings.Join(there[:min(len(there), most)], ", ")
	return nil, fmt.Sprintf("in %s zijn %d pleinen; schrijf welk plein: %s", text, len(there), some)
}

// agree reports whether the days of a row are among those of a heading. Days that cannot be
// read are for another check.
func (s subjects) agree(own, heading string) bool {
	own = s.Parts(own).Dag
	mine, theirs := s.Dates(own), s.Dates(heading)
	days, err := schedule.ParseDays(own)
	all, other := schedule.ParseDays(heading)
	switch {
	case mine == nil && err != nil:
		return true
	case mine != nil && theirs != nil:
		return strings.Join(mine, ", ") == strings.Join(theirs, ", ")
	case theirs != nil:
		return false
	case mine != nil && other == nil:
		date, err := schedule.ParseDate(mine[0])
		return err != nil || all.Weekdays().Has(date.Weekday())
	}
	return days.Weekdays()&^all.Weekdays() == 0
}

// named returns the slug of the record that must be meant, or says that several have the name.
func named(f *scaffold.Folder, kind, text string) (slug, problem string) {
	found := f.Named(kind, text)
	if len(found) > 1 {
		_, twice := f.Refer(kind, text)
		return "", twice.Message + "; " + twice.Hint
	}
	if len(found) == 1 {
		return found[0].Slug, ""
	}
	e, _ := f.Certain(kind, text)
	return e.Slug, ""
}

// Shown returns a value of a field as people say it.
func Shown(key, value string) string {
	switch key {
	case "dag":
		if date, err := schedule.ParseDate(value); err == nil {
			return schedule.Dutch.Date(date)
		}
		return strings.ToLower(value)
	case "tijd":
		return value
	}
	return fmt.Sprintf("%s %q", key, value)
}
