package kept

import (
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// A Reader reads what is kept, and remembers the sources whose lock is the same. It must
// not be used by several goroutines at once.
type Reader struct {
	fsys   fs.FS // the folder with the folders of the sources
	seen   map[string]seen
	joined *joiner // by the last Join
}

type seen struct {
	lock string // its text
	*source
}

// NewReader returns a Reader of the folder content/bronnen.
func NewReader(fsys fs.FS) *Reader { return &Reader{fsys: fsys, seen: map[string]seen{}} }

// Join returns the records of a folder followed by those of its sources, as they are to be
// shown on a day. The problems are about files that are not as they were fetched; they
// stop a build, since without these files records would silently disappear.
func (r *Reader) Join(own *content.Content, today schedule.Date) (*content.Content, diag.List, error) {
	if len(own.Sources) == 0 {
		return own, nil, nil
	}
	all := make([]*source, len(own.Sources))
	problems := make([]diag.List, len(own.Sources))
	errs := make([]error, len(own.Sources))
	var wg sync.WaitGroup
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, s := range own.Sources {
		wg.Go(func() {
			room <- struct{}{}
			all[i], problems[i], errs[i] = r.source(s)
			<-room
		})
	}
	wg.Wait()
	needed := NeededBy(own)
	var found diag.List
	kept := make([]*source, 0, len(all))
	for i, s := range all {
		found.Add(problems[i]...)
		if s != nil {
			r.seen[s.Slug] = seen{s.text, s}
			fresh := *s // what an editor wrote about it may have changed
			fresh.Source = own.Sources[i]
			fresh.prepare(today, needed)
			kept = append(kept, &fresh)
		}
	}
	if err := errors.Join(errs...); err != nil || found.HasErrors() {
		return own.Without(), found, err
	}
	theirs, j := join(own, kept, today)
	r.joined = j
	found.Add(j.problems...)
	return own.With(theirs), found, nil
}

// source reads one source. It is nil if it was not fetched yet.
func (r *Reader) source(s *content.Source) (*source, diag.List, error) {
	lock, text, err := ReadLock(r.fsys, s.Slug)
	switch before, ok := r.seen[s.Slug]; {
	case errors.Is(err, ErrNewer):
		return nil, diag.List{newer(PathOf(s, lockFile))}, nil
	case err != nil && text != nil:
		return nil, diag.List{broken(PathOf(s, lockFile))}, nil
	case err != nil:
		return nil, nil, err
	case !lock.Whole(r.fsys, s.Slug):
		return nil, diag.List{broken(PathOf(s, lockFile))}, nil
	case len(lock.Files) == 0:
		return nil, nil, nil
	case ok && before.lock == string(text):
		return before.source, nil, nil
	}
	read := &source{Source: s, lock: lock, text: string(text), records: map[string][]item{}}
	var problems diag.List
	for _, list := range Lists {
		if file := lock.File(FileOf(list)); file != nil {
			ok, err := r.list(read, file, list)
			if err != nil {
				return nil, nil, err
			}
			if !ok {
				problems.Add(broken(PathOf(s, file.Name)))
			}
		}
	}
	if ok, err := r.gone(read); err != nil {
		return nil, nil, err
	} else if !ok {
		problems.Add(broken(PathOf(s, goneFile)))
	}
	if problems.HasErrors() {
		return nil, problems, nil
	}
	return read, nil, nil
}

// list reads the records of one feed. It reports false if the file is not the one that was
// fetched.
func (r *Reader) list(s *source, file *File, list string) (bool, error) {
	data, err := fs.ReadFile(r.fsys, path.Join(s.Slug, file.Name))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	var doc document
	if Sum(data) != file.Sum || doc.read(Exact(data), list) != nil {
		return false, nil
	}
	s.records[list] = doc.items(list)
	origin := originOf(doc.Made, doc.Until)
	for _, record := range s.records[list] {
		record.common().origin = origin
	}
	return true, nil
}

// gone adds the records that the source does not mention any more.
func (r *Reader) gone(s *source) (bool, error) {
	all, err := ReadGone(r.fsys, s.Slug)
	switch {
	case errors.Is(err, errGone):
		return false, nil
	case err != nil:
		return false, err
	}
	for _, g := range all {
		one := map[string][]json.RawMessage{g.List: {g.Record}}
		text, err := json.Marshal(one)
		if err != nil {
			return false, nil
		}
		var doc document
		if json.Unmarshal(Exact(text), &doc) != nil {
			return false, nil
		}
		for _, record := range doc.items(g.List) {
			origin := originOf(g.Made, g.Day)
			origin.Gone = date(g.Day)
			record.common().origin = origin
			s.records[g.List] = append(s.records[g.List], record)
		}
	}
	return true, nil
}

// read reads a feed with one list. Anything else may have the name of another list of ours.
func (d *document) read(data []byte, list string) error {
	err := json.Unmarshal(data, d)
	if err == nil {
		return nil
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(data, &members) != nil {
		return err
	}
	for _, other := range Lists {
		if other != list {
			delete(members, other)
		}
	}
	if data, err = json.Marshal(members); err != nil {
		return err
	}
	return json.Unmarshal(data, d)
}

func (d *document) items(list string) []item {
	switch list {
	case Pleinen:
		return itemsOf(d.Pleinen)
	case Partners:
		return itemsOf(d.Partners)
	case Spreekuren:
		return itemsOf(d.Spreekuren)
	case Agenda:
		return itemsOf(d.Agenda)
	case Berichten:
		return itemsOf(d.Berichten)
	}
	return nil
}

func itemsOf[T any, P interface {
	*T
	item
}](list []T) []item {
	all := make([]item, len(list))
	for i := range list {
		all[i] = P(&list[i])
		b := all[i].common()
		b.ID = strings.ToLower(b.ID) // some write it in capitals
	}
	return all
}

func broken(file string) diag.Diagnostic {
	return diag.Diagnostic{
		Range: diag.Range{File: file}, Code: "bron-kapot", Message: "dit bestand is niet meer wat de bron gaf",
		Hint: "zet de vorige versie terug, of haal de bron opnieuw op met: pleinwijzer bronnen",
	}
}

func newer(file string) diag.Diagnostic {
	return diag.Diagnostic{
		Range: diag.Range{File: file}, Code: "bron-kapot", Message: "dit bestand is van een nieuwere versie van het programma",
		Hint: "neem de nieuwste versie van pleinwijzer",
	}
}
