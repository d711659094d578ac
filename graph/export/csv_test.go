package export_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/graph/export"
)

// readCSV gives the rows of an edge list by their columns.
func readCSV(t *testing.T, text string) []map[string]string {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func TestCSV(t *testing.T) {
	text := write(t, libya(t), "csv", allOptions())
	if strings.Contains(text, "\r") {
		t.Error("lines end in CR LF")
	}
	for _, want := range []map[string]string{
		{
			"Source": "Russia", "Target": "Libyan_National_Army", "polarity": "affirmed", "Type": "Directed",
			"Label": "backs", "Weight": "2", "predicate": "backs", "object": "Libyan National Army", "objectType": "military",
			"modality": "", "kinds": "air;troops;weapons", "statements": "3", "against": "1", "sources": "2",
			"againstSources": "1", "first": "2020-01-01", "last": "2020-04-04", "confidence": "0.90",
			"sentence": "It is said that Russia backs Libyan National Army.", "url": "https://news.example/0?a=1&b=2",
		},
		{
			"Source": "Russia", "Target": "Libyan_National_Army", "polarity": "denied", "Label": "backs (denied)", "against": "3",
			"sentence": "Mismari denied that any Russians fight beside the army.",
		},
		{
			"Source": "United_Arab_Emirates", "Target": "Libyan_National_Army", "polarity": "alleged", "modality": "claimed",
			"Label": "backs (alleged: claimed)", "predicate": "backs",
		},
		{"Source": "Egypt", "Target": "United_Arab_Emirates", "Type": "Undirected", "predicate": "allied_with"},
		{"Source": "Qatar", "phase": "ended"},
		{"Source": "Turkey", "Target": "Government_of_National_Accord", "valid": "2019-11/.."},
	} {
		found := false
		for _, row := range readCSV(t, text) {
			found = found || holds(row, want)
		}
		if !found {
			t.Errorf("no row with %v in\n%s", want, text)
		}
	}
}

func holds(row, want map[string]string) bool {
	for column, value := range want {
		if row[column] != value {
			return false
		}
	}
	return true
}

func TestCSVLeavesDenialsOut(t *testing.T) {
	for _, row := range readCSV(t, write(t, libya(t), "csv", export.Options{})) {
		if row["polarity"] == string(graph.Denied) {
			t.Errorf("a denied tie is a row though nobody asked: %v", row)
		}
	}
}

// A spreadsheet must not run what an article says.
func TestCSVRunsNoFormula(t *testing.T) {
	var g graph.Subgraph
	for _, words := range []string{"=1+1", "+1", "-1+1", "-", "-1.", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "plain = 1"} {
		addRaw(&g, words+"s", words+"o", words)
	}
	for _, row := range readCSV(t, write(t, g, "csv", export.Options{})) {
		for column, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") {
				t.Errorf("%s holds %q", column, cell)
			}
		}
	}
	if text := write(t, g, "csv", export.Options{}); !strings.Contains(text, "'=1+1") || !strings.Contains(text, ",plain = 1,") {
		t.Errorf("what is no formula was changed, or what is one is gone:\n%s", text)
	}
}

// South and west of zero, a place has numbers: programs that draw maps read them.
func TestCSVLeavesNumbersAlone(t *testing.T) {
	var g graph.Subgraph
	addRaw(&g, "Huambo", "-7", "words")
	for i := range g.Entities {
		g.Entities[i].Latitude, g.Entities[i].Longitude = "-12.7761", "-0.5"
	}
	for _, row := range readCSV(t, write(t, g, "nodes", export.Options{})) {
		if row["latitude"] != "-12.7761" || row["longitude"] != "-0.5" {
			t.Errorf("%s is at %s, %s", row["Id"], row["latitude"], row["longitude"])
		}
	}
}
