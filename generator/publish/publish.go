// Package publish writes a site, a list of [File] values, to a folder on disk.
//
// # What the folder may count on
//
// A build has two halves. First every file is rendered and compared with what
// is published; the ones that differ wait in a folder of their own. Only when
// the last one has rendered do they move into place, in the order of the list,
// with one rename for each file or for each folder that is new as a whole. After
// that the files that are no longer produced go.
//
//   - A published file is always whole: the old bytes or the new ones.
//   - A Render that fails, a full disk and a refusal all come before the first
//     rename, and leave the site as it was.
//   - A build that is killed while it renders leaves the site as it was too.
//     Killed while it renames, it leaves old files beside new ones, each whole,
//     and the next build repairs the rest.
//   - A file that is up to date is not touched, and a build that changes nothing
//     writes nothing.
//   - Where the caller knows that everything the files are made from is what it was
//     ([Basis]), they are not rendered either: a file with the length and the checksum
//     that the build before gave it is up to date.
//   - A file whose path names its bytes ([File.Named]) is not even rendered once
//     it is there: then only a file that is gone or empty is made again.
//   - Only files that an earlier build made are removed, and only folders that
//     became empty by that. Anything else in the folder stays. The exception is
//     a file that stands where the site needs one: it is replaced, and from then
//     on it is the site's.
//
// Two builds into one folder at the same time are not supported: one of them
// fails, or both do, but no file is damaged and the next build repairs the rest.
//
// Nothing is synced to disk. A site can be built again, the next build compares
// bytes rather than dates, and so it finds what a power cut damaged. A record that
// was damaged is refused.
//
// # The record
//
// The folder .pleinwijzer in the output holds bestanden.txt, the list of files
// that builds made there, stand.json, which says what the last build made them from and
// what is in each, and bezig, where files wait for their rename. Before
// anything moves the list is extended with what is about to appear, and at the
// end it is cut back to what is there. So it never misses a file of ours,
// whenever the build stops.
//
// # Symbolic links
//
// The output folder may be a link. Inside it, a linked folder is refused, since
// writing there would leave the output; a link that stands where a file goes is
// replaced, and what it points to is left alone. [os.Root] would guard against
// someone who swaps folders for links during the build as well, but it opens
// every folder of every path anew: in a trial with 13,500 files a first build took
// 45 % longer and one without changes 60 to 95 %. Nobody but us should write to
// the output during a build, so each folder is looked at once instead.
package publish

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"pleinwijzer/generator/wholefile"
)

// Report counts what a build did.
type Report struct {
	Files     int   // in the site
	Written   int   // new, or with new bytes
	Unchanged int   // left as they were
	Removed   int   // no longer produced
	Bytes     int64 // of the whole site
}

// Write publishes files in the folder dir, which it makes if needed. The folders
// in sources are the ones the site is made from: dir may not be one of them, lie
// in one or contain one. Of files with the basis of the build before only those are
// rendered that are not as it left them.
//
// Once ctx is done no file is begun, and the site is left as it was.
//
// An error that an editor can solve is or wraps a [*Refusal].
func Write(ctx context.Context, dir string, sources []string, files []File, basis Basis) (Report, error) {
	wanted, err := pathsOf(files)
	if err != nil {
		return Report{}, err
	}
	s, err := open(dir, sources, wanted)
	if err != nil {
		return Report{}, err
	}
	defer s.clear()

	s.left = s.readState(basis)
	results, err := s.render(ctx, files)
	if err != nil {
		return Report{}, err
	}
	removed, err := s.update(files, results)
	if err != nil {
		return Report{}, err
	}
	if err := s.writeState(basis, files, results); err != nil {
		return Report{}, err
	}

	report := Report{Files: len(files), Removed: removed}
	for _, r := range results {
		report.Bytes += r.size
		if r.differs {
			report.Written++
		} else {
			report.Unchanged++
		}
	}
	return report, nil
}

// update brings the published site in line with what was rendered. Everything
// that can be refused has been by now.
func (s *site) update(files []File, results []result) (removed int, err error) {
	old := s.made.without(s.wanted)
	first, last := s.inTheWay(old)

	if err := s.record(s.made.with(s.wanted)); err != nil {
		return 0, err
	}
	if removed, err = s.remove(first); err != nil {
		return 0, err
	}
	for i, r := range results {
		if !r.differs {
			continue
		}
		if err := s.move(files[i].Path, i); err != nil {
			return 0, fmt.Errorf("publish %q: %w", files[i].Path, err)
		}
	}
	n, err := s.remove(last)
	if err != nil {
		return 0, err
	}
	return removed + n, s.record(s.wanted)
}

// inTheWay splits the files that are no longer produced. Those in first have to
// go before the new files come, since one of these needs their name as a folder
// or the name of their folder as a file.
func (s *site) inTheWay(old list) (first, last list) {
	for _, p := range old {
		if s.wanted.hasUnder(p) || slices.ContainsFunc(parents(p), s.wanted.has) {
			first = append(first, p)
		} else {
			last = append(last, p)
		}
	}
	return first, last
}

// move brings the temp file of p, the i-th of the site, into place. Where the folder for it is new too,
// the whole folder moves, with all that is in it: one rename instead of many.
func (s *site) move(p string, i int) error {
	for _, dir := range slices.Backward(parents(p)) {
		if s.moved[dir] {
			return nil
		}
		if !s.folders[dir] {
			s.moved[dir] = true
			work, err := s.work()
			if err != nil {
				return err
			}
			return rename(filepath.Join(work, newFolders, filepath.FromSlash(dir)), s.file(dir))
		}
	}
	temp, err := s.temp(p, i)
	if err != nil {
		return err
	}
	return rename(temp, s.file(p))
}

func rename(from, to string) error {
	return wholefile.Insist(func() error { return os.Rename(from, to) })
}
