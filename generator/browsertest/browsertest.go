// Package browsertest drives a real browser, Debian's chromium, for tests of
// what visitors see. Tests alone import it.
//
// A package with such tests hands its TestMain to [Main]. All its tests share
// one browser, and each [Tab] has a profile of its own: no storage, cache or
// service worker goes from one test to another.
package browsertest

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// Needs skips a test on a machine without what it needs. Under CI nothing may
// be skipped. A short run, such as the one with the race detector, has no time
// for programs that are not ours.
func Needs(t *testing.T, there bool, what string) {
	t.Helper()
	switch {
	case testing.Short():
		t.Skipf("needs %s; not in a short run", what)
	case there:
	case os.Getenv("CI") == "true":
		t.Fatalf("%s is missing", what)
	default:
		t.Skipf("%s is missing; bash .ci/run installs it and runs this test", what)
	}
}

// Main runs the tests of a package and then ends the browser, if one of them
// started it. It gives the exit code.
func Main(m *testing.M) int {
	defer quit()
	return m.Run()
}

var quit = func() {}

const program = "chromium"

// browser starts Chromium for the first test that asks.
var browser = sync.OnceValues(func() (context.Context, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:len(chromedp.DefaultExecAllocatorOptions):len(chromedp.DefaultExecAllocatorOptions)],
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
	)
	allocated, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, closeBrowser := chromedp.NewContext(allocated)
	quit = func() { closeBrowser(); stop() }
	return ctx, chromedp.Do(ctx)
})
