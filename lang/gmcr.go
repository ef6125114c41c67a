package lang

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"

	"reckon"
)

// gmcrFile is a .gmcr file: JSON. Two generations differ in the names of the
// direct ranking and of the switch that turns it on.
type gmcrFile struct {
	Options []struct {
		Name               string
		PermittedDirection string
	}
	DecisionMakers             []gmcrActor
	Infeasibles                []json.RawMessage
	UseManualPreferenceVectors bool
	UseManualPreferenceRanking bool
	Coalitions                 []json.RawMessage
}

type gmcrActor struct {
	Name              string
	Options           []int
	Preferences       []json.RawMessage
	PreferenceVector  []json.RawMessage
	PreferenceRanking []json.RawMessage
	Misperceptions    []json.RawMessage
}

// Limits on statements: far beyond what people type, near enough that reading
// stays quick whatever the file holds.
const (
	maxStatements = 2_000 // of one actor, or infeasible ones
	maxMembers    = 1_000 // conditions in one compound statement
)

// gmcrReader turns a file into a case. The file numbers its options as it lists
// them; a case orders them by actor, so every reference goes through index.
type gmcrReader struct {
	l     *loader
	file  gmcrFile
	name  string
	index []int // file's option to the case's, -1 when nobody has it
	cubes []cube
}

// cube is a conjunction: the options in care are as in want.
type cube struct{ care, want reckon.State }

// ReadGMCR reads a conflict in the .gmcr format, both key styles. Actors keep
// their order and options are numbered by actor, as that format's programs do,
// which its state numbers rest on. Preference statements become wants in order,
// direct rankings an order. An option that can only be dropped is on at the
// start; all others are off.
func ReadGMCR(name string, src []byte) (*reckon.Case, []reckon.Diagnostic) {
	g := &gmcrReader{l: newLoader(), name: name}
	title := strings.TrimSuffix(path.Base(name), ".gmcr")
	g.l.c.Name, g.l.c.Title, g.l.c.At = title, title, anywhere(name)
	skip, ok := g.l.readable(name, src)
	if ok && g.parse(src, skip) {
		g.actors()
		g.infeasibles()
		g.minds()
	}
	return g.l.c, g.l.found.sorted()
}

// parse reads the JSON.
func (g *gmcrReader) parse(src []byte, skip int) bool {
	err := json.Unmarshal(src[skip:], &g.file)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		at := min(max(int(syntax.Offset)-1+skip, 0), len(src))
		g.l.add(gmcrBroken(spot(g.name, src, at, min(at+1, len(src))), len(src) == at+1 || len(src) == at))
	case errors.As(err, &kind):
		at := min(max(int(kind.Offset)-1+skip, 0), len(src))
		g.l.add(gmcrWrongKind(spot(g.name, src, at, min(at+1, len(src))), kind.Field))
	case err != nil:
		g.l.add(gmcrBroken(anywhere(g.name), false))
	case len(g.file.Options) == 0 || len(g.file.DecisionMakers) == 0:
		g.l.add(gmcrEmpty(anywhere(g.name)))
	case len(g.file.DecisionMakers) > maxActors:
		g.l.add(tooMany(anywhere(g.name), "actors", maxActors))
	case len(g.file.Options) > maxOptions:
		g.l.add(gmcrTooMany(anywhere(g.name), len(g.file.Options)))
	default:
		return true
	}
	return false
}

// actors declares actors and options, in the order of the actors.
func (g *gmcrReader) actors() {
	g.index = make([]int, len(g.file.Options))
	for i := range g.index {
		g.index[i] = -1
	}
	taken := map[string]bool{}
	for i, d := range g.file.DecisionMakers {
		a := reckon.Actor{Name: NameFor(d.Name, "actor", i, taken), Title: strings.TrimSpace(d.Name), At: anywhere(g.name)}
		own := map[string]bool{}
		for _, o := range d.Options {
			switch {
			case o < 0 || o >= len(g.index):
				g.l.add(gmcrNoOption(anywhere(g.name), d.Name, o, len(g.index)))
			case g.index[o] >= 0:
				g.l.add(gmcrOptionTaken(anywhere(g.name), d.Name, g.file.Options[o].Name))
			default:
				k := len(g.l.c.Options)
				g.index[o] = k
				a.Options = append(a.Options, k)
				g.l.c.Options = append(g.l.c.Options, g.option(o, a.Name, i, own))
			}
		}
		if len(d.Misperceptions) > 0 {
			g.l.add(gmcrLeftOut(anywhere(g.name), "misperceptions of "+d.Name))
		}
		g.l.c.Actors = append(g.l.c.Actors, a)
	}
	for o, k := range g.index {
		if k < 0 {
			g.l.add(gmcrOwnerless(anywhere(g.name), g.file.Options[o].Name))
		}
	}
	for _, c := range g.file.Coalitions {
		if strings.HasPrefix(strings.TrimSpace(string(c)), "[") {
			g.l.add(gmcrLeftOut(anywhere(g.name), "coalitions"))
			break
		}
	}
}

// option reads one option of an actor.
func (g *gmcrReader) option(o int, actor string, i int, own map[string]bool) reckon.Option {
	in := g.file.Options[o]
	out := reckon.Option{
		Name: actor + "." + NameFor(in.Name, "option", o, own), Title: strings.TrimSpace(in.Name),
		Actor: i, At: anywhere(g.name),
	}
	switch in.PermittedDirection {
	case "fwd":
		out.Final = true
	case "back":
		out.Lost, out.On = true, true
	case "both", "":
	default:
		g.l.add(gmcrDirection(anywhere(g.name), in.Name, in.PermittedDirection))
	}
	return out
}

// NameFor makes a plain name from a title in another tool's file: one that
// expressions can use and that is not taken yet, which it then is. Where the
// title has no letter that a name may hold, it is the kind and i+1.
func NameFor(title, kind string, i int, taken map[string]bool) string {
	name := plain(title)
	if !plainName(name) {
		name = fmt.Sprintf("%s_%d", kind, i+1)
	}
	base := name
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf("%s_%d", base, n)
	}
	taken[name] = true
	return name
}

// infeasibles turns excluded patterns into rules.
func (g *gmcrReader) infeasibles() {
	if n := len(g.file.Infeasibles); n > maxStatements {
		g.l.add(gmcrTooManyStatements(anywhere(g.name), "infeasible conditions", n))
		g.file.Infeasibles = nil
	}
	for i, raw := range g.file.Infeasibles {
		cubes, ok := g.statement(raw, fmt.Sprintf("infeasible condition %d", i+1))
		if !ok {
			continue
		}
		x := g.expr(cubes)
		text := Written(g.l.c, &x)
		g.cubes = append(g.cubes, cubes...)
		if _, twice := g.l.seen["impossible "+text]; twice {
			continue
		}
		g.l.seen["impossible "+text] = anywhere(g.name)
		g.l.c.Impossible = append(g.l.c.Impossible, reckon.Impossible{Name: text, When: x, Text: text, At: anywhere(g.name)})
	}
}

// statement reads a condition, or a compound one that holds when any member does.
func (g *gmcrReader) statement(raw json.RawMessage, what string) ([]cube, bool) {
	var compound struct {
		Compound bool
		Members  []json.RawMessage
	}
	members := []json.RawMessage{raw}
	if json.Unmarshal(raw, &compound) == nil && compound.Members != nil {
		members = compound.Members
	}
	if len(members) > maxMembers {
		g.l.add(gmcrTooManyMembers(anywhere(g.name), what, len(members)))
		return nil, false
	}
	var cubes []cube
	for _, m := range members {
		c, ok := g.condition(m)
		if !ok {
			g.l.add(gmcrCondition(anywhere(g.name), what))
			return nil, false
		}
		cubes = append(cubes, c)
	}
	return cubes, len(cubes) > 0
}

// condition reads [[option, "Y"], …].
func (g *gmcrReader) condition(raw json.RawMessage) (cube, bool) {
	var pairs [][2]json.RawMessage
	var c cube
	if json.Unmarshal(raw, &pairs) != nil || pairs == nil {
		return c, false
	}
	for _, p := range pairs {
		var o int
		var letter string
		if json.Unmarshal(p[0], &o) != nil || json.Unmarshal(p[1], &letter) != nil || o < 0 || o >= len(g.index) || g.index[o] < 0 {
			return c, false
		}
		bit := reckon.State(1) << uint(g.index[o])
		switch letter {
		case "Y":
			c.care, c.want = c.care|bit, c.want|bit
		case "N":
			c.care, c.want = c.care|bit, c.want&^bit
		case "-":
		default:
			return c, false
		}
	}
	return c, true
}

// expr writes cubes as an expression: an "or" of "and"s.
func (g *gmcrReader) expr(cubes []cube) reckon.Expr {
	var some []reckon.Expr
	for _, c := range cubes {
		var all []reckon.Expr
		for k := range g.l.c.Options {
			x := reckon.Expr{Op: "option", Option: k, At: anywhere(g.name)}
			if c.care.Has(k) && !c.want.Has(k) {
				x = reckon.Expr{Op: "!", Args: []reckon.Expr{x}, At: anywhere(g.name)}
			}
			if c.care.Has(k) {
				all = append(all, x)
			}
		}
		if all == nil {
			all = []reckon.Expr{{Op: "yes", At: anywhere(g.name)}}
		}
		some = append(some, chain("&&", all))
	}
	return chain("||", some)
}

// chain joins expressions by an operator, from the left as a reader would.
func chain(op reckon.Op, list []reckon.Expr) reckon.Expr {
	x := list[0]
	for _, y := range list[1:] {
		x = reckon.Expr{Op: op, Args: []reckon.Expr{x, y}, At: x.At}
	}
	return x
}
