package browsertest

import (
	"context"
	"fmt"
	"time"

	permission "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A Step is something to do with a tab; most hold for the pages opened later.
type Step = chromedp.Action[chromedp.Void]

// step is a command of the protocol of which the answer does not matter.
func step[P, R any](command cdp.Command[P, R], params P) Step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}

// copies lets a click put text on the clipboard, as a window does. The shell has none in
// which to ask, and refuses.
var copies Step = func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
	_, err := cdp.Call(ctx, t, permission.SetPermission, permission.SetPermissionParams{
		Permission: &permission.PermissionDescriptor{Name: "clipboard-write"}, Setting: permission.PermissionSettingGranted,
		BrowserContextID: chromedp.FromContext(ctx).BrowserContextID,
	})
	return chromedp.Void{}, err
}

// Width makes the window so many CSS pixels wide, and 900 high.
func Width(pixels int64) Step { return chromedp.EmulateViewport(pixels, 900) }

// Media makes the browser show pages as on a medium ("screen", "print"), for a
// visitor with preferences: pairs such as "prefers-color-scheme", "dark".
func Media(medium string, preferences ...string) Step {
	params := emulation.SetEmulatedMediaParams{Media: medium}
	for i := 0; i+1 < len(preferences); i += 2 {
		params.Features = append(params.Features, &emulation.MediaFeature{Name: preferences[i], Value: preferences[i+1]})
	}
	return step(emulation.SetEmulatedMedia, params)
}

// Scheme makes the browser prefer "light" or "dark".
func Scheme(name string) Step { return Media("screen", "prefers-color-scheme", name) }

// WithoutScript switches the scripts of pages off. What a test asks of a page
// is still answered.
func WithoutScript() Step {
	return step(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

// Slowly makes the processor so many times slower.
func Slowly(times float64) Step {
	return step(emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: times})
}

// Zone puts the browser in a time zone.
func Zone(name string) Step {
	return step(emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: name})
}

// Script runs before those of each page.
func Script(source string) Step {
	return step(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: source})
}

// Clock sets the clock of the browser, which then goes on. The last one set
// holds.
func Clock(moment time.Time) Step {
	return Script(fmt.Sprintf(`{
		const Real = Date, start = Real.now();
		window.Date = class extends Real {
			constructor(...given) { given.length ? super(...given) : super(Date.now()); }
			static now() { return %d + Real.now() - start; }
		};
	}`, moment.UnixMilli()))
}
