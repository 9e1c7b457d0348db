package lint

import (
	"slices"
	"strings"
)

// A mailboxName is a mailbox in a text, in lower case.
type mailboxName struct{ local, domain string }

func mailboxOf(address string) mailboxName {
	address = strings.ToLower(strings.ReplaceAll(address, `\`, ""))
	at := strings.LastIndexByte(address, '@')
	return mailboxName{address[:at], address[at+1:]}
}

// personal reports whether the part before the @ is about a person: it begins with a
// first name or an initial, or combines a first and a last name. If any of its parts
// names a task or a place, the mailbox belongs to an organisation.
func (m mailboxName) personal(known names) bool {
	parts := strings.FieldsFunc(m.local, func(r rune) bool { return strings.ContainsRune("._-+", r) })
	for i := range parts {
		parts[i] = strings.TrimRight(parts[i], "0123456789")
	}
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	if len(parts) == 0 || strings.Trim(strings.Join(parts, ""), letters) != "" {
		return false
	}
	first := parts[0]
	if len(parts) > 1 && len(first) > 2 && firstNames[first] && !known[first] && !historic[strings.Join(parts, "")] {
		return !slices.ContainsFunc(parts[1:], func(part string) bool { return buildings[part] })
	}
	if slices.ContainsFunc(parts, func(part string) bool { return known[part] || task(part) }) {
		return false
	}
	if len(parts) == 1 {
		return joinedName(first)
	}
	return splitName(parts, strings.ContainsAny(m.local, "._"))
}

const letters = "abcdefghijklmnopqrstuvwxyzáàäâãåçéèëêíìïîñóòöôõøúùüûýÿ"

// task reports whether a part of a mailbox name is, or contains, the name of a task.
func task(part string) bool {
	if functional[part] {
		return true
	}
	for name := range functional {
		if len(name) > 4 && strings.Contains(part, name) {
			return true
		}
	}
	return false
}

// splitName reports whether a name with separators in it is that of a person. With dots
// it hardly ever is anything else; hyphens also occur in the names of tasks and places.
func splitName(parts []string, dots bool) bool {
	first, last := parts[0], parts[len(parts)-1]
	rest := strings.Join(parts[1:], "")
	switch {
	case historic[strings.Join(parts, "")] || (particle[first] || placeFirst[first]) && !surnames[rest]:
		return false
	case towns[first] && (len(parts) == 1 || towns[last]):
		return false
	case dots:
		return len(first) > 1 || len(rest) > 2
	}
	return len(first) <= 2 && (surnames[rest] || particle[parts[1]] && len(parts) > 2) ||
		surnames[rest] || surnames[last] && len(parts) == 2 && len(first) == 1
}

// joinedName reports whether a name without separators is that of a person.
func joinedName(s string) bool {
	switch {
	case historic[s]:
		return false
	case firstNames[s], withParticle(s):
		return true
	}
	for i := 1; i < len(s); i++ {
		before, after := s[:i], s[i:]
		switch {
		case i <= 3 && withParticle(after), // jpdevries
			i == 1 && plainSurname(after),                                               // jjansen
			withParticle(before) && len(after) <= 2,                                     // devriesj
			plainSurname(before) && len(after) == 1 && !strings.Contains("sent", after), // jansenp
			len(before) > 2 && firstNames[before] && (surnames[after] || firstNames[after] && len(after) > 2 || beginsWithParticle(after)):
			return true
		}
	}
	return false
}

// withParticle reports whether s is a last name with a particle, such as "devries".
func withParticle(s string) bool { return surnames[s] && beginsWithParticle(s) }

func beginsWithParticle(s string) bool {
	for _, p := range []string{"van", "de", "den", "der", "ter", "ten", "vd", "el"} {
		if len(s) >= len(p)+3 && strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
