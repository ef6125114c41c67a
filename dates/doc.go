// Package dates finds the days and spans that a text names, and resolves those
// that lean on others or on the day of publication.
package dates
