package embed

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
)

// A site that does not listen to the page in its frame keeps the height that was pasted
// with the frame, at any width and for years. So it is what the page needs on a phone, in
// a rather wide typeface and in a week before holidays, in which something is to be said of
// each hour and more of one; and it does not change with the day. Elsewhere it leaves some
// room at the bottom. A page that needs more than the most shortens itself (frame.js).
const (
	leastHeight = 200
	mostHeight  = 1000 // as WordPress allows

	phoneLine  = 30 // letters on a line of a frame of 320 pixels
	lineHeight = 24
	linkPlus   = 3.2 // by which a line of a link is higher

	framePadding = 32
	headingLine  = 25 // of h1, of which the letters are 1.3 times as wide
	headingPlus  = 12
	dayHeight    = 46
	rowPadding   = 20
	noteHeight   = 4 + 3*lineHeight
	footerPlus   = 11
	footerLine   = 22
	moreNotes    = 2 * noteHeight
)

// frameHeight is how high a frame with what is embedded is, in pixels, on a site that does
// not follow the height that the page tells.
func frameHeight(s *layout.Site, e embedded) int {
	address := strings.TrimPrefix(s.Absolute(e.page), "https://")
	height := framePadding + headingLine*linesOf(e.name, phoneLine*10/13) + headingPlus
	height += moreNotes + footerPlus + footerLine*(1+linesOf(address, phoneLine))
	for _, day := range catalog.Timetable(e.spreekuren) {
		if day.Count() > 0 {
			height += dayHeight
		}
		for _, u := range day.Uren() {
			height += rowHeight(s, e, u.Spreekuur, append(embedNotes(s, u), s.Say.Hours(u.Span)))
			if !u.Weekly {
				height += noteHeight // when it is held next
			}
		}
	}
	for _, x := range slices.Concat(e.spreekuren, e.guests()) {
		if x.Active() && (len(x.Uren()) == 0 || x.HasExtra() || x.Plein != cmp.Or(e.plein, x.Plein)) { // a date on a day of its own
			height += dayHeight + rowHeight(s, e, x, []string{s.Say.UnderAppointment(x), ""})
		}
	}
	return min(max(height, leastHeight), mostHeight)
}

// rowHeight is that of an hour of a spreekuur, with texts that stand on lines of their own
// and one change.
func rowHeight(s *layout.Site, e embedded, x *catalog.Spreekuur, texts []string) int {
	at := cmp.Or(e.plein, x.Plein)
	texts = append(texts, piece.WhoOf(s, x))
	if e.plein == nil {
		texts = append(texts, say.Where(at, at.Adres(s.Catalog.Today)))
	}
	title := linesOf(piece.SpreekuurLink(s, x).Title, phoneLine-2) // is bold
	height := rowPadding + noteHeight + int(float64(title)*(lineHeight+linkPlus)+1)
	for _, text := range texts {
		height += lineHeight * linesOf(text, phoneLine)
	}
	return height
}

// linesOf counts the lines that a text takes, of so many letters each.
func linesOf(text string, letters int) int {
	lines, room := 0, 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if n > room {
			lines += (n + letters - 1) / letters // a long word is broken
			room = letters - (n-1)%letters - 1
		} else {
			room -= n
		}
		room-- // the space
	}
	return max(lines, 1)
}
