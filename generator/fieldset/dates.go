package fieldset

import "pleinwijzer/generator/schedule"

// A dateView is one date, with its weekday in words.
type dateView struct {
	Number             int
	Type, Value, Words string
}

func viewDates(texts []string) []dateView {
	all := make([]dateView, len(texts))
	for i, text := range texts {
		all[i] = dateView{i + 1, "date", text, ""}
		if text == "" {
			continue
		}
		day, err := schedule.ParseDate(text)
		if err != nil || day.String() != text { // a date picker would throw it away
			all[i].Type = "text"
		}
		if err == nil {
			all[i].Words = schedule.Dutch.Date(day)
		}
	}
	return all
}
