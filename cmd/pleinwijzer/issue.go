package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/due"
)

const (
	issueTitle = "Deze week"

	// issueMark is at the end of the issue, where readers do not see it. An issue of the same
	// name that a person made is left alone.
	issueMark = "<!-- pleinwijzer taken -->"

	apiPatience = 30 * time.Second
	mostPages   = 100 // of a hundred issues
)

// An issue is one on GitHub.
type issue struct {
	Number int    `json:"number"`
	Title  string `json:"title"`
	Body   string `json:"body"`
	State  string `json:"state"`
	User   struct {
		Type string `json:"type"`
	} `json:"user"`
	Association string    `json:"author_association"`
	PullRequest *struct{} `json:"pull_request"`
}

// ours reports whether this program made the issue. Anyone can copy the mark, so its author
// has to be a program, or a person who may write here.
func (i issue) ours() bool {
	trusted := i.User.Type == "Bot" || slices.Contains([]string{"OWNER", "MEMBER", "COLLABORATOR"}, i.Association)
	return trusted && i.PullRequest == nil && strings.HasSuffix(strings.TrimSpace(i.Body), issueMark)
}

// An issueChange is what is sent to GitHub.
type issueChange struct {
	Title string `json:"title,omitempty"`
	Body  string `json:"body,omitempty"`
	State string `json:"state,omitempty"`
}

// keepIssue makes the one issue say what has to be done, opens it if there is something,
// and closes it if there is nothing.
func keepIssue(ctx context.Context, env environment, c *catalog.Catalog, tasks []due.Task) error {
	repository := os.Getenv("GITHUB_REPOSITORY")
	h := hub{
		api:   strings.TrimSuffix(cmp.Or(os.Getenv("GITHUB_API_URL"), "https://api.github.com"), "/"),
		token: os.Getenv("GITHUB_TOKEN"),
	}
	if !regexp.MustCompile(`^[\w.-]+/[\w.-]+$`).MatchString(repository) || h.token == "" {
		return errNoRepository
	}
	h.issues = h.api + "/repos/" + repository + "/issues"
	outcome, number, err := h.keep(ctx, issueBody(c, tasks), len(tasks))
	if err != nil {
		return err
	}
	keptIssue(env.stdout, outcome, number)
	return nil
}

// issueBody is the text of the issue.
func issueBody(c *catalog.Catalog, tasks []due.Task) string {
	return due.Issue(c, tasks) + "\n" + issueMark
}

// hub speaks with GitHub.
type hub struct{ api, issues, token string }

// keep brings the issue up to date. It changes nothing that is right already, so that
// nobody gets a notification without need.
func (h hub) keep(ctx context.Context, body string, tasks int) (outcome string, number int, err error) {
	open, err := h.find(ctx, "open", true)
	if err != nil {
		return "", 0, err
	}
	if tasks == 0 {
		return h.close(ctx, open, body)
	}
	if len(open) > 1 {
		if _, _, err := h.close(ctx, open[1:], body); err != nil { // two runs at the same time made two
			return "", 0, err
		}
	}
	if len(open) == 0 {
		if open, err = h.find(ctx, "closed", false); err != nil {
			return "", 0, err
		}
	}
	want := issueChange{Title: issueTitle, Body: body}
	if len(open) == 0 {
		var made issue
		err = h.send(ctx, http.MethodPost, h.issues, want, &made)
		return "gemaakt, " + count(tasks, "taak", "taken"), made.Number, err
	}
	now := open[0]
	if now.State == "open" && now.Title == want.Title && sameText(now.Body, body) {
		return "niets veranderd, " + count(tasks, "taak", "taken"), now.Number, nil
	}
	want.State = "open"
	return "bijgewerkt, " + count(tasks, "taak", "taken"), now.Number, h.change(ctx, now, want)
}

func (h hub) close(ctx context.Context, all []issue, body string) (outcome string, number int, err error) {
	for _, i := range all {
		if err := h.change(ctx, i, issueChange{Title: issueTitle, Body: body, State: "closed"}); err != nil {
			return "", 0, err
		}
		number = i.Number
	}
	if number == 0 {
		return "er is nu niets te doen, en er is geen issue open", 0, nil
	}
	return "gesloten, er is nu niets te doen", number, nil
}

func (h hub) change(ctx context.Context, i issue, want issueChange) error {
	return h.send(ctx, http.MethodPatch, fmt.Sprintf("%s/%d", h.issues, i.Number), want, nil)
}

func sameText(a, b string) bool {
	return strings.TrimSpace(strings.ReplaceAll(a, "\r\n", "\n")) == strings.TrimSpace(b)
}

// find returns our issues in a state, the oldest first, or only the first one.
func (h hub) find(ctx context.Context, state string, all bool) ([]issue, error) {
	var ours []issue
	for page := 1; page <= mostPages; page++ {
		var some []issue
		address := fmt.Sprintf("%s?state=%s&sort=created&direction=asc&per_page=100&page=%d", h.issues, state, page)
		if err := h.send(ctx, http.MethodGet, address, nil, &some); err != nil {
			return nil, err
		}
		for _, i := range some {
			if i.ours() {
				ours = append(ours, i)
			}
		}
		if len(some) == 0 || len(ours) > 0 && !all {
			break
		}
	}
	return ours, nil
}

// send makes one request.
func (h hub) send(ctx context.Context, method, address string, body, answer any) error {
	ctx, stop := context.WithTimeout(ctx, apiPatience)
	defer stop()
	var data io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return err
		}
		data = bytes.NewReader(text)
	}
	request, err := http.NewRequestWithContext(ctx, method, address, data)
	if err != nil {
		return err
	}
	request.Header.Set("Accept", "application/vnd.github+json")
	request.Header.Set("Authorization", "Bearer "+h.token)
	request.Header.Set("X-GitHub-Api-Version", "2022-11-28")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return hubSilent(h.api)
	}
	defer response.Body.Close()
	if response.StatusCode/100 != 2 {
		return hubRefused(response.StatusCode)
	}
	if answer == nil {
		return nil
	}
	return json.NewDecoder(io.LimitReader(response.Body, 64<<20)).Decode(answer)
}
