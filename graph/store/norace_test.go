//go:build !race

package store_test

// raceDetector says that tests run many times slower.
const raceDetector = false
