package browsertest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Patience is how long one step, and what a test waits for, may take. It only ends
// what would never come, so it is long: the machine may have much else to do.
const Patience = 2 * time.Minute

// A Tab is one visitor: a page in a profile of its own. A failure of the browser
// ends the test.
type Tab struct {
	T *testing.T // a subtest may put itself here

	ctx      context.Context
	mu       sync.Mutex
	messages []string
}

// Open opens an empty tab, and does the steps in it.
func Open(t *testing.T, before ...Step) *Tab {
	t.Helper()
	NeedsBrowser(t)
	shared, err := browser()
	if err != nil {
		t.Fatal(err)
	}
	ctx, closeTab := chromedp.NewContext(shared, chromedp.WithNewBrowserContext())
	t.Cleanup(closeTab)
	tab := &Tab{T: t, ctx: ctx}
	tab.Listen(tab.hear)
	tab.Do(append([]Step{step(performance.Enable,
		performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks}), copies}, before...)...)
	return tab
}

// Do takes steps, one after another. A step that a page did not take because it made place
// for another one, which takes it, is no failure.
func (tab *Tab) Do(steps ...Step) {
	tab.T.Helper()
	for _, step := range steps {
		Result(tab, step)
	}
}

// Go opens an address, and waits until the page and what its scripts fetch are
// there. A page that is left may be on its way to another by itself, after a form or a
// reload; the browser then drops one of the two, so what it dropped is asked again.
func (tab *Tab) Go(address string) {
	tab.T.Helper()
	for end := time.Now().Add(Patience); ; {
		ctx, cancel := context.WithTimeout(tab.ctx, Patience)
		err := chromedp.Do(ctx, chromedp.Navigate(address))
		cancel()
		if err == nil {
			break
		}
		var failed *chromedp.LoadError
		if !errors.As(err, &failed) || failed.ErrorText != "net::ERR_ABORTED" || time.Now().After(end) {
			tab.T.Fatal(err)
		}
	}
	tab.Want(`document.querySelector('[aria-busy=true]') === null`, "true")
}

// Press presses keys, one after another.
func (tab *Tab) Press(keys string) {
	tab.T.Helper()
	tab.Do(chromedp.KeyEvent(keys))
}

// Listen calls back with each event of the DevTools protocol.
func (tab *Tab) Listen(callback func(event any)) {
	tab.T.Helper()
	if err := chromedp.Listen(tab.ctx, callback); err != nil {
		tab.T.Fatal(err)
	}
}

// Ask gives the value of an expression in the page, also of a promise.
func Ask[T any](tab *Tab, expression string) T {
	tab.T.Helper()
	return Result(tab, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// Result gives what an action of the browser results in. If the page makes place for another
// one before it answers, by a form or because it reloads, the other one is asked when it is
// there.
func Result[T any](tab *Tab, action chromedp.Action[T]) T {
	tab.T.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, Patience)
	defer cancel()
	for {
		value, err := chromedp.Run(ctx, action)
		switch {
		case err == nil:
			return value
		case !madePlace(err):
			tab.T.Fatal(err)
		}
		tab.Want(`document.readyState`, "complete")
	}
}

// madePlace reports whether an action failed because its page is not there any more. The
// browser has no other code for it than its words.
func madePlace(err error) bool {
	var refused *cdproto.Error
	return errors.As(err, &refused) && slices.ContainsFunc([]string{
		"Execution context was destroyed", "Inspected target navigated or closed",
		"Cannot find context with specified id", "Cannot find default execution context",
	}, func(words string) bool { return strings.HasPrefix(refused.Message, words) })
}

// Want waits until an expression gives a text, also while one page comes after another.
func (tab *Tab) Want(expression, want string) {
	tab.T.Helper()
	var got string
	for end := time.Now().Add(Patience); time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(tab.ctx, Patience)
		value, err := chromedp.Run(ctx, chromedp.Evaluate[any](expression, chromedp.EvalAwaitPromise))
		cancel()
		if got = fmt.Sprint(value); err != nil {
			got = err.Error() // of a page that goes away, the next one is asked
		} else if got == want {
			return
		}
	}
	tab.T.Errorf("%s\n got %q\nwant %q", expression, got, want)
}

// Work is how much of the processor the pages of this tab took for their scripts
// and layout until now. Unlike time it does not depend on what else runs.
func (tab *Tab) Work() time.Duration {
	tab.T.Helper()
	for _, metric := range Call(tab, performance.GetMetrics, cdp.Empty{}).Metrics {
		if metric.Name == "TaskDuration" {
			return time.Duration(metric.Value * float64(time.Second))
		}
	}
	tab.T.Fatal("the browser does not say how much it worked")
	return 0
}

// hear collects what the console of the browser would show.
func (tab *Tab) hear(event any) {
	var message string
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		message = "console"
		for _, arg := range e.Args {
			message += " " + string(arg.Value)
		}
	case *runtime.EventExceptionThrown:
		message = e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			message += " " + e.ExceptionDetails.Exception.Description
		}
	case *log.EventEntryAdded:
		message = e.Entry.Text + " " + e.Entry.URL
	default:
		return
	}
	tab.mu.Lock()
	defer tab.mu.Unlock()
	tab.messages = append(tab.messages, message)
}

// Console takes what the console said since the last time, but for messages
// that a test asks for itself: those with one of the texts in them.
func (tab *Tab) Console(but ...string) []string {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	messages := tab.messages
	tab.messages = nil
	return slices.DeleteFunc(messages, func(message string) bool {
		return slices.ContainsFunc(but, func(text string) bool { return strings.Contains(message, text) })
	})
}

// Silent wants nothing in the console, but for messages with one of the texts.
func (tab *Tab) Silent(but ...string) {
	tab.T.Helper()
	for _, message := range tab.Console(but...) {
		tab.T.Errorf("console: %s", message)
	}
}

// Call sends a command of the DevTools protocol and gives its answer.
func Call[P, R any](tab *Tab, command cdp.Command[P, R], params P) R {
	tab.T.Helper()
	return Result(tab, func(ctx context.Context, t *chromedp.Target) (R, error) { return cdp.Call(ctx, t, command, params) })
}
