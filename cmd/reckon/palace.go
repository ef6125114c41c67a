package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon/workbench"
)

func palaceVerb() verb {
	var without, add []string
	return verb{
		use:   "palace CASE [--without-watch A:B] [--add-watch A:B=0.3]",
		short: "Show who could seize power unseen, and what each watch is worth",
		long: `Shows every palace of a case as it stands on the as-of date: the coalition of
organs that could most likely seize power undetected, the sum that rests on, a
proof that no other is riskier, how far each estimate can be wrong, what each
watch is worth, and who could rule together for good.

With --without-watch and --add-watch, the same as if A did not watch B, or found
out B's part in a plot with that chance; the case is not changed.`,
		example: `  reckon palace forces
  reckon palace forces --without-watch police:guard
  reckon palace forces --add-watch fleet:guard=0.2 --json`,
		args: cobra.ExactArgs(1),
		flags: func(f *pflag.FlagSet) {
			f.StringArrayVar(&without, "without-watch", nil, "as if A did not watch B, given as `A:B` (repeat)")
			f.StringArrayVar(&add, "add-watch", nil, "as if A watched B: `A:B=0.3` (repeat)")
		},
		run: func(d *desk, args []string) error {
			if len(without)+len(add) == 0 {
				return arenas(d, args[0], "palace")
			}
			return rewatched(d, args[0], without, add)
		},
	}
}

// rewatched shows the palaces of a case beside what they would be with other watches.
func rewatched(d *desk, path string, without, add []string) error {
	return answer(d, "palace", path, func(b *workbench.Bench, _ progress) (*workbench.Arenas, error) {
		return b.Rewatch(without, add)
	}, func(r *workbench.Arenas) {
		d.head(&r.Head, "Changed here, not in the case: "+strings.Join(r.Changes, "; ")+".")
		for i := range r.Before {
			d.print("\n%s", d.bold("As the case has it, "+r.Before[i].Title))
			for _, s := range r.Before[i].Says {
				d.say("  ", s)
			}
		}
		for i := range r.Arenas {
			d.arena(r, i)
		}
	})
}
