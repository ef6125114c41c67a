// Package causes finds what an outlook comes from: the events without which a
// question would have been answered otherwise, the uncertain numbers that its answer
// hangs on, and the observation that would tell the readings apart.
//
// It knows counterfactual runs, sensitivity indices and expected information. It
// refuses to know how a run is made and how readings are pooled. Start reading at
// Ask.
package causes
