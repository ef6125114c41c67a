package profile

import (
	"bytes"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"reckon/document"
)

// speech writes a speech of at least so many words from templates: paragraphs of
// acts of the speaker's side and of others in turn.
func speech(words int) string {
	mine := []string{
		"We will help the %s in the winter that is coming.", "Our government supports the %s and their new treaty.", "I urge the %s to come back to the table.",
		"We condemn the attack on the %s.", "We sent food and medicine to the %s in spring.", "Perhaps we can find a solution together with the %s.",
	}
	theirs := []string{
		"The %s attacked our ships in the strait.", "The %s threatened our ambassador in the old harbour.", "The %s welcomed our delegation in their capital.",
		"The %s encouraged the rioters in our northern towns.", "The %s rejected our proposal without reading it.", "The %s imposed sanctions on our country last year.",
	}
	peoples := []string{"Swedes", "Danes", "Finns", "Poles", "Germans"}
	var b strings.Builder
	for n, k := 0, 0; n < words; k++ {
		for j := range 4 {
			list := mine
			if j%2 == 1 {
				list = theirs
			}
			line := fmt.Sprintf(list[(k+j)%len(list)], peoples[(k*3+j)%len(peoples)])
			b.WriteString(line + " ")
			n += len(strings.Fields(line))
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func measured(tb testing.TB, text string, set Settings) *Profile {
	tb.Helper()
	return Measure([]*Coded{code(tb, text, set)}, set)
}

func TestGates(t *testing.T) {
	p := measured(t, speech(1_700), whole)
	if p.All.NoVICS != "" || len(p.All.VICS) != vicsCount || !strings.Contains(p.All.NoLTA, "4000") || p.All.LTA != nil {
		t.Errorf("1 700 words: %q, %q", p.All.NoVICS, p.All.NoLTA)
	}
	if p := measured(t, speech(1_200), whole); !strings.Contains(p.All.NoVICS, "too few") || p.All.VICS != nil || len(p.Lines) == 0 {
		t.Errorf("1 200 words: %q with %d lines", p.All.NoVICS, len(p.Lines))
	}
	quiet := strings.Repeat("The rain falls on the grey harbour, and the wind blows all night.\n\n", 200)
	if p := measured(t, quiet, whole); !strings.Contains(p.All.NoVICS, "coded verbs are too few") {
		t.Errorf("no verbs: %q", p.All.NoVICS)
	}
	if testing.Short() {
		return
	}
	p = measured(t, speech(4_300), whole)
	if p.All.NoLTA != "" || len(p.All.LTA) != traitCount || p.All.Style.Name == "" || !strings.Contains(p.All.StyleBy, "14 presidents") || !strings.Contains(p.All.StyleBy, "rests on BACE, PWR, SC, unsteady") {
		t.Errorf("4 300 words: %q, style %q by %q", p.All.NoLTA, p.All.Style.Name, p.All.StyleBy)
	}
	talk := whole
	talk.Source = Interview
	p = measured(t, speech(4_300), talk)
	if !strings.Contains(p.All.StyleBy, "not on the scale") || !strings.Contains(p.All.NoSample, "interview") {
		t.Errorf("an interview: style by %q, sample %q withheld: %q", p.All.StyleBy, p.All.Sample, p.All.NoSample)
	}
	for _, x := range p.All.LTA {
		if x.Norm != "" || x.Size != 0 || x.Word != "" {
			t.Errorf("%s of an interview is compared with %q and %d leaders", x.Name, x.Norm, x.Size)
		}
	}
}

// The indices are those of the lines that are listed.
func TestIndicesAreOfTheLines(t *testing.T) {
	p := measured(t, speech(1_700), whole)
	var literal, aware tally
	flagged := 0
	for _, l := range p.Lines {
		if l.Measure != "VICS" || l.Domain != "foreign" {
			continue
		}
		s := slices.Index(subjects[:], l.Subject)
		literal[s][column(l.Value)]++
		if l.Flag == "" {
			aware[s][column(l.Value)]++
			continue
		}
		flagged++
		aware[s][column(-l.Value)]++
	}
	if flagged == 0 || flagged != p.All.Flagged {
		t.Errorf("%d flagged, %d said", flagged, p.All.Flagged)
	}
	a, b := literal.indices(), aware.indices()
	for k, x := range p.All.VICS {
		if x.Value != a[k] || x.Aware.Value != b[k] {
			t.Errorf("%s: %v and %v, of the lines %v and %v", x.Name, x.Value, x.Aware.Value, a[k], b[k])
		}
		if !x.Interval || x.Low > x.Value+1e-9 && k != p3 && k != i3 && k != i4a && k != i4b || x.Low > x.High {
			t.Errorf("%s: %v in [%v, %v]", x.Name, x.Value, x.Low, x.High)
		}
	}
	if p.All.VICS[p1].Aware.Value >= p.All.VICS[p1].Value {
		t.Error("turning accusations leaves the universe as friendly as before")
	}
	for k, x := range p.All.VICS {
		if published := slices.Contains([]int{i4b, i5, i5 + 1, i5 + 3, i5 + 5}, k); published != (x.Norm != "") {
			t.Errorf("%s beside the published norm: %q; it stands only where the scales agree", x.Name, x.Norm)
		}
	}
}

func TestSourcesApart(t *testing.T) {
	text := "Q: What of the Danes?\n\nAda Example: We will help the Danes. They attacked our ships."
	a := code(t, text, Settings{Speaker: "Ada Example", State: "Norway"})
	b := code(t, "We condemn the invasion. The Swedes invaded Poland.", whole)
	p := Measure([]*Coded{a, b}, whole)
	if len(p.Parts) != 2 || p.Parts[0].Source != Interview || p.Parts[1].Source != Prepared || p.Parts[0].Words+p.Parts[1].Words != p.All.Words || p.Parts[0].Verbs+p.Parts[1].Verbs != p.All.Verbs {
		t.Errorf("%+v", p.Parts)
	}
}

func TestSameBytes(t *testing.T) {
	text := speech(1_600)
	a, b := measured(t, text, whole), measured(t, text, whole)
	if !reflect.DeepEqual(a, b) {
		t.Error("two measures differ")
	}
	other := whole
	other.Seed = 7
	c := measured(t, text, other)
	if c.All.VICS[p1].Value != a.All.VICS[p1].Value || reflect.DeepEqual(a.All.VICS, c.All.VICS) {
		t.Error("another seed gives other intervals and the same values")
	}
}

// The percentile interval of a mean of independent draws is close to the normal one.
func TestIntervalsCover(t *testing.T) {
	var units []unit
	for k := range 400 {
		u := unit{block: k}
		u.literal[other][map[bool]int{true: 0, false: 5}[k%4 == 0]] = 1
		units = append(units, u)
	}
	x := draws(units, &Settings{Seed: 3}).vics()[p1]
	half := 1.96 * 2 * math.Sqrt(.25*.75/400)
	if math.Abs(x.Low-(.5-half)) > .02 || math.Abs(x.High-(.5+half)) > .02 {
		t.Errorf("[%v, %v], want about [%v, %v]", x.Low, x.High, .5-half, .5+half)
	}
}

func TestNorms(t *testing.T) {
	var n Norms
	for k := range 12 {
		for i, pair := range traitNames {
			n.rows = append(n.rows, normRow{leader: fmt.Sprintf("leader %d", k), index: pair[0], mean: float64(k+i) / 30, sd: math.NaN(), odd: float64(k) / 12, even: math.NaN(), n: 1, source: "a test", coder: coder})
		}
	}
	if n.Add("silent", nil) == "" {
		t.Error("a refused profile adds scores")
	}
	back, err := ReadNorms("norms.csv", bytes.NewReader(n.CSV()))
	if err != nil || !bytes.Equal(back.CSV(), n.CSV()) {
		t.Fatalf("read back: %v", err)
	}
	d := &drawn{traits: make([][]float64, traitCount)}
	d.total.traits = traits{bace: {0, 1}, pwr: {1, 1}, cc: {1, 5}}
	list := d.lta()
	for k := range list {
		list[k].place(back)
	}
	if list[bace].Share != percentile(back.scores("BACE"), 0) || list[bace].Share > 5 || list[pwr].Share != 100 || list[bace].Size != 12 || list[sc].Size != 0 {
		t.Errorf("percentiles %v, %v", list[bace].Share, list[pwr].Share)
	}
	if x := list[bace]; x.Reliability.Known || math.Abs(x.Mean-5.5/30) > 1e-6 || math.Abs(x.Away.Value+5.5/math.Sqrt(13)) > 1e-3 {
		t.Errorf("mean %v, %v from it, reliability %+v", x.Mean, x.Away, x.Reliability)
	}
	if h, ok := back.thresholds(); !ok || math.Abs(h.mean[bace]-5.5/30) > 1e-6 || h.highCC <= h.mean[cc] {
		t.Errorf("thresholds %+v", h)
	}
	for _, bad := range []string{
		"", "a,b\n", "leader,index,mean,sd,n,odd,even,source,page,coder\n",
		"leader,index,mean,sd,n,odd,even,source,page,coder\nx,P-9,0.1,,1,,,s,,reckon 2\n",
		"leader,index,mean,sd,n,odd,even,source,page,coder\nx,P-1,NaN,,1,,,s,,reckon 2\n",
		"leader,index,mean,sd,n,odd,even,source,page,coder\nx,P-1,0.1,0,1,,,s,,reckon 2\n",
		"leader,index,mean,sd,n,odd,even,source,page,coder\nx,P-1,0.1,,0,,,s,,reckon 2\n",
		"leader,index,mean,sd,n,odd,even,source,page,coder\nx,P-1,0.1,,1,,,s,,by hand\n",
		"leader,index,mean,sd,n,odd,even,source,page,coder\nx,P-1\n",
	} {
		if _, err := ReadNorms("bad.csv", strings.NewReader(bad)); err == nil {
			t.Errorf("taken: %q", bad)
		}
	}
}

func TestAnchors(t *testing.T) {
	for z, want := range map[float64]string{0: "average", .49: "average", -.49: "average", .5: "somewhat high", -1: "definitely low", 1.6: "very high", -9: "extremely low"} {
		if got := anchor(z); got != want {
			t.Errorf("%v: %q, want %q", z, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Float64Range(-1, 1), 1, 30).Draw(t, "sample")
		slices.Sort(list)
		a, b := rapid.Float64Range(-1, 1).Draw(t, "a"), rapid.Float64Range(-1, 1).Draw(t, "b")
		if x, y := percentile(list, min(a, b)), percentile(list, max(a, b)); x > y || x < 0 || y > 100 {
			t.Fatalf("percentiles %v, %v", x, y)
		}
	})
}

func FuzzCode(f *testing.F) {
	f.Add("We help them.\n\nQ: Why?\n\nA: “No.”")
	f.Add("Ada Example: **We** will never ‘attack’ by ourselves, who that which to.")
	f.Add("by by by helped to to us, and attacked: of")
	f.Add("\xff:\n:\n\u202e")
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := document.Read("speech.txt", []byte(text+" ")); err != nil {
			t.Skip("not a document")
		}
		for _, own := range []bool{true, false} {
			c := code(t, text+" ", Settings{Speaker: "Ada Example", Own: own})
			for _, l := range c.Lines {
				if l.Start >= l.End || !utf8.ValidString(l.Quote) || l.Quote == "" {
					t.Fatalf("line %+v", l)
				}
			}
			Measure([]*Coded{c}, Settings{Draws: 3})
		}
	})
}

func FuzzReadNorms(f *testing.F) {
	f.Add("leader,index,mean,sd,n,odd,even,source,page,coder\nx,P-1,0.1,,1,,,s,,reckon 2\n")
	f.Fuzz(func(t *testing.T, text string) {
		if n, err := ReadNorms("f", strings.NewReader(text)); err == nil {
			n.thresholds()
			if _, err := ReadNorms("f", bytes.NewReader(n.CSV())); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// Each place quotes the text that it names.
func TestPlaces(t *testing.T) {
	text := "Señora, we will help the Danes. Perhaps the hostile Swedes attacked our great nation."
	c := code(t, text, whole)
	seen := map[string]bool{}
	for _, l := range c.Lines {
		seen[l.Measure] = true
		if text[l.Start:l.End] != l.Quote {
			t.Errorf("%d–%d is %q, not %q", l.Start, l.End, text[l.Start:l.End], l.Quote)
		}
	}
	for _, want := range []string{"VICS", "BACE", "PWR", "CC", "DIS", "IGB"} {
		if !seen[want] {
			t.Errorf("nothing for %s", want)
		}
	}
}
