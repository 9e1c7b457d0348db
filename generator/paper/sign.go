package paper

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
)

// sign stands on the table of a partner: a sheet of A4, folded in two, that says on both
// sides who helps here and with what.
type sign struct {
	Name, Plain string // as it may be broken, and as it is
	InEenZin    string
	About       layout.Link
	Size, Helps string // of the letters of the name and of the sentence
	Topics      []layout.Link
	More        bool // it helps with other things too
	Sides       []bool
}

// signTopics is how many topics there is room for in letters that are readable over a table.
const signTopics = 6

func signPage(s *layout.Site, p *catalog.Partner) layout.Page {
	return layout.Page{
		Path: p.Page() + layout.SignPath, Layout: "tafelbordje", Title: "Tafelbordje van " + p.NaamInUitingen, Section: "/partners/",
		About: p, Reach: layout.Hidden, Once: true,
		View: layout.Shows(func() any { return signOf(s, p) }),
	}
}

func signOf(s *layout.Site, p *catalog.Partner) sign {
	view := sign{
		Name: piece.Softened(p.NaamInUitingen), Plain: p.NaamInUitingen, InEenZin: p.InEenZin, About: piece.PartnerLink(s, p),
		Topics: layout.Links(s, topicsOf(heldOf(p.Spreekuren)), piece.TopicLink), Sides: []bool{true, false},
	}
	view.fit()
	return view
}

// topicsOf are those of spreekuren, the most frequent first.
func topicsOf(held []*catalog.Spreekuur) []*catalog.Onderwerp {
	var topics []*catalog.Onderwerp
	times := map[*catalog.Onderwerp]int{}
	for _, x := range held {
		for _, o := range x.Onderwerpen {
			if times[o]++; times[o] == 1 {
				topics = append(topics, o)
			}
		}
	}
	slices.SortStableFunc(topics, func(a, b *catalog.Onderwerp) int { return cmp.Compare(times[b], times[a]) })
	return topics
}

// The room on a side of the sign, and what its parts take, in letters of 12 points. A letter
// is as wide as the widest that a device has; see static/css/tafelbordje.css.
const (
	signWidth, signHeight = 43.0, 29.7
	boldWide, plainWide   = 0.68, 0.56
	lineHigh              = 1.2
)

// letters are a size of them, with its class.
type letters struct {
	class string
	size  float64
}

var (
	nameLetters  = []letters{{"huge", 7.5}, {"larger", 5.6}, {"large", 4.4}, {"medium", 3.2}, {"small", 2.2}}
	helpsLetters = []letters{{"", 2}, {"long", 1.4}}
)

// fit gives the name and the sentence the largest letters with which all is on the side.
// Where it does not fit in the smallest either, there are fewer topics.
func (v *sign) fit() {
	all := v.Topics
	for n := min(len(all), signTopics); n >= 0; n-- {
		v.Topics, v.More = all[:n], len(all) > n
		room := signHeight - 2*(lineHigh+0.7) - v.topicsHigh() - 1.4*lineHigh // and the two lines round them
		if v.More {
			room -= 1.4 * lineHigh
		}
		for _, helps := range helpsLetters {
			sentence := helps.size * lineHigh * float64(linesOf(v.InEenZin, signWidth/(helps.size*plainWide)))
			for i, name := range nameLetters {
				v.Helps, v.Size = helps.class, name.class
				perLine := signWidth / (name.size * boldWide)
				whole := longestWord(v.Plain) <= perLine || i == len(nameLetters)-1
				if whole && name.size*1.05*float64(linesOf(v.Plain, perLine)) <= room-sentence {
					return
				}
			}
		}
	}
}

// topicsHigh is what the topics take, two on a line.
func (v *sign) topicsHigh() float64 {
	const size = 1.5
	const perLine = (signWidth/2/size - 2.6) / boldWide // beside the pictogram
	high := 0.0
	for pair := range slices.Chunk(v.Topics, 2) {
		lines := 1
		for _, topic := range pair {
			lines = max(lines, linesOf(topic.Title, perLine))
		}
		high += size * (max(lineHigh*float64(lines), 1.6) + 0.4)
	}
	return high
}

// linesOf is how many lines a text takes, of so many letters each. A word that is longer
// than a line is broken.
func linesOf(text string, perLine float64) int {
	lines, used := 0, perLine
	for word := range strings.FieldsSeq(text) {
		long := float64(utf8.RuneCountInString(word))
		if used+1+long <= perLine {
			used += 1 + long
			continue
		}
		lines += max(1, int(math.Ceil(long/perLine)))
		used = math.Mod(long, perLine)
	}
	return lines
}

func longestWord(text string) float64 {
	longest := 0
	for word := range strings.FieldsSeq(text) {
		longest = max(longest, utf8.RuneCountInString(word))
	}
	return float64(longest)
}
