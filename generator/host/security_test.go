package host

import (
	"testing"
	"time"

	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/schedule"
)

// TestSecurityExpires wants security.txt to hold for nine months to a year (RFC 9116, 2.5.5).
func TestSecurityExpires(t *testing.T) {
	for _, now := range []time.Time{pagetest.Noon, time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC),
		time.Date(2028, 2, 29, 23, 0, 0, 0, time.UTC)} {
		if until := expiry(schedule.DateOf(now)); !until.After(now.AddDate(0, 9, 0)) || !until.Before(now.AddDate(1, 0, 0)) {
			t.Errorf("on %s it expires on %s", now, until)
		}
	}
}
