package federation

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"

	"pleinwijzer/generator/public"
)

// Largest is the number of bytes that one file can have.
const Largest = 20 << 20

const (
	patience  = 30 * time.Second // for one file
	redirects = 5
)

// A Fault is why a file of another directory could not be fetched or read. Whatever it is,
// the last good one stays.
type Fault struct {
	URL    string
	Code   Code
	Slug   string // of the record that is wrong, if it is one
	Detail string // for a programmer

	cause error
}

// Code says what kind of fault it is.
type Code string

const (
	NoAnswer  Code = "geen-antwoord" // no connection, no such host, no certificate
	TooSlow   Code = "te-traag"
	TooLarge  Code = "te-groot"
	BadStatus Code = "status"    // anything but 200 and 304
	NotFeed   Code = "geen-feed" // a page
	NotJSON   Code = "kapot"     // it ends too soon, or is no JSON at all
	Invalid   Code = "ongeldig"  // against the schema
	Elsewhere Code = "ander-adres"
	Insecure  Code = "onbeveiligd" // a redirect from https to http
	Private   Code = "eigen-netwerk"
	NotUTF8   Code = "tekens"
	Future    Code = "toekomst" // made later than now
	NewerLock Code = "slot-nieuwer"
	NotHSDS   Code = "geen-hsds" // another version, or something else
)

// Unwrap returns what stopped the program here, if that is the reason, or [fs.ErrNotExist]
// for a file that the source says it does not have.
func (f *Fault) Unwrap() error { return f.cause }

func (f *Fault) Error() string { return fmt.Sprintf("%s: %s: %s", f.URL, f.Code, f.Detail) }

// errElsewhere is the error of a redirect to another host.
var errElsewhere = errors.New("a redirect to another host")

// errInsecure is the error of a redirect that anybody on the way could have made.
var errInsecure = errors.New("a redirect from https to http")

// A Fetcher gets files of other directories.
type Fetcher struct {
	Transport http.RoundTripper
}

// Fetched is a file that has come in, in a temporary file that the caller removes.
// Unchanged means that it is the one with the tag that was given; then there is no file.
type Fetched struct {
	Name      string
	Tag       string
	Date      time.Time // by the clock of the source; the zero time if it does not say
	Unchanged bool
}

// Get fetches a file, unless it still has the tag. It never follows a redirect to another
// host: who moves says so, and an editor changes the address.
func (f Fetcher) Get(ctx context.Context, address, tag, dir string) (Fetched, *Fault) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return Fetched{}, &Fault{URL: address, Code: NoAnswer, Detail: err.Error()}
	}
	request.Header.Set("Accept", "application/json")
	request.Header.Set("User-Agent", "Pleinwijzer (bronnen)")
	if tag != "" {
		request.Header.Set("If-None-Match", tag)
	}
	response, err := f.client(request.URL).Do(request)
	if err != nil {
		return Fetched{}, faultOf(ctx, address, err)
	}
	defer response.Body.Close()
	switch kind, _, _ := mime.ParseMediaType(response.Header.Get("Content-Type")); {
	case response.StatusCode == http.StatusNotModified && tag != "":
		return Fetched{Tag: tag, Unchanged: true}, nil
	case response.StatusCode == http.StatusNotFound, response.StatusCode == http.StatusGone:
		return Fetched{}, &Fault{URL: address, Code: BadStatus, Detail: response.Status, cause: fs.ErrNotExist}
	case response.StatusCode != http.StatusOK:
		return Fetched{}, &Fault{URL: address, Code: BadStatus, Detail: response.Status}
	case kind == "text/html":
		return Fetched{}, &Fault{URL: address, Code: NotFeed, Detail: kind}
	}
	body := bufio.NewReader(response.Body)
	if first, _ := body.Peek(len(mark)); string(first) == mark {
		body.Discard(len(mark))
	}
	if first, _ := body.Peek(1); len(first) > 0 && first[0] == '<' {
		return Fetched{}, &Fault{URL: address, Code: NotFeed, Detail: "a page"}
	}
	name, err := keep(body, dir)
	if err != nil {
		return Fetched{}, faultOf(ctx, address, err)
	}
	date, _ := http.ParseTime(response.Header.Get("Date"))
	return Fetched{Name: name, Tag: response.Header.Get("ETag"), Date: date}, nil
}

func (f Fetcher) client(from *url.URL) *http.Client {
	return &http.Client{Transport: f.Transport, CheckRedirect: func(r *http.Request, via []*http.Request) error {
		switch {
		case !strings.EqualFold(r.URL.Host, from.Host):
			return errElsewhere
		case from.Scheme == "https" && r.URL.Scheme != "https":
			return errInsecure
		case len(via) >= redirects:
			return errors.New("too many redirects")
		}
		return nil
	}}
}

// errLarge is the error of a file that is larger than [Largest].
var errLarge = errors.New("too large")

// temporary is the pattern of the names of files that come in.
const temporary = ".bron-*.tmp"

func keep(from io.Reader, dir string) (name string, err error) {
	file, err := os.CreateTemp(dir, temporary)
	if err != nil {
		return "", &DiskError{err}
	}
	n, err := io.Copy(disk{file}, transform.NewReader(io.LimitReader(from, Largest+1), encoding.UTF8Validator))
	if n > Largest {
		err = errLarge
	}
	if err = errors.Join(err, file.Close()); err != nil {
		os.Remove(file.Name())
		return "", err
	}
	return file.Name(), nil
}

// mark is how some programs on Windows begin a file in UTF-8. It is no part of the JSON.
const mark = "\ufeff"

// disk tells what goes wrong here from what goes wrong at the source.
type disk struct{ *os.File }

// A DiskError is about this computer: the source can do nothing about it.
type DiskError struct{ error }

func (e *DiskError) Unwrap() error { return e.error }

func (d disk) Write(p []byte) (int, error) {
	n, err := d.File.Write(p)
	if err != nil {
		err = &DiskError{err}
	}
	return n, err
}

func faultOf(ctx context.Context, address string, err error) *Fault {
	code := NoAnswer
	switch {
	case errors.Is(err, errElsewhere):
		code = Elsewhere
	case errors.Is(err, errInsecure):
		code = Insecure
	case errors.Is(err, public.ErrPrivate):
		code = Private
	case errors.Is(err, encoding.ErrInvalidUTF8):
		code = NotUTF8
	case errors.Is(err, errLarge):
		code = TooLarge
	case errors.Is(err, context.DeadlineExceeded), ctx.Err() != nil:
		code = TooSlow
	}
	return &Fault{URL: address, Code: code, Detail: err.Error(), cause: err}
}
