package due_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/due"
	"pleinwijzer/generator/randomsite"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// TestRandom looks at random directories on random days. Each task is within its window, it
// is there for a reason that can be found in another way, and it disappears when an editor
// does what it says.
func TestRandom(t *testing.T) {
	seen := map[string]int{}
	for seed := range uint64(4) {
		random := rand.New(rand.NewPCG(seed, 13))
		all := randomsite.Files(seed, randomsite.Shape{Pleinen: 6, Partners: 4, Spreekuren: 24})
		for range 40 {
			day := randomsite.First.Add(random.IntN(900))
			c := read(t, all, day.At(9*60), "")
			tasks := due.Find(c, due.Options{})
			checkMoves(t, c, tasks)
			checkWhole(t, c, tasks)
			for _, task := range tasks {
				seen[task.Kind]++
				checkWindow(t, c, task)
			}
			if len(tasks) > 0 {
				task := tasks[random.IntN(len(tasks))]
				after := due.Find(read(t, mended(t, c, all, task), day.At(9*60), ""), due.Options{})
				if slices.ContainsFunc(after, func(other due.Task) bool { return sameCause(task, other) }) {
					t.Errorf("seed %d, %s: still there: %+v", seed, day, task)
				}
			}
		}
	}
	for _, kind := range []string{"nakijken", "spreekuur-eindigt", "verhuizing", "sluiting", "schoolvakanties"} {
		if seen[kind] == 0 {
			t.Errorf("no task of the kind %s: %v", kind, seen)
		}
	}
}

// sameCause reports whether two tasks are of one kind and about one of the same files. A
// plein may have more than one move or closing.
func sameCause(a, b due.Task) bool {
	return a.Kind == b.Kind && a.For.Name() == b.For.Name() && (a.By == b.By || a.Kind == "nakijken") &&
		slices.ContainsFunc(a.About, func(x due.About) bool {
			return slices.ContainsFunc(b.About, func(y due.About) bool { return x.File == y.File })
		})
}

// checkWindow wants a task as far ahead of its day as its kind allows.
func checkWindow(t *testing.T, c *catalog.Catalog, task due.Task) {
	t.Helper()
	ahead := map[string]int{"nakijken": 0, "schoolvakanties": 0, "spreekuur-eindigt": 60 - 14, "verhuizing": 30 - 14, "sluiting": 35 - 14}
	if most, known := ahead[task.Kind]; !known || task.By > c.Today.Add(most) || task.What == "" || task.Then == "" || len(task.About) == 0 {
		t.Errorf("%s: %+v", c.Today, task)
	}
}

// checkMoves finds moves by looking at the address on every day.
func checkMoves(t *testing.T, c *catalog.Catalog, tasks []due.Task) {
	t.Helper()
	for _, p := range c.Pleinen {
		var want []schedule.Date
		for day := c.Today + 1; day <= c.Today+30; day++ {
			if p.Adres(day) != p.Adres(day-1) {
				want = append(want, day)
			}
		}
		var got []schedule.Date
		for _, task := range tasks {
			if task.Kind == "verhuizing" && task.For.Plein == p {
				got = append(got, task.By+14)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %s moves on %v, want %v", c.Today, p.Slug, got, want)
		}
	}
}

// checkWhole checks what holds for a list as a whole: no task is lost or there twice in any
// of its forms, and everybody's tasks together are all tasks.
func checkWhole(t *testing.T, c *catalog.Catalog, tasks []due.Task) {
	t.Helper()
	weeks := 0
	for _, week := range due.Weeks(say.Dutch(c), tasks) {
		for _, p := range week.People {
			weeks += len(p.Tasks)
		}
	}
	var calendar bytes.Buffer
	if err := due.Calendar(&calendar, c, tasks); err != nil {
		t.Fatal(err)
	}
	uids := map[string]bool{}
	for _, uid := range regexp.MustCompile(`(?m)^UID:(.*)\r$`).FindAllString(calendar.String(), -1) {
		uids[uid] = true
	}
	markdown := strings.Count(due.Issue(c, tasks), "\n- **")
	if weeks != len(tasks) || len(uids) != len(tasks) || markdown != len(tasks) {
		t.Errorf("%s: %d tasks: %d in weeks, %d in the calendar, %d as Markdown", c.Today, len(tasks), weeks, len(uids), markdown)
	}
	for _, p := range c.Partners {
		own := due.Find(c, due.Options{For: &due.Who{Partner: p}})
		want := slices.DeleteFunc(slices.Clone(tasks), func(task due.Task) bool { return task.For.Partner != p })
		if fmt.Sprint(texts(own)) != fmt.Sprint(texts(want)) {
			t.Errorf("%s: for %s: %q, want %q", c.Today, p.Slug, texts(own), texts(want))
		}
	}
}

func texts(tasks []due.Task) (all []string) {
	for _, task := range tasks {
		all = append(all, fmt.Sprint(task.Kind, task.By, task.What, task.About))
	}
	return all
}

// mended is the directory after an editor did what a task says.
func mended(t *testing.T, c *catalog.Catalog, all map[string]string, task due.Task) map[string]string {
	t.Helper()
	all = maps.Clone(all)
	var pleinen []string
	for _, about := range task.About {
		switch task.Kind {
		case "nakijken":
			all[about.File] = withField(all[about.File], "gecontroleerd", fmt.Sprintf("%q", c.Today))
		case "spreekuur-eindigt":
			all[about.File] = withField(withField(all[about.File], "status", `"gestopt"`), "reden", `"Het is klaar."`)
			ended := fmt.Sprintf("naar = %q", strings.TrimSuffix(path.Base(about.File), ".toml"))
			for name, text := range all { // who sent people there has to send them elsewhere
				all[name] = strings.ReplaceAll(text, ended, `website = "https://elders.example/hulp"`)
			}
		case "schoolvakanties":
			all[about.File] += fmt.Sprintf("[[schoolvakanties]]\nnaam = \"Later\"\nvan = %q\ntot_en_met = %q\n", c.Today.Add(184), c.Today.Add(190))
		default:
			pleinen = append(pleinen, fmt.Sprintf("%q", strings.TrimSuffix(path.Base(about.File), ".toml")))
		}
	}
	if len(pleinen) > 0 {
		all["berichten/nieuws.toml"] = fmt.Sprintf("titel = \"Nieuws\"\ndatum = %q\ntot_en_met = %q\nin_een_zin = \"Dicht, of op een andere plek.\"\npleinen = [%s]\n",
			c.Today.Add(-1), c.Today.Add(200), strings.Join(pleinen, ", "))
	}
	return all
}

// withField sets a field at the top of a file.
func withField(text, key, value string) string {
	own := regexp.MustCompile(`(?m)^` + key + ` = .*\n`)
	head, blocks, found := strings.Cut(text, "\n[")
	head = key + " = " + value + "\n" + own.ReplaceAllString(head+"\n", "")
	if found {
		return head + "[" + blocks
	}
	return strings.TrimRight(head, "\n") + "\n"
}
