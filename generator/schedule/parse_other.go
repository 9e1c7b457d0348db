package schedule

import "strings"

// Other texts made of the one that was read, to offer instead.

// ownBlocks offers a block for each of the days.
func (p *parser) ownBlocks(r *rule) []way {
	if len(r.items) < 2 {
		return nil
	}
	var texts []string
	for _, item := range r.items {
		texts = append(texts, p.replaced(r.items[0].from, r.items[len(r.items)-1].until, p.text(item.tokenRange)))
	}
	return blocks(p.depth, texts)
}

// ordinalBlocks offers a block for each of the ordinals.
func (p *parser) ordinalBlocks(r *rule) []way {
	var texts []string
	for _, name := range r.nths.names() {
		texts = append(texts, p.replaced(r.ordinals.from, r.ordinals.until, name))
	}
	return blocks(p.depth, texts)
}

// splitAt offers two blocks: what comes before the token, and the rest.
func (p *parser) splitAt(at int) []way {
	before := at
	for before > 0 && (p.tokens[before-1].text == "en" || p.tokens[before-1].text == "," || p.tokens[before-1].text == "/" ||
		p.tokens[before-1].text == "op" || p.tokens[before-1].text == "de" || p.tokens[before-1].text == "elke") {
		before--
	}
	return blocks(p.depth, []string{p.text(tokenRange{0, before}), p.text(tokenRange{at, len(p.tokens)})})
}

func (p *parser) withoutItem(item dayItem) []way {
	from := item.from
	for from > 0 && !p.dayAt(from-1) {
		from--
	}
	return p.instead(from, item.until, "")
}

// text returns the tokens as the editor typed them.
func (p *parser) text(r tokenRange) string {
	if r.from >= r.until {
		return ""
	}
	end := p.tokens[r.until-1]
	return p.input[p.tokens[r.from].offset : end.offset+end.length]
}

// replaced returns the input with another text for the tokens from..until (excluded).
func (p *parser) replaced(from, until int, text string) string {
	before, after := p.input, ""
	if from < len(p.tokens) {
		before = p.input[:p.tokens[from].offset]
		after = p.input[p.tokens[from].offset:]
	}
	if until > from {
		end := p.tokens[until-1]
		after = p.input[end.offset+end.length:]
	}
	return tidy(before + " " + text + " " + after)
}

// tidy takes out what is left over where a part of a text is gone.
func tidy(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, pair := range [][2]string{{"( ", "("}, {" )", ")"}, {"()", ""}, {" ,", ","}, {" ;", ";"}, {" .", "."}, {",,", ","}} {
		text = strings.ReplaceAll(text, pair[0], pair[1])
	}
	text = strings.Trim(strings.Join(strings.Fields(text), " "), " ,;:/-–—•|+&.")
	for _, word := range []string{" en", " of", " maar", " met", " op", " van", " dus", " ook", " wel", " alleen", " vanaf", " uitsluitend"} {
		if cut, ok := strings.CutSuffix(" "+text, word); ok {
			return tidy(cut)
		}
	}
	for _, word := range []string{"en ", "of ", "maar ", "alleen "} {
		if cut, ok := strings.CutPrefix(text, word); ok {
			return tidy(cut)
		}
	}
	if inner, ok := strings.CutPrefix(text, "("); ok && strings.HasSuffix(inner, ")") && !strings.ContainsAny(inner[:len(inner)-1], "()") {
		return tidy(inner[:len(inner)-1])
	}
	if strings.Count(text, "(") != strings.Count(text, ")") {
		text = strings.TrimSpace(strings.NewReplacer("(", " ", ")", " ").Replace(text))
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}
