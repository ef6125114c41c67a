package workbench

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"reckon/exchange"
	"reckon/xmile"
)

// models lists the endings of system dynamics models, which are read as measures.
var models = []string{".xmile", ".stmx", ".itmx"}

// Formats lists what Convert can write.
func Formats() []string { return append(exchange.Formats(), "xmile") }

// isModel reports whether a system dynamics model was opened.
func (b *Bench) isModel() bool {
	name, _ := b.conflictFile()
	return slices.Contains(models, strings.ToLower(filepath.Ext(name)))
}

// convertMeasures writes the measures of the case: as XMILE, or those of a model as
// case text.
func (b *Bench) convertMeasures(w io.Writer, to string) (notes []string, err error) {
	var text []byte
	if to == "xmile" {
		text, notes, err = xmile.Write(b.Case)
	} else {
		text, err = xmile.Text(b.Case)
	}
	if err != nil {
		return nil, b.upset("cannot-convert", "The case cannot be written in this format as it is", err)
	}
	for _, d := range b.Diagnostics {
		if b.isModel() && to == "case" { // what reading the model had to settle is part of what the text means
			notes = append(notes, strings.ToLower(d.Summary[:1])+d.Summary[1:]+". "+d.Detail)
		}
	}
	if _, err = w.Write(text); err != nil {
		return nil, fmt.Errorf("writing: %w", err)
	}
	return notes, nil
}
