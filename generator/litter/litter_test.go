package litter_test

import (
	"testing"

	"pleinwijzer/generator/litter"
)

func TestIs(t *testing.T) {
	for _, name := range []string{
		"~$brieven.md", "~$ieven.md", "spreekuren/~$brieven.docx", "~WRL0001.tmp", ".~lock.brieven.md#", "#brieven.md#", ".#brieven.md",
		"brieven.md~", ".brieven.md.swp", "_brieven.md.swo", "4913", "5036", "spreekuren/5159", ".DS_Store", "._brieven.md", "Thumbs.db", "thumbs.DB",
		"desktop.ini", "Desktop.ini", "Icon\r", "@eaDir", "$RECYCLE.BIN", "brieven.md.tmp", "brieven.md.crdownload", "brieven.md___jb_tmp___",
		"brieven.md.sb-1a2b3c4d-Xy12Zz", "A1B2C300", "~syncthing~brieven.md.tmp", ".git", "lost+found",
	} {
		if !litter.Is(name) {
			t.Errorf("%q is taken for what a person wrote", name)
		}
	}
	for _, name := range []string{
		".", ".well-known", "static/.well-known/security.txt", "brieven.md", "4914", "49130.md", "2027", "~brieven.md", "brieven (1).md", "brieven.md.bak", "part.md", "temp", "tmp.toml", "foto.jpg", "a1b2c300", "desktop.md",
		"spreekuren", "20261128", "swimming.swim",
	} {
		if litter.Is(name) {
			t.Errorf("%q is taken for litter", name)
		}
	}
}

func TestOriginal(t *testing.T) {
	for _, c := range []struct{ name, original, perhaps string }{
		{"brieven - Kopie.md", "brieven.md", ""},
		{"brieven - kopie (2).md", "brieven.md", ""},
		{"brieven - Copy.toml", "brieven.toml", ""},
		{"brieven kopie.md", "brieven.md", ""},
		{"brieven copy 3.md", "brieven.md", ""},
		{"brieven_kopie.md", "brieven.md", ""},
		{"brieven (1).md", "brieven.md", ""},
		{"brieven(12).md", "brieven.md", ""},
		{"brieven (kopie).md", "brieven.md", ""},
		{"brieven (andere kopie).md", "brieven.md", ""},
		{"brieven (3rd copy).md", "brieven.md", ""},
		{"Kopie van brieven.md", "brieven.md", ""},
		{"Kopie (2) van brieven.md", "brieven.md", ""},
		{"Copy of brieven.md", "brieven.md", ""},
		{"brieven (Jan's conflicted copy 2026-11-28).md", "brieven.md", ""},
		{"brieven (conflicterende kopie van BIEB 2026-11-28).md", "brieven.md", ""},
		{"brieven (SFConflict bieb 2026-11-28).md", "brieven.md", ""},
		{"brieven.sync-conflict-20261128-120000-ABCDEFG.md", "brieven.md", ""},
		{"brieven_conflict-20261128-120000.md", "brieven.md", ""},
		{"brieven-LAPTOP-XYZ.md", "brieven.md", ""},
		{"brieven-DESKTOP-4F5G6H7.md", "brieven.md", ""},
		{"brieven-DESKTOP-4F5G6H7-2.md", "brieven.md", ""},
		{"hulp-bij-brieven-LAPTOP-XYZ.md", "hulp-bij-brieven.md", ""},
		{"brieven_LOCAL_1234.md", "brieven.md", ""},
		{"brieven.md.bak", "brieven.md", ""},
		{"brieven.md.orig", "brieven.md", ""},
		{"spreekuren - kopie", "spreekuren", ""},
		{"brieven 2.md", "", "brieven.md"},
		{"brieven-BIEB-01.md", "", "brieven.md"},
		{"brieven-Jans MacBook Pro.md", "", "brieven.md"},
		{"brieven.md", "", ""},
		{"brieven-2.md", "", ""},
		{"Taalhuis Goirle.md", "", ""},
		{"taalhuis-Goirle.md", "", ""},
		{"brieven-pc-hulp.md", "", ""},
		{"kopie.md", "", ""},
	} {
		if got, _ := litter.Original(c.name); got != c.original {
			t.Errorf("%q is a copy of %q, want %q", c.name, got, c.original)
		}
		if got, _ := litter.Perhaps(c.name); got != c.perhaps && c.original == "" {
			t.Errorf("%q is perhaps a copy of %q, want %q", c.name, got, c.perhaps)
		}
	}
}
