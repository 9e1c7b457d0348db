package main

import (
	"slices"
	"strconv"
	"strings"

	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/schedule"
)

// interview asks what is not known yet, and goes on until the person agrees.
func (m *maker) interview(c *conversation) error {
	m.env.begin(m.draft.Kind.Name)
	if err := m.questions(c, map[string]bool{}); err != nil {
		return err
	}
	if m.slug == "" {
		var err error
		if m.slug, err = c.slug(m.folder, m.draft.Kind.Name, m.proposal()); err != nil {
			return err
		}
	}
	for {
		agreed, err := m.summary(c)
		if agreed || err != nil {
			return err
		}
	}
}

// questions asks what is due and was not asked before. An answer may make more
// questions due.
func (m *maker) questions(c *conversation, asked map[string]bool) error {
	all := scaffold.Questions(m.draft.Kind)
	for i := 0; i < len(all); i++ {
		q := all[i]
		if asked[q.Key] || m.draft.Has(q.Key) || !q.Due(m.draft) || q.Relation != "" && !m.folder.Has(q.Relation) {
			continue
		}
		asked[q.Key] = true
		if err := c.answer(m.draft, m.folder, q); err != nil {
			return err
		}
		if !m.draft.Timed(q.Key) {
			continue
		}
		right, err := m.confirmRule(c)
		if err != nil {
			return err
		}
		if !right {
			m.draft.Forget(scaffold.When...)
			for _, key := range scaffold.When {
				asked[key] = false
			}
			i = -1
		}
	}
	return nil
}

// confirmRule shows what day and time mean.
func (m *maker) confirmRule(c *conversation) (bool, error) {
	words, dates := m.draft.Rule(schedule.DateOf(m.env.now()), 3)
	m.env.rule(words, dates)
	return c.confirm(isRuleRight)
}

// summary shows everything. The person agrees, changes an answer, or stops.
func (m *maker) summary(c *conversation) (agreed bool, err error) {
	outcome := m.draft.Try(m.slug, m.env.now())
	var shown []scaffold.Question
	for _, q := range scaffold.Questions(m.draft.Kind) {
		if q.Due(m.draft) {
			shown = append(shown, q)
		}
	}
	name := m.from.shown() + "/" + m.draft.Path(m.slug)
	m.env.summary(m.draft, shown, name, outcome)
	for {
		typed, err := c.read()
		n, notNumber := strconv.Atoi(typed)
		switch answer := strings.ToLower(typed); {
		case err != nil:
			return false, err
		case answer == "nee", answer == "n":
			return false, errStopped
		case slices.Contains([]string{"", "j", "ja"}, answer) && !outcome.Problems.HasErrors():
			return true, nil
		case notNumber != nil || n < 1 || n > len(shown)+1:
			m.env.say(sayNumber)
		case n == len(shown)+1:
			m.slug, err = c.slug(m.folder, m.draft.Kind.Name, m.slug)
			return false, err
		default:
			return false, m.change(c, shown[n-1])
		}
	}
}

// change asks a question again, and those that the new answer brings up.
func (m *maker) change(c *conversation, q scaffold.Question) error {
	if err := c.answer(m.draft, m.folder, q); err != nil {
		return err
	}
	asked := map[string]bool{}
	for _, other := range scaffold.Questions(m.draft.Kind) {
		asked[other.Key] = !other.Due(m.draft) || !other.Needed(m.draft)
	}
	return m.questions(c, asked)
}
