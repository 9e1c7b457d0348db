// Package browsertest drives a real browser, Debian's chromium-headless-shell, for tests
// of what visitors see. Tests alone import it. The shell is Chromium without the windows,
// menus and graphics card around its pages, which take more of the processor than the
// pages do. Where there is no shell, it is Chromium itself.
//
// It also decides which tests run. Tests that need only Go always run. Tests that need a
// browser or an npm package, and the longer random tests, run only on request, as bash
// .ci/run does. Otherwise a machine that happens to have a browser would take minutes
// longer, and run other tests, than one without.
//
// A package with such tests hands its TestMain to [Main]. All its tests share one
// browser, but each [Tab] has a profile of its own: storage, cache and service workers
// are never shared between tests.
package browsertest

import (
	"context"
	"os"
	"os/exec"
	"slices"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// Variable is the environment variable that asks for all tests, when it is "all".
const Variable = "PLEINWIJZER_TESTS"

// All reports whether all tests were asked for. A test that is as good with less,
// such as one on random sites, does more then.
func All() bool { return os.Getenv(Variable) == "all" }

// Needs skips a test that needs something which .ci/run installs, unless all tests
// were asked for: then it has to be there.
func Needs(t testing.TB, there bool, what string) {
	t.Helper()
	switch {
	case !All():
		t.Skipf("runs with %s=all, as in bash .ci/run, which installs %s", Variable, what)
	case !there:
		t.Fatalf("%s is missing; bash .ci/run installs it", what)
	}
}

// NeedsBrowser is Needs for the browser. A test that makes a site for it first says
// so before.
func NeedsBrowser(t testing.TB) {
	t.Helper()
	Needs(t, program() != "", "Debian's chromium-headless-shell")
}

// NeedsGit skips a test on a machine without git, unless all tests were asked for.
func NeedsGit(t testing.TB) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil && !All() {
		t.Skip("git is missing")
	} else if err != nil {
		t.Fatal("git is missing")
	}
}

// Main runs the tests of a package and then ends the browser, if one of them
// started it. It gives the exit code.
func Main(m *testing.M) int {
	defer quit()
	return m.Run()
}

var quit = func() {}

// program is the browser that is there, or "".
var program = sync.OnceValue(func() string {
	for _, name := range []string{"chromium-headless-shell", "chromium"} {
		if found, err := exec.LookPath(name); err == nil {
			return found
		}
	}
	return ""
})

// browser starts Chromium for the first test that asks.
var browser = sync.OnceValues(func() (context.Context, error) {
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(program()), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
	)
	allocated, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, closeBrowser := chromedp.NewContext(allocated)
	quit = func() { closeBrowser(); stop() }
	return ctx, chromedp.Do(ctx)
})
