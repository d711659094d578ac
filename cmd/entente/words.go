package main

import (
	"fmt"
	"strings"
)

// count gives a number with its noun: "1 article", "2 entities".
func count(n int, noun string) string {
	if n != 1 {
		if stem, ok := strings.CutSuffix(noun, "y"); ok {
			noun = stem + "ies"
		} else {
			noun += "s"
		}
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// quoted puts a name of a stranger between quotation marks.
func quoted(name string) string { return fmt.Sprintf("%q", name) }

// joined gives words separated by commas.
func joined[T ~string](words []T) string {
	parts := make([]string, len(words))
	for i, word := range words {
		parts[i] = string(word)
	}
	return strings.Join(parts, ", ")
}

// notNil keeps a list that is empty from being written as null.
func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// nearest gives the word that differs least from a mistyped one, or nothing where none is near.
func nearest(word string, words []string) string {
	best, least := "", 3
	for _, candidate := range words {
		if d := distance(word, candidate); d < least {
			best, least = candidate, d
		}
	}
	return best
}

// distance counts the letters to insert, drop or replace.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
