package openreferral

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

// costsOf says what a service costs in the words of its source. An amount of nothing is our
// own word for that.
func costsOf(s *service) string {
	var parts []string
	for _, o := range s.Costs {
		text := plain(cmp.Or(o.Description, o.Option))
		if o.Amount != nil && o.Amount.ok && o.Amount.value == 0 && (text == "" || strings.EqualFold(text, string(content.Free))) {
			text = string(content.Free)
		}
		if text != "" && !slices.Contains(parts, text) {
			parts = append(parts, text)
		}
	}
	if len(parts) == 0 {
		return plain(s.Fees)
	}
	return strings.Join(parts, "; ")
}

// sentence divides a description into its first sentence and the rest.
func sentence(text, otherwise words) (line, rest string) {
	const most = 160
	description := strings.TrimSpace(string(text))
	line, rest, _ = strings.Cut(description, "\n\n")
	if utf8.RuneCountInString(line) > most || strings.Contains(line, "\n") {
		first, after, cut := strings.Cut(description, ". ")
		if !cut || utf8.RuneCountInString(first) > most || strings.Contains(first, "\n") {
			return plain(otherwise), description
		}
		line, rest = first+".", after
	}
	return cmp.Or(plain(line), plain(otherwise)), strings.TrimSpace(rest)
}

func paragraphs(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" })
	return strings.Join(parts, "\n\n")
}

// plain is a text on one line.
func plain[T ~string](text T) string { return strings.Join(strings.Fields(string(text)), " ") }

func (c *converter) mail(text string) string { return string(valid[typed.Email](c, text, oddMail)) }
func (c *converter) web(text string) string  { return string(valid[typed.Web](c, text, oddWeb)) }

// phone returns the first number that is not of a mobile.
func (c *converter) phone(all []phone) string {
	found := ""
	for _, p := range all {
		number, ok := parse[typed.Phone](string(p.Number))
		compact := strings.NewReplacer(" ", "", "-", "", "+31", "0", "0031", "0").Replace(string(p.Number))
		switch {
		case p.Type == "fax" || p.Type == "cell" || p.Type == "sms" || strings.HasPrefix(compact, "06"):
			c.odd[oddMobile]++
		case !ok || found != "":
			c.odd[oddPhone]++
		default:
			found = string(number)
		}
	}
	return found
}

// valid returns a value in the form in which we write it, or nothing.
func valid[T ~string](c *converter, text, odd string) T {
	value, ok := parse[T](text)
	if !ok && strings.TrimSpace(text) != "" {
		c.odd[odd]++
	}
	return value
}

var parsers = typed.Parsers(0)

// parse reads a value as a file of ours would have it.
func parse[T any](text string) (value T, ok bool) {
	if strings.TrimSpace(text) == "" {
		return value, false
	}
	read, err := parsers[reflect.TypeFor[T]()](text)
	if err != nil {
		return value, false
	}
	value, ok = read.(T)
	return value, ok
}
