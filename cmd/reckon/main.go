package main

import (
	"errors"
	"fmt"
	"os"
)

// Exit codes that scripts may rely on.
const (
	exitClean    = 0
	exitFindings = 1
	exitBroken   = 2
)

// errFindings ends a verb that has printed already what was found, or why not all of
// what was asked for was done.
var errFindings = errors.New("there are findings")

func main() { os.Exit(run(os.Args[1:])) }

// run executes one command line and returns the exit code.
func run(args []string) int {
	d := newDesk(os.Stdout, os.Stderr)
	root := commands(d)
	root.SetArgs(args)
	err := root.Execute()
	if closing := d.close(); err == nil {
		err = closing
	}
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	}
	fmt.Fprintln(os.Stderr, d.alarm("reckon:"), legible(err.Error()))
	return exitBroken
}
