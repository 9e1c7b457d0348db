package piece

import (
	"strconv"
	"strings"
	"sync"

	"rsc.io/qr/coding"
)

// TypedAddress is a full address of a page of ours as people type it from paper or a screen:
// "pleinen.example/noord".
func TypedAddress(full string) string {
	_, address, _ := strings.Cut(full, "://")
	return strings.TrimSuffix(strings.TrimPrefix(address, "www."), "/")
}

// QR is a QR code as the shape of an SVG: a square of Size units with the
// quiet zone of four units that the standard asks for (ISO/IEC 18004).
type QR struct {
	Size int
	Path string // the dark units
}

const quietZone = 4

// NewQR makes the code of an address. At level M it can be read with 15 % of it
// unreadable, as a poster on a window may be. An address of more than two
// thousand letters has none; it stands beside it in words as well.
func NewQR(address string) *QR {
	code := encoded(coding.String(address))
	if code == nil {
		return nil
	}
	var path []byte
	draw := func(command string, n int) { path = strconv.AppendInt(append(path, command...), int64(n), 10) }
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			run := 0
			for code.Black(x+run, y) {
				run++
			}
			if run > 0 {
				draw("M", x+quietZone)
				draw(" ", y+quietZone)
				draw("h", run)
				draw("v1h-", run)
				path = append(path, 'z')
				x += run
			}
		}
	}
	return &QR{code.Size + 2*quietZone, string(path)}
}

// TerminalQR is the code of an address for a terminal, where a character has room for two
// units, or "" if there is none. What is drawn are the light units, since most terminals
// are dark; where they are not, phones read it too, as a negative.
func TerminalQR(address string) string {
	code := encoded(coding.String(address))
	if code == nil {
		return ""
	}
	light := func(x, y int) bool { // outside the quiet zone there is nothing to draw
		return x < code.Size+quietZone && y < code.Size+quietZone && !code.Black(x, y)
	}
	signs := map[[2]bool]rune{{true, true}: '█', {true, false}: '▀', {false, true}: '▄', {false, false}: ' '}
	var drawn strings.Builder
	for y := -quietZone; y < code.Size+quietZone; y += 2 {
		for x := -quietZone; x < code.Size+quietZone; x++ {
			drawn.WriteRune(signs[[2]bool{light(x, y), light(x, y+1)}])
		}
		drawn.WriteByte('\n')
	}
	return drawn.String()
}

// plans are where the units of a code go, for each size that there is. To work that out
// takes longer than to make a code.
var plans = func() (plans [coding.MaxVersion + 1]func() (*coding.Plan, error)) {
	for v := range plans {
		plans[v] = sync.OnceValues(func() (*coding.Plan, error) { return coding.NewPlan(coding.Version(v), coding.M, 0) })
	}
	return plans
}()

// encoded is the smallest code that holds a text, or nil if it is too long.
func encoded(text coding.String) *coding.Code {
	for v := coding.Version(coding.MinVersion); v <= coding.MaxVersion; v++ {
		if text.Bits(v) > v.DataBytes(coding.M)*8 {
			continue
		}
		plan, err := plans[v]()
		if err != nil {
			return nil
		}
		code, err := plan.Encode(text)
		if err != nil {
			return nil
		}
		return code
	}
	return nil
}
