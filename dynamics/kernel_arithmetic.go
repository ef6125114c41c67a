package dynamics

// The kernels of arithmetic: one tight loop each, without bounds checks.

func doNeg(b *Block, in *instr) {
	d, x := one(b, in)
	for i := range d {
		d[i] = -x[i]
	}
}

func doAddK(b *Block, in *instr) {
	d, x := one(b, in)
	k := in.k
	for i := range d {
		d[i] = x[i] + k
	}
}

func doMulK(b *Block, in *instr) {
	d, x := one(b, in)
	k := in.k
	for i := range d {
		d[i] = x[i] * k
	}
}

func doSubFromK(b *Block, in *instr) {
	d, x := one(b, in)
	k := in.k
	for i := range d {
		d[i] = k - x[i]
	}
}

func doDivK(b *Block, in *instr) {
	d, x := one(b, in)
	k := in.k
	for i := range d {
		d[i] = x[i] / k
	}
}

func doKOver(b *Block, in *instr) {
	d, x := one(b, in)
	k := in.k
	for i := range d {
		d[i] = k / x[i]
	}
}

func doKOverPlusL(b *Block, in *instr) {
	d, x := one(b, in)
	k, l := in.k, in.l
	for i := range d {
		d[i] = k / (x[i] + l)
	}
}

func doTimesKPlusL(b *Block, in *instr) {
	d, x := one(b, in)
	k, l := in.k, in.l
	for i := range d {
		d[i] = float64(x[i]*k) + l
	}
}

func doAdd(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		d[i] = x[i] + y[i]
	}
}

func doSub(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		d[i] = x[i] - y[i]
	}
}

func doMul(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		d[i] = x[i] * y[i]
	}
}

func doDiv(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		d[i] = x[i] / y[i]
	}
}

func doMin(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		d[i] = min(x[i], y[i])
	}
}

func doMax(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		d[i] = max(x[i], y[i])
	}
}

func doTimesPlusK(b *Block, in *instr) {
	d, x, y := two(b, in)
	k := in.k
	for i := range d {
		d[i] = float64(x[i]*y[i]) + k
	}
}

func doTimesKPlus(b *Block, in *instr) {
	d, x, y := two(b, in)
	k := in.k
	for i := range d {
		d[i] = float64(x[i]*k) + y[i]
	}
}

func doTimesKMinus(b *Block, in *instr) {
	d, x, y := two(b, in)
	k := in.k
	for i := range d {
		d[i] = float64(x[i]*k) - y[i]
	}
}

func doTimesKPlusTimesL(b *Block, in *instr) {
	d, x, y := two(b, in)
	k, l := in.k, in.l
	for i := range d {
		d[i] = float64(x[i]*k) + float64(y[i]*l)
	}
}

func doTimesTimesK(b *Block, in *instr) {
	d, x, y := two(b, in)
	k := in.k
	for i := range d {
		d[i] = float64(x[i]*y[i]) * k
	}
}

func doTimesKTimes(b *Block, in *instr) {
	d, x, y := two(b, in)
	k := in.k
	for i := range d {
		d[i] = float64(x[i]*k) * y[i]
	}
}

func doDifferenceTimesK(b *Block, in *instr) {
	d, x, y := two(b, in)
	k := in.k
	for i := range d {
		d[i] = (x[i] - y[i]) * k
	}
}

func doKMinusTimes(b *Block, in *instr) {
	d, x, y := two(b, in)
	k := in.k
	for i := range d {
		d[i] = (k - x[i]) * y[i]
	}
}

func doTimesPlus(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	for i := range d {
		d[i] = float64(x[i]*y[i]) + z[i]
	}
}

func doTimesMinus(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	for i := range d {
		d[i] = float64(x[i]*y[i]) - z[i]
	}
}

func doMinusTimes(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	for i := range d {
		d[i] = x[i] - float64(y[i]*z[i])
	}
}

func doProduct3(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	for i := range d {
		d[i] = float64(x[i]*y[i]) * z[i]
	}
}

func doSum3(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	for i := range d {
		d[i] = (x[i] + y[i]) + z[i]
	}
}

func doSumTimes(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	for i := range d {
		d[i] = (x[i] + y[i]) * z[i]
	}
}

func doDifferenceTimes(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	for i := range d {
		d[i] = (x[i] - y[i]) * z[i]
	}
}

func doDifferenceTimesKPlus(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	k := in.k
	for i := range d {
		d[i] = float64((x[i]-y[i])*k) + z[i]
	}
}

func doDifferenceTimesPlus(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	w := b.at[in.e][:len(d)]
	for i := range d {
		d[i] = float64((x[i]-y[i])*z[i]) + w[i]
	}
}

func doTimesKTimesPlus(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	k := in.k
	for i := range d {
		d[i] = float64(float64(x[i]*k)*y[i]) + z[i]
	}
}

func doTimesKTimesRestPlus(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	k, l := in.k, in.l
	for i := range d {
		d[i] = float64(float64(x[i]*k)*(l-y[i])) + z[i]
	}
}

func doTimesLMinusTimesKPlus(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	k, l := in.k, in.l
	for i := range d {
		d[i] = float64((float64(x[i]*l)-y[i])*k) + z[i]
	}
}

func doTimesMinusTimesKPlus(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	w, k := b.at[in.e][:len(d)], in.k
	for i := range d {
		d[i] = float64((float64(x[i]*y[i])-z[i])*k) + w[i]
	}
}
