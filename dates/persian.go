package dates

// persianDate reads "22 Bahman 1357" from its month on, "Iranian year 1404" and
// "Bahman 1357". The calendar is only assumed where a word says so.
func (r *reader) persianDate(i int) (point, int) {
	switch r.word(i) {
	case "iranian", "persian", "solar", "hijri", "shamsi":
		return r.persianNamed(i)
	}
	m, ok := persianMonths[r.word(i)]
	if !ok || !r.upper(i) {
		return point{}, i
	}
	if y := number(r.word(i + 1)); y >= 1178 && y <= 1633 {
		return point{span: persian(y, m, 0), unit: "month"}, i + 2
	}
	if d := dayNumber(r.word(i + 1)); d > 0 {
		if y := r.persianYearAt(i + 2); y > 0 {
			to := i + 3
			if r.word(i+2) == "," {
				to++
			}
			return point{span: persian(y, m, d), unit: "day"}, to
		}
	}
	return point{}, i
}

// persianNamed reads "Iranian year 1404", "Persian calendar year 1404".
func (r *reader) persianNamed(i int) (point, int) {
	k := i + 1
	for w := r.word(k); w == "calendar" || w == "hijri" || w == "solar" || w == "shamsi"; w = r.word(k) {
		k++
	}
	if r.word(k) != "year" {
		return point{}, i
	}
	if y := number(r.word(k + 1)); y >= 1178 && y <= 1633 {
		return point{span: persian(y, 0, 0), unit: "year"}, k + 2
	}
	return point{}, i
}

// persianYear reads "1404 in the Iranian calendar".
func (r *reader) persianYear(i int) (point, int) {
	y := number(r.word(i))
	if y < 1178 || y > 1633 {
		return point{}, i
	}
	k := i + 1
	if r.word(k) != "in" && r.word(k) != "of" && r.word(k) != "on" {
		return point{}, i
	}
	k++
	if r.word(k) == "the" {
		k++
	}
	switch r.word(k) {
	case "iranian", "persian", "solar":
	default:
		return point{}, i
	}
	for w := r.word(k + 1); w == "solar" || w == "hijri"; w = r.word(k + 1) {
		k++
	}
	if r.word(k+1) != "calendar" {
		return point{}, i
	}
	return point{span: persian(y, 0, 0), unit: "year"}, k + 2
}

// persianDay reads the year after a day and month: "22 Bahman 1357".
func (r *reader) persianDay(d, m, k int) (point, int) {
	y := r.persianYearAt(k)
	if y == 0 {
		return point{}, 0
	}
	if r.word(k) == "," {
		k++
	}
	return point{span: persian(y, m, d), unit: "day"}, k + 1
}

func (r *reader) persianYearAt(k int) int {
	if r.word(k) == "," {
		k++
	}
	if y := number(r.word(k)); y >= 1178 && y <= 1633 {
		return y
	}
	return 0
}
