package experiment

import (
	"fmt"
	"math"

	"reckon"
	"reckon/draw"
)

// Estimate is a number worked out from runs, how far runs alone may have put it
// off, and an interval that covers the true value nine times in ten.
type Estimate struct {
	Value float64 `json:"value"`
	Error float64 `json:"stderr"`
	Low   float64 `json:"low"` // of the interval of 90 %
	High  float64 `json:"high"`
}

// confidence of every interval.
const confidence = 0.9

// Mean returns the mean of results that are independent of each other, with
// Student's interval [student1908]. For a difference of scenarios, or a weighted
// mean of readings, whose runs share their draws, hand in the difference or the
// weighted sum run by run. It is an error if there are fewer than two or one is
// not finite.
func Mean(results []float64) (Estimate, error) {
	if err := finite(results); err != nil {
		return Estimate{}, err
	}
	if len(results) < 2 {
		return Estimate{}, fmt.Errorf("a standard error needs at least two runs, there are %d", len(results))
	}
	mean, variance := moments(results)
	return around(mean, math.Sqrt(variance/float64(len(results))), len(results)-1), nil
}

// around makes Student's interval around a mean.
func around(mean, deviation float64, freedom int) Estimate {
	reach := float64(student(freedom) * deviation)
	return Estimate{Value: mean, Error: deviation, Low: mean - reach, High: mean + reach}
}

// finite refuses results that no mean can be taken of.
func finite(results []float64) error {
	for i, y := range results {
		if math.IsNaN(y) || math.IsInf(y, 0) {
			return fmt.Errorf("the result of run %d is %v, and only numbers can be averaged; leave such runs out, or ask a question that every run answers", i, y)
		}
	}
	return nil
}

// moments returns the mean and the variance, unbiased, of at least two numbers.
func moments(results []float64) (mean, variance float64) {
	n := float64(len(results))
	for _, y := range results {
		mean += y / n
	}
	for _, y := range results {
		variance += float64((y - mean) * (y - mean) / (n - 1))
	}
	return mean, variance
}

// student is the number of standard errors to either side: the quantile of t, had
// from that of t²/(t²+freedom), which follows a beta law with exponents ½ and
// freedom/2.
func student(freedom int) float64 {
	n := float64(freedom)
	y := draw.Quantile(reckon.Beta, confidence, exponents(0.5, float64(n/2))...)
	return math.Sqrt(n * y / (1 - y))
}

// exponents gives a beta law by its mean and standard deviation.
func exponents(a, b float64) []float64 {
	n := a + b
	return []float64{a / n, math.Sqrt(a / n * (b / n) / (n + 1))}
}
