package browsertest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"
)

func TestMain(m *testing.M) { os.Exit(Main(m)) }

// TestPageMakesPlace asks pages that reload before they answer: the answer is that of the
// page which stays.
func TestPageMakesPlace(t *testing.T) {
	const loads = 4
	var loaded atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "<!doctype html><link rel=icon href=data:,><script>window.load = %d</script>", loaded.Add(1))
	}))
	defer server.Close()
	tab := Open(t)
	const asked = `new Promise((answer) => { load % 4 ? location.reload() : answer(load); })`
	tab.Go(server.URL)
	if got := Ask[int](tab, asked); got != loads {
		t.Errorf("answered by load %d, want %d", got, loads)
	}
	tab.Go(server.URL)
	tab.Do(Width(320), chromedp.Evaluate[chromedp.Void](asked, chromedp.EvalAwaitPromise))
	if got := loaded.Load(); got != 2*loads {
		t.Errorf("%d loads, want %d", got, 2*loads)
	}
	tab.Silent()
}
