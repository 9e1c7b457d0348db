package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"pleinwijzer/generator/browsertest"
)

// TestFlagsAreInUsage gives each verb a flag that it does not have. It then lists those that
// it has, which must be the ones in its usage.
func TestFlagsAreInUsage(t *testing.T) {
	for _, v := range verbs {
		err := v.run(context.Background(), environment{verbs: verbs, now: time.Now}, []string{"-xxxxxxxxxxxx"})
		if err == nil {
			t.Errorf("%s accepts any flag", v.name)
			continue
		}
		_, choice, _ := strings.Cut(err.Error(), ";")
		has := regexp.MustCompile(`-[\w-]+`).FindAllString(choice, -1)
		var told []string
		for _, o := range manualOf(v).options {
			told = append(told, o.name)
		}
		slices.Sort(told)
		if !slices.Equal(has, told) {
			t.Errorf("%s has %q, and its usage explains %q", v.name, has, told)
		}
	}
}

func TestManualOf(t *testing.T) {
	m := manualOf(verb{"proef", `NAAM
    pleinwijzer proef - doet iets

GEBRUIK
    pleinwijzer proef [-vorm vorm] [-set veld=waarde]...

VLAGGEN
    -vorm vorm         hoe het eruitziet; zonder deze vlag: text. Zo dus,
                       op twee regels
                         text    voor mensen
                         json    voor programma's, en
                                 andere
    -set veld=waarde   vult een veld in
    -v                 alles
`, nil})
	if m.summary != "doet iets" || m.section("GEBRUIK") != "pleinwijzer proef [-vorm vorm] [-set veld=waarde]..." {
		t.Errorf("%+v", m)
	}
	want := []option{
		{name: "-vorm", value: "vorm", text: "hoe het eruitziet; zonder deze vlag: text. Zo dus, op twee regels",
			choices: []choice{{"text", "voor mensen"}, {"json", "voor programma's, en andere"}}},
		{name: "-set", value: "veld=waarde", text: "vult een veld in", repeats: true},
		{name: "-v", text: "alles"},
	}
	if !slices.EqualFunc(m.options, want, func(a, b option) bool {
		return a.name == b.name && a.value == b.value && a.text == b.text && a.repeats == b.repeats && slices.Equal(a.choices, b.choices)
	}) {
		t.Errorf("%+v", m.options)
	}
	if brief := m.options[0].brief(); brief != "hoe het eruitziet" {
		t.Error(brief)
	}
}

// tabs are lines with what Tab offers at their end, besides what is not listed here if
// there are dots.
var tabs = []struct {
	typed []string
	want  string
}{
	{[]string{"bu"}, "build"},
	{[]string{""}, "build serve check new ... help"},
	{[]string{"new", "p"}, "plein partner pagina"},
	{[]string{"help", "ta"}, "taken"},
	{[]string{"completion", ""}, "bash fish powershell zsh"},
	{[]string{"build", "-"}, "-content -out -base-url -now -drafts -v"},
	{[]string{"build", "-v", "-d"}, "-drafts"},
	{[]string{"check", "-format", ""}, "text json github sarif"},
	{[]string{"check", "-format", "s"}, "sarif"},
	{[]string{"taken", "-format", ""}, "text markdown ics"},
	{[]string{"check", "-explain", "zin-"}, "zin-lang"},
	{[]string{"serve", "-content", "ma"}, "map"},
	{[]string{"version", "-"}, ""},
	{[]string{"onzin", ""}, ""},
}

// offers checks what was offered at the end of a line.
func offers(t *testing.T, typed []string, got []string, want string) {
	t.Helper()
	for i := range got {
		got[i] = strings.TrimSuffix(strings.TrimSpace(got[i]), "/")
	}
	wanted := strings.Fields(want)
	if slices.Contains(wanted, "...") {
		got = slices.DeleteFunc(got, func(s string) bool { return !slices.Contains(wanted, s) })
		wanted = slices.DeleteFunc(wanted, func(s string) bool { return s == "..." })
	}
	slices.Sort(got)
	slices.Sort(wanted)
	if !slices.Equal(got, wanted) {
		t.Errorf("%q: %q, want %q", typed, got, wanted)
	}
}

// shellWith writes the completion for a shell next to a folder and files to complete, and
// returns the path of the shell and that of the script. Without the shell the test is
// skipped.
func shellWith(t *testing.T, name, program string, must bool) (shell, script string) {
	t.Helper()
	shell, err := exec.LookPath(program)
	if must {
		browsertest.Needs(t, err == nil, program)
	}
	if err != nil {
		t.Skip(err)
	}
	t.Chdir(t.TempDir())
	for _, folder := range []string{"map", "een map"} {
		if err := os.Mkdir(folder, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	script = filepath.Join(t.TempDir(), "pleinwijzer."+name)
	code, out := runWith(t.Context(), "completion", name)
	if code != exitFine {
		t.Fatal(out)
	}
	for name, text := range map[string]string{script: out, "maandag.csv": "", "rooster 1.csv": ""} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return shell, script
}

// bashAsks calls the function that bash calls for Tab.
const bashAsks = `. "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_pleinwijzer
printf '%s\n' "${COMPREPLY[@]}"`

func TestCompletionBash(t *testing.T) {
	bash, script := shellWith(t, "bash", "bash", false)
	asked := func(typed ...string) []string {
		t.Helper()
		out, err := exec.Command(bash, slices.Concat([]string{"-uc", bashAsks, "bash", script, "pleinwijzer"}, typed)...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' })
	}
	for _, test := range tabs {
		offers(t, test.typed, asked(test.typed...), test.want)
	}
	for _, typed := range [][]string{ // bash splits at an equals sign
		{"check", "-format", "=", "s"}, {"check", "--format", "s"}, {"check", "-strict", "-format", "s"},
	} {
		offers(t, typed, asked(typed...), "sarif")
	}
	offers(t, nil, asked("check", "-format", "="), "text json github sarif")
	if got := asked("import", "roo"); !slices.Equal(got, []string{"rooster 1.csv"}) {
		t.Errorf("%q", got)
	}
	if got := asked("init", ""); !slices.Equal(slices.Sorted(slices.Values(got)), []string{"een map", "map"}) {
		t.Errorf("%q", got)
	}
}

func TestCompletionFish(t *testing.T) {
	fish, script := shellWith(t, "fish", "fish", true)
	var asks strings.Builder
	asks.WriteString("source $argv[1]\n")
	for _, test := range tabs {
		asks.WriteString("complete -C 'pleinwijzer " + strings.Join(test.typed, " ") + "'; echo ----\n")
	}
	asks.WriteString("complete -C 'pleinwijzer import roo'")
	command := exec.Command(fish, "-c", asks.String(), script)
	command.Env = append(os.Environ(), "HOME="+t.TempDir())
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	answers := strings.Split(string(out), "----\n")
	for i, test := range tabs {
		var words []string
		for line := range strings.Lines(answers[i]) {
			word, _, _ := strings.Cut(line, "\t")
			words = append(words, word)
		}
		offers(t, test.typed, words, test.want)
	}
	if last := answers[len(tabs)]; !strings.HasPrefix(last, "rooster") {
		t.Errorf("import: %q", last)
	}
}

// TestCompletionZsh types in a real terminal. There is no other way to ask zsh.
func TestCompletionZsh(t *testing.T) {
	zsh, script := shellWith(t, "zsh", "zsh", true)
	command := exec.Command(zsh, "-f", "-i")
	command.Env = []string{"HOME=" + t.TempDir(), "TERM=dumb", "LANG=C.UTF-8", "PS1=klaar ", "PATH=" + os.Getenv("PATH")}
	device, err := pty.StartWithSize(command, &pty.Winsize{Rows: 50, Cols: 200})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { command.Process.Kill(); command.Wait() }()
	tm := overhear(t, device)
	sees := func(text string) {
		t.Helper()
		tm.until(func() bool { return strings.Contains(tm.seen, text) })
	}
	sees("klaar ")
	tm.press("unsetopt zle_bracketed_paste; autoload -Uz compinit && compinit -u -D; source " + script + "; echo 'ge'reed\n")
	sees("gereed")
	for _, test := range []struct{ typed, sees string }{
		{"pleinwijzer bui", "build "},
		{"pleinwijzer ", "laat de site zien terwijl u eraan werkt"},
		{"pleinwijzer new spr", "spreekuur "},
		{"pleinwijzer build -", "alsof het nu deze tijd is"},
		{"pleinwijzer check -format sa", "sarif "},
		{"pleinwijzer check -strict -expl", "explain "},
		{"pleinwijzer serve -content een", `een\ map/`},
		{"pleinwijzer import roo", `rooster\ 1.csv`},
	} {
		tm.press(test.typed + "\t")
		sees(test.sees)
		tm.press("\x15" + "echo 'ge'reed\n") // Ctrl and U empties the line
		sees("gereed")
	}
}

func TestCompletionPowerShell(t *testing.T) {
	pwsh, script := shellWith(t, "powershell", "pwsh", false)
	for _, test := range tabs {
		line := "pleinwijzer " + strings.Join(test.typed, " ")
		out, err := exec.Command(pwsh, "-NoProfile", "-Command", ". '"+script+"'; (TabExpansion2 '"+line+"' "+
			"-cursorColumn "+string(rune('0'+len(line)/10))+string(rune('0'+len(line)%10))+").CompletionMatches.CompletionText").CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if test.want == "" || slices.Contains(test.typed, "-content") {
			continue // PowerShell offers files, in its own way
		}
		offers(t, test.typed, strings.Fields(string(out)), test.want)
	}
}

func TestCompletionOfWhat(t *testing.T) {
	for args, want := range map[string]string{
		"":         `zeg voor welke shell: bash, fish, powershell of zsh; zoals "pleinwijzer completion bash"`,
		"bahs":     `voor de shell "bahs" is er niets; bedoelt u "bash"?`,
		"csh":      `voor de shell "csh" is er niets; bedoelt u "zsh"?`,
		"nushell":  `voor de shell "nushell" is er niets; u kunt kiezen uit bash, fish, powershell en zsh`,
		"bash zsh": `completion krijgt geen "zsh"; "pleinwijzer help completion" zegt wat wel kan`,
	} {
		code, out := runWith(t.Context(), append([]string{"completion"}, strings.Fields(args)...)...)
		if code != exitFailure || out != "pleinwijzer: "+want+"\n" {
			t.Errorf("%q: %d, %s", args, code, out)
		}
	}
}
