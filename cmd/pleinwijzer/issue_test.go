package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/schedule"
)

// fakeHub does what GitHub does with issues, as far as we use it.
type fakeHub struct {
	*testing.T
	issues []issue
	writes int
	status int // what it answers instead, if not 0
}

func (h *fakeHub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "Bearer geheim" || !strings.HasPrefix(r.URL.Path, "/repos/wij/pleinen/issues") {
		h.Errorf("%s %s", r.Method, r.URL)
	}
	if h.status != 0 {
		w.WriteHeader(h.status)
		return
	}
	var change issueChange
	if r.Method != http.MethodGet {
		h.writes++
		if err := json.NewDecoder(r.Body).Decode(&change); err != nil || len(change.Body) > 65_536 {
			h.Errorf("%v, %d bytes", err, len(change.Body))
		}
	}
	switch number, _ := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/repos/wij/pleinen/issues/")); {
	case r.Method == http.MethodGet:
		h.list(w, r)
	case r.Method == http.MethodPost:
		h.add("open", "Bot", change.Title, change.Body)
		w.WriteHeader(http.StatusCreated)
		json.NewEncoder(w).Encode(h.issues[len(h.issues)-1])
	case r.Method == http.MethodPatch && number > 0 && number <= len(h.issues):
		i := &h.issues[number-1]
		i.Title, i.Body, i.State = change.Title, change.Body, change.State
	default:
		h.Errorf("%s %s", r.Method, r.URL)
	}
}

func (h *fakeHub) list(w http.ResponseWriter, r *http.Request) {
	page, _ := strconv.Atoi(r.URL.Query().Get("page"))
	found := []issue{}
	for _, i := range h.issues {
		if i.State == r.URL.Query().Get("state") {
			found = append(found, i)
		}
	}
	from := min(len(found), (page-1)*100)
	json.NewEncoder(w).Encode(found[from:min(len(found), from+100)])
}

func (h *fakeHub) add(state, by, title, body string) {
	i := issue{Number: len(h.issues) + 1, Title: title, Body: body, State: state}
	i.User.Type, i.Association = by, "NONE"
	h.issues = append(h.issues, i)
}

// open returns the numbers of the open issues with our name by a program.
func (h *fakeHub) open() (numbers []int) {
	for _, i := range h.issues {
		if i.State == "open" && i.Title == issueTitle && i.User.Type == "Bot" {
			numbers = append(numbers, i.Number)
		}
	}
	return numbers
}

// startHub makes a GitHub with issues of others: many, one by a person with our name and our
// mark, and a pull request of a program.
func startHub(t *testing.T) *fakeHub {
	h := &fakeHub{T: t}
	for i := range 120 {
		h.add("open", "User", fmt.Sprint("Vraag ", i), "Hoe werkt dit?")
	}
	h.add("open", "User", issueTitle, "van mij\n"+issueMark)
	h.add("open", "Bot", issueTitle, "van mij\n"+issueMark)
	h.issues[121].PullRequest = &struct{}{}
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	t.Setenv("GITHUB_API_URL", server.URL)
	t.Setenv("GITHUB_REPOSITORY", "wij/pleinen")
	t.Setenv("GITHUB_TOKEN", "geheim")
	return h
}

// ownSite copies the small site to a folder without git, where holidays close nothing.
func ownSite(t *testing.T) (content string) {
	t.Helper()
	content = filepath.Join(t.TempDir(), "content")
	if err := os.CopyFS(content, os.DirFS(smallSite)); err != nil {
		t.Fatal(err)
	}
	site := filepath.Join(content, "pleinen", "bieb.md")
	text, err := os.ReadFile(site)
	if err == nil {
		err = os.WriteFile(site, []byte(strings.Replace(string(text), "\n", "\nfeestdagen = \"open\"\n", 1)), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// night runs the command of the workflow once.
func night(t *testing.T, content string, on schedule.Date) string {
	t.Helper()
	workflow, err := os.ReadFile("../../.github/workflows/taken.yml")
	_, command, ok := strings.Cut(string(workflow), "run: go run ./cmd/pleinwijzer ")
	command, _, _ = strings.Cut(command, "\n")
	if err != nil || !ok {
		t.Fatal("the workflow does not run the program", err)
	}
	args := append(strings.Fields(command), "-content", content, "-now", on.At(4*60).Format(time.RFC3339))
	code, out := runWith(t.Context(), args...)
	if code != exitFine {
		t.Fatalf("%s: code %d: %s", on, code, out)
	}
	return out
}

// TestIssueYear runs the workflow in every third night of a year in which an editor checks
// the only spreekuur now and then. There is never more than one issue, which is open
// exactly if something has to be done, and which is left alone while nothing changes.
func TestIssueYear(t *testing.T) {
	h := startHub(t)
	others := slices.Clone(h.issues)
	content := ownSite(t)
	taal := filepath.Join(content, "spreekuren", "taal.md")
	text, err := os.ReadFile(taal)
	if err != nil {
		t.Fatal(err)
	}
	checked := schedule.NewDate(2026, time.November, 2)
	opened := 0
	for on := schedule.NewDate(2026, time.November, 22); on < schedule.NewDate(2027, time.December, 1); on += 3 {
		if on > checked+200 { // someone asked
			checked = on
			if err := os.WriteFile(taal, []byte(strings.ReplaceAll(string(text), "2026-11-02", on.String())), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		night(t, content, on)
		want := 0
		if on > checked+183 {
			want = 1
		}
		if got := h.open(); len(got)-1 != want { // beside the pull request
			t.Fatalf("%s: open are %v, want %d", on, got, want)
		}
		opened += want
		if writes := h.writes; night(t, content, on) == "" || h.writes != writes {
			t.Errorf("%s: the second time it writes again", on)
		}
	}
	if opened == 0 || len(h.issues) != len(others)+1 {
		t.Errorf("opened in %d nights, and made %d issues", opened, len(h.issues)-len(others))
	}
	if h.writes > 6 { // it opens, says that the day is over, and closes, twice
		t.Errorf("wrote %d times in a year", h.writes)
	}
	same := func(a, b issue) bool { return a.Body == b.Body && a.State == b.State && a.Title == b.Title }
	if !slices.EqualFunc(others, h.issues[:len(others)], same) {
		t.Error("it changed issues of others")
	}
}

// TestIssueTwice checks that of two issues, made by two runs at the same time, one is left,
// and that one whose text somebody changed is repaired.
func TestIssueTwice(t *testing.T) {
	h, content := startHub(t), ownSite(t)
	h.add("open", "User", "Deze weken", "een oude tekst\n"+issueMark)
	h.issues[122].Association = "OWNER" // who ran it by hand
	h.add("open", "Bot", issueTitle, "een oude tekst\n"+issueMark)
	out := night(t, content, schedule.NewDate(2027, time.June, 1))
	told := strings.Contains(h.issues[122].Body, "Taalspreekuur") && out == "issue 123: bijgewerkt, 1 taak\n"
	if got := h.open(); !slices.Equal(got, []int{122}) || !told || h.issues[122].State != "open" || h.issues[123].State != "closed" {
		t.Errorf("open are %v, %q: %s", got, out, h.issues[122].Body)
	}
	out = night(t, content, schedule.NewDate(2026, time.November, 22))
	if got := h.open(); !slices.Equal(got, []int{122}) || out != "issue 123: gesloten, er is nu niets te doen\n" {
		t.Errorf("open are %v, %q", got, out)
	}
	if out = night(t, content, schedule.NewDate(2026, time.November, 22)); out != "er is nu niets te doen, en er is geen issue open\n" {
		t.Error(out)
	}
}

func TestIssueRefused(t *testing.T) {
	h, content := startHub(t), ownSite(t)
	refused := func(want string) {
		t.Helper()
		code, out := runWith(t.Context(), "taken", "-issue", "-content", content)
		if code != exitFailure || !strings.Contains(out, want) || strings.Contains(out, "geheim") {
			t.Errorf("code %d: %s, want %s", code, out, want)
		}
	}
	for status, want := range map[int]string{403: `"issues: write"`, 404: "zet Issues aan", 410: "zet Issues aan", 500: "probeer het later opnieuw"} {
		h.status = status
		refused(want)
	}
	t.Setenv("GITHUB_API_URL", "http://127.0.0.1:1")
	refused("geeft geen antwoord")
	t.Setenv("GITHUB_REPOSITORY", "wij/pleinen/../x")
	refused("GITHUB_REPOSITORY")
}
