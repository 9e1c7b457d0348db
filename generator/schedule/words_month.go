package schedule

import "math/bits"

// appendMonthly appends "de 1e en 3e dinsdag van de maand", or "van januari en juli".
// ParseDays only allows one day of the week in such a rule.
func (p ruleWords) appendMonthly(b []byte, d Days) []byte {
	pattern := p.Monthly.Text
	switch d.months.Len() {
	case 0:
	case 1:
		pattern = p.Monthly.OfMonth
	default:
		pattern = p.Monthly.OfMonths
	}
	for blank := ""; pattern != ""; {
		b, blank, pattern = nextBlank(b, pattern)
		switch blank {
		case "nummer":
			b = p.appendOrdinals(b, d)
		case "dag":
			b = p.appendNames(b, &p.Monthly.Days, d.weekdays)
		case "maanden":
			b = p.appendMonths(b, &p.Monthly.Months, d.months)
		}
	}
	return b
}

// appendOrdinals appends "1e en laatste", in the gender of the day.
func (p ruleWords) appendOrdinals(b []byte, d Days) []byte {
	gender := p.Monthly.Genders[bits.TrailingZeros8(uint8(d.weekdays))]
	ordinals := &p.Monthly.Ordinals[gender]
	i, n := 0, bits.OnesCount8(uint8(d.nths))
	for at, text := range ordinals {
		bit := nth(at + 1)
		if at == len(ordinals)-1 {
			bit = last
		}
		if d.nths&bit != 0 {
			b = append(append(b, p.Separator(i, n)...), text...)
			i++
		}
	}
	return b
}
