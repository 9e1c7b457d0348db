package browsertest

import (
	"context"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// NeedsOthers is Needs for Firefox and WebKit, and for what drives them.
func NeedsOthers(t testing.TB) {
	t.Helper()
	for _, program := range []string{"node", "xvfb-run", "firefox-esr", "WebKitWebDriver"} {
		_, err := exec.LookPath(program)
		Needs(t, err == nil && miniBrowser() != "", program+", for Firefox and WebKit")
	}
	_, err := os.Stat("../../.ci/node_modules") // of a package two folders deep
	Needs(t, err == nil, "the npm packages in .ci")
}

// miniBrowser is the browser that Debian has for WebKit, or "".
func miniBrowser() string {
	found, _ := filepath.Glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
	if len(found) == 0 {
		return ""
	}
	return found[len(found)-1]
}

// VisitWithOthers has .ci/browsers.mjs visit pages with Firefox and WebKit. The plan says
// which, as that script explains. It returns what the script printed.
func VisitWithOthers(t testing.TB, plan map[string]any) []byte {
	t.Helper()
	plan = maps.Clone(plan)
	plan["firefox"], _ = exec.LookPath("firefox-esr")
	plan["webkit"] = miniBrowser()
	dir := t.TempDir()
	data, err := json.Marshal(plan)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "visit.json"), data, 0o666); err != nil {
		t.Fatal(err)
	}
	within, stop := context.WithTimeout(t.Context(), 5*time.Minute) // of a browser that hangs
	defer stop()
	visit := exec.CommandContext(within, "xvfb-run", "-a", "node", "browsers.mjs", dir)
	visit.Dir = "../../.ci"
	visit.Stderr = os.Stderr
	out, err := visit.Output()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	return out
}
