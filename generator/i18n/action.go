package i18n

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"text/template/parse"
)

// actionLen returns the length of the template action at the start of text, up to and
// including the }} that closes it. A }} inside a constant or a comment does not count. If
// the action is never closed it returns the length of all the text, and the template will
// fail to parse.
func actionLen(text string) int {
	at := len(actionOpen)
	if comment := beginComment.FindString(text); comment != "" {
		if n := strings.Index(text[len(comment):], "*/"); n >= 0 {
			at = len(comment) + n + len("*/")
		}
	}
	for at < len(text) {
		if strings.HasPrefix(text[at:], actionEnd) {
			return at + len(actionEnd)
		}
		at += constantLen(text[at:])
	}
	return len(text)
}

var beginComment = regexp.MustCompile(`^\{\{(?:-\s)?/\*`)

// constantLen returns the length of the quoted constant at the start of text, or 1 if
// there is none.
func constantLen(text string) int {
	quote := text[0]
	if quote != '"' && quote != '\'' && quote != '`' {
		return 1
	}
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == quote:
			return i + 1
		case text[i] == '\\' && quote != '`':
			i++
		}
	}
	return len(text)
}

var variable = regexp.MustCompile(`\$\w+`)

// checkPiece returns an error unless a piece of a template can be inserted anywhere in
// another: it must close everything that it opens.
func checkPiece(source string) error {
	t := parse.New("")
	t.Mode = parse.SkipFuncCheck
	all := map[string]*parse.Tree{}
	var declared strings.Builder // the variables that the surrounding template may have declared
	for _, name := range variable.FindAllString(source, -1) {
		declared.WriteString("{{" + name + " := 0}}")
	}
	if _, err := t.Parse(declared.String()+source, "", "", all); err != nil {
		_, reason, _ := strings.Cut(strings.TrimPrefix(err.Error(), "template: "), ": ")
		return fmt.Errorf("what stands in back quotes is no template of its own: %s", reason)
	}
	for name := range all {
		if name != "" {
			return errors.New("what stands in back quotes defines a template")
		}
	}
	if strings.HasSuffix(source, "{") {
		return errors.New("what stands in back quotes ends with a brace, which would begin an action with the next one")
	}
	return nil
}
