package council

import (
	"bytes"
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"reckon/arena"
)

func readText(t *testing.T, text string) (Table, SpatialRules, arena.Faults) {
	t.Helper()
	table, rules, f, err := Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return table, rules, f
}

const smallCSV = `Small, "a test, of reading", 2, 2,
Actor,Description,Power,Order,Order salience,Money,Money salience
North, ,10,0,50,12.5,50
"South, the",old guard,2.5,100,1e1,30,0.5
`

const smallXML = `<Scenario><name>Small</name><desc>a test</desc><prngSeed>7</prngSeed>
<ModelParameters><VictoryProbModel>Square</VictoryProbModel><VotingRule>Cubic</VotingRule></ModelParameters>
<Dimensions><dName>Order</dName></Dimensions>
<Actors>
<Actor><name>North</name><description/><capability>10</capability><Position><dCoord>0</dCoord></Position><Salience><dSal>50</dSal></Salience></Actor>
<Actor><name>South</name><description/><capability>2</capability><Position><dCoord>90</dCoord></Position><Salience><dSal>5</dSal></Salience></Actor>
</Actors>
<IdealAdjustment><iaPair><adjustingIdeal>North</adjustingIdeal><referencePos>South</referencePos><adjust>0.25</adjust></iaPair>
<iaPair><adjustingIdeal>North</adjustingIdeal><referencePos>North</referencePos><adjust>0.5</adjust></iaPair></IdealAdjustment>
</Scenario>`

func TestReadsCSV(t *testing.T) {
	for _, text := range []string{smallCSV, "\ufeff" + strings.ReplaceAll(smallCSV, "\n", "\r\n"), smallCSV + ",,,\n\n"} {
		table, _, f := readText(t, text)
		want := Table{Name: "Small", Title: "a test, of reading", Dimensions: []string{"Order", "Money"}, Seats: []Seat{
			{Name: "North", Power: 10, Position: []float64{0, 0.125}, Salience: []float64{0.5, 0.5}},
			{Name: "South, the", Title: "old guard", Power: 2.5, Position: []float64{1, 0.3}, Salience: []float64{0.1, 0.005}},
		}}
		if len(f) > 0 || !reflect.DeepEqual(table, want) {
			t.Errorf("%v, faults %v", table, f)
		}
	}
}

func TestReadsXML(t *testing.T) {
	table, rules, f := readText(t, smallXML)
	if len(f) > 0 || rules != (SpatialRules{Victory: Square, Vote: Cubic, Seed: 7}) || table.Seats[1].Position[0] != 0.9 || !reflect.DeepEqual(table.Accommodation, [][]float64{{0.5, 0.25}, {0, 1}}) {
		t.Errorf("%v, %v, faults %v", table, rules, f)
	}
}

func TestFaultsOfFilesNameTheLine(t *testing.T) {
	for _, c := range []struct {
		text string
		want [][2]string
	}{
		{strings.Replace(smallCSV, "100,1e1", "103,abc", 1), [][2]string{{`line 4: salience of "South, the" on "Order"`, `"abc" is not a number`}}},
		{strings.Replace(smallCSV, "100,1e1", "103,", 1), [][2]string{{`line 4: salience of "South, the" on "Order"`, "blank"}}},
		{strings.Replace(smallCSV, "100,1e1", "103,60", 1), [][2]string{{`line 4: seat "South, the": position on "Order"`, "1.03"}}},
		{strings.Replace(smallCSV, "12.5,50", "12.5,51", 1), [][2]string{{`line 3: seat "North": salience`, "sum to 1.01"}}},
		{strings.Replace(smallCSV, " 2, 2", " 3, 2", 1), [][2]string{{"line 1: number of actors", "says 3, and 2 lines"}}},
		{strings.Replace(smallCSV, " 2, 2", " two, 2", 1), [][2]string{{"line 1: number of actors", `"two"`}}},
		{strings.Replace(smallCSV, " 2, 2", " 2, 0", 1), [][2]string{{"line 1: number of dimensions", `"0"`}}},
		{"", [][2]string{{"line 1", "first line"}}},
		{"name;text;2;1\nA;B;P;X;S\na;;1;2;3\n", [][2]string{{"line 1", `parted by ";" here`}}},
		{"name\ttext\t2\t1\nA\tB\tP\tX\tS\n", [][2]string{{"line 1", `parted by "\t" here`}}},
		{"actor,text,power,position,salience\na,,1,2,3\n", [][2]string{{"line 1: number of actors", "such as Strait"}}},
		{"\xff\xfeS\x00m\x00,\x00", [][2]string{{"file", "UTF-16"}}},
		{strings.Replace(smallCSV, ",10,0,", ",\"10,5\",0,", 1), [][2]string{{`line 3: power of "North"`, `"10,5" is not a number, and was taken for 0`}}},
		{strings.Replace(smallCSV, ",10,0,", ",10,,", 1), [][2]string{{`line 3: position of "North"`, "blank, and was taken for 50"}}},
		{strings.Replace(smallCSV, "100,1e1", "100,-5", 1), [][2]string{{`line 4: seat "South, the": salience`, "-5 in files"}}},
		{strings.Replace(smallXML, ">90<", "> <", 1), [][2]string{{`line 6: dCoord of "South" on "Order"`, "blank"}}},
		{strings.Replace(smallXML, "<dCoord>90</dCoord>", "", 1), [][2]string{{`line 6: dCoord of "South"`, "0 numbers where 1"}}},
		{strings.Replace(smallXML, "Cubic", "Loud", 1), [][2]string{{"line 2: VotingRule", "Proportional, Binary"}}},
		{strings.Replace(smallXML, "referencePos>South", "referencePos>West", 1), [][2]string{{"line 8: iaPair", "name actors"}}},
		{strings.Replace(smallXML, ">7<", ">-7<", 1), [][2]string{{"line 1: prngSeed", "whole number"}}},
		{smallXML[:300], [][2]string{{"line 5", "not sound XML"}}},
		{"<a/>", [][2]string{{"file", "no element Scenario"}}},
		{strings.Repeat("<a>", 40), [][2]string{{"line 1", "deeper"}}},
		{strings.Repeat("x", maxFile+1), [][2]string{{"file", "at most 4 MiB"}}},
	} {
		_, _, f := readText(t, c.text)
		said(t, f, c.want...)
	}
	if _, _, _, err := Read(iotest.ErrReader(errors.New("torn cable"))); err == nil || !strings.Contains(err.Error(), "torn cable") {
		t.Error(err)
	}
}

func TestWrittenTablesReadTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := drawn(t, 5)
		table.Seats[0].Position[0] = rapid.Float64Range(0, 1).Draw(t, "any")
		table.Seats[1].Salience[0] = rapid.Float64Range(0, 1e-3).Draw(t, "little")
		table.Seats[0].Title, table.Title = `said "no", twice`, "made, up"
		again, _, f, err := Read(bytes.NewReader(table.CSV()))
		if err != nil || len(f) > 0 || !reflect.DeepEqual(again, table) {
			t.Fatalf("%v\nread as %v, faults %v, %v", table, again, f, err)
		}
	})
}

// FuzzRead: whatever the file, reading ends; a table without faults can be run.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{smallCSV, smallXML, "<Scenario/>", "a,b,2,1\n,,\n,,,", "\"", "a,b,1e9,1e9\nx\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		table, rules, faults, err := Read(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if len(faults) > 0 || len(table.Seats)*len(table.Dimensions) > 60 {
			return
		}
		rules.MaxTurns = 3
		c, more := table.Spatial(rules)
		if len(more) > 0 {
			t.Fatalf("read without faults, then %v", more)
		}
		d, _ := table.Challenge(ChallengeRules{Rounds: 3})
		for _, at := range append(c.Means, d.Means...) {
			for _, x := range at {
				if math.IsNaN(x) || x < 0 || x > 1 {
					t.Fatalf("a mean of %v", x)
				}
			}
		}
	})
}
