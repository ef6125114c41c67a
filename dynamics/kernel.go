package dynamics

import (
	"math"

	"reckon/draw"
)

// The instructions that do more than one elementary operation, or one with a
// constant. Each rounds after every elementary operation, as if they were apart.
const (
	opAddK                  op = opQuantile + 1 + iota // a + k
	opMulK                                             // a·k
	opSubFromK                                         // k − a
	opDivK                                             // a / k
	opKOver                                            // k / a
	opKOverPlusL                                       // k / (a + l)
	opTimesPlus                                        // a·b + c
	opTimesMinus                                       // a·b − c
	opMinusTimes                                       // a − b·c
	opTimesPlusK                                       // a·b + k
	opTimesKPlus                                       // a·k + b
	opTimesKMinus                                      // a·k − b
	opTimesKPlusL                                      // a·k + l
	opTimesKPlusTimesL                                 // a·k + b·l
	opTimesTimesK                                      // (a·b)·k
	opTimesKTimes                                      // (a·k)·b
	opProduct3                                         // (a·b)·c
	opSum3                                             // (a + b) + c
	opSumTimes                                         // (a + b)·c
	opDifferenceTimes                                  // (a − b)·c
	opDifferenceTimesK                                 // (a − b)·k
	opDifferenceTimesKPlus                             // (a − b)·k + c
	opDifferenceTimesPlus                              // (a − b)·c + e
	opKMinusTimes                                      // (k − a)·b
	opTimesKTimesPlus                                  // (a·k)·b + c
	opTimesKTimesRestPlus                              // (a·k)·(l − b) + c
	opTimesLMinusTimesKPlus                            // (a·l − b)·k + c
	opTimesMinusTimesKPlus                             // (a·b − c)·k + e
	opExcess                                           // the greater of a − b and k
	opExcessTimesKPlus                                 // the greater of a − b and l, ·k + c
	opMinK
	opMaxK
	opClamp // max(a, k), then min with l
	opLessK
	opMoreK
	opAtMostK
	opAtLeastK
	opChooseLess // a < b ? c : e
	opChooseAtMost
	opChooseLessK // a < k ? c : e
	opChooseMoreK
	opChooseAtMostK
	opChooseAtLeastK
	opExp
	opKeep
	opSettle
	opSettleFree
	opSettlePositive
	opSettleNoise
	opSettleStart
	opCount
)

// instr is one pass over the lanes of a block: from slots a, b, c and e into d.
type instr struct {
	run           kernel
	d, a, b, c, e int32
	aux           int32
	k, l          float64
	op            op
}

// kernel does an instruction for all lanes. The result may stand in the slot of an
// argument.
type kernel func(*Block, *instr)

func one(b *Block, in *instr) (d, x []float64) {
	d = b.at[in.d]
	return d, b.at[in.a][:len(d)]
}

func two(b *Block, in *instr) (d, x, y []float64) {
	d = b.at[in.d]
	return d, b.at[in.a][:len(d)], b.at[in.b][:len(d)]
}

func three(b *Block, in *instr) (d, x, y, z []float64) {
	d = b.at[in.d]
	return d, b.at[in.a][:len(d)], b.at[in.b][:len(d)], b.at[in.c][:len(d)]
}

// kernels are the instructions by op.
var kernels = [opCount]kernel{
	opOption: doOption, opCall1: doCall1, opPow: doPow, opMod: doMod, opLookup: doLookup, opQuantile: doQuantile, opExp: doExp,
	opAdd: doAdd, opSub: doSub, opMul: doMul, opDiv: doDiv, opNeg: doNeg, opMin: doMin, opMax: doMax,
	opLess: doLess, opAtMost: doAtMost, opEqual: doEqual, opDiffer: doDiffer, opNot: doNot, opAnd: doAnd, opOr: doOr, opChoose: doChoose,
	opAddK: doAddK, opMulK: doMulK, opSubFromK: doSubFromK, opDivK: doDivK, opKOver: doKOver, opKOverPlusL: doKOverPlusL,
	opTimesPlus: doTimesPlus, opTimesMinus: doTimesMinus, opMinusTimes: doMinusTimes, opTimesPlusK: doTimesPlusK,
	opTimesKPlus: doTimesKPlus, opTimesKMinus: doTimesKMinus, opTimesKPlusL: doTimesKPlusL, opTimesKPlusTimesL: doTimesKPlusTimesL,
	opTimesTimesK: doTimesTimesK, opTimesKTimes: doTimesKTimes, opProduct3: doProduct3, opSum3: doSum3, opSumTimes: doSumTimes,
	opDifferenceTimes: doDifferenceTimes, opDifferenceTimesK: doDifferenceTimesK, opDifferenceTimesKPlus: doDifferenceTimesKPlus,
	opDifferenceTimesPlus: doDifferenceTimesPlus, opKMinusTimes: doKMinusTimes, opTimesKTimesPlus: doTimesKTimesPlus,
	opTimesKTimesRestPlus: doTimesKTimesRestPlus, opTimesLMinusTimesKPlus: doTimesLMinusTimesKPlus,
	opTimesMinusTimesKPlus: doTimesMinusTimesKPlus, opExcess: doExcess, opExcessTimesKPlus: doExcessTimesKPlus, opMinK: doMinK, opMaxK: doMaxK, opClamp: doClamp,
	opLessK: doLessK, opMoreK: doMoreK, opAtMostK: doAtMostK, opAtLeastK: doAtLeastK,
	opChooseLess: doChooseLess, opChooseAtMost: doChooseAtMost, opChooseLessK: doChooseLessK, opChooseMoreK: doChooseMoreK,
	opChooseAtMostK: doChooseAtMostK, opChooseAtLeastK: doChooseAtLeastK,
	opKeep: doKeep, opSettle: doSettle, opSettleFree: doSettleFree, opSettlePositive: doSettlePositive, opSettleNoise: doSettleNoise, opSettleStart: doSettleStart,
}

func doOption(b *Block, in *instr) {
	d := b.at[in.d]
	states := b.states[:len(d)]
	for i := range d {
		d[i] = math.Float64frombits(-uint64(states[i]>>uint(in.aux)&1) & yes)
	}
}

func doCall1(b *Block, in *instr) {
	d, x := one(b, in)
	switch name := functions[in.aux]; name {
	case "sqrt":
		for i := range d {
			d[i] = math.Sqrt(x[i])
		}
	case "abs":
		for i := range d {
			d[i] = math.Abs(x[i])
		}
	default:
		f := draw.Function(name)
		for i := range d {
			d[i] = f(x[i])
		}
	}
}

func doExp(b *Block, in *instr) {
	d, x := one(b, in)
	draw.Exps(d, x)
}

func doPow(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		d[i] = draw.Pow(x[i], y[i])
	}
}

func doMod(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		d[i] = mod(x[i], y[i])
	}
}

func doLookup(b *Block, in *instr) {
	d, x := one(b, in)
	t := b.model.tables[in.aux]
	for i := range d {
		d[i] = t.at(x[i])
	}
}

func doQuantile(b *Block, in *instr) {
	if b.quiet {
		return
	}
	d, u, x, y := three(b, in)
	law := &laws[in.aux]
	if law.numbers == 3 {
		z := b.at[in.e][:len(d)]
		for i := range d {
			d[i] = draw.Quantile(law.law, u[i], x[i], y[i], z[i])
		}
		return
	}
	for i := range d {
		d[i] = draw.Quantile(law.law, u[i], x[i], y[i])
	}
}

func doKeep(b *Block, in *instr) {
	d, x := one(b, in)
	copy(d, x)
}
