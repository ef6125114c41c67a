// Package disk writes files whole or not at all and says in plain words why a
// file could not be read or written.
package disk
