package scaffold

import (
	"net/url"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
)

// A File is a file of a new directory, with its path in it.
type File struct {
	Path string
	Data []byte
}

// Starter is what a new directory is made of, beside the answers.
type Starter struct {
	Handbook    string // content/README.md of this program
	Onderwerpen string // onderwerpen.toml to begin with
	Revision    string // of this program in its repository, or ""
}

// Files are a new directory, ready for git and for Netlify, that builds as it is.
func (s Starter) Files(site *Draft) []File {
	title := strings.Join(site.Texts("titel"), "")
	files := []File{
		{".gitignore", []byte("/public/\n/.pleinwijzer/\n")},
		{"README.md", []byte(strings.ReplaceAll(readme, "TITEL", title))},
		{"netlify.toml", []byte(strings.ReplaceAll(netlify, "REVISIE", s.revision()))},
		{"content/README.md", []byte(s.handbook())},
		{"content/onderwerpen.toml", []byte(s.Onderwerpen)},
		{"content/site.toml", siteFile(site)},
		{"content/paginas/over-deze-site.md", firstPage()},
	}
	for _, kind := range content.Kinds {
		if kind.Name != "pagina" {
			files = append(files, File{"content/" + kind.Folder + "/.gitkeep", nil}) // git keeps no empty folders
		}
	}
	return files
}

// revision is what to fetch of the program: this very version, if that is known.
func (s Starter) revision() string {
	if s.Revision == "" {
		return "HEAD"
	}
	return s.Revision
}

// handbook says how the program is called where there is no source beside it.
func (s Starter) handbook() string {
	return strings.ReplaceAll(s.Handbook, "go run ./cmd/pleinwijzer", "pleinwijzer")
}

func siteFile(site *Draft) []byte {
	values := site.values()
	if u, err := url.Parse(strings.Join(site.Texts("adres"), "")); err == nil {
		values = append(values, frontmatter.Value{Key: "naamruimte", Spelled: frontmatter.Quote(u.Host)})
	}
	var b strings.Builder
	for _, v := range values {
		b.WriteString(v.Key + " = " + v.Spelled + "\n")
	}
	return []byte(b.String() + siteRest)
}

// siteRest are the settings that nobody is asked for, to be filled in later.
const siteRest = `
# De talen waarin de site te lezen is. U kunt kiezen uit nl, en, ar, pl, uk en tr.
talen = ["nl"]

# true: op deze dag zijn de pleinen dicht.
[feestdagen]
carnaval = false
goede_vrijdag = false
bevrijdingsdag = false

# Dagen waarop alles dicht is. Haal de hekjes weg en vul de dagen in.
#
# [[sluitingen]]
# van = "2027-12-27"
# tot_en_met = "2027-12-31"
# reden = "De pleinen zijn dicht tussen Kerstmis en Nieuwjaar."

# De schoolvakanties van uw regio, als er spreekuren zijn die dan niet doorgaan.
#
# [[schoolvakanties]]
# naam = "Kerstvakantie"
# van = "2027-12-25"
# tot_en_met = "2028-01-09"
`

func firstPage() []byte {
	return frontmatter.Write([]frontmatter.Value{{Key: "titel", Spelled: `"Over deze site"`}, {Key: "menu", Spelled: "1"}},
		"Op deze site vindt u waar en wanneer u hulp krijgt met uw vragen.\n\nKlopt er iets niet? Laat het ons weten.")
}

const readme = `# TITEL

Dit is de inhoud van een website met pleinen en spreekuren. Het programma
Pleinwijzer maakt er een site van.

- ` + "`content/`" + ` is wat bezoekers lezen. Het handboek staat in ` + "`content/README.md`" + `.
- ` + "`netlify.toml`" + ` zegt Netlify hoe de site gemaakt wordt. Vul daar in waar het
  programma staat.

Wat u kunt typen:

    pleinwijzer new plein        maakt een plein, door vragen te stellen
    pleinwijzer new partner      en zo ook een partner
    pleinwijzer new spreekuur    of een spreekuur
    pleinwijzer serve            laat de site zien terwijl u eraan werkt
    pleinwijzer check            controleert de inhoud
`

// netlify fetches the program from its own repository, since nothing serves its
// Go module by name. A fetch of one revision works with a tag, a branch and a
// commit alike.
const netlify = `# Netlify maakt de site uit deze map. Het programma staat ergens anders: Netlify
# haalt het op en bouwt het. Vul hieronder in waar het staat. Zonder dat adres
# stopt Netlify met een melding.

[build]
  command = """
: "${PLEINWIJZER_BRON:?vul in netlify.toml in waar het programma staat}" &&
rm -rf .pleinwijzer && git init --quiet .pleinwijzer && cd .pleinwijzer &&
git fetch --quiet --depth 1 "$PLEINWIJZER_BRON" "$PLEINWIJZER_VERSIE" &&
git checkout --quiet FETCH_HEAD &&
go build -o pleinwijzer ./cmd/pleinwijzer && cd .. &&
if [ "$CONTEXT" = production ]; then
  .pleinwijzer/pleinwijzer build -out public
else
  .pleinwijzer/pleinwijzer build -out public -base-url "$DEPLOY_PRIME_URL" -drafts
fi
"""
  publish = "public"

[build.environment]
  GO_VERSION = "1.26"

  # Het adres van het programma in git, zoals "https://github.com/naam/pleinwijzer".
  PLEINWIJZER_BRON = ""

  # De versie: een commit, een tag of een tak. Met een vaste commit verandert de
  # site nooit vanzelf.
  PLEINWIJZER_VERSIE = "REVISIE"
`
