package prose

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/typed"
)

// links checks where the links and images of a text lead.
func (l *look) links() {
	for _, link := range l.Links {
		at := markdown.Span{Start: link.Start, End: link.End}
		scheme := schemeOf(link.Destination)
		u, err := url.Parse(link.Destination)
		elsewhere := scheme == "http" || scheme == "https" || strings.HasPrefix(typed.Seen(link.Destination), "//")
		if typed.OnNetwork(link.Destination) {
			scheme = "file"
		}
		switch {
		case scheme != "" && !slices.Contains(schemes, scheme):
			message, hint := unsafeLink(scheme)
			l.add("link-onveilig", at, message, hint)
		case (scheme == "tel" || scheme == "sms") && !telForm.MatchString(link.Destination):
			l.add("telefoon-onleesbaar", at, "deze link heeft geen telefoonnummer", `schrijf alle cijfers van het nummer, zoals "tel:+31130000001"`)
		case scheme == "mailto" && !mailable(link.Destination):
			l.add("email-onleesbaar", at, "deze link heeft geen goed e-mailadres", `schrijf alleen het adres, zoals "mailto:info@voorbeeld.nl"`)
		case link.Image && elsewhere:
			name := "naam.jpg"
			if err == nil && path.Ext(u.Path) != "" {
				name = path.Base(u.Path)
			}
			l.add("beeld-van-elders", at, "de site laat geen afbeeldingen van andere sites zien", "zet het bestand in de map static, en schrijf het pad: ![…](/"+name+")")
		case elsewhere:
			address := link.Destination
			if strings.HasPrefix(address, "//") {
				address = "https:" + address
			}
			if wrong := typed.WrongWeb(address); wrong != nil {
				l.add(wrong.Code, at, wrong.Message, wrong.Hint)
			}
		}
	}
}

// telForm matches a number that can be called, followed by what RFC 3966 allows. Codes
// for the telephone itself, such as *06#, do not match.
var telForm = regexp.MustCompile(`(?i)^(?:tel|sms):\+?[0-9](?:[-. ()]|%20)*(?:[0-9](?:[-. ()]|%20)*)+(?:[;?].*)?$`)

// mailable reports whether a link leads to a valid mail address. A link without an
// address is allowed if it has a text: a visitor can use it to pass the page on.
func mailable(destination string) bool {
	_, rest, _ := strings.Cut(destination, ":")
	to, query, asks := strings.Cut(rest, "?")
	if to == "" {
		return asks && query != ""
	}
	for address := range strings.SplitSeq(unescaped(to), ",") {
		if !typed.IsEmail(strings.TrimSpace(address)) {
			return false
		}
	}
	return true
}

// schemes has the schemes that links in a text may use.
var schemes = []string{"http", "https", "mailto", "tel", "sms", "geo"}

func unsafeLink(scheme string) (message, hint string) {
	hint = "schrijf een adres dat begint met https:// of met een schuine streep"
	switch {
	case len(scheme) == 1 || scheme == "file":
		return "deze link gaat naar een bestand op uw eigen computer", "zet het bestand in de map static, en schrijf het pad, zoals /folder.pdf"
	case scheme == "data":
		return "in deze link zit een heel bestand", "zet het bestand in de map static, en schrijf het pad, zoals /folder.pdf"
	case scheme == "javascript" || scheme == "vbscript":
		return "deze link is een programma, en dat mag niet op de site", hint
	}
	return "deze link kan niet: een adres dat begint met " + scheme + ":", hint
}

// schemeOf returns the scheme of an address as the most lenient program would read it.
// A scheme that is only visible after decoding counts as well: nobody writes that by
// accident.
func schemeOf(destination string) string {
	for _, address := range []string{destination, unescaped(destination)} {
		scheme, _, ok := strings.Cut(strings.ToLower(typed.Seen(address)), ":")
		if ok && schemeForm.MatchString(scheme) {
			return scheme
		}
	}
	return ""
}

var schemeForm = regexp.MustCompile(`^[a-z][a-z0-9+.-]*$`)

func unescaped(address string) string {
	if plain, err := url.PathUnescape(address); err == nil {
		return plain
	}
	return address
}
