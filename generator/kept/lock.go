package kept

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"slices"
	"time"

	"github.com/BurntSushi/toml"
)

// A Lock says what is kept of a source. It is a file in git, so that the history shows what
// was taken over, when, and what a person accepted.
type Lock struct {
	Version int       `toml:"versie"`
	Address string    `toml:"adres"`
	Fetched time.Time `toml:"opgehaald"` // when something new came in for the last time
	Files   []File    `toml:"bestand,omitempty"`

	Trouble  *Trouble   `toml:"melding,omitempty"`      // why nothing new comes in
	Accepted []Accepted `toml:"geaccepteerd,omitempty"` // what a person let through
	Renamed  []Renamed  `toml:"nummer,omitempty"`       // accepted ids, old to new
	Former   []Former   `toml:"oude_naam,omitempty"`    // so that old addresses lead on
	Odd      []Odd      `toml:"past_niet,omitempty"`    // what has no place in our fields
}

// File is one feed, as it came.
type File struct {
	Name  string    `toml:"naam"`
	Sum   string    `toml:"sha256"`
	Tag   string    `toml:"etag,omitempty"`
	Made  time.Time `toml:"gemaakt"`
	Until string    `toml:"geldig_tot"`
	Count int       `toml:"aantal"`
}

// Odd is a kind of value that has no place in our fields, and how many there are.
type Odd struct {
	Name  string `toml:"wat"`
	Count int    `toml:"aantal"`
}

// Trouble is what went wrong, since when. It only changes when something else goes wrong,
// so that a night without news changes no file.
type Trouble struct {
	Since string   `toml:"sinds"`
	Code  string   `toml:"code"`
	List  string   `toml:"lijst,omitempty"`
	What  []string `toml:"wat,omitempty"`
}

// Accepted is one reason to hold that a person set aside, once.
type Accepted struct {
	On     string `toml:"dag"`
	Reason string `toml:"reden"`
	List   string `toml:"lijst,omitempty"`
	Count  int    `toml:"aantal,omitempty"`
}

// Renamed is a record that has another id than before.
type Renamed struct {
	Old string `toml:"oud"`
	New string `toml:"nieuw"`
}

// Former is a slug that a record had before.
type Former struct {
	List string `toml:"lijst"`
	Slug string `toml:"naam"`
	ID   string `toml:"nummer"`
}

// File returns the file of that name, or nil.
func (l *Lock) File(name string) *File {
	i := slices.IndexFunc(l.Files, func(f File) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return &l.Files[i]
}

// Made returns when the oldest of the feeds was made, since all of them together are what
// the source says.
func (l *Lock) Made() time.Time {
	var oldest time.Time
	for _, f := range l.Files {
		if oldest.IsZero() || f.Made.Before(oldest) {
			oldest = f.Made
		}
	}
	return oldest
}

// Whole reports whether the lock knows every feed that there is. One that somebody kept by
// half would make a site without the rest.
func (l *Lock) Whole(fsys fs.FS, source string) bool {
	return !slices.ContainsFunc(Lists, func(list string) bool {
		_, err := fs.Stat(fsys, path.Join(source, FileOf(list)))
		return err == nil && l.File(FileOf(list)) == nil
	})
}

// Encode writes the lock as it is kept.
func (l *Lock) Encode() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("# Dit bestand is van de opdracht \"pleinwijzer bronnen\". Verander het niet met de hand.\n\n")
	e := toml.NewEncoder(&b)
	e.Indent = ""
	made := *l
	made.Version = version
	err := e.Encode(made)
	return b.Bytes(), err
}

// version is that of the locks that this program writes and reads. A lock without one is as
// good.
const version = 1

// ErrNewer is the error of a lock of a later version of this program.
var ErrNewer = errors.New("the lock is of a later version")

// ReadLock reads the lock of a source from the folder with all of them. It is empty for a
// source that was never fetched.
func ReadLock(fsys fs.FS, source string) (*Lock, []byte, error) {
	data, err := fs.ReadFile(fsys, path.Join(source, lockFile))
	if errors.Is(err, fs.ErrNotExist) {
		return &Lock{}, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	l := &Lock{}
	if err := toml.Unmarshal(data, l); err != nil {
		return l, data, err
	}
	if l.Version > version {
		return l, data, ErrNewer
	}
	return l, data, nil
}

// LockPath is where the lock of a source is, in the folder with all of them.
func LockPath(source string) string { return path.Join(source, lockFile) }

// GonePath is where the records are that a source does not mention any more.
func GonePath(source string) string { return path.Join(source, goneFile) }

// Sum returns the checksum of a file as a lock has it.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Gone is a record that a source does not mention any more, though it did not say that it
// has stopped.
type Gone struct {
	List   string          `json:"lijst"`
	Day    string          `json:"dag"`
	Made   time.Time       `json:"gemaakt"`
	Record json.RawMessage `json:"gegevens"`
}

// KeptDays is how many days the page of such a record stays.
const KeptDays = 180

// ReadGone reads those of a source.
func ReadGone(fsys fs.FS, source string) ([]Gone, error) {
	data, err := fs.ReadFile(fsys, GonePath(source))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []Gone
	if json.Unmarshal(data, &all) != nil {
		return nil, errGone
	}
	return all, nil
}

// errGone is the error of a file that is not as EncodeGone wrote it.
var errGone = errors.New("not a list of records")

// EncodeGone writes them, a record to a line.
func EncodeGone(all []Gone) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("[")
	for i, g := range all {
		if i > 0 {
			b.WriteString(",")
		}
		line, err := json.Marshal(g)
		if err != nil {
			return nil, err
		}
		b.WriteString("\n")
		b.Write(line)
	}
	b.WriteString("\n]\n")
	return b.Bytes(), nil
}
