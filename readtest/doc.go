// Package readtest holds what tests of the reading packages share: the corpora
// beside the project, scores of spans, and figures printed beside their bars.
// Only tests import it.
package readtest
