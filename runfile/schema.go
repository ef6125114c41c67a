package runfile

import "github.com/parquet-go/parquet-go"

// schemaOf says how each column is kept. Options are 0 and 1, not booleans, so that
// means and sums are asked for alike in both formats.
func schemaOf(columns []column) *parquet.Schema {
	var top table
	top.Group = parquet.Group{}
	for i := range columns {
		node := nodeOf(columns[i].kind)
		if columns[i].optional() {
			node = parquet.Optional(node)
		}
		top.Group[columns[i].name] = node
		top.order = append(top.order, columns[i].name)
	}
	return parquet.NewSchema("runs", &top)
}

func nodeOf(k kind) parquet.Node {
	switch k {
	case text:
		return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
	case run:
		return parquet.Encoded(parquet.Int(64), &parquet.DeltaBinaryPacked)
	case step:
		return parquet.Encoded(parquet.Int(32), &parquet.RLEDictionary)
	case day:
		return parquet.Encoded(parquet.Date(), &parquet.RLEDictionary)
	case flag:
		return parquet.Encoded(parquet.Int(8), &parquet.RLEDictionary)
	default:
		return parquet.Leaf(parquet.DoubleType)
	}
}

// table is a group whose columns stand as in the header; the library's own stand in
// the order of their names.
type table struct {
	parquet.Group
	order []string
}

func (t *table) Fields() []parquet.Field {
	byName := map[string]parquet.Field{}
	for _, f := range t.Group.Fields() {
		byName[f.Name()] = f
	}
	fields := make([]parquet.Field, len(t.order))
	for i, name := range t.order {
		fields[i] = byName[name]
	}
	return fields
}
