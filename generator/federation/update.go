package federation

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/wholefile"
)

// An Updater fetches sources into a folder, one at a time.
type Updater struct {
	Fetcher Fetcher
	Dir     string // the folder content/bronnen
	Now     time.Time
	Needed  kept.Needed // what files of the folder refer to

	shapes []shape
}

// NewUpdater returns an Updater.
func NewUpdater(transport http.RoundTripper, dir string, now time.Time) (*Updater, error) {
	all, err := shapes()
	return &Updater{Fetcher: Fetcher{transport}, Dir: dir, Now: now, shapes: all}, err
}

// A Result is what came of an update. Without a fault or a hold, what the source says now
// is kept.
type Result struct {
	Fault  *Fault
	Holds  []Hold
	Lock   *kept.Lock
	Before *kept.Lock
	Broken bool     // the lock could not be read any more
	Gone   []string // slugs of records that went since the last time without saying so
}

// Passed reports whether what the source says now is kept.
func (r *Result) Passed() bool { return r.Fault == nil && len(r.Holds) == 0 }

// Update fetches all feeds of a source and compares them with what there is. Either all of
// them are taken over, or none: a spreekuur belongs to the plein that was published with
// it. Holds are set aside if accept is true, once.
func (u *Updater) Update(ctx context.Context, s *content.Source, accept bool) (*Result, error) {
	dir := filepath.Join(u.Dir, s.Slug)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	before, text, err := kept.ReadLock(os.DirFS(u.Dir), s.Slug)
	result := &Result{Before: before, Lock: before}
	switch {
	case errors.Is(err, kept.ErrNewer):
		result.Fault = &Fault{URL: string(s.Adres), Code: NewerLock, Detail: err.Error()}
		return result, nil
	case err != nil && text == nil:
		return nil, err
	case err != nil: // begin again
		before = &kept.Lock{}
		result.Before, result.Lock, result.Broken = before, before, true
	case !before.Whole(os.DirFS(u.Dir), s.Slug):
		result.Broken = true
	}
	in := &incoming{Updater: u, source: s, dir: dir, before: before, after: Snapshot{}, old: Snapshot{}, files: map[string]Fetched{}}
	in.clean()
	defer in.clean()
	if result.Fault = in.fetch(ctx); result.Fault != nil {
		if err := ctx.Err(); err != nil {
			return nil, err // a person stopped the program
		}
		var full *DiskError
		if errors.As(result.Fault, &full) {
			return nil, full
		}
		return result, in.trouble(result, string(result.Fault.Code), "", nil)
	}
	in.readOld(result.Broken)
	holds, renamed := Judge(in.old, in.after, s.Licentie)
	if s.Soort != content.HSDS { // which does not say when it was made
		holds = append(older(in.old, in.after), holds...)
	}
	if result.Holds = holds; len(holds) > 0 && !accept {
		return result, in.trouble(result, string(holds[0].Reason), holds[0].List, holds[0].What)
	}
	result.Holds = nil
	return result, in.take(result, holds, renamed)
}

// incoming is one update.
type incoming struct {
	*Updater
	source     *content.Source
	dir        string
	before     *kept.Lock
	old, after Snapshot
	files      map[string]Fetched // what has come in, by list
	odd        []kept.Odd         // what has no place in our fields
	answered   time.Time          // when the last file of another system came in, by its own clock
}

// clean removes what has come in and was not taken over, now or when the program was last
// stopped halfway.
func (in *incoming) clean() {
	left, _ := filepath.Glob(filepath.Join(in.dir, ".*.tmp")) // also of package wholefile; the pattern is right
	for _, name := range left {
		os.Remove(name)
	}
}

// fetch gets and checks every feed.
func (in *incoming) fetch(ctx context.Context) *Fault {
	if in.source.Soort == content.HSDS {
		return in.fetchHSDS(ctx)
	}
	for _, s := range in.shapes {
		address := strings.TrimRight(string(in.source.Adres), "/") + "/" + s.File
		got, fault := in.Fetcher.Get(ctx, address, in.tag(s.File), in.dir)
		if fault != nil {
			return fault
		}
		in.files[s.Key] = got
		doc, err := in.read(s, got)
		if err != nil {
			return faultIn(address, err)
		}
		if doc.Made.After(in.Now.Add(ahead)) {
			return &Fault{URL: address, Code: Future, Detail: schedule.DateOf(doc.Made).String()}
		}
		in.after[s.Key] = doc
	}
	return nil
}

// ahead is how far two clocks may differ.
const ahead = 24 * time.Hour

// tag returns the tag of a file that is still there as it came.
func (in *incoming) tag(name string) string {
	file := in.before.File(name)
	if file == nil || in.before.Address != string(in.source.Adres) {
		return ""
	}
	if sum, err := sumOf(filepath.Join(in.dir, name)); err != nil || sum != file.Sum {
		return ""
	}
	return file.Tag
}

func (in *incoming) read(s shape, got Fetched) (*Document, error) {
	name := got.Name
	if got.Unchanged {
		name, s = filepath.Join(in.dir, s.File), s.loose()
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return s.read(file)
}

// faultIn says what is wrong with a feed that came in.
func faultIn(address string, err error) *Fault {
	code := NotJSON
	var wrong *mismatch
	if errors.As(err, &wrong) || !errors.Is(err, errNotJSON) {
		code = Invalid
	}
	detail := err.Error()
	if wrong != nil {
		return &Fault{URL: address, Code: code, Detail: detail, Slug: wrong.slug}
	}
	return &Fault{URL: address, Code: code, Detail: detail}
}

// readOld reads what there is. What cannot be read any more is as if it never was. If the
// lock is broken, the files still say what there was.
func (in *incoming) readOld(broken bool) {
	for _, s := range in.shapes {
		if in.before.File(s.File) == nil && !broken {
			continue
		}
		file, err := os.Open(filepath.Join(in.dir, s.File))
		if err != nil {
			continue
		}
		if doc, err := s.loose().read(file); err == nil {
			in.old[s.Key] = doc
		}
		file.Close()
	}
}

// trouble notes in the lock why nothing new comes in. The note stays the same for as long as
// the reason does, so that it changes no file each night. A lock that is broken stays so: an
// empty one would mean that nothing was ever taken over.
func (in *incoming) trouble(r *Result, code, list string, what []string) error {
	if r.Broken {
		return nil
	}
	now := &kept.Trouble{Since: in.today(), Code: code, List: list, What: what}
	if t := in.before.Trouble; t != nil && t.Code == code && t.List == list && slices.Equal(t.What, what) {
		return nil
	}
	lock := *in.before
	lock.Trouble, lock.Address = now, string(in.source.Adres)
	r.Lock = &lock
	return in.writeLock(&lock)
}

func (in *incoming) today() string { return schedule.DateOf(in.Now).String() }

// take keeps what has come in: first what is gone, then the feeds, and the lock last. If the
// power fails in between, the lock does not agree with the files, which a build reports.
func (in *incoming) take(r *Result, accepted []Hold, renamed map[string]string) error {
	lock := &kept.Lock{
		Address: string(in.source.Adres), Fetched: in.before.Fetched, Accepted: in.before.Accepted, Renamed: in.before.Renamed,
		Odd: in.odd,
	}
	for _, h := range accepted {
		lock.Accepted = append(lock.Accepted, kept.Accepted{On: in.today(), Reason: string(h.Reason), List: h.List, Count: len(h.What)})
	}
	for _, old := range slices.Sorted(maps.Keys(renamed)) {
		lock.Renamed = append(lock.Renamed, kept.Renamed{Old: old, New: renamed[old]})
	}
	gone, err := in.gone(r, renamed)
	if err != nil {
		return err
	}
	lock.Former = in.former(renamed, gone)
	if err := in.writeGone(gone); err != nil { // first, so that nothing is lost if what follows breaks off
		return err
	}
	for _, s := range in.shapes {
		file, changed, err := in.keepFile(s)
		if err != nil {
			return err
		}
		if changed {
			lock.Fetched = in.Now.UTC().Truncate(time.Second)
		}
		lock.Files = append(lock.Files, file)
	}
	r.Lock = lock
	return in.writeLock(lock)
}

// keepFile puts a feed in its place, unless it is the one that is there.
func (in *incoming) keepFile(s shape) (kept.File, bool, error) {
	doc, got := in.after[s.Key], in.files[s.Key]
	file := kept.File{Name: s.File, Made: doc.Made.UTC(), Until: doc.Until, Count: len(doc.Records)}
	if before := in.before.File(s.File); got.Unchanged {
		file.Sum, file.Tag = before.Sum, before.Tag
		return file, false, nil
	}
	sum, err := sumOf(got.Name)
	if err != nil {
		return file, false, err
	}
	file.Sum, file.Tag = sum, got.Tag
	if err := os.Chmod(got.Name, 0o644); err != nil {
		return file, false, err
	}
	before := in.before.File(s.File)
	err = wholefile.Insist(func() error { return os.Rename(got.Name, filepath.Join(in.dir, s.File)) })
	return file, before == nil || before.Sum != file.Sum, err
}

// sumOf is [kept.Sum] of a file that may be large.
func sumOf(name string) (string, error) {
	file, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, file)
	return hex.EncodeToString(sum.Sum(nil)), err
}

func (in *incoming) writeLock(lock *kept.Lock) error {
	data, err := lock.Encode()
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(in.Dir, filepath.FromSlash(kept.LockPath(in.source.Slug))), data)
}

// writeFile leaves a file alone that is right already.
func writeFile(name string, data []byte) error {
	if old, err := os.ReadFile(name); err == nil && string(old) == string(data) {
		return nil
	}
	return wholefile.Replace(name, data)
}
