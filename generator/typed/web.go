package typed

import (
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/public"
)

func parseWeb(s string) (Web, error) {
	if problem := WrongWeb(s); problem != nil {
		return "", problem
	}
	return Web(lowerScheme(s)), nil
}

// parseSecure reads the address of a page where people may have to fill in who they are.
func parseSecure(s string) (Secure, error) {
	if problem := WrongWeb(s); problem != nil {
		return "", problem
	}
	if u, err := url.Parse(s); err == nil && u.Scheme == "http" {
		u.Scheme = "https"
		return "", webError("web-onveilig", "dit adres is niet beveiligd", fmt.Sprintf("schrijf %q", u.String()))
	}
	return Secure(lowerScheme(s)), nil
}

// lowerScheme writes an address as the schemas of our feeds want it: a telephone writes "Https".
func lowerScheme(s string) string {
	scheme, rest, _ := strings.Cut(s, ":")
	return strings.ToLower(scheme) + ":" + rest
}

// WrongWeb returns what is wrong with the address of another site, or nil. An address
// must lead everyone to the same place, and must be what it looks like.
func WrongWeb(s string) *frontmatter.ValueError {
	if at := strings.IndexFunc(s, invisible); at >= 0 || hiddenEscape(s) {
		return webError("web-onveilig", "in dit webadres staat een onzichtbaar teken", "typ het adres opnieuw")
	}
	u, err := url.Parse(s)
	if err != nil && badPort.MatchString(s) {
		return wrongPort(s)
	}
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || strings.ContainsAny(s, " \t\n\\") {
		hint := `begin met https://, zoals "https://www.voorbeeld.nl"`
		if bareAddress.MatchString(s) {
			hint = `schrijf "https://` + s + `"`
		}
		return webError("web-onleesbaar", "dit is geen volledig webadres", hint)
	}
	port, err := strconv.Atoi(u.Port())
	switch {
	case u.User != nil:
		hint := "schrijf alleen het adres van de pagina"
		if !strings.ContainsAny(u.User.String(), ".%") { // otherwise the site that is meant may be the part before the @
			u.User = nil
			hint = mendWeb(u)
		}
		return webError("web-onveilig", "in dit webadres staat een gebruikersnaam of een wachtwoord", hint)
	case !public.Host(u.Hostname()):
		return webError("web-onveilig", fmt.Sprintf("dit adres werkt alleen op uw eigen computer of netwerk: %q", u.Hostname()),
			"schrijf het adres dat iedereen op internet kan openen")
	case !strings.Contains(u.Host, "[") && !public.Proper(u.Hostname()):
		return webError("web-onveilig", fmt.Sprintf("de naam van deze site kan niet: %q", u.Hostname()), "open de site, en neem het adres over uit de balk van de browser")
	case u.Port() != "" && (err != nil || port < 1 || port > 65535), strings.HasSuffix(u.Host, ":"):
		return wrongPort(s)
	}
	return nil
}

var (
	bareAddress = regexp.MustCompile(`^[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?$`)
	badPort     = regexp.MustCompile(`^(https?://[^/?#\s@:]+):[^/?#\s]*`)
)

func webError(code, message, hint string) *frontmatter.ValueError {
	return &frontmatter.ValueError{Code: code, Message: message, Hint: hint}
}

func wrongPort(s string) *frontmatter.ValueError {
	hint := "haal de dubbele punt en het getal achter de naam van de site weg"
	if mended := badPort.ReplaceAllString(s, "$1"); mended != s && WrongWeb(mended) == nil {
		hint = fmt.Sprintf("schrijf %q", mended)
	}
	return webError("web-onveilig", "de poort in dit webadres kan niet: dat is een getal van 1 tot 65535", hint)
}

// mendWeb offers the full address, unless something else is wrong with it.
func mendWeb(u *url.URL) string {
	if WrongWeb(u.String()) != nil {
		return "schrijf alleen het adres van de pagina"
	}
	return fmt.Sprintf("schrijf %q", u.String())
}

// invisible reports characters that nobody sees, or that reverse the text after them:
// an address with one of these leads somewhere else than it appears to.
func invisible(r rune) bool {
	return unicode.IsControl(r) ||
		unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// hiddenEscape reports whether an address has one of these as a %-code. Joiners are
// allowed, since words in some languages have them.
func hiddenEscape(s string) bool {
	plain, err := url.PathUnescape(s)
	if err != nil || plain == s {
		return false
	}
	return strings.ContainsFunc(plain, func(r rune) bool { return invisible(r) && r != '\u200c' && r != '\u200d' })
}

// Seen returns an address without invisible characters, some of which browsers ignore.
func Seen(address string) string {
	return strings.Map(func(r rune) rune {
		if invisible(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, address)
}

// OnNetwork reports whether an address is a path on a Windows network. Browsers treat
// it as the beginning of the address of another site.
func OnNetwork(address string) bool { return share.MatchString(Seen(address)) }

var share = regexp.MustCompile(`^(?:\\[\\/]|/\\)`)
