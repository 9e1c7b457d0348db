package gids_test

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/gids"
	"pleinwijzer/generator/history"
)

// repository is a git repository for a test, with a site in its folder "content".
type repository struct {
	testing.TB
	dir string
}

func newRepository(t testing.TB) repository {
	t.Helper()
	browsertest.NeedsGit(t)
	r := repository{t, t.TempDir()}
	r.git("", "init", "--quiet")
	return r
}

func (r repository) git(date string, args ...string) {
	r.Helper()
	command := exec.Command("git", append([]string{"-C", r.dir, "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"}, args...)...)
	command.Env = append(os.Environ(), "GIT_AUTHOR_DATE="+date, "GIT_COMMITTER_DATE="+date, "GIT_CONFIG_GLOBAL="+os.DevNull)
	if out, err := command.CombinedOutput(); err != nil {
		r.Fatalf("git %s: %v\n%s", args[0], err, out)
	}
}

func (r repository) content() string { return filepath.Join(r.dir, "content") }

func (r repository) write(name, text string) {
	r.Helper()
	file := filepath.Join(r.content(), filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		r.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		r.Fatal(err)
	}
}

func (r repository) remove(name string) {
	r.Helper()
	if err := os.Remove(filepath.Join(r.content(), filepath.FromSlash(name))); err != nil {
		r.Fatal(err)
	}
}

// commit commits everything, at noon UTC.
func (r repository) commit(day string) {
	r.Helper()
	r.git(day+"T12:00:00Z", "add", "-A")
	r.git(day+"T12:00:00Z", "commit", "--quiet", "--allow-empty", "-m", day)
}

func moment(day string) time.Time {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return t.Add(18 * time.Hour)
}

func (r repository) catalog(now string) *catalog.Catalog {
	r.Helper()
	records, _, err := contentfs.Read(os.DirFS(r.content()))
	if err != nil {
		r.Fatal(err)
	}
	c, problems := catalog.Resolve(records, catalog.Options{Now: moment(now)})
	for _, p := range problems {
		r.Errorf("%s: %s", p.Range, p.Message)
	}
	return c
}

func (r repository) past(now string) *changes.Past {
	r.Helper()
	repository, err := history.Open(r.Context(), r.content())
	if err != nil {
		r.Fatal(err)
	}
	commits, err := repository.Commits(r.Context())
	if err != nil {
		r.Fatal(err)
	}
	past, err := gids.Past(r.Context(), repository, commits, os.DirFS(r.content()), r.catalog(now))
	if err != nil {
		r.Fatal(err)
	}
	return past
}

var whats = map[changes.What]string{changes.Altered: "", changes.Came: "nieuw", changes.Went: "weg", changes.Relisted: "terug"}

func summary(past *changes.Past) string {
	var lines []string
	for _, c := range past.Changes {
		line := c.Time.Format("01-02") + " " + c.Title + ": " + whats[c.What]
		if c.What == changes.Altered {
			line += fmt.Sprintf("%s %q > %q", c.Key, c.Old, c.New)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// site is a small site: lines of TOML by file name.
var site = map[string]string{
	"site.toml":           "titel = 'Pleinen'\nadres = 'https://pleinen.example'\nnaamruimte = 'pleinen.example'\n",
	"onderwerpen.toml":    "[geld]\nnaam = 'Geld'\ngids_aanbodsoort = 'Advies'\n[taal]\nnaam = 'Taal'\n",
	"partners/bieb.toml":  "naam = 'Bieb'\n",
	"partners/thuis.toml": "naam = 'Thuis'\n",
	"pleinen/noord.toml":  "naam = 'Noord'\nadres = 'Weg 1'\npostcode = '5171 AA'\nplaats = 'Dorp'\ntelefoon = '013 000 00 01'\nkartrekker = 'bieb'\n",
	"pleinen/zuid.toml":   "naam = 'Zuid'\nadres = 'Laan 1'\npostcode = '5171 BB'\nplaats = 'Dorp'\ntelefoon = '013 000 00 02'\n",
	"spreekuren/a.toml":   hour("A", "noord", "thuis", "geld"),
	"spreekuren/b.toml":   hour("B", "zuid", "bieb", "taal"),
}

func hour(title, plein, partner, topic string, more ...string) string {
	return fmt.Sprintf("titel = '%s'\nplein = '%s'\npartner = '%s'\nonderwerpen = ['%s']\ndag = 'dinsdag'\ntijd = '10-12'\nin_een_zin = 'Zin.'\ntekst = 'Tekst.'\n",
		title, plein, partner, topic) + strings.Join(more, "\n")
}

func newSite(t testing.TB) repository {
	r := newRepository(t)
	for _, name := range slices.Sorted(maps.Keys(site)) {
		r.write(name, site[name])
	}
	r.commit("2026-01-01")
	return r
}

// TestPast makes one kind of edit per case, between two edits that have nothing to do
// with it.
func TestPast(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(repository)
		want string
	}{
		{"nothing", func(r repository) {
			r.write("berichten/x.toml", "titel = 'X'\ndatum = 2026-01-01\nin_een_zin = 'x'\ntekst = 'x'\n")
		}, ""},
		{"a value", func(r repository) {
			r.write("spreekuren/a.toml", hour("A", "noord", "thuis", "geld", "kosten = '1 euro'"))
		},
			`02-01 A: kosten "gratis" > "1 euro"`},
		{"a value that is gone", func(r repository) {
			r.write("spreekuren/a.toml", strings.Replace(hour("A", "noord", "thuis", "geld"), "onderwerpen", "#", 1))
		},
			"02-01 A: aanbodsoort \"Advies\" > \"\"\n02-01 A: trefwoorden \"Geld\" > \"\""},
		{"a place", func(r repository) {
			r.write("pleinen/noord.toml", strings.Replace(site["pleinen/noord.toml"], "Weg 1", "Weg 2", 1))
		},
			"02-01 Noord: adres \"Weg 1\" > \"Weg 2\"\n02-01 A: adres \"Weg 1\" > \"Weg 2\""},
		{"a partner, who also leads", func(r repository) { r.write("partners/bieb.toml", "naam = 'Bibliotheek'\n") },
			"02-01 Noord: organisatie \"Bieb\" > \"Bibliotheek\"\n02-01 B: organisatie \"Bieb\" > \"Bibliotheek\""},
		{"a topic", func(r repository) {
			r.write("onderwerpen.toml", strings.Replace(site["onderwerpen.toml"], "Advies", "Cursus", 1))
		},
			`02-01 A: aanbodsoort "Advies" > "Cursus"`},
		{"how times are written", func(r repository) { r.write("site.toml", site["site.toml"]+"tijdnotatie = '10:00'\n") },
			"02-01 A: wanneer \"elke dinsdag van 10.00 tot 12.00 uur\" > \"elke dinsdag van 10:00 tot 12:00 uur\"\n" +
				"02-01 B: wanneer \"elke dinsdag van 10.00 tot 12.00 uur\" > \"elke dinsdag van 10:00 tot 12:00 uur\""},
		{"something else of the site", func(r repository) { r.write("site.toml", site["site.toml"]+"organisatie = 'X'\n") }, ""},
		{"new", func(r repository) { r.write("spreekuren/c.toml", hour("C", "zuid", "bieb", "taal")) }, "02-01 C: nieuw"},
		{"gone", func(r repository) { r.remove("spreekuren/b.toml") }, "02-01 B: weg"},
		{"a draft", func(r repository) { r.write("spreekuren/c.toml", hour("C", "zuid", "bieb", "taal", "concept = true")) }, ""},
		{"another file for the same", func(r repository) {
			r.remove("spreekuren/a.toml")
			r.write("spreekuren/map/a.toml", hour("A", "noord", "thuis", "geld"))
		}, ""},
		{"another name for the same", func(r repository) {
			r.remove("spreekuren/a.toml")
			r.write("spreekuren/z.toml", hour("A", "noord", "thuis", "geld", "aliassen = ['a']"))
		}, `02-01 A: pagina "https://pleinen.example/spreekuren/a/" > "https://pleinen.example/spreekuren/z/"`},
		{"another plein", func(r repository) { r.write("spreekuren/a.toml", hour("A", "zuid", "thuis", "geld")) },
			"02-01 A: plein \"Noord\" > \"Zuid\"\n02-01 A: adres \"Weg 1\" > \"Laan 1\"\n02-01 A: postcode \"5171 AA\" > \"5171 BB\"\n02-01 A: telefoon \"013 000 00 01\" > \"013 000 00 02\""},
		{"stopped", func(r repository) {
			r.write("spreekuren/a.toml", hour("A", "noord", "thuis", "geld", "status = 'gestopt'"))
		},
			`02-01 A: status "actief" > "gestopt"`},
		{"a date", func(r repository) {
			r.write("spreekuren/a.toml", hour("A", "noord", "thuis", "geld", "[[afwijkend]]\ndatum = 2026-03-03\nvervalt = true"))
		}, `02-01 A: afwijkend 2026-03-03 "" > "2026-03-03 vervalt"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := newSite(t)
			r.write("pleinen/zuid.toml", site["pleinen/zuid.toml"]+"route = 'Bus'\n")
			r.commit("2026-01-15")
			c.edit(r)
			r.commit("2026-02-01")
			r.write("spreekuren/b2.toml", hour("Later", "zuid", "bieb", "taal"))
			r.commit("2026-02-15")
			want := strings.TrimSpace("02-15 Later: nieuw\n"+c.want) + "\n01-15 Zuid: route \"\" > \"Bus\""
			past := r.past("2026-03-01")
			if got := summary(past); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if got := past.Since.Format(time.DateOnly); got != "2026-01-01" {
				t.Errorf("known since %s", got)
			}
		})
	}
}

// TestPastEdges covers the start and end of the past, and gaps in it.
func TestPastEdges(t *testing.T) {
	costs := func(amount string, more ...string) string {
		return hour("A", "noord", "thuis", "geld", append([]string{"kosten = '" + amount + "'"}, more...)...)
	}
	t.Run("not committed yet", func(t *testing.T) {
		r := newSite(t)
		r.write("spreekuren/a.toml", costs("1 euro"))
		r.write("spreekuren/nieuw.toml", hour("Nieuw", "zuid", "bieb", "taal"))
		want := "03-01 A: kosten \"gratis\" > \"1 euro\"\n03-01 Nieuw: nieuw"
		if got := summary(r.past("2026-03-01")); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
	t.Run("twice", func(t *testing.T) {
		r := newSite(t)
		for i, day := range []string{"2026-02-01", "2026-02-02", "2026-02-03"} {
			r.write("spreekuren/a.toml", costs(fmt.Sprint(i)))
			r.commit(day)
		}
		want := "02-03 A: kosten \"1\" > \"2\"\n02-02 A: kosten \"0\" > \"1\"\n02-01 A: kosten \"gratis\" > \"0\""
		if got := summary(r.past("2026-03-01")); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
	t.Run("broken for a while", func(t *testing.T) {
		r := newSite(t)
		r.write("spreekuren/a.toml", costs("1 euro", "gecontroleerd = 'gisteren'"))
		r.commit("2026-02-01")
		r.write("spreekuren/a.toml", costs("2 euro"))
		r.commit("2026-02-02")
		r.write("spreekuren/a.toml", costs("3 euro"))
		r.commit("2026-02-03")
		want := `02-03 A: kosten "2 euro" > "3 euro"`
		if got := summary(r.past("2026-03-01")); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
	t.Run("left out and back", func(t *testing.T) {
		r := newSite(t)
		r.write("spreekuren/a.toml", costs("1 euro", "[gids]\nopnemen = false"))
		r.commit("2026-02-01")
		r.write("spreekuren/a.toml", costs("1 euro"))
		r.commit("2026-02-02")
		past := r.past("2026-03-01")
		want := "02-02 A: terug\n02-01 A: kosten \"gratis\" > \"1 euro\""
		if got := summary(past); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		c := r.catalog("2026-03-01").With(past)
		days, whole := gids.Changed(c, gids.SheetOf(c, c.Pleinen[0]).Aanbod[0])
		if got := fmt.Sprint(whole, days); got != "2026-02-02 map[kosten:2026-02-01]" {
			t.Errorf("got %s", got)
		}
	})
	t.Run("a move of the calendar", func(t *testing.T) {
		r := newSite(t)
		r.write("pleinen/noord.toml", site["pleinen/noord.toml"]+"[[verhuizing]]\nvanaf = 2026-02-10\ntot_en_met = 2026-02-20\nadres = 'Kade 3'\npostcode = '5171 AA'\nplaats = 'Dorp'\n")
		r.commit("2026-01-05")
		for now, want := range map[string]string{"2026-02-01": "Weg 1 0000-00-00", "2026-02-12": "Kade 3 2026-02-10", "2026-03-01": "Weg 1 2026-02-21"} {
			c := r.catalog(now)
			days, _ := gids.Changed(c, gids.SheetOf(c, c.Pleinen[0]).Plein)
			got := ""
			for _, f := range gids.SheetOf(c, c.Pleinen[0]).Plein.Fields {
				if f.Key == "adres" {
					got = f.Value + " "
				}
			}
			day := days["adres"].String()
			if day == "" {
				day = "0000-00-00"
			}
			if got += day; got != want {
				t.Errorf("on %s: %s, want %s", now, got, want)
			}
		}
	})
	t.Run("long ago", func(t *testing.T) {
		r := newSite(t)
		r.write("spreekuren/a.toml", costs("1 euro"))
		r.commit("2026-02-01")
		r.write("spreekuren/a.toml", costs("2 euro"))
		r.commit("2027-03-01")
		past := r.past("2027-04-01")
		if got, want := summary(past), `03-01 A: kosten "1 euro" > "2 euro"`; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if got := past.Since.Format(time.DateOnly); got != "2026-02-25" {
			t.Errorf("known since %s", got)
		}
	})
	t.Run("a clone without the oldest commits", func(t *testing.T) {
		r := newSite(t)
		r.write("spreekuren/a.toml", costs("1 euro"))
		r.commit("2026-02-01")
		r.write("spreekuren/a.toml", costs("2 euro"))
		r.commit("2026-02-02")
		clone := repository{t, t.TempDir()}
		r.git("", "clone", "--quiet", "--depth", "2", "file://"+r.dir, clone.dir)
		past := clone.past("2026-03-01")
		if got, want := summary(past), `02-02 A: kosten "1 euro" > "2 euro"`; got != want || past.Since.Format(time.DateOnly) != "2026-02-02" {
			t.Errorf("got %s since %s, want %s", got, past.Since, want)
		}
	})
	t.Run("no history", func(t *testing.T) {
		r := repository{t, t.TempDir()}
		for name, text := range site {
			r.write(name, text)
		}
		if past := r.past("2026-03-01"); past.Known() || len(past.Of(r.catalog("2026-03-01").Pleinen[0].ID)) > 0 {
			t.Errorf("got %v", past)
		}
	})
	t.Run("other ids", func(t *testing.T) {
		r := newSite(t)
		r.write("site.toml", strings.Replace(site["site.toml"], "naamruimte = 'pleinen", "naamruimte = 'nieuw", 1))
		r.commit("2026-02-01")
		if past := r.past("2026-03-01"); summary(past) != "" || past.Since.Format(time.DateOnly) != "2026-02-01" {
			t.Errorf("got %s since %s", summary(past), past.Since)
		}
	})
	t.Run("beside other work", func(t *testing.T) {
		r := newSite(t)
		r.git("2026-02-01T12:00:00Z", "checkout", "--quiet", "-b", "werk")
		r.write("spreekuren/a.toml", costs("1 euro"))
		r.commit("2026-02-02")
		r.git("2026-02-01T12:00:00Z", "checkout", "--quiet", "-")
		r.write("spreekuren/b.toml", hour("B2", "zuid", "bieb", "taal"))
		r.commit("2026-02-03")
		r.git("2026-02-04T12:00:00Z", "merge", "--quiet", "--no-ff", "-m", "samen", "werk")
		want := "02-03 B2: titel \"B\" > \"B2\"\n02-02 A: kosten \"gratis\" > \"1 euro\""
		if got := summary(r.past("2026-03-01")); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}

// BenchmarkPast goes back over 500 commits to a site of 10,000 spreekuren. One commit in
// ten touches a plein, and so affects all its spreekuren.
func BenchmarkPast(b *testing.B) {
	r := newRepository(b)
	r.write("site.toml", site["site.toml"])
	r.write("onderwerpen.toml", site["onderwerpen.toml"])
	plein := func(i, version int) {
		r.write(fmt.Sprintf("pleinen/p%d.toml", i), fmt.Sprintf("naam = 'Plein %d'\nadres = 'Weg %d'\npostcode = '5171 AA'\nplaats = 'Dorp'\ntelefoon = '013 000 00 01'\n", i, version))
	}
	for i := range 500 {
		plein(i, 0)
		r.write(fmt.Sprintf("partners/q%d.toml", i), fmt.Sprintf("naam = 'Partner %d'\n", i))
	}
	for i := range 10_000 {
		r.write(fmt.Sprintf("spreekuren/s%d.toml", i), hour(fmt.Sprint("S", i), fmt.Sprint("p", i%500), fmt.Sprint("q", i%499), "geld"))
	}
	r.commit("2026-01-01")
	day := moment("2026-01-02")
	for i := range 500 {
		if i%10 == 0 {
			plein(i, 1)
		} else {
			r.write(fmt.Sprintf("spreekuren/s%d.toml", i*7), hour(fmt.Sprint("T", i), fmt.Sprint("p", i*7%500), fmt.Sprint("q", i*7%499), "geld"))
		}
		r.commit(day.Add(time.Duration(i) * 12 * time.Hour).Format(time.DateOnly))
	}
	c := r.catalog("2026-12-01")
	r.git("", "gc", "--quiet") // as in a fresh clone
	repository, err := history.Open(b.Context(), r.content())
	if err != nil {
		b.Fatal(err)
	}
	commits, err := repository.Commits(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		past, err := gids.Past(b.Context(), repository, commits, os.DirFS(r.content()), c)
		if err != nil || len(past.Changes) < 450+50*20 {
			b.Fatal(err, len(past.Changes))
		}
	}
}
