package dcat

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// unknownLicence is what the Dutch portal has for data of which nobody said what one may
// do with it.
const unknownLicence = "http://standaarden.overheid.nl/owms/terms/licentieonbekend"

// licences are the addresses that portals know, by SPDX identifier.
var licences = map[string]string{
	"":                unknownLicence,
	"CC0-1.0":         authority + "licence/CC0",
	"CC-BY-4.0":       authority + "licence/CC_BY_4_0",
	"CC-BY-SA-4.0":    authority + "licence/CC_BYSA_4_0",
	"CC-BY-ND-4.0":    authority + "licence/CC_BYND_4_0",
	"CC-BY-NC-4.0":    authority + "licence/CC_BYNC_4_0",
	"CC-BY-NC-SA-4.0": authority + "licence/CC_BYNCSA_4_0",
	"CC-BY-NC-ND-4.0": authority + "licence/CC_BYNCND_4_0",
}

var spdx = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.+-]*$`)

// addressOf is where one reads a licence. That of another directory may be named in any way;
// one without an address gives "".
func addressOf(licence string) string {
	address, known := licences[licence]
	switch parsed, err := url.Parse(licence); {
	case known:
		return address
	case spdx.MatchString(licence):
		return "https://spdx.org/licenses/" + licence
	case err == nil && (parsed.Scheme == "https" || parsed.Scheme == "http") && parsed.Host != "":
		return parsed.String()
	}
	return ""
}

func licenceOf(c *catalog.Catalog) thing {
	return thing{cmp.Or(addressOf(c.Site.Licentie), unknownLicence), "dct:LicenseDocument"}
}

// A keeper is a directory that keeps records of a data set, with its terms. That of our own
// records has no name.
type keeper struct{ id, name, licence string }

// keepersOf lists whose records are in a set: we come first, and without any records alone.
func (d description) keepersOf(of set) []keeper {
	seen := map[keeper]bool{}
	for r := range d.c.Records() {
		if of.holds(r) {
			seen[d.keeperOf(r.File().From)] = true
		}
	}
	if len(seen) == 0 {
		return []keeper{d.keeperOf(nil)}
	}
	list := make([]keeper, 0, len(seen))
	for k := range seen {
		list = append(list, k)
	}
	slices.SortFunc(list, func(a, b keeper) int {
		return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.licence, b.licence), cmp.Compare(a.id, b.id))
	})
	return list
}

// keeperOf names a source as its own description of its feeds does, where it has one.
func (d description) keeperOf(from *content.Origin) keeper {
	if from == nil {
		return keeper{licence: d.c.Site.Licentie}
	}
	credit := from.Credit()
	id := d.c.Site.Absolute(Feed.Whole) + "#bron-" + url.PathEscape(credit.Name)
	if home, ok := strings.CutSuffix(string(from.Source.Adres), "feeds/v1/"); ok && from.Through == (content.Credit{}) {
		id = home + "#uitgever"
	}
	return keeper{id, credit.Name, credit.Licence}
}

// creators are all who keep records of a set.
func (d description) creators(keepers []keeper) []agent {
	list := make([]agent, len(keepers))
	for i, k := range keepers {
		list[i] = agent{ID: k.id, Type: "foaf:Agent", Name: dutch(k.name)}
		if k.name == "" {
			list[i] = d.publisher
		}
	}
	return list
}

// licence is that of a set. A distribution has one at most, so for records under different
// ones it is a document of our own, which says whose are under which.
func (d description) licence(of set, keepers []keeper) licence {
	first := keepers[0].licence
	same := !slices.ContainsFunc(keepers, func(k keeper) bool { return k.licence != first })
	if address := addressOf(first); same && address != "" {
		return licence{ID: address, Type: "dct:LicenseDocument"}
	}
	title, about := dutch("Licenties van "+of.title), dutch("De licentie is niet overal dezelfde. "+d.terms(keepers))
	if same {
		about = dutch(d.terms(keepers))
	}
	return licence{d.c.Site.Absolute(Feed.Whole) + "#licentie-" + of.name, "dct:LicenseDocument", &title, &about}
}

// terms says for each keeper under which licence its records are.
func (d description) terms(keepers []keeper) string {
	parts := make([]string, len(keepers))
	for i, k := range keepers {
		parts[i] = cmp.Or(k.name, d.publisher.Name.Value) + " (" + cmp.Or(k.licence, "licentie onbekend") + ")"
	}
	return "Dit zijn gegevens van " + schedule.Dutch.Join(parts) + "."
}
