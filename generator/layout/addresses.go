package layout

import (
	"strings"
)

func OembedPath(s *Site, page string) string { return "/oembed" + s.Prefix + JsonPath(page) }

// JsonPath is the path of a file of JSON about a page.
func JsonPath(page string) string { return strings.TrimSuffix(page, "/") + ".json" }

// FeedsPath is the page about the feeds. It is for the people behind other sites
// and is in Dutch only, as the feeds are, so its words stand in its template.
const FeedsPath = "/feeds/"

// EmbedPage is where a partner chooses what to show on its own site, and copies
// the code. Without script it has the codes as they are for a whole plein or
// partner; static/embed/insluiten.js makes those of any choice.
const EmbedPage = "/insluiten/"

// NewsletterPath is a page for who writes a newsletter, with a block to paste in
// it. It is in Dutch only, as the page about the feeds is.
const NewsletterPath = "nieuwsbrief/"

// NotFound is served by hosts for an address that does not exist.
const NotFound = "/404.html"

const (
	PosterPath = "poster/"
	CardPath   = "kaart/"
)

// MinePage is the visitor's own list. Its template says all that a visitor
// without script can use; static/js/favourites.js fills it.
const MinePage = "/mijn-spreekuren/"

// SharedFolder is where the pictures are that other sites show beside a link.
const SharedFolder = "/delen"

// ExplanationPath is the page "Wat is een plein?", which the site has in each of
// its languages: it is for people who see the word for the first time. Its text
// stands with the words of the language, not with the content.
const ExplanationPath = "/wat-is-een-plein/"

const SearchPath = "/zoeken/"
