// Package processor tells for how long this process has used processors, so that measurements on a busy machine compare work rather than
// the clock.
//
// # What it does not do
//
// It measures nothing by itself: take the time before and after. It knows Unix and Windows; elsewhere Time gives errors.ErrUnsupported.
package processor
