package content

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"pleinwijzer/generator/diag"
)

// links looks at where the links and images of a text lead.
func (c *checker) links(p *prose) {
	for _, l := range p.Links {
		at := func() diag.Range { return p.at(l.Start, l.End) }
		scheme := schemeOf(l.Destination)
		u, err := url.Parse(l.Destination)
		elsewhere := scheme == "http" || scheme == "https" || strings.HasPrefix(seen(l.Destination), "//")
		switch {
		case scheme != "" && !slices.Contains(schemes, scheme):
			message, hint := unsafeLink(scheme)
			c.add("link-onveilig", at(), message, hint)
		case l.Image && elsewhere:
			name := "naam.jpg"
			if err == nil && path.Ext(u.Path) != "" {
				name = path.Base(u.Path)
			}
			c.add("beeld-van-elders", at(), "de site laat geen afbeeldingen van andere sites zien", "zet het bestand in de map static, en schrijf het pad: ![…](/"+name+")")
		case elsewhere:
			address := l.Destination
			if strings.HasPrefix(address, "//") {
				address = "https:" + address
			}
			if wrong := wrongWeb(address); wrong != nil {
				c.add(wrong.Code, at(), wrong.Message, wrong.Hint)
			}
		}
	}
}

// schemes are those that a link in a text may have.
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

// schemeOf is the scheme of an address as the most forgiving program would read it.
// One that has to be decoded first counts as well: nobody writes that by accident.
func schemeOf(destination string) string {
	for _, address := range []string{destination, unescaped(destination)} {
		scheme, _, ok := strings.Cut(strings.ToLower(seen(address)), ":")
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

// seen is an address without the characters that nobody sees, and of which browsers
// leave some out.
func seen(address string) string {
	return strings.Map(func(r rune) rune {
		if invisible(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, address)
}
