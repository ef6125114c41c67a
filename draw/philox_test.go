package draw

import "testing"

// TestPhilox checks the known answers that come with the generator [salmon2011].
func TestPhilox(t *testing.T) {
	const all = 0xFFFFFFFF
	for _, k := range []struct {
		counter [4]uint32
		key     [2]uint32
		want    [4]uint32
	}{
		{want: [4]uint32{0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8}},
		{[4]uint32{all, all, all, all}, [2]uint32{all, all}, [4]uint32{0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD}},
		{[4]uint32{0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344}, [2]uint32{0xA4093822, 0x299F31D0}, [4]uint32{0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1}},
	} {
		if have := Philox(k.counter, k.key); have != k.want {
			t.Errorf("Philox(%x, %x) is %x, want %x", k.counter, k.key, have, k.want)
		}
	}
}
