package typed

import (
	"regexp"
	"strings"
)

// parsePhone accepts what is in use in the Netherlands, however it is written: ten
// digits from 0, the same from +31 or 0031, the short numbers 14 0xx of
// municipalities, 0800 and 0900; and a number of another country.
//
// Whatever was typed, a Phone is in one form: the groups of the Netherlands, with
// spaces. So it is the same in every page and feed, and a spreadsheet takes it for
// text and keeps the zero.
func parsePhone(s string) (Phone, error) {
	digits := phoneSigns.Replace(strings.Join(strings.Fields(s), ""))
	if strings.HasPrefix(digits, "00") {
		digits = "+" + digits[2:]
	}
	if national, ok := strings.CutPrefix(digits, "+31"); ok {
		digits = "0" + strings.TrimPrefix(national, "0") // +31 (0)13 …
	}
	switch {
	case !phoneDigits.MatchString(digits):
		return "", wrong("telefoon-onleesbaar", "dit is geen telefoonnummer", `schrijf alle cijfers met spaties, zoals "013 000 00 01"`)
	case digits[0] == '+':
		return Phone(foreignGroups(s)), nil
	}
	return Phone(strings.Join(phoneGroups(digits), " ")), nil
}

// phoneSigns are what people write between the digits.
var phoneSigns = strings.NewReplacer("-", "", "–", "", "(", "", ")", "", ".", "", "/", "")

var phoneDigits = regexp.MustCompile(`^(0[1-9]\d{8}|0[89]00\d{4,7}|140\d{2,3}|\+[1-9]\d{7,14}|11[2-9]|116\d{3})$`)

// shortAreas are the area codes of three digits; the others between 01 and 07 have
// four (Nummerplan telefoon- en ISDN-diensten).
const shortAreas = " 010 013 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058 " +
	"070 071 072 073 074 075 076 077 078 079 "

// phoneGroups puts the digits of a Dutch number in groups: the code, and what is left
// in pairs, or in three and pairs.
func phoneGroups(digits string) []string {
	code := 4
	switch {
	case len(digits) == 3:
		return []string{digits} // 112
	case digits[0] == '1':
		code = len(digits) - 3 // 116 111
		if digits[1] == '4' {
			return []string{digits[:2], digits[2:]} // 14 013
		}
	case isService(digits):
	case digits[1] == '6':
		code = 2
	case digits[1] >= '8' || strings.Contains(shortAreas, " "+digits[:3]+" "):
		code = 3
	}
	groups, rest := []string{digits[:code]}, digits[code:]
	switch {
	case len(rest) <= 5:
		return append(groups, rest) // 0800 1234
	case len(rest)%2 == 1:
		groups, rest = append(groups, rest[:3]), rest[3:]
	}
	for ; rest != ""; rest = rest[2:] {
		groups = append(groups, rest[:2])
	}
	return groups
}

// isService reports whether a number is one of those that work only from here.
func isService(digits string) bool {
	return strings.HasPrefix(digits, "0800") || strings.HasPrefix(digits, "090")
}

// foreignGroups keeps the groups of a number of another country, which only someone
// there knows.
func foreignGroups(s string) string {
	s = strings.NewReplacer("-", " ", "–", " ", ".", " ", "/", " ", "(", "", ")", "").Replace(s)
	s = strings.Join(strings.Fields(s), " ")
	if rest, ok := strings.CutPrefix(s, "00"); ok {
		return "+" + strings.TrimLeft(rest, " ")
	}
	return s
}

// Tel is the number as a tel: link wants it (RFC 3966): digits, with the country
// where one can call it from abroad.
func (p Phone) Tel() string {
	digits := strings.ReplaceAll(string(p), " ", "")
	if len(digits) == 10 && digits[0] == '0' && !isService(digits) {
		return "+31" + digits[1:]
	}
	return digits
}
