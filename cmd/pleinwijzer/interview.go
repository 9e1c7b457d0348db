package main

import (
	"context"
	"errors"
	"strconv"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/schedule"
)

// converse interviews the person at the terminal.
func (m *maker) converse(ctx context.Context) error {
	c := converse(ctx, m.env)
	c.another = func(kind, name string) (string, error) { return m.another(c, kind, name) }
	m.env.stdout = c.out
	c.begin(m.draft.Kind.Name)
	return m.interview(c)
}

// interview asks what is not known yet, and continues until the person agrees.
func (m *maker) interview(c *conversation) error {
	if m.slug != "" {
		if err := m.compareSlug(c); err != nil {
			return err
		}
	}
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

// another makes a record in the middle of making this one. Both are written at the end.
func (m *maker) another(c *conversation, kind, name string) (slug string, err error) {
	other := &maker{env: m.env, from: m.from, folder: m.folder, draft: scaffold.NewDraft(content.KindOf(kind), m.folder), halfway: true}
	if q, _ := scaffold.QuestionFor(other.draft.Kind, "naam"); name != "" {
		other.draft.Set(q, name)
	}
	c.beginHalfway(kind, name)
	err = other.interview(c)
	same, isSame := errors.AsType[*thereAlready](err)
	switch {
	case isSame:
		return same.Slug, nil
	case errors.Is(err, errDropped):
		return "", nil
	case err != nil:
		return "", err
	}
	m.folder.Add(other.draft, other.slug)
	m.first = append(m.first, other)
	return other.slug, nil
}

// questions asks what is due and has not been asked before. An answer may make more
// questions due.
func (m *maker) questions(c *conversation, asked map[string]bool) error {
	all := scaffold.Questions(m.draft.Kind)
	for i := 0; i < len(all); i++ {
		if err := m.compare(c); err != nil {
			return err
		}
		q := all[i]
		if asked[q.Key] || m.draft.Has(q.Key) || !q.Due(m.draft) || q.Relation != "" && !m.folder.Has(q.Relation) && !canMake(q.Relation) {
			continue
		}
		asked[q.Key] = true
		if err := c.answer(m.draft, m.folder, q); err != nil {
			return err
		}
		if q.Key == scaffold.Opening && m.draft.Has(q.Key) {
			right, err := c.confirmOpening(m.draft.OpeningWords())
			if err != nil {
				return err
			}
			if !right {
				m.draft.Forget(q.Key)
				asked[q.Key] = false
				i--
			}
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

// confirmRule shows what the day and time mean and asks whether that is right.
func (m *maker) confirmRule(c *conversation) (bool, error) {
	words, dates := m.draft.Rule(schedule.DateOf(m.env.now()), 3)
	c.rule(words, dates)
	return c.confirm(isRuleRight)
}

// confirmOpening reads the opening hours back and asks whether that is right.
func (c *conversation) confirmOpening(words []string) (bool, error) {
	c.hoursRead(words)
	return c.confirm(isRuleRight)
}

// summary shows everything, after which the person agrees, changes an answer, or stops.
func (m *maker) summary(c *conversation) (agreed bool, err error) {
	outcome := m.draft.Try(m.slug, m.env.now())
	var shown []scaffold.Question
	for _, q := range scaffold.Questions(m.draft.Kind) {
		if q.Due(m.draft) {
			shown = append(shown, q)
		}
	}
	name := m.from.shown() + "/" + m.draft.Path(m.slug)
	c.summary(m.draft, shown, name, outcome, m.halfway)
	for {
		typed, err := c.readOne()
		n, notNumber := strconv.Atoi(typed)
		switch {
		case err != nil:
			return false, err
		case isNo(typed) && m.halfway:
			return false, errDropped
		case isNo(typed):
			return false, errStopped
		case isYes(typed) && !outcome.Problems.HasErrors():
			return true, nil
		case notNumber != nil || n < 1 || n > len(shown)+1:
			c.say(sayNumber)
		case n == len(shown)+1:
			m.slug, err = c.slug(m.folder, m.draft.Kind.Name, m.slug)
			return false, err
		default:
			return false, m.change(c, shown[n-1])
		}
	}
}

// change asks a question again, followed by any questions that the new answer raises.
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
