package i18n

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"text/template/parse"
)

// actionLen is the length of the action of a template with which text begins: up to
// and including the }} that closes it, which is not one in a constant or a comment.
// Of one that is never closed it is all, and the template will not parse.
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

// constantLen is the length of the constant with which text begins, or else 1.
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

// checkPiece sees whether a piece of a template can stand anywhere in another: it
// opens nothing that it does not close.
func checkPiece(source string) error {
	t := parse.New("")
	t.Mode = parse.SkipFuncCheck
	all := map[string]*parse.Tree{}
	var declared strings.Builder // what the template around it may have
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
