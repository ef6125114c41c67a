package draw

import "math"

// quotient holds the coefficients of a polynomial over another, lowest first.
type quotient struct{ over, under [8]float64 }

// The three quotients of Wichura's algorithm AS 241, PPND16 [wichura1988]: about
// the middle, then by the root of −ln of the tail up to 5, then beyond.
var (
	middle = quotient{
		[8]float64{3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3},
		[8]float64{1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3},
	}
	tail = quotient{
		[8]float64{1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4},
		[8]float64{1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9},
	}
	farTail = quotient{
		[8]float64{6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7},
		[8]float64{1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15},
	}
)

func (q *quotient) at(x float64) float64 {
	a, b := &q.over, &q.under
	over := float64((float64((float64((float64((float64((float64((float64(a[7]*x)+a[6])*x)+a[5])*x)+a[4])*x)+a[3])*x)+a[2])*x)+a[1])*x) + a[0]
	under := float64((float64((float64((float64((float64((float64((float64(b[7]*x)+b[6])*x)+b[5])*x)+b[4])*x)+b[3])*x)+b[2])*x)+b[1])*x) + 1
	return over / under
}

// normalQuantile is the inverse cumulative function of the standard normal law for
// u in [0, 1], to about one part in 1e16 [wichura1988].
func normalQuantile(u float64) float64 {
	q := u - 0.5
	if math.Abs(q) <= 0.425 {
		return float64(q * middle.at(0.180625-float64(q*q)))
	}
	beyond := min(u, 1-u)
	if beyond == 0 {
		return math.Copysign(math.Inf(1), q)
	}
	r := math.Sqrt(-Log(beyond))
	if r <= 5 {
		return math.Copysign(tail.at(r-1.6), q)
	}
	return math.Copysign(farTail.at(r-5), q)
}

// The quotients of Cody's erfc [cody1969] over e^−y², highest first: in y from
// 0.46875 to 4, and of its remainder in 1/y² beyond.
var (
	nearErfc = [2][9]float64{
		{2.15311535474403846343e-8, 5.64188496988670089180e-1, 8.88314979438837594118e0, 6.61191906371416294775e1, 2.98635138197400131132e2, 8.81952221241769090411e2, 1.71204761263407058314e3, 2.05107837782607146532e3, 1.23033935479799725272e3},
		{1, 1.57449261107098347253e1, 1.17693950891312499305e2, 5.37181101862009857509e2, 1.62138957456669018874e3, 3.29079923573345962678e3, 4.36261909014324715820e3, 3.43936767414372163696e3, 1.23033935480374942043e3},
	}
	farErfc = [2][6]float64{
		{1.63153871373020978498e-2, 3.05326634961232344035e-1, 3.60344899949804439429e-1, 1.25781726111229246204e-1, 1.60837851487422766278e-2, 6.58749161529837803157e-4},
		{1, 2.56852019228982242072e0, 1.87295284992346725209e0, 5.27905102951428412248e-1, 6.05183413124413191178e-2, 2.33520497626869185443e-3},
	}
)

// horner is the polynomial of the coefficients, highest first.
func horner(coefficients []float64, x float64) float64 {
	sum := 0.0
	for _, c := range coefficients {
		sum = float64(sum*x) + c
	}
	return sum
}

// normalCDF is the cumulative function of the standard normal law. Near the middle
// it is the density times a series of positive terms, in the tail the density times
// a quotient, whose tail is what lies beyond x.
func normalCDF(x float64) float64 {
	size := math.Abs(x)
	switch {
	case x != x:
		return x
	case size > 39:
		return jump(x, 0)
	case size < 1.2:
		sum, term := 0.0, size
		for n := 3.0; term > sum*0x1p-60; n += 2 {
			sum += term
			term *= size * size / n
		}
		return 0.5 + math.Copysign(sum*density(size), x)
	}
	beyond := size / math.Sqrt2
	if beyond <= 4 {
		beyond = horner(nearErfc[0][:], beyond) / horner(nearErfc[1][:], beyond)
	} else {
		z := 1 / (beyond * beyond)
		beyond = (1/math.Sqrt(math.Pi) - float64(z*horner(farErfc[0][:], z))/horner(farErfc[1][:], z)) / beyond
	}
	beyond = float64(beyond * math.Sqrt(math.Pi/2) * density(size))
	if x < 0 {
		return beyond
	}
	return 1 - beyond
}

// density of the standard normal law. The square is taken in two parts, since its
// error counts whole in the exponent.
func density(x float64) float64 {
	square, rest := product(x, x)
	return 1 / math.Sqrt(2*math.Pi) * (Exp(-0.5*square) * (1 - float64(0.5*rest)))
}
