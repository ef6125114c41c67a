package xmile_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"reckon"
	"reckon/lang"
	"reckon/xmile"
)

// around puts variables into a file.
func around(variables string) string {
	return `<xmile><sim_specs><start>0</start><stop>4</stop><dt>1</dt></sim_specs><model><variables>` + variables + `</variables></model></xmile>`
}

// mistakes are texts with the finding that each must give, and words that it must
// hold: which element, and the way out.
var mistakes = []struct{ code, says, text string }{
	{"not-xmile", "outermost element", `<mdl/>`},
	{"not-xmile", "cannot be read as XML", `<xmile><model name="a`},
	{"not-xmile", "UTF-8", "<xmile>\xff</xmile>"},
	{"not-xmile", "holds no model", `<xmile></xmile>`},
	{"not-xmile", "no variables", `<xmile><model/></xmile>`},
	{"not-xmile", "too many elements", strings.Repeat("<xmile>", 70)},
	{"bad-clock", "steps by 0", `<xmile><sim_specs><dt>0</dt></sim_specs><model/></xmile>`},
	{"bad-clock", "dt is no number", `<xmile><sim_specs><dt>soon</dt></sim_specs><model/></xmile>`},
	{"no-clock", "0 to 100", `<xmile><model/></xmile>`},
	{"euler", "RK4", `<xmile><sim_specs method="RK4"/><model/></xmile>`},
	{"name-twice", `"A b"`, around(`<aux name="a_B"><eqn>1</eqn></aux><aux name="A b"><eqn>1</eqn></aux>`)},
	{"no-equation", `"a" has no equation`, around(`<aux name="a"/>`)},
	{"no-equation", "did not carry it over", around(`<aux name="a"><eqn>???</eqn></aux>`)},
	{"bad-equation", "ends too early", around(`<aux name="a"><eqn>1 +</eqn></aux>`)},
	{"bad-equation", ", is missing", around(`<aux name="a"><eqn>b[1</eqn></aux>`)},
	{"bad-equation", "THEN is missing", around(`<aux name="a"><eqn>IF 1 ELSE 2</eqn></aux>`)},
	{"bad-equation", "nests more than", around(`<aux name="a"><eqn>` + strings.Repeat("(", 5000) + `</eqn></aux>`)},
	{"bad-equation", "more than", around(`<aux name="a"><eqn>` + strings.Repeat("1+", 5000) + `1</eqn></aux>`)},
	{"bad-equation", "signs in a row", around(`<aux name="a"><eqn>` + strings.Repeat("-", 5000) + `1</eqn></aux>`)},
	{"bad-equation", "comment", around(`<aux name="a"><eqn>1 {no end</eqn></aux>`)},
	{"bad-equation", "range of subscripts", around(`<aux name="a"><eqn>SUM(b[1:2])</eqn></aux>`)},
	{"bad-equation", "no meaning", around(`<aux name="a"><eqn>1 ~ 2</eqn></aux>`)},
	{"unknown-name", `no variable "rate"`, around(`<aux name="a"><eqn>rate * 2</eqn></aux>`)},
	{"unknown-function", "no function SPLINE", around(`<aux name="a"><eqn>SPLINE(1)</eqn></aux>`)},
	{"random-function", "noise", around(`<aux name="a"><eqn>RANDOM(0, 1)</eqn></aux>`)},
	{"arguments", "ABS takes 1 arguments and has 2", around(`<aux name="a"><eqn>ABS(1, 2)</eqn></aux>`)},
	{"not-covered", `"line" is a queue`, around(`<stock name="line"><eqn>0</eqn><queue/></stock>`)},
	{"not-covered", "conveyor", around(`<stock name="line"><eqn>0</eqn><conveyor><len>4</len></conveyor></stock>`)},
	{"bad-delay", "not a constant", around(`<aux name="a"><eqn>DELAY(TIME, TIME)</eqn></aux>`)},
	{"bad-order", "whole number", around(`<aux name="a"><eqn>DELAYN(TIME, 2, TIME)</eqn></aux>`)},
	{"bad-table", "do not rise", around(`<aux name="a"><eqn>1</eqn><gf><xpts>1,1</xpts><ypts>0,1</ypts></gf></aux>`)},
	{"bad-table", "2 values of x and 3 of y", around(`<aux name="a"><eqn>1</eqn><gf><xpts>1,2</xpts><ypts>0,1,2</ypts></gf></aux>`)},
	{"no-table", `"b" is not a table`, around(`<aux name="a"><eqn>b(1)</eqn></aux><aux name="b"><eqn>1</eqn></aux>`)},
	{"circle", `"a", "b", "a"`, around(`<aux name="a"><eqn>b</eqn></aux><aux name="b"><eqn>a</eqn></aux>`)},
	{"circle-at-start", `"a", "b", "a"`, around(`<stock name="a"><eqn>b</eqn></stock><stock name="b"><eqn>a</eqn></stock>`)},
	{"unknown-dimension", `"D"`, around(`<aux name="a"><dimensions><dim name="D"/></dimensions><eqn>1</eqn></aux>`)},
	{"missing-module", `"m"`, around(`<module name="m"/>`)},
	{"missing-end", "</flow>", around(`<flow name="f"><eqn>1</eqn><aux name="a"><eqn>1</eqn></aux>`)},
	{"endless-macro", "40 deep", `<xmile><macro name="m"><parm>x</parm><eqn>m(x)</eqn></macro><model><variables><aux name="a"><eqn>m(1)</eqn></aux></variables></model></xmile>`},
}

func TestMistakes(t *testing.T) {
	for _, m := range mistakes {
		start := time.Now()
		_, found := xmile.Read("m.xmile", []byte(m.text))
		if !slices.ContainsFunc(found, func(d reckon.Diagnostic) bool {
			return d.Code == m.code && strings.Contains(d.Summary+" "+d.Detail, m.says)
		}) {
			t.Errorf("%.80s gives no %s with %q:\n%v", m.text, m.code, m.says, found)
		}
		for _, d := range found {
			if d.At.File == "" || d.Detail == "" || !strings.HasSuffix(d.Detail, ".") {
				t.Errorf("%s has no place or no way out: %q", d.Code, d.Detail)
			}
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%.80s took %v", m.text, took)
		}
	}
}

// TestHostileFilesStayBounded reads files made to grow without end.
func TestHostileFilesStayBounded(t *testing.T) {
	var macros strings.Builder
	for i := range 39 {
		fmt.Fprintf(&macros, `<macro name="m%d"><parm>x</parm><eqn>m%d(x) + m%d(x)</eqn></macro>`, i, i+1, i+1)
	}
	big := `<dimensions><dim name="D" size="9000"/></dimensions>`
	dim := `<dimensions><dim name="D"/></dimensions>`
	square := `<dimensions><dim name="D"/><dim name="D"/><dim name="D"/><dim name="D"/><dim name="D"/><dim name="D"/></dimensions>`
	for name, text := range map[string]string{
		"entities": `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><xmile><model><variables><aux name="a"><eqn>&b;</eqn></aux></variables></model></xmile>`,
		"macros":   `<xmile>` + macros.String() + `<macro name="m39"><parm>x</parm><eqn>x</eqn></macro><model><variables><aux name="a"><eqn>m0(1)</eqn></aux></variables></model></xmile>`,
		"sums":     `<xmile>` + big + `<model><variables><aux name="a">` + dim + `<eqn>SUM(b[*] * c[*])</eqn></aux><aux name="b">` + dim + `<eqn>TIME</eqn></aux></variables></model></xmile>`,
		"products": `<xmile>` + big + `<model><variables><aux name="a">` + square + `<eqn>1</eqn></aux></variables></model></xmile>`,
		"names":    `<xmile>` + big + `<model><variables>` + strings.Repeat(`<aux name="a"><eqn>1</eqn></aux>`, 20_000) + `</variables></model></xmile>`,
		"table":    around(`<aux name="a"><eqn>1</eqn><gf><ypts>` + strings.Repeat("1,", 200_000) + `</ypts></gf></aux>`),
	} {
		start := time.Now()
		_, found := xmile.Read("m.xmile", []byte(text))
		if !slices.ContainsFunc(found, func(d reckon.Diagnostic) bool { return d.Severity == reckon.Error }) || len(found) > 100 {
			t.Errorf("%s: %d findings, none an error", name, len(found))
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// TestLongEquationsLoad checks that what is read at the bounds is case text still.
func TestLongEquationsLoad(t *testing.T) {
	for _, eqn := range []string{
		strings.Repeat("x + ", 590) + "1",
		strings.Repeat("(", 58) + "x" + strings.Repeat(")", 58),
		strings.Repeat("IF x &gt; 1 THEN x ELSE ", 58) + "1",
		strings.Repeat("(", 58) + "x" + strings.Repeat(" &gt; 1)", 58),
		strings.Repeat("2^", 58) + "x",
		strings.Repeat("ROUND(-", 29) + "x" + strings.Repeat(")", 29),
	} {
		c, found := xmile.Read("m.xmile", []byte(around(`<aux name="x"><eqn>3</eqn></aux><aux name="a"><eqn>`+eqn+`</eqn></aux>`)))
		for _, d := range found {
			if d.Severity == reckon.Error {
				t.Fatalf("%.60s: %s", eqn, d.Summary)
			}
		}
		text, err := xmile.Text(c)
		if err != nil {
			t.Fatal(err)
		}
		_, wrong := lang.Load(lang.Files{"case.hcl": text})
		for _, d := range wrong {
			t.Errorf("%.60s: %s", eqn, d.Summary)
		}
	}
}

// TestTableOfOnePoint is level everywhere, however large the x of its point.
func TestTableOfOnePoint(t *testing.T) {
	for _, x := range []string{"0", "3", "-3", "1e17", "-1e17", "1.7e308", "-1.7e308"} {
		c, found := xmile.Read("x.xmile", []byte(around(`<gf name="a"><xpts>`+x+`</xpts><ypts>5</ypts></gf>`)))
		if len(c.Lookups) != 1 || len(c.Lookups[0].Points) != 2 {
			t.Fatalf("%s: %v, %v", x, c.Lookups, found)
		}
		p := c.Lookups[0].Points
		if !(p[0][0] < p[1][0]) || math.IsInf(p[1][0]-p[0][0], 0) || p[0][1] != 5 || p[1][1] != 5 {
			t.Errorf("%s gives the points %v", x, p)
		}
	}
}
