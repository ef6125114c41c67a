// Package pgtest gives tests a PostgreSQL server of their own: started once for a
// test program from the binaries of Debian's package, on a socket in a temporary
// folder. A test that wants a database skips, with the reason, where there is no
// server to start. Only tests import it.
package pgtest
