package changes_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"pleinwijzer/generator/changes"
)

func TestCompare(t *testing.T) {
	id := func(n byte) uuid.UUID { return uuid.UUID{n} }
	entry := func(n byte, listed bool, fields ...changes.Field) changes.Entry {
		return changes.Entry{ID: id(n), Plein: id(9), Title: string('A' + rune(n)), Listed: listed, Fields: fields}
	}
	when := changes.Field{Key: "wanneer", Label: "Wanneer", Value: "dinsdag"}
	other := changes.Field{Key: "wanneer", Label: "Wanneer", Value: "vrijdag"}
	costs := changes.Field{Key: "kosten", Label: "Kosten", Value: "gratis"}
	before := []changes.Entry{entry(1, true, when), entry(2, false, when), entry(3, true, costs, when), entry(4, true)}
	after := []changes.Entry{entry(5, true), entry(3, true, other), entry(2, true, when), entry(1, true, when, costs)}
	names := []string{changes.Altered: "other", changes.Came: "new", changes.Went: "gone", changes.Relisted: "back"}
	summary := func(list []changes.Change) (lines []string) {
		for _, c := range list {
			lines = append(lines, fmt.Sprintf("%s %s %s %s>%s", c.Title, names[c.What], c.Key, c.Old, c.New))
		}
		return lines
	}
	at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	found := changes.Compare(before, after, at)
	want := []string{"F new  >", "D other wanneer dinsdag>vrijdag", "C back  >", "B other kosten >gratis", "E gone  >"}
	if got := summary(found); !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}

	past := changes.NewPast(at.AddDate(-1, 0, 0), found)
	if got := summary(past.Of(id(3))); !slices.Equal(got, want[1:2]) {
		t.Errorf("of one entry: %q", got)
	}
	if got := summary(past.GoneFrom(id(9))); !slices.Equal(got, want[4:]) {
		t.Errorf("gone: %q", got)
	}
	var none *changes.Past
	if none.Known() || none.Of(id(3)) != nil || none.GoneFrom(id(9)) != nil {
		t.Error("no past tells something")
	}
}
