package main

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/agext/levenshtein"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// verb is one thing that reckon does: a file of its own and a row in verbs.
type verb struct {
	use     string // name and arguments
	short   string
	long    string
	example string
	args    cobra.PositionalArgs
	flags   func(*pflag.FlagSet)
	run     func(d *desk, args []string) error
	offers  func(d *desk) map[string]func(args []string) []string // flag to its completions
	verbs   func() []verb                                         // verbs of its own
	takes   []string                                              // fixed values of the argument, for completion
}

// verbs lists what reckon can do, in the order of the help.
func verbs() []verb {
	return []verb{
		initVerb(),
		checkVerb(),
		formatVerb(),
		solveVerb(),
		preferenceVerb(),
		coalitionsVerb(),
		followupVerb(),
		trialVerb(),
		runVerb(),
		mergeVerb(),
		workerVerb(),
		whatifVerb(),
		whyVerb(),
		backtestVerb(),
		briefVerb(),
		libraryVerb(),
		sourcesVerb(),
		readVerb(),
		adoptVerb(),
		beliefsVerb(),
		profileVerb(),
		trainVerb(),
		convertVerb(),
		arenasVerb(),
		councilVerb(),
		palaceVerb(),
		streetVerb(),
		successionVerb(),
		treasuryVerb(),
		contestVerb(),
		bargainVerb(),
		replicateVerb(),
		versionVerb(),
		completionVerb(),
	}
}

const rootLong = `Put rival readings of a leader to the test: sourced, executable, scored.

A case is a folder of plain text: who can do what, what each reading says the
leader wants and believes, and the record of what he then did. To begin:

  reckon init mycase      write a small commented case
  reckon check mycase     say what is wrong with it
  reckon brief mycase     write the page that people read
  reckon read paper.pdf   list what a document says, as a start

Exit codes: 0 clean, 1 findings in the case, 2 wrong usage or a broken world.`

// commands builds the command tree from the table.
func commands(d *desk) *cobra.Command {
	root := &cobra.Command{
		Use:               "reckon VERB",
		Short:             "Put rival readings of a leader to the test",
		Long:              rootLong,
		Version:           thisBuild().String(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.SuggestionsMinimumDistance = 3
	root.PersistentFlags().BoolVar(&d.json, "json", false, "print the result as JSON")
	root.SetVersionTemplate("{{.Version}}\n")
	root.Flags().Bool("version", false, "print the version")
	root.SetFlagErrorFunc(flagError)
	root.SetUsageTemplate(strings.NewReplacer(
		"{{if .Runnable}}", "{{if and .Runnable (not .HasAvailableSubCommands)}}", "[command]", "VERB", "Available Commands", "Verbs", "a command", "a verb",
	).Replace(root.UsageTemplate()))
	root.SetOut(d.out)
	root.SetErr(d.err)
	cobra.EnableCommandSorting = false
	for _, v := range verbs() {
		root.AddCommand(v.command(d))
	}
	root.SetHelpCommand(&cobra.Command{
		Use: "help [VERB]", Short: "Show how to use a verb", Hidden: true,
		RunE: func(_ *cobra.Command, args []string) error { return help(root, args) },
	})
	return root
}

func (v verb) command(d *desk) *cobra.Command {
	name, _, _ := strings.Cut(v.use, " ")
	c := &cobra.Command{
		Use: v.use, Short: v.short, Long: v.long, Example: v.example, ValidArgs: v.takes,
		Args: func(c *cobra.Command, args []string) error {
			if err := v.args(c, args); err != nil {
				return fmt.Errorf("%s takes: %s%s\nSee: %s --help", name, c.CommandPath(), strings.TrimPrefix(v.use, name), c.CommandPath())
			}
			return nil
		},
		DisableFlagsInUseLine: true,
		RunE:                  func(_ *cobra.Command, args []string) error { return v.run(d, args) },
	}
	if v.flags != nil {
		v.flags(c.Flags())
	}
	if v.verbs != nil {
		c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
		for _, own := range v.verbs() {
			c.AddCommand(own.command(d))
		}
	}
	c.Flags().SortFlags = false
	if v.offers != nil {
		for flag, offer := range v.offers(d) {
			// The only error is a misspelt flag, which the completion test shows.
			_ = c.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
				return offer(args), cobra.ShellCompDirectiveNoFileComp
			})
		}
	}
	return c
}

// help prints the help of the verb named, or of reckon.
func help(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return root.Help()
	}
	c, _, err := root.Find(args)
	if err != nil {
		return err
	}
	return c.Help()
}

// wanted says in words what a type of flag takes.
var wanted = map[string]string{
	"int":     "a whole number",
	"uint64":  "a whole number that is not negative",
	"bool":    "true or false",
	"A,B":     "one number, or one for each side with a comma between",
	"float64": "a number",
}

// flagError says what a flag takes, and adds the nearest flag to the message
// about an unknown one.
func flagError(c *cobra.Command, err error) error {
	if bad := (*pflag.InvalidValueError)(nil); errors.As(err, &bad) {
		f := bad.GetFlag()
		what := cmp.Or(wanted[f.Value.Type()], "another kind of value")
		return fmt.Errorf("--%s wants %s, not %q", f.Name, what, bad.GetValue())
	}
	_, name, unknown := strings.Cut(err.Error(), "unknown flag: --")
	if !unknown {
		return err
	}
	near := ""
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if levenshtein.Distance(name, f.Name, nil) <= 2 {
			near = f.Name
		}
	})
	if near == "" {
		return fmt.Errorf("%w\nSee: %s --help", err, c.CommandPath())
	}
	return fmt.Errorf("%w\nDid you mean --%s?", err, near)
}
