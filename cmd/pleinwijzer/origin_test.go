package main

import "testing"

// TestTypedAs wants what is said to work when it is pasted, on Windows in PowerShell.
func TestTypedAs(t *testing.T) {
	for _, test := range []struct{ path, system, want string }{
		{"/opt/pleinwijzer", "linux", "/opt/pleinwijzer"},
		{"/opt/Mijn map/pleinwijzer", "darwin", `"/opt/Mijn map/pleinwijzer"`},
		{"/opt/$(x)/pleinwijzer", "linux", ""},
		{`C:\Users\jan\Downloads\pleinwijzer.exe`, "windows", `C:\Users\jan\Downloads\pleinwijzer.exe`},
		{`C:\Users\Jan de Vries\pleinwijzer.exe`, "windows", `& "C:/Users/Jan de Vries/pleinwijzer.exe"`},
		{`\\server\deel\pleinwijzer.exe`, "windows", `& "//server/deel/pleinwijzer.exe"`},
		{`C:\a$b\pleinwijzer.exe`, "windows", ""},
		{`C:\50%\pleinwijzer.exe`, "windows", ""},
	} {
		if got := typedAs(test.path, test.system); got != test.want {
			t.Errorf("%s on %s: %s, want %s", test.path, test.system, got, test.want)
		}
	}
}
