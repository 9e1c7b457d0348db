package reading

import (
	"fmt"
	"net/url"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

func checkSite(c *checker, s *content.Site) {
	for i, v := range s.Sluitingen {
		c.period("van", v.Van, "tot_en_met", v.TotEnMet, "sluitingen", i)
	}
	for i, v := range s.Schoolvakanties {
		c.period("van", v.Van, "tot_en_met", v.TotEnMet, "schoolvakanties", i)
	}
	checkContrast(c, s.Thema)
	checkVerklaring(c, &s.Verklaring)
	for i, m := range s.Menu {
		if wrong := typed.WrongWeb(m.Adres); wrong != nil && strings.Contains(m.Adres, "://") && strings.HasPrefix(m.Adres, "http") {
			c.add(wrong.Code, c.doc.Value("menu", i, "adres"), wrong.Message, wrong.Hint)
			continue
		}
		if strings.HasPrefix(typed.Seen(m.Adres), "//") || typed.OnNetwork(m.Adres) {
			c.add("web-onleesbaar", c.doc.Value("menu", i, "adres"), "dit is geen adres op deze site", `begin met één schuine streep, zoals "/pleinen/", of met https://`)
			continue
		}
		if m.Adres != "" && !strings.HasPrefix(m.Adres, "/") &&
			!strings.HasPrefix(m.Adres, "https://") && !strings.HasPrefix(m.Adres, "http://") {
			c.add("web-onleesbaar", c.doc.Value("menu", i, "adres"), "dit is geen adres", `begin met een schuine streep, zoals "/pleinen/", of met https://`)
		}
	}
	if u, err := url.Parse(string(s.Adres)); err == nil && (u.RawQuery != "" || u.Fragment != "") {
		c.add("web-onleesbaar", c.doc.Value("adres"), "het adres van de site eindigt op een vraag of een anker", fmt.Sprintf("schrijf %q", u.Scheme+"://"+u.Host+content.PlainPath(u)))
	} else if err == nil && content.PlainPath(u) != strings.TrimRight(u.Path, "/") {
		c.add("web-onleesbaar", c.doc.Value("adres"), "in het adres van de site staan puntjes of dubbele schuine strepen", fmt.Sprintf("schrijf %q", u.Scheme+"://"+u.Host+content.PlainPath(u)))
	}
}
