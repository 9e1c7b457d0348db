// Package litter recognises, by name, the files that nobody wrote: what editors, office
// programs and operating systems leave behind in a folder, and the copies that file
// managers and shared drives put next to a file.
//
// All code that lists people's files uses it, so that reading, watching and the look of
// the site agree on what to ignore.
package litter

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Is reports whether a file or folder of that name was made by a program rather than a
// person. Only the last element of the path counts.
func Is(name string) bool {
	base := path.Base(name)
	if base == "." || base == ".well-known" { // RFC 8615 reserves .well-known for the owner of a site
		return false
	}
	return strings.HasPrefix(base, ".") || OfSystem(base) || begins.MatchString(base) || ends.MatchString(base) ||
		len(base) == 8 && workbook.MatchString(base) || isVimProbe(base)
}

var (
	// Office lock files and half-saved documents, those of Syncthing, and Emacs auto-save
	// files.
	begins = regexp.MustCompile(`^(?i:~\$|~wr[ald]\d|~syncthing~|#)`)

	// Backups and swap files of text editors, half-saved and half-downloaded files.
	ends = regexp.MustCompile(`(?i:~|\.sw[a-z]|\.te?mp|\.part|\.partial|\.crdownload|\.download|___jb_(?:tmp|old)___|\.sb-[0-9a-f]{8}-\w+)$`)

	// A workbook that Excel is saving.
	workbook = regexp.MustCompile(`^[0-9A-F]*[A-F][0-9A-F]*$`)
)

// isVimProbe recognises the file that Vim creates to find out whether it may write in a
// folder: 4913, or if that exists, the number 123 higher, and so on.
func isVimProbe(base string) bool {
	n, err := strconv.Atoi(base)
	return err == nil && n >= 4913 && (n-4913)%123 == 0
}

// OfSystem reports whether the operating system itself may create a file or folder of
// that name, even in a folder that a person left empty.
func OfSystem(name string) bool {
	return slices.Contains(ofSystem, strings.ToLower(path.Base(name)))
}

var ofSystem = []string{
	".ds_store", ".localized", "icon\r", "__macosx", // macOS
	"thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin", "system volume information", // Windows
	".directory", "lost+found", // Linux
	"@eadir", "#recycle", "@recycle", // network drives
}
