package litter

import (
	"path"
	"regexp"
	"strings"
)

// Original returns the name of the file or folder that a copy was made of, judging by the
// name of the copy: "brieven.md" for "brieven - Kopie (2).md". It does not check whether
// the original exists.
func Original(name string) (string, bool) {
	if m := beside.FindStringSubmatch(name); m != nil {
		return m[1], true
	}
	return original(name, sure)
}

// Perhaps is like Original, but for names that a person may also have chosen, such as
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

// beside matches a copy with something appended to the full name: "brieven.md.bak".
var beside = regexp.MustCompile(`^(.+\.(?:md|toml))\.(?i:bak|backup|orig|rej|old|mine|copy|kopie|r?\d+)$`)

var sure = []*regexp.Regexp{
	// Google Drive, in English and Dutch, and older Windows.
	regexp.MustCompile(`^(?i:copy|kopie)(?: \(\d+\))? (?i:of|van) (.+)$`),
	// Explorer, Finder, KDE.
	regexp.MustCompile(`^(.+?)(?: - | |_)(?i:kopie|copy)(?: ?\(?\d+\)?)?$`),
	// A file that was downloaded or saved a second time.
	regexp.MustCompile(`^(.+?) ?\(\d+\)$`),
	// GNOME: "(kopie)", "(andere kopie)", "(3rd copy)".
	regexp.MustCompile(`^(.+?) \((?:[^()]* )?(?i:kopie|copy)(?: \d+)?\)$`),
	// Dropbox, Nextcloud, Seafile, Syncthing.
	regexp.MustCompile(`^(.+?) ?\([^()]*(?i:conflict)[^()]*\)$`),
	regexp.MustCompile(`^(.+?)(?:[._-](?i:sync-conflict|conflict)-\d).*$`),
	// OneDrive appends the name of the computer; Windows chooses names like these.
	regexp.MustCompile(`^(.+?)-(?:LAPTOP|DESKTOP|PC|WIN|NB|WS|MACBOOK|IMAC)(?:-?[A-Z0-9]+)*(?:-\d+)?$`),
	// Git, during the resolution of a merge conflict.
	regexp.MustCompile(`^(.+?)_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+$`),
}

var unsure = []*regexp.Regexp{
	regexp.MustCompile(`^(.+?) \d+$`),                           // iCloud, Finder
	regexp.MustCompile(`^(.+?)-[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$`), // OneDrive, with a computer name that the library chose
	regexp.MustCompile(`^(.+?)-[^-]*(?i:macbook|imac|laptop|computer).*$`),
}
