// Package causality finds conditions and causes with their sign.
package causality
