package contentfs

import "pleinwijzer/generator/content"

// KindOf returns the kind of a file, given its path in a content folder: one of
// content.Kinds, or that of one of the files beside the folders.
func KindOf(name string) (content.Kind, bool) {
	switch name {
	case siteFile:
		return content.SiteFile, true
	case topicsFile:
		return content.TopicsFile, true
	case SourcesFile:
		return content.SourcesFile, true
	case clausesFile:
		return content.Clauses, true
	}
	index, ok := kindAt(name)
	if !ok {
		return content.Kind{}, false
	}
	return content.Kinds[index], true
}

// Single are the files of which there is one each.
var Single = []string{siteFile, topicsFile, SourcesFile, clausesFile}
