package runfile

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"

	"reckon"
)

// A row group is in memory until it is written; readers share the work of a file by
// row groups.
const (
	groupValues = 1 << 21 // 16 MB as doubles
	groupRows   = 1 << 17
	batchRows   = 64
)

// parquetRows writes row groups that end with a run. A group is made in memory and
// written as one piece, so that the writer of the library never sees a failure and
// can still say how the file ends.
type parquetRows struct {
	out     io.Writer
	file    *parquet.GenericWriter[any]
	made    bytes.Buffer // by file, not yet written
	columns []column
	reading []byte // never written to again: the library may keep it
	batch   []parquet.Row
	limit   int // rows that end a group
	rows    int // in the group being made
	pending int // runs in it
	groups  []group
	written int64
	state   string
}

// group is where a row group ends, and how many runs are whole up to there.
type group struct {
	end  int64
	runs int
}

func newParquet(w io.Writer, columns []column) *parquetRows {
	f := &parquetRows{out: w, columns: columns, limit: min(groupRows, 1+groupValues/len(columns))}
	f.batch = make([]parquet.Row, 0, batchRows)
	for i := range batchRows {
		f.batch[:batchRows][i] = make(parquet.Row, len(columns))
	}
	f.file = parquet.NewGenericWriter[any](&f.made, schemaOf(columns),
		parquet.Compression(&parquet.Zstd),
		parquet.CreatedBy("reckon", "1", "parquet-go"),
		parquet.DataPageVersion(1),
		parquet.MaxRowsPerRowGroup(math.MaxInt64),
		parquet.WriteBufferSize(0))
	return f
}

func (f *parquetRows) whole() (int, string) { return f.last().runs, f.state }

func (f *parquetRows) last() group {
	if len(f.groups) == 0 {
		return group{}
	}
	return f.groups[len(f.groups)-1]
}

func (f *parquetRows) row(cells []cell) error {
	f.batch = f.batch[:len(f.batch)+1]
	row := f.batch[len(f.batch)-1]
	for i := range cells {
		row[i] = f.value(&cells[i], f.columns[i].kind).Level(0, f.columns[i].defined(&cells[i]), i)
	}
	f.rows++
	if len(f.batch) == batchRows {
		return f.flushBatch()
	}
	return nil
}

func (f *parquetRows) flushBatch() error {
	_, err := f.file.WriteRows(f.batch)
	f.batch = f.batch[:0]
	return err
}

func (f *parquetRows) value(c *cell, k kind) parquet.Value {
	switch {
	case c.unknown(k):
		return parquet.NullValue()
	case k == text:
		if f.reading == nil || string(f.reading) != c.text {
			f.reading = []byte(c.text)
		}
		return parquet.ByteArrayValue(f.reading)
	case k == number:
		return parquet.DoubleValue(c.number)
	case k == run:
		return parquet.Int64Value(c.whole)
	case k == day:
		return parquet.Int32Value(int32(reckon.Date(c.whole).Time().Unix() / 86400))
	}
	return parquet.Int32Value(int32(c.whole))
}

// defined is the definition level of a cell: 1 for a value that may be unknown.
func (c *column) defined(v *cell) int {
	if c.optional() && !v.unknown(c.kind) {
		return 1
	}
	return 0
}

func (c *column) optional() bool { return c.kind == number || c.kind == day }

func (f *parquetRows) endRun() error {
	f.pending++
	if f.rows < f.limit {
		return nil
	}
	return f.endGroup()
}

func (f *parquetRows) endGroup() error {
	if err := f.flushBatch(); err != nil {
		return err
	}
	if f.rows == 0 {
		return nil
	}
	if err := f.file.Flush(); err != nil {
		return err
	}
	if err := f.write(); err != nil {
		_ = f.file.Close() // into memory; it gathers how the file ends
		f.repair()
		return err
	}
	f.groups = append(f.groups, group{f.written, f.last().runs + f.pending})
	f.rows, f.pending = 0, 0
	return nil
}

func (f *parquetRows) close() error {
	if err := f.endGroup(); err != nil {
		return err
	}
	if err := f.file.Close(); err != nil {
		return err
	}
	if err := f.write(); err != nil {
		f.repair()
		return err
	}
	return nil
}

// write passes on what was made.
func (f *parquetRows) write() error {
	n, err := write(f.out, f.made.Bytes())
	f.written += int64(n)
	f.made.Reset()
	return err
}

// repair cuts the file after its last whole group and writes how it ends. The disk
// may have no room even for that: then groups are given back until it has.
func (f *parquetRows) repair() {
	for {
		last := f.last()
		if err := cut(f.out, f.written-last.end); err != nil {
			f.state = "The file lacks its end, and without it Parquet cannot be read: write to a file on a disk, or as .csv."
			f.groups = nil
			return
		}
		f.written = last.end
		n, err := write(f.out, f.end())
		f.written += int64(n)
		if err == nil {
			f.state = "The file was closed there and can be read."
			return
		}
		if len(f.groups) == 0 {
			f.state = "There is no room even for the end of an empty file."
			return
		}
		f.groups = f.groups[:len(f.groups)-1]
	}
}

// end returns the bytes that make a file of the whole groups: their footer, without
// the indexes of pages, which readers can do without.
func (f *parquetRows) end() []byte {
	meta := *f.file.File().Metadata()
	meta.RowGroups = append([]format.RowGroup{}, meta.RowGroups[:len(f.groups)]...)
	meta.NumRows = 0
	for g := range meta.RowGroups {
		meta.NumRows += meta.RowGroups[g].NumRows
		columns := append([]format.ColumnChunk{}, meta.RowGroups[g].Columns...)
		for i := range columns {
			columns[i].ColumnIndexOffset, columns[i].ColumnIndexLength = 0, 0
			columns[i].OffsetIndexOffset, columns[i].OffsetIndexLength = 0, 0
		}
		meta.RowGroups[g].Columns = columns
	}
	const magic = "PAR1"
	footer, err := thrift.Marshal(new(thrift.CompactProtocol), &meta)
	if err != nil {
		panic(fmt.Sprintf("runfile: the footer of a Parquet file: %v", err))
	}
	var b []byte
	if len(f.groups) == 0 {
		b = append(b, magic...)
	}
	b = append(b, footer...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(footer)))
	return append(b, magic...)
}
