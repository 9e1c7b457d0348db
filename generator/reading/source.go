package reading

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
)

// feedsPath is where the feeds of a site are, below its own address.
const feedsPath = "/feeds/v1/"

// Sources reads bronnen.toml and lists what is wrong with it.
func (r Reading) Sources(doc *frontmatter.Document) ([]*content.Source, diag.List) {
	var bySlug map[string]content.Source
	problems := doc.BindMap(&bySlug, content.SourceFields, r.parsers, absent)
	list := make([]*content.Source, 0, len(bySlug))
	for slug, source := range bySlug {
		source.Slug, source.Doc = slug, doc
		list = append(list, &source)
	}
	problems.Add(badNames(doc, bySlug)...)
	slices.SortFunc(list, func(a, b *content.Source) int { return cmp.Compare(a.Slug, b.Slug) })
	c := checker{doc: doc, today: r.today}
	seen := map[string]*content.Source{}
	for _, s := range list {
		c.feedsAddress(s)
		if at := placeOf(string(s.Adres)); at != "" && seen[at] != nil {
			c.add("bron-dubbel", s.At("adres"), fmt.Sprintf("dit adres staat ook bij [%s]", seen[at].Slug),
				"laat het bij één van de twee staan", seen[at].Key())
		} else {
			seen[at] = s
		}
		c.samePartners(s)
	}
	problems.Add(c.problems...)
	return list, problems
}

// OwnSite refuses a source that is the site itself: what an editor takes away here would come
// back from there.
func OwnSite(site *content.Site, list []*content.Source) (problems diag.List) {
	if site == nil || site.Adres == "" {
		return nil
	}
	own := placeOf(string(site.Adres))
	for _, s := range list {
		switch placeOf(string(s.Adres)) {
		case own + feedsPath[:len(feedsPath)-1], own + "/hsds", own + "/hsds/index.json":
			problems.Add(diag.Diagnostic{Range: s.At("adres"), Code: "bron-eigen", Message: "dit is het adres van uw eigen site",
				Hint: "haal dit blok weg, of zet hier het adres van de andere site"})
		}
	}
	return problems
}

// placeOf is what addresses of one place have in common: http or https, with www or without.
func placeOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	return host + strings.TrimRight(u.Path, "/")
}

// feedsAddress requires the address to be that of a folder with feeds.
func (c *checker) feedsAddress(s *content.Source) {
	u, err := url.Parse(string(s.Adres))
	if s.Adres == "" || err != nil {
		return
	}
	right, what := *u, "de feeds"
	right.RawQuery, right.Fragment = "", ""
	if s.Soort == content.HSDS {
		before, _, _ := strings.Cut(u.Path, "/services")
		right.Path, what = strings.TrimRight(before, "/"), "de API"
	} else {
		before, _, _ := strings.Cut(u.Path, "/feeds/")
		right.Path = strings.TrimRight(before, "/") + feedsPath
	}
	if right.String() != string(s.Adres) {
		c.add("bron-adres", s.At("adres"), "dit is niet het adres van "+what, fmt.Sprintf("schrijf %q", right.String()))
	}
}

// samePartners wants each partner of the source once.
func (c *checker) samePartners(s *content.Source) {
	for i, same := range s.ZelfdeAls {
		at := slices.IndexFunc(s.ZelfdeAls[:i], func(other content.SamePartner) bool { return other.Partner == same.Partner })
		if at >= 0 && same.Partner != "" {
			c.add("zelfde-als-dubbel", s.At("zelfde_als", i, "partner"), fmt.Sprintf("partner %q staat er twee keer", same.Partner),
				"haal een van de twee blokken weg", s.At("zelfde_als", at, "partner"))
		}
	}
}
