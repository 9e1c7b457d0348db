package picture

import (
	"encoding/binary"
	"math/bits"
)

// deflater compresses the pixels of a picture to the zlib format (RFC 1950 and 1951). It
// only ever repeats the previous byte, and its Huffman codes are fixed in advance.
type deflater struct {
	out  []byte
	hold uint64 // bits that have not been written to out
	held int
	a, b uint64 // the sums of Adler-32, reduced only at the end: for a picture they fit in 64 bits by far
}

func (d *deflater) begin() {
	d.put(code{0x0178, 16}) // the zlib header: a 32 KB window, no claim about the level of compression
	d.table()
}

// code is a sequence of bits, of which the lowest comes first.
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

// run adds the byte v n times.
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
	shortest, longest = 3, 258 // the lengths that one code can repeat
)

// frequent lists the most frequent symbols by the length of their code, from counts in
// the pictures of several sites. A symbol is a byte, the end of the block, or a range of
// repeat counts; a byte is the difference, in steps of a ramp, between a pixel and the
// pixel above. The code lengths of all symbols together must make a complete Huffman
// code.
var frequent = map[int][]int{
	2: {0},
	4: {1, 2, 255, 285},
	5: {3, 4, 5, 250, 251, 252, 253, 254},
	6: {6, 7, 249, 257, 258, 263, 282},
	7: {8, 248, 259, 260, 261, 262, 264, 265, 266, 269},
}

const (
	symbols = 286
	rare    = 12 // the length of every other code
	most    = 15 // the longest code that DEFLATE allows
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

// table starts the only block with the lengths of its codes (RFC 1951, 3.2.7). Each
// length is written as itself, in four bits.
func (d *deflater) table() {
	d.put(code{0b101, 3}) // the last block, with its own table
	d.put(code{symbols - 257, 5})
	d.put(code{0, 5}) // one distance code
	d.put(code{15, 4})
	for i := range 19 {
		length := uint64(4)
		if i < 3 { // codes for repeated lengths, which are not used
			length = 0
		}
		d.put(code{length, 3})
	}
	for _, n := range lengths {
		d.put(reversed(n, 4))
	}
	d.put(reversed(1, 4)) // the length of the distance code, which makes that code a single 0
}

var literals, repeats, end = codes()

// codes returns the codes of each byte, of each number of repeats of the previous byte,
// and of the end of the block.
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
	// The first eight length codes each stand for one number of repeats. After that every
	// four codes have one more extra bit, and so stand for twice as many numbers each. The
	// distance code follows.
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

// reversed returns a code of n bits, given with its first bit as the highest.
func reversed(v, n int) code { return code{bits.Reverse64(uint64(v)) >> (64 - n), n} }
