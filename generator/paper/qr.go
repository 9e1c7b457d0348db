package paper

import (
	"strconv"

	"rsc.io/qr"
)

// qrCode is a QR code as the shape of an SVG: a square of Size units with the
// quiet zone of four units that the standard asks for (ISO/IEC 18004).
type qrCode struct {
	Size int
	Path string // the dark units
}

const quietZone = 4

// newQR makes the code of an address. At level M it can be read with 15 % of it
// unreadable, as a poster on a window may be. An address of more than two
// thousand letters has none; it stands beside it in words as well.
func newQR(address string) *qrCode {
	code, err := qr.Encode(address, qr.M)
	if err != nil {
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
	return &qrCode{code.Size + 2*quietZone, string(path)}
}
