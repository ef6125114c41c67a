package treasury

import (
	"slices"
	"strings"

	"reckon/arena"
)

// titles are names of loops by what they go through, the first that fits.
var titles = []struct{ through, title string }{
	{"base_money taxes", "printing erodes taxes, and makes more printing"},
	{"base_money real_money expected_inflation", "printing drives people out of money"},
	{"expected_inflation real_money", "flight from money"},
	{"arrears debt", "unpaid bills, paid later with new debt"},
	{"debt debt_interest", "interest on debt makes debt"},
	{"arrears fund", "paying old bills leaves less for later ones"},
	{"arrears repaid", "unpaid bills are paid in good years"},
	{"fund drawn", "savings run down"},
	{"reserves imports", "reserves pay for imports until they are gone"},
	{"reserves flight_paid", "reserves pay for capital that leaves"},
	{"reserves foreign_paid", "reserves pay foreign debt"},
	{"blocked freed", "blocked funds come home"},
	{"capacity", "fields decline"},
	{"expected_inflation", "expectations catch up"},
	{"base_money", "prices grow with money"},
}

// Title names a loop of the treasury in plain words, or returns "" for a loop that
// none fits, such as one through other parts of the case.
func (s *Settings) Title(loop arena.Loop) string {
	for _, name := range loop.Names {
		if !strings.HasPrefix(name, s.Prefix) {
			return ""
		}
	}
	for _, t := range titles {
		through := func(name string) bool { return slices.Contains(loop.Names, s.Prefix+name) }
		if names := strings.Fields(t.through); !slices.ContainsFunc(names, func(n string) bool { return !through(n) }) {
			return t.title
		}
	}
	return ""
}
