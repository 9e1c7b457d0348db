package main

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// bashCompletion also works with the old bash of macOS, 3.2, which cannot read lines into
// an array and does not know compopt. Bash takes an equals sign for a word of its own.
func bashCompletion(verbs []completed) string {
	var values, options strings.Builder
	var names []string
	for _, v := range verbs {
		names = append(names, v.name)
		var flags []string
		for _, o := range v.options {
			flags = append(flags, o.name)
			switch {
			case o.value == "":
				continue
			case o.takes() == folder:
				fmt.Fprintf(&values, "    '%s %s') _pleinwijzer_paths -d; return ;;\n", v.name, o.name)
			default:
				fmt.Fprintf(&values, "    '%s %s') COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n", v.name, o.name, strings.Join(o.words(), " "))
			}
		}
		words := ""
		switch {
		case len(v.words) > 0:
			words = "words='" + strings.Join(v.words, " ") + "'; "
		case v.takes == file:
			words = "paths=-f; "
		case v.takes == folder:
			words = "paths=-d; "
		}
		fmt.Fprintf(&options, "    %s) %sflags='%s' ;;\n", v.name, words, strings.Join(flags, " "))
	}
	return fmt.Sprintf(`# Vult opdrachten van pleinwijzer aan in bash. Gemaakt met: pleinwijzer completion bash
_pleinwijzer_paths() {
    local IFS=$'\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen "$1" -- "$cur"))
}
_pleinwijzer() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]} words='' paths='' flags=''
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W '%s' -- "$cur"))
        return
    fi
    if [ "$cur" = = ]; then
        cur=''
    elif [ "$prev" = = ]; then
        prev=${COMP_WORDS[COMP_CWORD-2]}
    fi
    case "$verb ${prev/#--/-}" in
%s    esac
    case "$verb" in
%s    esac
    case "$cur" in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$cur")) ;;
    *)
        if ((COMP_CWORD > 2)); then
            COMPREPLY=($(compgen -W "$flags" -- "$cur"))
        elif [ -n "$paths" ]; then
            _pleinwijzer_paths "$paths"
        else
            COMPREPLY=($(compgen -W "$words $flags" -- "$cur"))
        fi ;;
    esac
}
complete -F _pleinwijzer pleinwijzer
`, strings.Join(names, " "), &values, &options)
}

// zshCompletion works both when it is read by a shell and as a file in $fpath.
func zshCompletion(verbs []completed) string {
	quote := func(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
	said := func(s string) string { return strings.NewReplacer("[", `\[`, "]", `\]`, ":", `\:`).Replace(s) }
	action := func(words []string, takes given) string {
		switch {
		case len(words) > 0:
			return "(" + strings.Join(words, " ") + ")"
		case takes == folder:
			return "_files -/"
		case takes == file:
			return "_files"
		}
		return " "
	}
	var names, cases strings.Builder
	for _, v := range verbs {
		fmt.Fprintf(&names, "    %s\n", quote(v.name+":"+said(v.summary)))
		fmt.Fprintf(&cases, "  %s)\n    _arguments", v.name)
		if len(v.words) > 0 || v.takes != nothing {
			fmt.Fprintf(&cases, " \\\n      %s", quote("1: :"+action(v.words, v.takes)))
		}
		for _, o := range v.options {
			spec := o.name + "[" + said(o.brief()) + "]"
			if o.repeats {
				spec = "*" + spec
			}
			if o.value != "" {
				spec += ":" + said(o.value) + ":" + action(o.words(), o.takes())
			}
			fmt.Fprintf(&cases, " \\\n      %s", quote(spec))
		}
		cases.WriteString("\n    ;;\n")
	}
	return fmt.Sprintf(`#compdef pleinwijzer
# Vult opdrachten van pleinwijzer aan in zsh. Gemaakt met: pleinwijzer completion zsh
_pleinwijzer() {
  local -a verbs
  verbs=(
%s  )
  if (( CURRENT == 2 )); then
    _describe opdracht verbs
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
%s  esac
}
if [ "$funcstack[1]" = _pleinwijzer ]; then
  _pleinwijzer "$@"
else
  compdef _pleinwijzer pleinwijzer
fi
`, &names, &cases)
}

// fishCompletion uses old-style options, which are what fish calls long ones with a single
// dash.
func fishCompletion(verbs []completed) string {
	quote := func(s string) string { return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'" }
	var b strings.Builder
	b.WriteString(`# Vult opdrachten van pleinwijzer aan in fish. Gemaakt met: pleinwijzer completion fish
function __pleinwijzer_verb
    set -l words (commandline -opc)
    test "$words[2]" = "$argv[1]"
end
function __pleinwijzer_first
    test (count (commandline -opc)) -eq $argv[1]
end
complete -c pleinwijzer -f
`)
	for _, v := range verbs {
		fmt.Fprintf(&b, "complete -c pleinwijzer -n '__pleinwijzer_first 1' -a %s -d %s\n", v.name, quote(v.summary))
	}
	for _, v := range verbs {
		if len(v.words) > 0 {
			fmt.Fprintf(&b, "complete -c pleinwijzer -n '__pleinwijzer_verb %s; and __pleinwijzer_first 2' -a %s\n", v.name, quote(strings.Join(v.words, " ")))
		} else if v.takes != nothing {
			fmt.Fprintf(&b, "complete -c pleinwijzer -n '__pleinwijzer_verb %s; and __pleinwijzer_first 2' -F\n", v.name)
		}
		for _, o := range v.options {
			fmt.Fprintf(&b, "complete -c pleinwijzer -n '__pleinwijzer_verb %s' -o %s", v.name, strings.TrimPrefix(o.name, "-"))
			switch {
			case o.value == "":
			case len(o.choices) > 0:
				fmt.Fprintf(&b, " -x -a %s", quote(strings.Join(o.words(), " ")))
			case o.takes() == folder:
				b.WriteString(" -x -a '(__fish_complete_directories)'")
			default:
				b.WriteString(" -x")
			}
			fmt.Fprintf(&b, " -d %s\n", quote(o.brief()))
		}
	}
	return b.String()
}

// powershellCompletion has no accents, since an old PowerShell reads what a program prints
// in another encoding. Where it has nothing to offer, PowerShell offers files.
func powershellCompletion(verbs []completed) string {
	quote := func(s string) string { return "'" + strings.ReplaceAll(withoutAccents(s), "'", "''") + "'" }
	list := func(words []string) string {
		quoted := make([]string, len(words))
		for i, w := range words {
			quoted[i] = quote(w)
		}
		return "@(" + strings.Join(quoted, ", ") + ")"
	}
	var b strings.Builder
	for _, v := range verbs {
		fmt.Fprintf(&b, "    %s = @{ Text = %s; Words = %s; Flags = [ordered]@{\n", quote(v.name), quote(v.summary), list(v.words))
		for _, o := range v.options {
			fmt.Fprintf(&b, "      %s = @{ Text = %s; Value = $%t; Words = %s }\n", quote(o.name), quote(o.brief()), o.value != "", list(o.words()))
		}
		b.WriteString("    } }\n")
	}
	return fmt.Sprintf(`# Vult opdrachten van pleinwijzer aan in PowerShell. Gemaakt met: pleinwijzer completion powershell
Register-ArgumentCompleter -Native -CommandName pleinwijzer -ScriptBlock {
  param($word, $ast, $cursor)
  $verbs = [ordered]@{
%s  }
  $before = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString() })
  $offers = [ordered]@{}
  if ($before.Count -le 1) {
    foreach ($name in $verbs.Keys) { $offers[$name] = $verbs[$name].Text }
  } elseif ($verbs.Contains($before[1])) {
    $verb = $verbs[$before[1]]
    $flag = $verb.Flags[($before[-1] -replace '^--', '-')]
    if ($before.Count -gt 2 -and $flag -and $flag.Value) {
      foreach ($name in $flag.Words) { $offers[$name] = $name }
    } else {
      if ($before.Count -eq 2) { foreach ($name in $verb.Words) { $offers[$name] = $name } }
      foreach ($name in $verb.Flags.Keys) { $offers[$name] = $verb.Flags[$name].Text }
    }
  }
  $offers.Keys | Where-Object { $_.StartsWith($word) } | ForEach-Object {
    $kind = if ($_.StartsWith('-')) { 'ParameterName' } else { 'ParameterValue' }
    [System.Management.Automation.CompletionResult]::new($_, $_, $kind, $offers[$_])
  }
}
`, &b)
}

// withoutAccents removes the accents from letters.
func withoutAccents(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}
