package replication

import (
	"fmt"
	"strconv"
	"strings"

	"reckon"
	"reckon/draw"
	"reckon/experiment"
)

// philox replicates the known answers that come with the generator [salmon2011].
func philox() []Row {
	const all = 0xFFFFFFFF
	var rows []Row
	for _, k := range []struct {
		answer    string
		counter   [4]uint32
		key       [2]uint32
		published string
	}{
		{"all bits 0", [4]uint32{}, [2]uint32{}, "6627e8d5 e169c58d bc57ac4c 9b00dbd8"},
		{"all bits 1", [4]uint32{all, all, all, all}, [2]uint32{all, all}, "408f276d 41c83b0e a20bc7c6 6d5451fd"},
		{"the digits of π", [4]uint32{0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344}, [2]uint32{0xA4093822, 0x299F31D0}, "d16cfe09 94fdcceb 5001e420 24126ea1"},
	} {
		ours := draw.Philox(k.counter, k.key)
		rows = append(rows, row("Philox4x32-10", k.answer, "Salmon, Moraes, Dror and Shaw 2011", k.published, fmt.Sprintf("%08x %08x %08x %08x", ours[0], ours[1], ours[2], ours[3])))
	}
	return rows
}

// normals replicates the values that are published to check the percentage points
// of the normal law with [wichura1988].
func normals() []Row {
	var rows []Row
	for _, k := range []struct {
		share     float64
		published string
	}{{0.25, "−0.674489750196"}, {0.001, "−3.090232306168"}, {1e-20, "−9.262340089798"}} {
		ours := signed(strconv.FormatFloat(draw.Quantile(reckon.Normal, k.share, 0, 1), 'f', 12, 64))
		rows = append(rows, row("Normal law", fmt.Sprintf("below it lies %v", k.share), "Wichura 1988, to 12 places", k.published, ours))
	}
	return rows
}

// ishigami replicates the shares of variance of the function of Ishigami and Homma
// with a = 7 and b = 0.1, whose closed form is known [saltelli2010].
func ishigami() []Row {
	const pi = 3.14159265358979323846
	sin := draw.Function("sin")
	of := func(u []float64) float64 {
		x, y, z := pi*(2*u[0]-1), sin(pi*(2*u[1]-1)), pi*(2*u[2]-1)
		return sin(x) + float64(7*y*y) + float64(0.1*z*z*z*z*sin(x))
	}
	first := []float64{0.313905, 0.442411, 0}
	total := []float64{0.557589, 0.442411, 0.243684}
	return shares("Ishigami function", "closed form", of, first, total)
}

// sobolG replicates those of the G function of Sobol with a = 0, 1, 4.5, 9.
func sobolG() []Row {
	a := []float64{0, 1, 4.5, 9}
	of := func(u []float64) float64 {
		y := 1.0
		for i, x := range u {
			y *= (max(4*x-2, 2-4*x) + a[i]) / (1 + a[i])
		}
		return y
	}
	// The variance of factor i is 1/(3(1+a)²), and that of the product ∏(1+Vᵢ) − 1.
	first, total := make([]float64, len(a)), make([]float64, len(a))
	product := 1.0
	for _, x := range a {
		product *= 1 + 1/(3*(1+x)*(1+x))
	}
	for i, x := range a {
		v := 1 / (3 * (1 + x) * (1 + x))
		first[i], total[i] = v/(product-1), v/(1+v)*product/(product-1)
	}
	return shares("G function of Sobol", "closed form", of, first, total)
}

// shares makes rows of first-order and total shares from 4,096 points.
func shares(name, source string, of func([]float64) float64, first, total []float64) []Row {
	design := experiment.Saltelli{Inputs: len(first), Points: 4096, Seed: 1}
	results, u := make([]float64, design.Size()), make([]float64, len(first))
	for i := range results {
		for input := range u {
			u[input] = design.At(i, input)
		}
		results[i] = of(u)
	}
	ours, err := design.Indices(results)
	if err != nil {
		panic("replication: " + err.Error())
	}
	var rows []Row
	for i := range first {
		rows = append(rows, estimated(name, fmt.Sprintf("share of input %d alone", i+1), source, first[i], ours.First[i]))
	}
	for i := range total {
		rows = append(rows, estimated(name, fmt.Sprintf("share of input %d in all", i+1), source, total[i], ours.Total[i]))
	}
	return rows
}

// estimated compares a published number with an estimate: it agrees if it is within
// three standard errors, and these are below 0.03.
func estimated(of, answer, source string, published float64, ours experiment.Estimate) Row {
	r := Row{Of: of, Answer: answer, Source: source, Published: fmt.Sprintf("%.4f", published), Ours: signed(fmt.Sprintf("%.4f ± %.4f", ours.Value, ours.Error)), Verdict: Misses}
	if off := ours.Value - published; ours.Error < 0.03 && max(off, -off) <= 3*ours.Error {
		r.Verdict = Agrees
	}
	return r
}

// signed writes a minus as print does.
func signed(number string) string { return strings.ReplaceAll(number, "-", "−") }
