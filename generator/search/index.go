package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// searchIndex gathers what the files are made from.
type searchIndex struct {
	catalog    *catalog.Catalog
	head       searchHead
	spreekuren []*catalog.Spreekuur
	others     []*i18n.Language // the other languages of the site
	translated []typed.Language // and those that texts of spreekuren are in
	told       []*catalog.Onderwerp
	pleinen    map[*catalog.Plein]int
	topics     map[*catalog.Onderwerp]int
	visited    map[*catalog.Plein]bool // has a date of a spreekuur of another plein
}

func newSearchIndex(c *catalog.Catalog, others []*i18n.Language, translated []typed.Language) *searchIndex {
	x := &searchIndex{
		catalog: c, others: others, translated: translated,
		pleinen: map[*catalog.Plein]int{}, topics: map[*catalog.Onderwerp]int{}, visited: map[*catalog.Plein]bool{},
	}
	x.head = searchHead{
		Day: c.Today.String(), Small: smallWords(say.Dutch(c).Language), PerHours: hoursPerFile, PerCards: cardsPerFile,
		Words: map[string]string{}, Told: map[typed.Language]string{},
	}
	x.head.Topics = searchTopics{searchNames{[]string{}, []string{}}, []string{}} // not null where a site has none
	for _, s := range catalog.Running(c.Spreekuren) {
		x.visit(s)
	}
	for _, place := range c.Plaatsen {
		x.addPlace(place)
	}
	for _, o := range c.Onderwerpen {
		if len(catalog.Running(o.Spreekuren)) > 0 {
			x.topics[o] = len(x.topics)
			x.told = append(x.told, o)
			x.head.Topics.add(o.Slug, o.Naam)
			x.head.Topics.Words = append(x.head.Topics.Words, distinctWords(o.Synoniemen...))
		}
	}
	x.head.Languages = helperLanguages(c)
	return x
}

// toldIn are the topics in another language.
func (x *searchIndex) toldIn(l *i18n.Language) searchTold {
	told := searchTold{Name: []string{}, Words: []string{}, Small: smallWords(l)}
	for _, o := range x.told {
		v := o.Vertaling[typed.Language(l.Code)]
		told.Name = append(told.Name, v.Naam)
		told.Words = append(told.Words, distinctWords(append([]string{v.Naam}, v.Synoniemen...)...))
	}
	return told
}

// visit notes the pleinen that a spreekuur goes to for a day.
func (x *searchIndex) visit(s *catalog.Spreekuur) {
	if !slices.ContainsFunc(s.Afwijkend, func(a content.AfwijkendSpreekuur) bool { return a.Plein != "" }) {
		return
	}
	for o := range s.Between(x.catalog.Today, x.catalog.Today.Add(searchHorizon)) {
		if o.Elsewhere() {
			x.visited[o.Plein] = true
		}
	}
}

// helperLanguages are the languages that helpers speak, in order of code.
func helperLanguages(c *catalog.Catalog) []typed.Language {
	codes := map[typed.Language]bool{}
	for _, s := range c.Spreekuren {
		for _, code := range s.Talen {
			codes[code] = codes[code] || !s.Ended()
		}
	}
	maps.DeleteFunc(codes, func(_ typed.Language, spoken bool) bool { return !spoken })
	return slices.Sorted(maps.Keys(codes))
}

func (x *searchIndex) addPlace(place *catalog.Plaats) {
	number := -1
	for _, p := range place.Pleinen {
		list := catalog.Running(p.Spreekuren)
		if len(list) == 0 && !x.visited[p] {
			continue
		}
		if number < 0 {
			number = len(x.head.Places.Slug)
			x.head.Places.add(place.Slug, place.Naam)
		}
		x.spreekuren = append(x.spreekuren, list...)
		at, pleinen := p.Adres(x.catalog.Today), &x.head.Pleinen
		x.pleinen[p] = len(pleinen.Slug)
		pleinen.add(p.Slug, p.Naam)
		pleinen.Place = append(pleinen.Place, number)
		pleinen.Count = append(pleinen.Count, len(list))
		pleinen.Postcode = append(pleinen.Postcode, digits(at.Postcode))
		pleinen.Latitude = append(pleinen.Latitude, tenThousandths(at.Breedtegraad))
		pleinen.Longitude = append(pleinen.Longitude, tenThousandths(at.Lengtegraad))
	}
}

func (n *searchNames) add(slug, name string) {
	n.Slug, n.Name = append(n.Slug, slug), append(n.Name, name)
}

// digits is the number in a postcode, which stands for a neighbourhood.
func digits(code typed.Postcode) int {
	number, _ := strconv.Atoi(string(code[:min(4, len(code))])) // 0 without one
	return number
}

func tenThousandths(degrees float64) int { return int(math.Round(degrees * 10_000)) }

// files makes all files, the head last since it has the hashes of the others.
func (x *searchIndex) files() (map[string][]byte, error) {
	files := map[string][]byte{}
	var failed error
	add := func(name string, part any) string {
		data, err := compact(part)
		if err != nil {
			failed = err
			return ""
		}
		sum := sha256.Sum256(data)
		hash := hex.EncodeToString(sum[:4])
		files[name] = slices.Concat([]byte(`{"v":"`+hash+`",`), data[1:])
		return hash
	}
	part := 0
	for list := range slices.Chunk(x.spreekuren, hoursPerFile) {
		x.head.Hours = append(x.head.Hours, add(hoursFile(part), x.hours(list)))
		part++
	}
	for _, l := range x.others {
		code := typed.Language(l.Code)
		x.head.Told[code] = add(topicsFile(code), x.toldIn(l))
	}
	part = 0
	for list := range slices.Chunk(x.spreekuren, cardsPerFile) {
		x.head.Cards = append(x.head.Cards, add(cardsFile(part), x.cards(list)))
		part++
	}
	for _, code := range append([]typed.Language{""}, x.translated...) {
		for letter, words := range x.words(code) {
			key := wordsKey(code, letter)
			x.head.Words[key] = add(wordsFile(key), words)
		}
	}
	add(searchHeadFile, x.head)
	return files, failed
}

// compact is JSON as short as it can be; it is no part of a page, so it needs
// no escapes for HTML.
func compact(part any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(part)
	return bytes.TrimSpace(b.Bytes()), err
}

// numbered gives each different value a number, in order of appearance.
type numbered[T any] struct {
	list   []T
	byText map[string]int
}

func (n *numbered[T]) number(value T) int {
	text := fmt.Sprint(value)
	i, ok := n.byText[text]
	if !ok {
		if n.byText == nil {
			n.byText = map[string]int{}
		}
		i = len(n.list)
		n.byText[text] = i
		n.list = append(n.list, value)
	}
	return i
}

func (x *searchIndex) hours(list []*catalog.Spreekuur) searchHours {
	var h searchHours
	var kinds numbered[searchKind]
	var times numbered[[][]int]
	for _, s := range list {
		h.Kind = append(h.Kind, kinds.number(x.kind(s)))
		h.Time = append(h.Time, times.number(x.times(s)))
	}
	h.Kinds, h.Times = kinds.list, times.list
	return h
}

func (x *searchIndex) kind(s *catalog.Spreekuur) searchKind {
	k := searchKind{
		Topics: []int{}, Languages: []int{},
		WalkIn: s.Aanmelden != content.Required || s.Inloop != schedule.Span{}, OnAppointment: s.OnAppointment() && s.Active(),
	}
	for _, o := range s.Onderwerpen {
		k.Topics = append(k.Topics, x.topics[o])
	}
	for _, code := range s.Talen {
		i, _ := slices.BinarySearch(x.head.Languages, code)
		k.Languages = append(k.Languages, i)
	}
	slices.Sort(k.Topics)
	slices.Sort(k.Languages)
	return k
}

// times are the coming dates, those with the same hours together, and at least the
// first that goes on, and the first at its own plein.
func (x *searchIndex) times(s *catalog.Spreekuur) [][]int {
	times := [][]int{}
	today := x.catalog.Today
	held, home := false, false
	for o := range s.Stretches(today.Add(searchHorizon)) {
		if far := o.Date >= today.Add(searchDays); far && home {
			break
		} else if far && held && (o.Cancelled() || o.Elsewhere()) {
			continue
		}
		if o.Closing() {
			times = append(times, []int{int(o.From - today), int(o.Until - today), statePeriod})
			continue
		}
		held = held || !o.Cancelled()
		home = home || !o.Cancelled() && !o.Elsewhere()
		elsewhere := -1
		if o.Elsewhere() {
			elsewhere = x.pleinen[o.Plein]
		}
		key := []int{int(o.Span.Begin), int(o.Span.End), state(o.Kind, elsewhere)}
		i := slices.IndexFunc(times, func(line []int) bool { return slices.Equal(line[:len(key)], key) })
		if i < 0 {
			i = len(times)
			times = append(times, key)
		}
		times[i] = append(times[i], int(o.Date-today))
	}
	return times
}

func (x *searchIndex) cards(list []*catalog.Spreekuur) searchCards {
	c := searchCards{Paused: map[int]string{}, Translated: map[typed.Language]map[int][2]string{}}
	var rules numbered[string]
	for i, s := range list {
		rule := ""
		if s.Active() {
			rule = piece.Capital(say.Dutch(x.catalog).When(s))
		} else {
			c.Paused[i] = s.Reden
		}
		for _, code := range x.translated {
			if translation := s.Vertaling[code]; translation.Titel != "" || translation.InEenZin != "" {
				if c.Translated[code] == nil {
					c.Translated[code] = map[int][2]string{}
				}
				c.Translated[code][i] = [2]string{translation.Titel, translation.InEenZin}
			}
		}
		c.Slug = append(c.Slug, s.Slug)
		c.Title = append(c.Title, s.Titel)
		c.Line = append(c.Line, s.InEenZin)
		c.Rule = append(c.Rule, rules.number(rule))
	}
	c.Rules = rules.list
	return c
}
