package page

import (
	"slices"
	"strings"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/embed"
	"pleinwijzer/generator/host"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/paper"
	"pleinwijzer/generator/search"
	"pleinwijzer/generator/site"
	"pleinwijzer/generator/team"
)

// Kinds are all kinds of pages, in the order of a menu.
var Kinds = []layout.Kind{
	{Folder: "/", Pages: site.HomePages},
	{Folder: layout.GuidePath, Pages: site.GuidePages},
	{Folder: "/pleinen/", Pages: site.PleinPages},
	{Folder: "/spreekuren/", Pages: site.SpreekuurPages},
	{Folder: "/onderwerpen/", Pages: site.OnderwerpPages},
	{Folder: "/dagen/", Pages: site.DagPages},
	{Folder: "/partners/", Pages: site.PartnerPages},
	{Folder: "/agenda/", Pages: site.AgendaPages},
	{Folder: "/berichten/", Pages: site.BerichtPages},
	{Folder: "/plaatsen/", Pages: site.PlaatsPages},
	{Folder: layout.SearchPath, Pages: search.Pages, Files: search.Files},
	{Folder: layout.MinePage, Pages: site.MijnPages},
	{Folder: layout.SheetPage, Pages: site.SheetPages},
	{Folder: layout.OfflinePage, Pages: site.OfflinePages},
	{Pages: site.PaginaPages},
	{Folder: layout.ExplanationPath, Pages: site.ExplanationPages},
	{Pages: paper.Pages},
	{Folder: asset.EmbedFolder + "/", Pages: embed.Pages, Files: embed.Files},
	{Folder: layout.EmbedPage, Pages: embed.InsluitenPages},
	{Pages: paper.NewsletterPages},
	{Pages: embed.ChannelPages},
	{Pages: team.Pages, Files: team.Files},
	{Pages: team.ReferralPages},
	{Folder: site.GidsPath, Pages: site.GidsPages},
	{Folder: layout.FeedsPath, Pages: site.FeedsPages},
	{Folder: layout.NotFound, Pages: site.NotFoundPages},
	{Pages: host.RedirectPages},
}

// Reserved are the first parts of the addresses of those kinds, which no free page
// can take.
func Reserved(kinds []layout.Kind) []string {
	var names []string
	for _, kind := range kinds {
		name, _, _ := strings.Cut(strings.TrimPrefix(kind.Folder, "/"), "/")
		name = strings.TrimSuffix(name, ".html")
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
