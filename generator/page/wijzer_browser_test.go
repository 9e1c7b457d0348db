package page

import (
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"pleinwijzer/generator/browsertest"
)

// TestReferralGuideOnPaper prints the Verwijswijzer of a small and of a large plein: on A4,
// with nothing in the margins, all that it says is there, and no sheet for the foot alone.
func TestReferralGuideOnPaper(t *testing.T) {
	_, err := exec.LookPath("pdftotext")
	browsertest.Needs(t, err == nil, "pdftotext of poppler-utils")
	browsertest.NeedsBrowser(t)
	c := guideSite(t, []int{3, 30, 4})
	v := newVisitor(t, serveFiles(t, "/", filesOf(t, c)), browsertest.Width(1280))
	for size, most := range map[int]int{3: 2, 30: 7, 4: 3} {
		address := fmt.Sprintf("/pleinen/plein-%d/wijzer/", size)
		sheets := printed(v, address)
		checkPaper(t, address, sheets, most, a4)
		text := allText(sheets)
		for i := range size {
			if got := strings.Count(text, fmt.Sprintf("Q%02d", i)); got != 3 { // under two topics, and as a table
				t.Errorf("%s: Q%02d stands there %d times", address, i, got)
			}
			if !strings.Contains(text, "elders.example/ondernemers") {
				t.Errorf("%s: the address of the website is not there", address)
			}
			if !strings.Contains(text, fmt.Sprintf("R%02d", i)) {
				t.Errorf("%s: the question R%02d is not there", address, i)
			}
		}
		if last := sheets[len(sheets)-1].text; !strings.Contains(last, "uur") && !strings.Contains(last, "elders") {
			t.Errorf("%s: the last sheet has the foot alone: %s", address, last)
		}
		t.Logf("%s: %d sheets", address, len(sheets))
	}
}
