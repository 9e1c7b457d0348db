package refer_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/sense"
	"pleinwijzer/generator/typed"
)

// now is a Friday, at ten in the morning.
var now = time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC)

// aboutReferences are the problems that a wrong proposal would lead to.
var aboutReferences = regexp.MustCompile(`^(\w+-onbekend|naam-verkeerd|verwijzing-\w+|opvolger-rond|verwijs-\w+|alias-\w+)$`)

// TestProposalsAreRight writes names as people do, wherever a record is named: a
// title, a slip in it, the name of a file, several in one. Whatever a message then
// proposes is put in that place, and must not be the next thing that is wrong.
func TestProposalsAreRight(t *testing.T) {
	proposed := 0
	for seed := range uint64(25) {
		rnd := rand.New(rand.NewPCG(seed, 9))
		fsys := wronglyNamed(rnd)
		before := referenceProblems(t, fsys)
		known := map[string]bool{}
		for _, d := range before {
			known[summary(d)] = true
		}
		for _, d := range before {
			for _, proposal := range proposals(d.Hint) {
				proposed++
				mended := fstest.MapFS{}
				for name, file := range fsys {
					mended[name] = file
				}
				text := mend(string(fsys[d.File].Data), d.Range, proposal)
				mended[d.File] = &fstest.MapFile{Data: []byte(text)}
				for _, next := range referenceProblems(t, mended) {
					if !known[summary(next)] {
						t.Fatalf("seed %d: %s\n%s\nproposes %s, and then: %s %s (%s)", seed, d.Excerpt, d.Message, d.Hint, next.Code, next.Message, next.Hint)
					}
				}
			}
		}
	}
	if proposed < 500 {
		t.Errorf("only %d proposals were tried", proposed)
	}
	t.Logf("%d proposals", proposed)
}

// summary names a problem wherever it moved to in its line.
func summary(d diag.Diagnostic) string {
	line := []rune(d.Excerpt)
	return fmt.Sprint(d.File, " ", d.Line, " ", d.Code, " ", string(line[d.Column-1:d.Column-1+d.Length]))
}

func referenceProblems(t *testing.T, fsys fstest.MapFS) diag.List {
	t.Helper()
	c, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	shown, more := catalog.Resolve(c, catalog.Options{Now: now})
	problems = slices.Concat(problems, more, sense.Check(shown))
	return slices.DeleteFunc(problems, func(d diag.Diagnostic) bool { return !aboutReferences.MatchString(d.Code) })
}

var (
	oneOf  = regexp.MustCompile(`kies uit (".*")$`)
	write  = regexp.MustCompile(`^(?:schrijf|bedoelt u) (.+?)\??$`)
	inText = regexp.MustCompile(`"[^"]*"`)
)

// proposals are the values that a hint offers, as they stand in a file.
func proposals(hint string) []string {
	if m := oneOf.FindStringSubmatch(hint); m != nil {
		return inText.FindAllString(m[1], -1)
	}
	if m := write.FindStringSubmatch(hint); m != nil && strings.ContainsAny(m[1][:1], `"[`) && !strings.Contains(hint, "haal bij") {
		return []string{m[1]}
	}
	return nil
}

// mend puts a value in the place of the wrong one.
func mend(text string, at diag.Range, value string) string {
	lines := strings.Split(text, "\n")
	line := []rune(lines[at.Line-1])
	lines[at.Line-1] = string(line[:at.Column-1]) + value + string(line[at.Column-1+at.Length:])
	return strings.Join(lines, "\n")
}

// words make names that are near to each other, and some that hold a comma or "en".
var words = strings.Fields("Geld Schulden Werk Taal Digi Plein Huis Goirle Waalwijk Noord Café Brieven")

func randomName(rnd *rand.Rand) string {
	name := words[rnd.IntN(len(words))] + []string{" ", " en ", "-", ", ", " & "}[rnd.IntN(5)] + strings.ToLower(words[rnd.IntN(len(words))])
	return name
}

// wronglyNamed is a directory in which records refer to each other as people do.
func wronglyNamed(rnd *rand.Rand) fstest.MapFS {
	type known struct{ slug, title string }
	all := map[string][]known{}
	for _, folder := range []string{"onderwerpen", "pleinen", "partners", "spreekuren"} {
		taken := map[string]bool{}
		for range 3 + rnd.IntN(4) {
			title := randomName(rnd)
			slug := typed.Slugify(title)
			if rnd.IntN(2) == 0 {
				slug = typed.Slugify(words[rnd.IntN(len(words))])
			}
			if !taken[slug] {
				taken[slug] = true
				all[folder] = append(all[folder], known{slug, title})
			}
		}
	}
	one := func(folder string) string {
		k := all[folder][rnd.IntN(len(all[folder]))]
		switch rnd.IntN(7) {
		case 0:
			return k.title
		case 1:
			return slip(rnd, k.title)
		case 2:
			return slip(rnd, k.slug)
		case 3:
			return folder + "/" + k.slug + ".md"
		case 4:
			return strings.ToUpper(k.slug)
		case 5:
			return randomName(rnd)
		}
		return k.slug
	}
	name := func(folder string) string {
		if rnd.IntN(4) == 0 {
			return strconv.Quote(one(folder) + []string{", ", " en ", "/", ";"}[rnd.IntN(4)] + one(folder))
		}
		return strconv.Quote(one(folder))
	}
	list := func(folder string) string {
		if rnd.IntN(3) == 0 {
			return name(folder)
		}
		return "[" + name(folder) + ", " + name(folder) + "]"
	}
	draft := func() string {
		if rnd.IntN(4) == 0 {
			return "concept = true\n"
		}
		return ""
	}
	fsys := fstest.MapFS{}
	write := func(path, format string, args ...any) {
		fsys[path] = &fstest.MapFile{Data: fmt.Appendf(nil, format, args...)}
	}
	write("site.toml", "titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\n")
	var topics strings.Builder
	for _, k := range all["onderwerpen"] {
		fmt.Fprintf(&topics, "[%s]\nnaam = %q\n", k.slug, k.title)
	}
	write("onderwerpen.toml", "%s", topics.String())
	for _, k := range all["pleinen"] {
		write("pleinen/"+k.slug+".toml", "naam = %q\nadres = \"Markt 1\"\npostcode = \"5141 AB\"\nplaats = \"Goirle\"\ntelefoon = \"013 000 00 01\"\nkartrekker = %s\naliassen = [%s, %s]\n%s",
			k.title, name("partners"), name("pleinen"), name("pleinen"), draft())
	}
	for _, k := range all["partners"] {
		write("partners/"+k.slug+".toml", "naam = %q\n%s", k.title, draft())
	}
	for _, k := range all["spreekuren"] {
		write("spreekuren/"+k.slug+".toml", "titel = %q\nplein = %s\npartner = %s\nonderwerpen = %s\nopvolger = %s\ndag = \"dinsdag\"\ntijd = \"10.00 tot 12.00 uur\"\nin_een_zin = \"Hulp.\"\ntekst = \"Hulp.\"\n%s[[afwijkend]]\ndatum = \"2026-12-01\"\nplein = %s\n[[verwijs]]\nvraag = \"Meer hulp.\"\nnaar = %s\n",
			k.title, name("pleinen"), list("partners"), list("onderwerpen"), name("spreekuren"), draft(), name("pleinen"),
			name([]string{"spreekuren", "partners"}[rnd.IntN(2)]))
	}
	write("berichten/nieuws.toml", "titel = \"Nieuws\"\ndatum = \"2026-12-01\"\nin_een_zin = \"Nieuws.\"\ntekst = \"Nieuws.\"\npleinen = %s\npartners = %s\nspreekuren = %s\n", list("pleinen"), list("partners"), list("spreekuren"))
	write("agenda/dag.toml", "titel = \"Dag\"\ndatum = \"2026-12-01\"\nin_een_zin = \"Dag.\"\ntekst = \"Dag.\"\nplein = %s\npartners = %s\n", name("pleinen"), list("partners"))
	return fsys
}

// slip drops, doubles or changes one letter.
func slip(rnd *rand.Rand, text string) string {
	letters := []rune(text)
	i := rnd.IntN(len(letters))
	switch rnd.IntN(3) {
	case 0:
		return string(slices.Delete(letters, i, i+1))
	case 1:
		return string(slices.Insert(letters, i, letters[i]))
	}
	letters[i] = 'x'
	return string(letters)
}
