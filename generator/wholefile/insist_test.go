package wholefile

import (
	"io/fs"
	"os"
	"testing"
	"time"
)

// TestInsist wants another try after what passes on Windows, and none after anything else.
func TestInsist(t *testing.T) {
	held := &os.LinkError{Op: "rename", Old: "a", New: "b", Err: fs.ErrPermission}
	for _, test := range []struct {
		name     string
		passes   bool
		patience time.Duration
		errs     []error // of each try; the last one stays
		tries    int
		want     error
	}{
		{"at once", true, time.Minute, []error{nil}, 1, nil},
		{"held for a moment", true, time.Minute, []error{held, held, nil}, 3, nil},
		{"held for good", true, 0, []error{held}, 1, held},
		{"another error", true, time.Minute, []error{fs.ErrNotExist}, 1, fs.ErrNotExist},
		{"another system", false, time.Minute, []error{held, nil}, 1, held},
	} {
		tries := 0
		err := insist(func() error {
			err := test.errs[min(tries, len(test.errs)-1)]
			tries++
			return err
		}, test.passes, test.patience)
		if err != test.want || tries != test.tries {
			t.Errorf("%s: %v after %d tries, want %v after %d", test.name, err, tries, test.want, test.tries)
		}
	}
}
