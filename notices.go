package reckon

import _ "embed"

// Notices says whose work the data files of the program rest on, and under which
// licences.
//
//go:embed NOTICES.md
var Notices string
