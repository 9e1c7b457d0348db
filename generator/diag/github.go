package diag

import (
	"fmt"
	"io"
	"strings"
)

// GitHub writes the problems as workflow commands, which GitHub displays next to the
// lines of a pull request. See "Setting an error message" in "Workflow commands for
// GitHub Actions".
func GitHub(w io.Writer, l List) error {
	for _, d := range l.shown() {
		command := "error"
		if d.Severity == Warning {
			command = "warning"
		}
		properties := "file=" + property(d.File)
		if d.Line > 0 {
			properties += fmt.Sprintf(",line=%d,col=%d", d.Line, max(d.Column, 1))
		}
		if d.Length > 0 {
			properties += fmt.Sprintf(",endColumn=%d", d.Column+d.Length)
		}
		message := d.Message
		if d.Hint != "" {
			message += "\n" + d.Hint
		}
		if d.Example != "" {
			message += "\nbijvoorbeeld: " + d.Example
		}
		_, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", command, properties, property(d.Code), data(message))
		if err != nil {
			return err
		}
	}
	return nil
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func data(s string) string     { return dataEscapes.Replace(s) }
func property(s string) string { return propertyEscapes.Replace(s) }
