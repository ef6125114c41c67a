package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reckon"
)

// version is that of the newest entry in CHANGELOG.md.
const version = "0.5.0"

// build says exactly which program this is.
type build struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"`
	Modified bool   `json:"modified,omitempty"` // built from a tree with changes not committed
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

func versionVerb() verb {
	var notices bool
	return verb{
		use:     "version",
		short:   "Print the version",
		long:    "Prints the version of reckon, the platform and, where the build recorded it, the\nrevision it was built from. The same as reckon --version. With --notices it says\nwhose data it carries and under which licences.",
		example: "  reckon version\n  reckon version --json",
		args:    cobra.NoArgs,
		flags:   func(f *pflag.FlagSet) { f.BoolVar(&notices, "notices", false, "say whose data the program carries") },
		run: func(d *desk, _ []string) error {
			if notices && d.json {
				return d.encode(struct {
					Notices string `json:"notices"`
				}{reckon.Notices})
			}
			if notices {
				d.print("%s", strings.TrimRight(reckon.Notices, "\n"))
				return nil
			}
			b := thisBuild()
			if d.json {
				return d.encode(b)
			}
			d.print("%s", b)
			return nil
		},
	}
}

// String writes the build in one line.
func (b build) String() string {
	revision := ""
	if b.Revision != "" {
		revision = " (" + b.Revision[:min(12, len(b.Revision))]
		if b.Modified {
			revision += ", with changes"
		}
		revision += ")"
	}
	return fmt.Sprintf("reckon %s%s %s %s", b.Version, revision, b.Go, b.Platform)
}

func thisBuild() build {
	b := build{Version: version, Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	about, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	for _, s := range about.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Revision = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
}
