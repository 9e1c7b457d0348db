package layout

import (
	"strings"

	"pleinwijzer/generator/catalog"
)

// The addresses of pages that those of other rooms lead to.
const (
	// SearchPath is where a visitor searches.
	SearchPath = "/zoeken/"

	// GuidePath is the Vraagwijzer, by which a visitor chooses what fits.
	GuidePath = "/hulp/"

	// MinePage is the visitor's own list. Its template says all that a visitor without
	// script can use; static/js/favourites.js fills it.
	MinePage = "/mijn-spreekuren/"

	// SheetPage is the sheet to give along, with the spreekuren that its fragment names:
	// /meegeven/#s=geldfit,taalhuis. Like the visitor's own list it is filled by a script.
	// static/sw.js knows its name.
	SheetPage = "/meegeven/"

	// OfflinePage stands in for pages that are not kept. static/sw.js knows its name.
	OfflinePage = "/offline/"

	// ExplanationPath is the page "Wat is een plein?", which the site has in each of its
	// languages: it is for people who see the word for the first time. Its text stands with
	// the words of the language, not with the content.
	ExplanationPath = "/wat-is-een-plein/"

	// StatementSlug is the free page that says how accessible the site is. The law wants
	// it at this address (Besluit digitale toegankelijkheid overheid), so it is there
	// without a file too.
	StatementSlug = "toegankelijkheid"

	// EmbedPage is where a partner chooses what to show on its own site, and copies the
	// code. Without script it has the codes as they are for a whole plein or partner;
	// static/embed/insluiten.js makes those of any choice.
	EmbedPage = "/insluiten/"

	// FeedsPath is the page about the feeds. It is for the people behind other sites and is
	// in Dutch only, as the feeds are, so its words stand in its template.
	FeedsPath = "/feeds/"

	// EmptyAgreement is the agreement for an organisation that is not a partner yet. It is
	// below a free page that a site may have or not.
	EmptyAgreement = "/voor-partners/afspraken/"

	// NotFound is served by hosts for an address that does not exist: that of a language for
	// addresses below it.
	NotFound = "/404.html"
)

// The pages below that of a plein, a partner or a spreekuur.
const (
	PosterPath = "poster/"
	CardPath   = "kaart/"

	// NewsletterPath is for who writes a newsletter, with a block to paste in it. It is in
	// Dutch only, as the page about the feeds is.
	NewsletterPath = "nieuwsbrief/"

	// TeamPath leads to all that is for the people who work at a plein.
	TeamPath = "team/"

	// ReferralPath is the Verwijswijzer of a plein.
	ReferralPath = "wijzer/"

	// AgreementPath is below a plein and above a partner: what the two agree.
	AgreementPath = "afspraken/"

	// SignPath is what stands on the table of a partner.
	SignPath = "tafelbordje/"

	// ChannelsPath leads a partner to all that is for its own channels.
	ChannelsPath = "kanalen/"
)

// EmbedsItself reports whether other sites can show a spreekuur by itself: one that is
// held, and public.
func EmbedsItself(x *catalog.Spreekuur) bool { return x.Active() && !x.Concept }

// OEmbedPath is the path of what is said of a page to programs that embed it.
func OEmbedPath(s *Site, page string) string { return "/oembed" + s.Prefix + JSONPath(page) }

// JSONPath is the path of a file of JSON about a page.
func JSONPath(page string) string { return strings.TrimSuffix(page, "/") + ".json" }
