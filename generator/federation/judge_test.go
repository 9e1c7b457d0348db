package federation

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// directory is a snapshot of one list with records a0, a1 and so on.
func directory(n int, change func([]Record) []Record) Snapshot {
	records := make([]Record, n)
	for i := range records {
		slug := fmt.Sprintf("a%d", i)
		records[i] = Record{ID: fmt.Sprintf("id%d", i), Slug: slug, URL: "https://a.example/" + slug + "/", Status: "actief"}
	}
	if change != nil {
		records = change(records)
	}
	return Snapshot{"spreekuren": {Head: Head{Licence: "CC0-1.0"}, Records: records}}
}

func TestJudge(t *testing.T) {
	renamed := func(n int) func([]Record) []Record {
		return func(list []Record) []Record {
			for i := range n {
				list[i].ID = "new" + list[i].ID
			}
			return list
		}
	}
	for name, test := range map[string]struct {
		before, after Snapshot
		licence       string
		want          string
	}{
		"the first time":           {nil, directory(3, nil), "CC0-1.0", ""},
		"nothing new":              {directory(10, nil), directory(10, nil), "CC0-1.0", ""},
		"growth":                   {directory(10, nil), directory(100, nil), "CC0-1.0", ""},
		"no licence":               {nil, Snapshot{"pleinen": {}}, "CC0-1.0", "licentie []"},
		"another licence":          {nil, directory(2, nil), "CC-BY-4.0", "licentie [CC0-1.0]"},
		"one of two is gone":       {directory(2, nil), directory(1, nil), "CC0-1.0", ""},
		"both are gone":            {directory(2, nil), directory(0, nil), "CC0-1.0", "krimp spreekuren [a0 a1]"},
		"15 of 100 are gone":       {directory(100, nil), directory(85, nil), "CC0-1.0", ""},
		"2 of 10 are gone":         {directory(10, nil), directory(8, nil), "CC0-1.0", "krimp spreekuren [a8 a9]"},
		"one has another id":       {directory(10, nil), directory(10, renamed(1)), "CC0-1.0", ""},
		"5 of 100 have another id": {directory(100, nil), directory(100, renamed(5)), "CC0-1.0", ""},
		"2 of 10 have another id":  {directory(10, nil), directory(10, renamed(2)), "CC0-1.0", "ids spreekuren [id0 newid0 id1 newid1]"},
		"two have each other's id": {directory(10, nil), directory(10, func(list []Record) []Record {
			list[0].ID, list[1].ID = list[1].ID, list[0].ID
			return list
		}), "CC0-1.0", "ids spreekuren [id0 id1 id1 id0]"},
		"two have each other's name": {directory(100, nil), directory(100, func(list []Record) []Record {
			list[0].Slug, list[1].Slug = list[1].Slug, list[0].Slug
			return list
		}), "CC0-1.0", ""},
		"a licence in other words":  {nil, directory(2, nil), "https://creativecommons.org/publicdomain/zero/1.0/", ""},
		"the whole list is missing": {directory(1, nil), Snapshot{}, "CC0-1.0", "krimp spreekuren [a0]"},
		"those that stopped are gone": {
			directory(10, func(list []Record) []Record {
				for i := range 5 {
					list[i].Status = "gestopt"
				}
				return list
			}),
			directory(10, func(list []Record) []Record { return list[5:] }), "CC0-1.0", "",
		},
		"a name goes to another record": {
			directory(10, nil),
			directory(10, func(list []Record) []Record {
				list[0].Slug, list[0].URL = list[1].Slug, list[1].URL
				return slices.Delete(list, 1, 2)
			}), "CC0-1.0", "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			holds, _ := Judge(test.before, test.after, test.licence)
			var got []string
			for _, h := range holds {
				got = append(got, strings.Join(strings.Fields(fmt.Sprintln(h.Reason, h.List, h.What)), " "))
			}
			if strings.Join(got, "; ") != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// TestRenamed wants the ids of the same records, by their address before their slug.
func TestRenamed(t *testing.T) {
	was := []Record{{ID: "1", Slug: "a", URL: "u/a"}, {ID: "2", Slug: "b", URL: "u/b"}, {ID: "3", Slug: "c", URL: "u/c"}}
	now := []Record{
		{ID: "10", Slug: "x", URL: "u/a"}, {ID: "20", Slug: "b", URL: "v/b"}, {ID: "3", Slug: "d", URL: "u/d"}, {ID: "30", Slug: "c", URL: "u/c"},
	}
	_, renamed := Judge(Snapshot{"pleinen": {Records: was}}, Snapshot{"pleinen": {Records: now}}, "")
	if got := fmt.Sprint(renamed); got != "map[1:10 2:20]" {
		t.Error(got)
	}
}
