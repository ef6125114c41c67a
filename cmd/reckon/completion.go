package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
)

// shells are those that reckon writes completions for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func completionVerb() verb {
	return verb{
		use:   "completion SHELL",
		short: "Write tab completion for bash, zsh, fish or powershell",
		long: `Writes a script that lets your shell complete verbs, flags and the names of
readings and actors.`,
		example: `  reckon completion bash > ~/.local/share/bash-completion/completions/reckon
  reckon completion zsh  > "${fpath[1]}/_reckon"
  reckon completion fish > ~/.config/fish/completions/reckon.fish
  reckon completion powershell | Out-String | Invoke-Expression`,
		args:  cobra.ExactArgs(1),
		takes: shells,
		run: func(d *desk, args []string) error {
			var script bytes.Buffer
			if err := completion(commands(newDesk(os.Stdout, os.Stderr)), args[0], &script); err != nil {
				return err
			}
			if d.json {
				return d.encode(struct {
					Shell  string `json:"shell"`
					Script string `json:"script"`
				}{args[0], script.String()})
			}
			d.print("%s", strings.TrimRight(script.String(), "\n"))
			return nil
		},
	}
}

func completion(root *cobra.Command, shell string, to io.Writer) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(to, true)
	case "zsh":
		return root.GenZshCompletion(to)
	case "fish":
		return root.GenFishCompletion(to, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(to)
	}
	return fmt.Errorf("no completion for %s; shells: %s", shell, strings.Join(shells, ", "))
}
