// Package outlook turns ensembles into answers: probabilities of the case's
// questions pooled over readings, what changes them, what they hang on and what
// would tell the readings apart.
//
// It knows pooling, scenarios, contrasts, causes and back-tests. It refuses to know
// how a run is made. Start reading at Run.
package outlook
