package exchange_test

import (
	"testing"

	"reckon"
	"reckon/exchange"
	"reckon/stability"
)

// fuzzed demands what Read promises of any text: a case, and either something
// wrong or a conflict that can be compiled; and what was read is written alike.
func fuzzed(t *testing.T, file string, text []byte, again func() bool) {
	t.Helper()
	c, found := exchange.Read(file, text)
	if c == nil {
		t.Fatal("no case")
	}
	for _, d := range found {
		if d.Severity == reckon.Error && (d.Summary == "" || d.Detail == "" || d.At.File != file || d.At.End.Byte > len(text)) {
			t.Fatalf("a message without words or place: %+v", d)
		}
	}
	if len(found) == 0 && len(c.Options) < 12 {
		if _, err := stability.Compile(c, c.Minds, nil); err != nil {
			t.Fatal(err)
		}
	}
	if !again() {
		t.Fatal("what was read is not written alike")
	}
}

func FuzzNFG(f *testing.F) {
	f.Add(read(f, "testdata/table.nfg"))
	f.Add(read(f, "testdata/outcomes.nfg"))
	f.Add([]byte(`NFG 1 D "" { "a" } { 2 } "\"" 1e3 -.5/`))
	f.Add([]byte(`NFG 1 R "" { "a" "b" } { { "x" "y" } { "z" } } { { "" 1/3 2 } } 0 1`))
	f.Fuzz(func(t *testing.T, text []byte) {
		fuzzed(t, "x.nfg", text, func() bool {
			g, found := exchange.ReadNFG("x.nfg", text)
			if found != nil {
				return g == nil
			}
			one := g.Text(false)
			h, found := exchange.ReadNFG("x.nfg", one)
			return found == nil && string(h.Text(false)) == string(one) && string(h.Text(true)) == string(g.Text(true))
		})
	})
}

func FuzzEFG(f *testing.F) {
	f.Add(read(f, "testdata/entry.efg"))
	f.Add(read(f, "testdata/stages.efg"))
	f.Add([]byte(`EFG 2 R "" { "a" } p "" 1 1 "" { "l" "r" } 0 t "" 1 "" { 1 } t "" 1`))
	f.Add([]byte(`EFG 2 R "" { "a" } c "" 1 "" { "l" .5 "r" 1/2 } 0 p "" 1 1 "" { "x" } 0 t "" 0 p "" 1 1 0 t "" 2 "" { 1e3 }`))
	f.Fuzz(func(t *testing.T, text []byte) {
		fuzzed(t, "x.efg", text, func() bool {
			tree, found := exchange.ReadEFG("x.efg", text)
			if found != nil {
				return tree == nil
			}
			one := tree.Text()
			again, found := exchange.ReadEFG("x.efg", one)
			return found == nil && string(again.Text()) == string(one)
		})
	})
}
