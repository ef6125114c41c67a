// Package quotation finds what stands in quotation marks and tells speech from
// terms, titles, slogans and words used at a distance.
package quotation
