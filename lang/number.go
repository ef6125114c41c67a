package lang

import "strconv"

// parseNumber reads a decimal number.
func parseNumber(s string) (float64, error) { return strconv.ParseFloat(s, 64) }
