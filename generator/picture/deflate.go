package picture

import (
	"encoding/binary"
	"math/bits"
)

// deflater compresses the pixels of a picture, in the format zlib (RFC 1950 and 1951).
// All that it repeats is the byte before, and its codes are always the same.
type deflater struct {
	out  []byte
	hold uint64 // bits that are not yet in out
	held int
	a, b uint64 // the sums of Adler-32; those of a picture stay far below 64 bits
}

func (d *deflater) begin() {
	d.put(code{0x0178, 16}) // 32 KB to look back, nothing promised of how small
	d.table()
}

// code is some bits, of which the first is the lowest.
type code struct {
	bits uint64
	n    int
}

func (d *deflater) put(c code) {
	d.hold |= c.bits << d.held
	d.held += c.n
	if d.held >= 32 {
		d.out = binary.LittleEndian.AppendUint32(d.out, uint32(d.hold))
		d.hold >>= 32
		d.held -= 32
	}
}

// run adds a byte n times.
func (d *deflater) run(v byte, n int) {
	value, times := uint64(v), uint64(n)
	d.b += times*d.a + value*(times*(times+1)/2)
	d.a += value * times
	d.put(literals[v])
	for n--; n >= shortest; {
		repeated := min(n, longest)
		d.put(repeats[repeated])
		n -= repeated
	}
	for range n {
		d.put(literals[v])
	}
}

func (d *deflater) end() []byte {
	d.put(end)
	for ; d.held > 0; d.held -= 8 {
		d.out = append(d.out, byte(d.hold))
		d.hold >>= 8
	}
	const modulus = 65521
	return binary.BigEndian.AppendUint32(d.out, uint32(d.b%modulus<<16|d.a%modulus))
}

const (
	endOfBlock        = 256
	shortest, longest = 3, 258 // what one code can repeat
)

// frequent are the symbols that come often, by the length of their code, counted in
// pictures of several sites. A symbol is a byte, the end, or a number of repeats; a
// byte is how many colours of a ramp a pixel differs from that above it. The codes of
// all lengths together must fill the space of codes.
var frequent = map[int][]int{
	2: {0},
	4: {1, 2, 255, 285},
	5: {3, 4, 5, 250, 251, 252, 253, 254},
	6: {6, 7, 249, 257, 258, 263, 282},
	7: {8, 248, 259, 260, 261, 262, 264, 265, 266, 269},
}

const (
	symbols = 286
	rare    = 12 // the length of all other codes
	most    = 15 // of the lengths that there are
)

var lengths = func() (lengths [symbols]int) {
	for s := range lengths {
		lengths[s] = rare
	}
	for n, these := range frequent {
		for _, s := range these {
			lengths[s] = n
		}
	}
	return lengths
}()

// table begins the one block, with the lengths of the codes (RFC 1951, 3.2.7). Each
// length is told in four bits, as itself.
func (d *deflater) table() {
	d.put(code{0b101, 3}) // the last block, with a table
	d.put(code{symbols - 257, 5})
	d.put(code{0, 5}) // one distance
	d.put(code{15, 4})
	for i := range 19 {
		length := uint64(4)
		if i < 3 { // repeats of lengths, which we do not use
			length = 0
		}
		d.put(code{length, 3})
	}
	for _, n := range lengths {
		d.put(reversed(n, 4))
	}
	d.put(reversed(1, 4)) // of the code of the distance, which is then a zero
}

var literals, repeats, end = codes()

// codes are those of each byte, of repeating the byte before so many times, and of the
// end.
func codes() (literals [256]code, repeats [longest + 1]code, end code) {
	var all [symbols]code
	next := 0
	for n := range most + 1 {
		next <<= 1
		for s, length := range lengths {
			if length == n {
				all[s] = reversed(next, n)
				next++
			}
		}
	}
	// A code stands for one number of repeats, and from the ninth on four codes at a time
	// for twice as many each. After it comes the distance.
	repeat := shortest
	for s := endOfBlock + 1; s < symbols-1; s++ {
		extra := max(0, (s-261)/4)
		for i := range 1 << extra {
			repeats[repeat] = code{all[s].bits | uint64(i)<<all[s].n, all[s].n + extra + 1}
			repeat++
		}
	}
	repeats[longest] = code{all[symbols-1].bits, all[symbols-1].n + 1}
	return [256]code(all[:256]), repeats, all[endOfBlock]
}

// reversed is a code that is given with its first bit as the highest.
func reversed(v, n int) code { return code{bits.Reverse64(uint64(v)) >> (64 - n), n} }
