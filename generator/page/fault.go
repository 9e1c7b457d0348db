package page

import (
	"context"
	"errors"
	"fmt"
	htmltemplate "html/template"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"text/template"

	"github.com/BurntSushi/toml"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/i18n"
)

// Faults are the problems that an error of this package tells of. It is the error
// itself where that is no fault of a file: a disk that fails, or a user who stops.
func Faults(err error) (diag.List, error) {
	if all, ok := err.(interface{ Unwrap() []error }); ok {
		var problems diag.List
		for _, one := range all.Unwrap() {
			some, other := Faults(one)
			if other != nil {
				return nil, err
			}
			problems.Add(some...)
		}
		return problems, nil
	}
	if _, failed := errors.AsType[syscall.Errno](err); failed || err == nil ||
		errors.Is(err, context.Canceled) || errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if photo, ok := errors.AsType[*asset.PhotoFault](err); ok {
		return diag.List{{Range: diag.Range{File: "../" + photo.File}, Code: photo.Code, Message: photo.Message, Hint: photo.Hint}}, nil
	}
	file, err := faulty(err)
	if file == "" {
		return nil, err
	}
	line, message := lineOf(err)
	return diag.List{{
		Range: diag.Range{File: "../" + file, Line: line}, Code: "vormgeving-stuk",
		Message: "dit bestand van de vormgeving klopt niet: " + message, Hint: "maak het goed, of haal het weg: dan geldt het bestand dat in het programma zit",
	}}, nil
}

// faulty is the file that an error is about, below the folder in which layouts/ and
// static/ stand, and what is wrong with it.
func faulty(err error) (file string, cause error) {
	var fault *asset.Fault
	var words *i18n.FileError
	var executed template.ExecError
	var escaped *htmltemplate.Error
	switch {
	case errors.As(err, &fault):
		return fault.File, fault.Err
	case errors.As(err, &words):
		return "layouts/" + words.Name, words.Err
	case errors.As(err, &executed):
		message := placed.ReplaceAllString(executed.Err.Error(), "$2") // the place is that in the minified text
		return "layouts/" + strings.TrimSuffix(executed.Name, ".html") + ".html", errors.New(message)
	case errors.As(err, &escaped) && escaped.Name != "":
		return "layouts/" + escaped.Name, fmt.Errorf("line %d: %s", escaped.Line, escaped.Description)
	}
	return "", err
}

// placed is the place that a template has before what is wrong with it.
var placed = regexp.MustCompile(`(?s)^(?:template: [^ ]*?:|line )(\d+)(?::\d+)?: (.*)$`)

func lineOf(err error) (line int, message string) {
	if syntax, ok := errors.AsType[toml.ParseError](err); ok {
		return syntax.Position.Line, syntax.Message
	}
	message = err.Error()
	if found := placed.FindStringSubmatch(message); found != nil {
		line, _ = strconv.Atoi(found[1]) // digits
		message = found[2]
	}
	return line, message
}
