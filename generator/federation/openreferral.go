package federation

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"time"

	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/openreferral"
	"pleinwijzer/generator/schedule"
)

// Limits of a source that gives its records one by one.
const (
	patienceHSDS = 15 * time.Minute
	largestHSDS  = 2 * Largest // of all that is read; what is made of it is one file
)

// fetchHSDS reads the API of another system and turns it into feeds like our own, which are
// then checked and judged as those are.
func (in *incoming) fetchHSDS(ctx context.Context) *Fault {
	ctx, cancel := context.WithTimeout(ctx, patienceHSDS)
	defer cancel()
	read, err := openreferral.Read(openreferral.Source{
		Root: string(in.source.Adres), Title: in.source.Titel, Licence: in.source.Licentie, Today: schedule.DateOf(in.Now), Get: in.getter(ctx),
	})
	if err != nil {
		return faultOfHSDS(string(in.source.Adres), err)
	}
	for _, odd := range read.Odd {
		in.odd = append(in.odd, kept.Odd{Name: odd.Name, Count: odd.Count})
	}
	for _, s := range in.shapes {
		if fault := in.convert(s, read); fault != nil {
			return fault
		}
	}
	return nil
}

// getter returns how to get one file, within the limits for all of them together.
func (in *incoming) getter(ctx context.Context) func(string) (io.ReadCloser, error) {
	var size int64
	return func(address string) (io.ReadCloser, error) {
		got, fault := in.Fetcher.Get(ctx, address, "", in.dir)
		if fault != nil {
			return nil, fault
		}
		in.answered = got.Date
		file, err := os.Open(got.Name)
		if err != nil {
			return nil, err
		}
		if info, err := file.Stat(); err == nil {
			size += info.Size()
		}
		if size > largestHSDS {
			passing{file}.Close()
			return nil, &Fault{URL: address, Code: TooLarge, Detail: "all files together"}
		}
		return passing{file}, nil
	}
}

// passing is a file that goes when it has been read.
type passing struct{ *os.File }

func (f passing) Close() error { return errors.Join(f.File.Close(), os.Remove(f.Name())) }

// convert writes one list as a file that has come in.
func (in *incoming) convert(s shape, from *openreferral.Directory) *Fault {
	address := string(in.source.Adres)
	file, err := os.CreateTemp(in.dir, ".bron-*.tmp")
	if err != nil {
		return &Fault{URL: address, Code: Invalid, Detail: err.Error()}
	}
	in.files[s.Key] = Fetched{Name: file.Name()}
	if err := errors.Join(from.Write(file, s.Key), file.Close()); err != nil {
		return &Fault{URL: address, Code: Invalid, Detail: err.Error()}
	}
	if info, err := os.Stat(file.Name()); err == nil && info.Size() > Largest {
		return &Fault{URL: address, Code: TooLarge, Detail: s.File}
	}
	doc, err := in.read(s, in.files[s.Key])
	if err != nil {
		return faultIn(address, err)
	}
	in.after[s.Key] = doc
	return nil
}

func faultOfHSDS(address string, err error) *Fault {
	var fault *Fault
	if errors.As(err, &fault) {
		return fault
	}
	made := &Fault{URL: address, Code: Invalid, Detail: err.Error()}
	var record *openreferral.RecordError
	if errors.As(err, &record) {
		made.URL, made.Slug = record.Address, record.Name
	}
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, openreferral.ErrVersion):
		made.Code = NotHSDS
	case errors.Is(err, openreferral.ErrTooMany):
		made.Code = TooLarge
	case errors.As(err, &syntax), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		made.Code = NotJSON
	}
	return made
}
