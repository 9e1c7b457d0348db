package main

import (
	"errors"
	"flag"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"pleinwijzer/generator/browsertest"
)

var update = flag.Bool("update", false, "write the output that the scripts expect")

func TestMain(m *testing.M) {
	testscript.Main(withBrowser{m}, map[string]func(){"pleinwijzer": main})
}

// withBrowser runs the tests, some of which open a browser.
type withBrowser struct{ *testing.M }

func (b withBrowser) Run() int { return browsertest.Main(b.M) }

// TestScript runs the scripts in testdata/script, which test the whole program. In addition
// to the usual commands they can use
//
//	site                 copy the small site of testdata/site here
//	keep folder          remember the files in a folder
//	kept folder          check that no file in it has been written since
//	exitcode n command   run a command that must end with exit code n
func TestScript(t *testing.T) {
	site, err := filepath.Abs(filepath.Join("testdata", "site"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("GORACE", "atexit_sleep_ms=0") // otherwise each run ends with a second of waiting
			e.Values["kept"] = map[string]map[string]string{}
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"site": func(ts *testscript.TestScript, neg bool, args []string) {
				ts.Check(os.CopyFS(ts.MkAbs("."), os.DirFS(site)))
			},
			"keep": func(ts *testscript.TestScript, neg bool, args []string) {
				unmoved(ts)[args[0]] = stamps(ts, args[0])
			},
			"kept": func(ts *testscript.TestScript, neg bool, args []string) {
				if !maps.Equal(unmoved(ts)[args[0]], stamps(ts, args[0])) {
					ts.Fatalf("the folder %s has changed", args[0])
				}
			},
			"exitcode": func(ts *testscript.TestScript, neg bool, args []string) {
				want, err := strconv.Atoi(args[0])
				ts.Check(err)
				got := 0
				var failed *exec.ExitError
				if err := ts.Exec(args[1], args[2:]...); errors.As(err, &failed) {
					got = failed.ExitCode()
				} else {
					ts.Check(err)
				}
				if got != want {
					ts.Fatalf("exit code %d, want %d", got, want)
				}
			},
		},
	})
}

func unmoved(ts *testscript.TestScript) map[string]map[string]string {
	return ts.Value("kept").(map[string]map[string]string)
}

// stamps returns the bytes of every file in a folder with the time when it was written.
func stamps(ts *testscript.TestScript, folder string) map[string]string {
	all := map[string]string{}
	ts.Check(filepath.WalkDir(ts.MkAbs(folder), func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		all[name] = info.ModTime().String() + "\n" + ts.ReadFile(name)
		return nil
	}))
	return all
}

// TestUsage checks that the usage of a verb explains all its flags, and that it has all
// sections of a man page.
func TestUsage(t *testing.T) {
	for _, v := range verbs {
		for _, part := range []string{"NAAM", "GEBRUIK", "BESCHRIJVING", "VLAGGEN", "VOORBEELDEN", "AFSLUITCODES"} {
			if !strings.Contains(v.usage, part+"\n    ") {
				t.Errorf("%s: the usage lacks %s", v.name, part)
			}
		}
		if !strings.HasPrefix(v.usage, "NAAM\n    pleinwijzer "+v.name+" - ") {
			t.Errorf("%s: the usage does not begin with its name", v.name)
		}
		for line := range strings.Lines(v.usage) {
			if len([]rune(line)) > 81 {
				t.Errorf("%s: too wide for a terminal: %s", v.name, line)
			}
		}
	}
}
