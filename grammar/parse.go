package grammar

import (
	_ "embed"
	"sync"

	"reckon/document"
)

//go:embed weights.bin
var weights []byte

// standard is the parser of the embedded weights, read when it is first asked
// for: most commands of reckon never parse a text.
var standard = sync.OnceValue(func() *Parser {
	p, err := NewParser(weights)
	if err != nil {
		panic("grammar: the embedded weights cannot be read: " + err.Error())
	}
	return p
})

// Standard gives the parser of the weights that reckon carries. The first call
// reads them; it is safe from many goroutines.
func Standard() *Parser { return standard() }

// Parse takes a document apart with the weights that reckon carries.
func Parse(d *document.Document) *Text { return standard().Parse(d) }
