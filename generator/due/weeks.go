package due

import (
	"fmt"
	"slices"
	"time"

	"pleinwijzer/generator/collate"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// A Week has the tasks of one week, by who has to do them. What should have been done
// earlier is in the present week.
type Week struct {
	Heading string // "Deze week (week 48, tot en met zondag 29 november)"
	People  []Person
}

// A Person is someone with tasks in a week.
type Person struct {
	Who
	Tasks []Task
}

// Weeks groups tasks, which must be sorted.
func Weeks(voice *say.Voice, tasks []Task) []Week {
	var weeks []Week
	last := schedule.Date(0)
	for _, t := range tasks {
		monday := mondayOf(max(t.By, voice.Today))
		if monday != last {
			weeks, last = append(weeks, Week{Heading: heading(voice, monday)}), monday
		}
		week := &weeks[len(weeks)-1]
		at := slices.IndexFunc(week.People, func(p Person) bool { return p.Who == t.For })
		if at < 0 {
			at = len(week.People)
			week.People = append(week.People, Person{Who: t.For})
		}
		week.People[at].Tasks = append(week.People[at].Tasks, t)
	}
	for _, week := range weeks {
		collate.ByName(week.People, Person.Name)
		slices.SortStableFunc(week.People, func(a, b Person) int { return a.rank() - b.rank() })
	}
	return weeks
}

func mondayOf(d schedule.Date) schedule.Date { return d.Add(-(int(d.Weekday()-time.Monday) + 7) % 7) }

func heading(voice *say.Voice, monday schedule.Date) string {
	_, number := monday.ISOWeek()
	sunday := monday.Add(6)
	switch ahead := int(monday-mondayOf(voice.Today)) / 7; ahead {
	case 0:
		return fmt.Sprintf("Deze week (week %d, %s)", number, voice.UntilShort(sunday))
	case 1:
		return fmt.Sprintf("Volgende week (week %d, %s)", number, voice.PeriodShort(monday, sunday))
	}
	return fmt.Sprintf("Week %d (%s)", number, voice.PeriodShort(monday, sunday))
}

// Deadline says by which day a task has to be done, or since when it should have been.
func Deadline(voice *say.Voice, t Task) string {
	switch {
	case t.By < voice.Today:
		return "moest af zijn op " + voice.PlainDate(t.By)
	case t.By == voice.Today:
		return "vandaag"
	}
	return "uiterlijk " + voice.Date(t.By)
}
