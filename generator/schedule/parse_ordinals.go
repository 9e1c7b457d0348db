package schedule

import "strings"

// ordinals reads "1e, 3e en laatste", if that comes next.
func (p *parser) ordinals() (nths, *ParseError) {
	var set nths
	for {
		n, err := p.ordinal()
		if err != nil || n == 0 && set == 0 {
			return 0, err
		}
		if n == 0 {
			return 0, p.errorAt(p.at, p.at+1, `na "en" hoort hier nog een getal zoals "3e"`)
		}
		if set&n != 0 {
			return 0, p.errorAt(p.at-1, p.at, "%q staat er al", p.written(p.tokens[p.at-1]))
		}
		set |= n
		if !p.separator() {
			break
		}
		p.acceptAny("de", "op de", "elke")
	}
	if set&last != 0 {
		set &^= nth(5) // a fifth is always the last
	}
	return set, nil
}

// ordinal reads one "3e" or "derde", if that comes next.
func (p *parser) ordinal() (nths, *ParseError) {
	word := p.peek()
	if from := p.at; p.acceptAny("voorlaatste", "1 na laatste", "op 1 na laatste") {
		return 0, p.errorAt(from, p.at, "dit kan de computer niet: noem de 1e tot en met de 5e of de laatste, of schrijf de datums bij \"data\"")
	}
	n, ok := ordinals[word]
	for _, ending := range []string{"ste", "de", "e"} {
		digits, cut := strings.CutSuffix(word, ending)
		if ok || !cut || !isNumber(digits) {
			continue
		}
		if len(digits) > 1 || digits < "1" || digits > "5" {
			p.example = exampleMonthly
			return 0, p.errorAt(p.at, p.at+1, "een dag komt hoogstens 5 keer in een maand voor")
		}
		n, ok = nth(number(digits)), true
	}
	if ok {
		p.example = exampleMonthly
		p.at++
	}
	return n, nil
}
