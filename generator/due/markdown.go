package due

import (
	"fmt"
	"io"
	"net/url"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/say"
)

// Markdown writes the tasks as GitHub shows them, with each mail folded away.
func Markdown(w io.Writer, c *catalog.Catalog, tasks []Task) error {
	_, err := io.WriteString(w, markdownOf(c, tasks, true))
	return err
}

func markdownOf(c *catalog.Catalog, tasks []Task, mails bool) string {
	var b strings.Builder
	voice := say.Dutch(c)
	if len(tasks) == 0 {
		b.WriteString(Nothing + "\n")
	}
	for _, week := range Weeks(voice, tasks) {
		fmt.Fprintf(&b, "## %s\n\n", week.Heading)
		for _, p := range week.People {
			fmt.Fprintf(&b, "### %s\n\n", plain(p.Name()))
			for _, t := range p.Tasks {
				taskMarkdown(&b, c, voice, t, mails)
			}
		}
	}
	return b.String()
}

// Nothing is what the list says when it is empty.
const Nothing = "Er is nu niets te doen."

func taskMarkdown(b *strings.Builder, c *catalog.Catalog, voice *say.Voice, t Task, mails bool) {
	mark := ""
	if t.Private {
		mark = " (privé)"
	}
	fmt.Fprintf(b, "- **%s**%s, %s\n", plain(t.What), mark, Deadline(voice, t))
	for _, a := range t.About {
		text := plain(a.Text)
		if a.Page != "" {
			text = fmt.Sprintf("[%s](%s)", text, c.Site.Absolute(a.Page))
		}
		if a.File != "" {
			text += " `" + strings.ReplaceAll(a.File, "`", "'") + "`"
		}
		fmt.Fprintf(b, "  - %s\n", text)
	}
	if t.Then != "" {
		fmt.Fprintf(b, "\n  %s\n", plain(t.Then))
	}
	if t.Mail != nil && mails {
		mailMarkdown(b, t.Mail)
	}
	b.WriteString("\n")
}

func mailMarkdown(b *strings.Builder, m *Mail) {
	to := plain(Recipient(m))
	if m.To != "" {
		to = fmt.Sprintf("[%s](mailto:%s?subject=%s)", m.To, m.To, url.PathEscape(m.Subject))
	}
	fence := "```"
	for strings.Contains(m.Body, fence) {
		fence += "`"
	}
	fmt.Fprintf(b, "\n  <details><summary>De mail</summary>\n\n  Aan: %s\n\n  Onderwerp: %s\n\n  %stext\n", to, plain(m.Subject), fence)
	for line := range strings.Lines(m.Body) {
		b.WriteString(strings.TrimRight("  "+strings.TrimSuffix(line, "\n"), " ") + "\n")
	}
	fmt.Fprintf(b, "  %s\n\n  </details>\n", fence)
}

// Recipient says where a mail goes, or how else to reach someone who has no public address.
func Recipient(m *Mail) string {
	switch {
	case m.To != "":
		return string(m.To)
	case m.Phone != "":
		return "er is geen openbaar mailadres; bel " + string(m.Phone)
	}
	return "er is geen openbaar mailadres"
}

// plain keeps what editors wrote from being read as Markdown, and on GitHub from calling
// people by their names or linking to issues.
func plain(text string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		switch {
		case r == '@' || r == '#':
			b.WriteRune(r)
			r = '\u200b'
		case strings.ContainsRune("\\`*_{}[]<>|~", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// mostIssue is the most bytes of an issue on GitHub that we fill. It refuses an issue of
// more than 65,536 characters.
const mostIssue = 60_000

// Issue returns the tasks as the text of an issue. If they do not all fit, the mails are
// left out, and then the tasks that come last.
func Issue(c *catalog.Catalog, tasks []Task) string {
	text := markdownOf(c, tasks, true)
	if len(text) <= mostIssue {
		return text
	}
	text = markdownOf(c, tasks, false)
	note := "De mails passen hier niet. U ziet ze met: `pleinwijzer taken`\n"
	if len(text) > mostIssue {
		text = text[:strings.LastIndex(text[:mostIssue], "\n- ")+1]
		note = "Er is meer. U ziet alles met: `pleinwijzer taken`\n"
	}
	return text + note
}
