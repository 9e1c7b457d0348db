package timetable

import (
	"io/fs"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/scaffold"
)

// small is a content folder to add records to.
var small = map[string]string{
	"site.toml":                "titel = \"Proef\"\nadres = \"https://proef.example\"\n",
	"onderwerpen.toml":         "[geld]\nnaam = \"Geld en schulden\"\nsynoniemen = [\"rekening\"]\n[taal]\nnaam = \"Taal\"\n",
	"pleinen/bieb.md":          "+++\nnaam = \"Plein in de bieb\"\nadres = \"Dorpsstraat 1\"\npostcode = \"5171 AA\"\nplaats = \"Kaatsheuvel\"\ntelefoon = \"013 000 00 01\"\n+++\n",
	"pleinen/lochal.md":        "+++\nnaam = \"LocHal\"\nadres = \"Dorpsstraat 2\"\npostcode = \"5038 AA\"\nplaats = \"Tilburg\"\ntelefoon = \"013 000 00 01\"\n+++\n",
	"partners/taalhuis.md":     "+++\nnaam = \"Taalhuis\"\naliassen = [\"taalpunt\"]\n+++\n",
	"partners/rode-kruis.md":   "+++\nnaam = \"Rode Kruis, afdeling Oost\"\n+++\n",
	"spreekuren/taalhulp.md":   "+++\n# Let op: deze regel blijft.\ntitel = \"Taalhulp\"\ndag = \"di\" # ook in de zomer\ntijd = \"10.00-12.00\"\nin_een_zin = \"Wij helpen met taal.\"\nplein = \"bieb\"\npartner = \"taalhuis\"\n\n[[afwijkend]]\ndatum = \"2026-12-15\"\nvervalt = true\n+++\n\nKom gerust langs.\n",
	"spreekuren/schrijven.md":  "+++\ntitel = \"Schrijven\"\nin_een_zin = \"Wij schrijven met u.\"\nplein = \"bieb\"\npartner = \"taalhuis\"\n[[tijden]]\ndag = \"di\"\ntijd = \"10-12\"\n+++\nKom langs.\n",
	"spreekuren/dubbel-1.md":   "+++\ntitel = \"Dubbel\"\ndag = \"ma\"\ntijd = \"10-12\"\nin_een_zin = \"Een.\"\nplein = \"bieb\"\npartner = \"taalhuis\"\n+++\nEen.\n",
	"spreekuren/dubbel-2.toml": "titel = \"Dubbel\"\ndag = \"wo\"\ntijd = \"10-12\"\nin_een_zin = \"Twee.\"\nplein = \"bieb\"\npartner = \"taalhuis\"\ntekst = \"Twee.\"\n",
}

var now = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

func folderOf(t testing.TB, files map[string]string) (*scaffold.Folder, fs.FS) {
	t.Helper()
	fsys := mapFS(files)
	c, problems, err := contentfs.Read(fsys)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return scaffold.NewFolder(c), fsys
}

func mapFS(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}
