// Package litter knows, by their names, the files that nobody wrote: what
// editors, office programs and systems leave in a folder, and the copies that
// file managers and shared drives make beside a file.
//
// Whoever lists files that people keep asks it, so that one list holds for
// reading, watching, and the look of the site.
package litter

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Is reports whether a file or folder of that name belongs to a program and not
// to a person. Only the last part of a path counts.
func Is(name string) bool {
	base := path.Base(name)
	if base == "." || base == ".well-known" { // which RFC 8615 gives to who keeps a site
		return false
	}
	return strings.HasPrefix(base, ".") || OfSystem(base) || begins.MatchString(base) || ends.MatchString(base) ||
		len(base) == 8 && workbook.MatchString(base) || isVimProbe(base)
}

var (
	// The lock files of Office, its half-saved documents, those of Syncthing, and
	// what Emacs is at.
	begins = regexp.MustCompile(`^(?i:~\$|~wr[ald]\d|~syncthing~|#)`)

	// Backups and swap files of text editors, half-saved and half-fetched files.
	ends = regexp.MustCompile(`(?i:~|\.sw[a-z]|\.te?mp|\.part|\.partial|\.crdownload|\.download|___jb_(?:tmp|old)___|\.sb-[0-9a-f]{8}-\w+)$`)

	// A workbook that Excel is saving.
	workbook = regexp.MustCompile(`^[0-9A-F]*[A-F][0-9A-F]*$`)
)

// isVimProbe knows the name under which Vim tries whether it may write in a
// folder: 4913, and while that is taken, 123 more.
func isVimProbe(base string) bool {
	n, err := strconv.Atoi(base)
	return err == nil && n >= 4913 && (n-4913)%123 == 0
}

// OfSystem reports whether the operating system itself puts such a file or folder
// in a folder that is otherwise empty.
func OfSystem(name string) bool {
	return slices.Contains(ofSystem, strings.ToLower(path.Base(name)))
}

var ofSystem = []string{
	".ds_store", ".localized", "icon\r", "__macosx", // macOS
	"thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin", "system volume information", // Windows
	".directory", "lost+found", // Linux
	"@eadir", "#recycle", "@recycle", // network drives
}
