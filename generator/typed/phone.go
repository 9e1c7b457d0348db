package typed

import (
	"regexp"
	"strings"
)

// parsePhone accepts the numbers that are in use in the Netherlands, however they are
// written: ten digits starting with 0, the same with +31 or 0031, the short numbers 14
// 0xx of municipalities, 0800 and 0900; and numbers of other countries.
//
// However it was typed, a Phone always has the groups that are usual in the
// Netherlands, with spaces. So it looks the same on every page and in every feed, and
// spreadsheets treat it as text and keep the leading zero.
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

// phoneSigns removes what people write between digits.
var phoneSigns = strings.NewReplacer("-", "", "–", "", "(", "", ")", "", ".", "", "/", "")

var phoneDigits = regexp.MustCompile(`^(0[1-9]\d{8}|0[89]00\d{4,7}|140\d{2,3}|\+[1-9]\d{7,14}|11[2-9]|116\d{3})$`)

// shortAreas are the area codes of three digits; the others between 01 and 07 have
// four (Nummerplan telefoon- en ISDN-diensten).
const shortAreas = " 010 013 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058 " +
	"070 071 072 073 074 075 076 077 078 079 "

// phoneGroups splits the digits of a Dutch number into groups: the area code, and the
// rest in pairs, starting with three if the count is odd.
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

// isService reports whether a number can only be called from within the country.
func isService(digits string) bool {
	return strings.HasPrefix(digits, "0800") || strings.HasPrefix(digits, "090")
}

// foreignGroups keeps the groups of a foreign number, since only people there know what
// is usual.
func foreignGroups(s string) string {
	s = strings.NewReplacer("-", " ", "–", " ", ".", " ", "/", " ", "(", "", ")", "").Replace(s)
	s = strings.Join(strings.Fields(s), " ")
	if rest, ok := strings.CutPrefix(s, "00"); ok {
		return "+" + strings.TrimLeft(rest, " ")
	}
	return s
}

// Tel returns the number as a tel: link needs it (RFC 3966): digits, with the country
// code if it can be called from abroad.
func (p Phone) Tel() string {
	digits := strings.ReplaceAll(string(p), " ", "")
	if len(digits) == 10 && digits[0] == '0' && !isService(digits) {
		return "+31" + digits[1:]
	}
	return digits
}
