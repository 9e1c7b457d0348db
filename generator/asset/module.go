package asset

import (
	"errors"
	"fmt"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"
)

// The forms in which scripts share. What has another form is refused: the page would
// ask the host for a file that is not there, or work with a value that is none.
const (
	importForm = `schrijf een import bovenaan het script, als: import { naam } from './bestand.js';`
	exportForm = `schrijf export voor één const, class, function of async function met een naam`
)

// A module is a script and what it shares with its siblings in the folder.
type module struct {
	name    string
	imports []sharing
	exports []string
	body    string // the text without its imports, and without the word export
}

// A sharing is one import: names of a sibling.
type sharing struct {
	names []string
	from  string // as in './words.js'
	line  int
}

// A token is a word or a sign of a script, and where it begins.
type token struct {
	kind js.TokenType
	text string
	at   int
}

// scriptFault is about a line of a script.
func scriptFault(name string, line int, format string, args ...any) error {
	return &Fault{"static/" + scriptFolder + "/" + name, fmt.Errorf("line %d: "+format, append([]any{line}, args...)...)}
}

// newModule reads a script by its tokens: an import in a comment, a string or a
// template is none.
func newModule(name, source string) (*module, error) {
	tokens, err := tokensOf(name, source)
	if err != nil {
		return nil, err
	}
	m := &module{name: name}
	var body strings.Builder
	head, kept := 0, 0 // the tokens that are imports at the top; how far the source is dealt with
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if t.kind != js.ImportToken && t.kind != js.ExportToken || isProperty(tokens, i) {
			continue
		}
		line := lineOf(source, t.at)
		body.WriteString(source[kept:t.at])
		if t.kind == js.ExportToken {
			exported := exportedBy(tokens[i+1:])
			if exported == "" {
				return nil, scriptFault(name, line, exportForm)
			}
			m.exports = append(m.exports, exported)
			kept = t.at + len(t.text)
			continue
		}
		names, from, length := importedBy(tokens[i+1:])
		if length == 0 || i != head {
			return nil, scriptFault(name, line, importForm)
		}
		m.imports = append(m.imports, sharing{names, from, line})
		i += length
		head = i + 1
		kept = tokens[i].at + len(tokens[i].text)
	}
	body.WriteString(source[kept:])
	m.body = body.String()
	return m, nil
}

// tokensOf cuts a script that is known to be JavaScript.
func tokensOf(name, source string) ([]token, error) {
	if _, err := js.Parse(parse.NewInputString(source), js.Options{}); err != nil {
		if at := new(parse.Error); errors.As(err, &at) {
			return nil, scriptFault(name, at.Line, "%s", at.Message)
		}
		return nil, &Fault{"static/" + scriptFolder + "/" + name, err}
	}
	var tokens []token
	lexer, at := js.NewLexer(parse.NewInputString(source)), 0
	for {
		kind, text := lexer.Next()
		if (kind == js.DivToken || kind == js.DivEqToken) && !endsValue(tokens) {
			kind, text = lexer.RegExp()
		}
		switch kind {
		case js.ErrorToken:
			if at < len(source) {
				return nil, scriptFault(name, lineOf(source, at), "%v", lexer.Err())
			}
			return tokens, nil
		case js.WhitespaceToken, js.LineTerminatorToken, js.CommentToken, js.CommentLineTerminatorToken:
		default:
			tokens = append(tokens, token{kind, string(text), at})
		}
		at += len(text)
	}
}

func lineOf(source string, at int) int { return 1 + strings.Count(source[:at], "\n") }

// endsValue tells whether a slash after these tokens divides; else it begins a
// regular expression. It takes every closing bracket for the end of a value.
func endsValue(tokens []token) bool {
	if len(tokens) == 0 {
		return false
	}
	switch kind := tokens[len(tokens)-1].kind; kind {
	case js.CloseParenToken, js.CloseBracketToken, js.CloseBraceToken, js.StringToken, js.RegExpToken,
		js.TemplateToken, js.TemplateEndToken, js.PrivateIdentifierToken,
		js.ThisToken, js.SuperToken, js.TrueToken, js.FalseToken, js.NullToken, js.IncrToken, js.DecrToken:
		return true
	default:
		return js.IsNumeric(kind) || js.IsIdentifier(kind)
	}
}

// isProperty tells whether a word is the name of a property, as in x.import.
func isProperty(tokens []token, i int) bool {
	before := i > 0 && (tokens[i-1].kind == js.DotToken || tokens[i-1].kind == js.OptChainToken)
	after := i+1 < len(tokens) && tokens[i+1].kind == js.ColonToken
	return before || after
}

// importedBy reads what follows the word import, and says how many tokens that are:
// none where it is no list of names from a sibling.
func importedBy(rest []token) (names []string, from string, length int) {
	i := 0
	next := func(kind js.TokenType) bool {
		if i == len(rest) || rest[i].kind != kind {
			return false
		}
		i++
		return true
	}
	if !next(js.OpenBraceToken) {
		return nil, "", 0
	}
	for i < len(rest) && js.IsIdentifier(rest[i].kind) {
		names = append(names, rest[i].text)
		i++
		if !next(js.CommaToken) {
			break
		}
	}
	if !next(js.CloseBraceToken) || !next(js.FromToken) || !next(js.StringToken) || !next(js.SemicolonToken) {
		return nil, "", 0
	}
	from, sibling := strings.CutPrefix(strings.Trim(rest[i-2].text, `'"`), "./")
	if !sibling || len(names) == 0 || strings.Contains(from, "/") {
		return nil, "", 0
	}
	return names, from, i
}

// exportedBy is the name of the declaration that follows the word export, or "". A
// let or var is none: who imports it would keep its first value.
func exportedBy(rest []token) string {
	if len(rest) > 0 && rest[0].kind == js.AsyncToken {
		rest = rest[1:]
		if len(rest) > 0 && rest[0].kind != js.FunctionToken {
			return ""
		}
	}
	if len(rest) < 2 || !js.IsIdentifier(rest[1].kind) {
		return ""
	}
	switch rest[0].kind {
	case js.ConstToken, js.ClassToken, js.FunctionToken:
		return rest[1].text
	}
	return ""
}
