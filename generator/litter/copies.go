package litter

import (
	"path"
	"regexp"
	"strings"
)

// Original is the name of the file, or folder, that a copy was made of, as the
// name of the copy says: "brieven.md" for "brieven - Kopie (2).md". Whether that
// is there is not for this package to know.
func Original(name string) (string, bool) {
	if m := beside.FindStringSubmatch(name); m != nil {
		return m[1], true
	}
	return original(name, sure)
}

// Perhaps is Original for names that a person may as well have chosen, such as
// "brieven 2.md" or "brieven-BIEB.md".
func Perhaps(name string) (string, bool) { return original(name, unsure) }

func original(name string, forms []*regexp.Regexp) (string, bool) {
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	for _, form := range forms {
		if m := form.FindStringSubmatch(stem); m != nil {
			return m[1] + ext, true
		}
	}
	return "", false
}

// beside is a copy that has more after the name: "brieven.md.bak".
var beside = regexp.MustCompile(`^(.+\.(?:md|toml))\.(?i:bak|backup|orig|rej|old|mine|copy|kopie|r?\d+)$`)

var sure = []*regexp.Regexp{
	// Google Drive, in English and Dutch, and older Windows.
	regexp.MustCompile(`^(?i:copy|kopie)(?: \(\d+\))? (?i:of|van) (.+)$`),
	// Explorer, Finder, KDE.
	regexp.MustCompile(`^(.+?)(?: - | |_)(?i:kopie|copy)(?: ?\(?\d+\)?)?$`),
	// A file that was fetched or saved again.
	regexp.MustCompile(`^(.+?) ?\(\d+\)$`),
	// GNOME: "(kopie)", "(andere kopie)", "(3rd copy)".
	regexp.MustCompile(`^(.+?) \((?:[^()]* )?(?i:kopie|copy)(?: \d+)?\)$`),
	// Dropbox, Nextcloud, Seafile, Syncthing.
	regexp.MustCompile(`^(.+?) ?\([^()]*(?i:conflict)[^()]*\)$`),
	regexp.MustCompile(`^(.+?)(?:[._-](?i:sync-conflict|conflict)-\d).*$`),
	// OneDrive puts the name of the computer behind it, and Windows gives these.
	regexp.MustCompile(`^(.+?)-(?:LAPTOP|DESKTOP|PC|WIN|NB|WS|MACBOOK|IMAC)(?:-?[A-Z0-9]+)*(?:-\d+)?$`),
	// Git, while it asks which of two versions is right.
	regexp.MustCompile(`^(.+?)_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+$`),
}

var unsure = []*regexp.Regexp{
	regexp.MustCompile(`^(.+?) \d+$`),                           // iCloud, Finder
	regexp.MustCompile(`^(.+?)-[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$`), // OneDrive, with a name that the library gave
	regexp.MustCompile(`^(.+?)-[^-]*(?i:macbook|imac|laptop|computer).*$`),
}
