package coupling_test

import (
	"strings"
	"testing"

	"reckon"
	"reckon/coupling"
	"reckon/draw"
	"reckon/dynamics"
	"reckon/lang"
)

// stepping makes lanes of a case and the numbers that its arenas read on the first
// day.
func stepping(tb testing.TB, text string, n int) (*coupling.Lanes, [][]float64) {
	tb.Helper()
	files := lang.Files{"case.hcl": []byte(text)}
	c, found := lang.Load(files)
	if len(found) == 0 {
		c, found = coupling.Expand(files, c)
	}
	w, more := coupling.New(c)
	if len(found)+len(more) > 0 {
		tb.Fatalf("%+v %+v", found, more)
	}
	m, err := dynamics.Compile(c, w.Inputs())
	if err != nil {
		tb.Fatal(err)
	}
	b := m.NewBlock(n)
	for lane := range b.States() {
		b.States()[lane] = 1
	}
	if err := b.Start(c.AsOf, nil); err != nil {
		tb.Fatal(err)
	}
	l := w.Lanes(n)
	l.Begin()
	return l, b.Eval(0)
}

// only is a case with the arena of one kind, and the measures of all.
func only(kind string) string {
	c, _ := lang.Load(lang.Files{"case.hcl": []byte(clock + everyArena)})
	var text []reckon.Arena
	for _, a := range c.Arenas {
		if a.Kind == kind || a.Kind == "treasury" || kind == "succession" && a.Kind == "palace" {
			text = append(text, a)
		}
	}
	c.Arenas = text
	return string(lang.Text(c))
}

// TestStepsAllocateNothing holds every kind of arena, vacancies aside.
func TestStepsAllocateNothing(t *testing.T) {
	for _, kind := range []string{"council", "palace", "street", "contest"} {
		for _, text := range []string{only(kind), strings.ReplaceAll(only(kind), `"challenge"`, `"spatial"`)} {
			l, in := stepping(t, text, 4)
			step := uint32(0)
			if n := testing.AllocsPerRun(20, func() { step++; must(t, l.Step(in, draw.Key{Step: step})) }); n > 0 {
				t.Errorf("a step of a %s allocates %v times", kind, n)
			}
		}
	}
}

// BenchmarkWorldStep is one arena of each kind in one run and step.
func BenchmarkWorldStep(b *testing.B) {
	for _, kind := range []string{"council", "palace", "succession", "street", "contest"} {
		b.Run(kind, func(b *testing.B) {
			const lanes = 64
			l, in := stepping(b, only(kind), lanes)
			b.ReportAllocs()
			step := uint32(0)
			for b.Loop() {
				step++
				if err := l.Step(in, draw.Key{Step: step}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/lanes, "ns/arena-step")
		})
	}
}
