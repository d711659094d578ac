package dataset

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
)

// cowCSV has the states of the Correlates of War by their numbers.
//
//go:embed cow.csv
var cowCSV string

func cowStates() []pair {
	rows, err := csv.NewReader(strings.NewReader(cowCSV)).ReadAll()
	if err != nil {
		panic(fmt.Sprintf("cow.csv: %v", err)) // a test reads it
	}
	states := make([]pair, len(rows))
	for i, row := range rows {
		states[i] = pair{row[0], row[1]}
	}
	return states
}
