package export_test

import (
	"cmp"
	"strings"
	"testing"

	"entente.example/graph"
)

// wars lists made-up reports on real wars, one tie a line: subject, relation, object, and after a semicolon kinds of
// support, a modality (which makes it alleged), "denied", "ended", or a number of further articles that say the same.
const wars = `
Russia backs Libyan National Army; troops air 3
Russia backs Libyan National Army; denied
Egypt backs Libyan National Army; weapons 1
United Arab Emirates backs Libyan National Army; air claimed
Turkey backs Government of National Accord; air troops 2
Qatar backs Government of National Accord; funding ended
Wagner Group backs Libyan National Army; troops
Russia backs Wagner Group; suspected
Libyan National Army fights Government of National Accord; 4
Egypt allied_with United Arab Emirates
Egypt opposes Turkey
Chad backs Libyan National Army; territory offered
~Sham Legion backs Government of National Accord; troops

Iran backs Syrian Arab Army; troops funding 2
Russia backs Syrian Arab Army; air political 5
Hezbollah backs Syrian Arab Army; troops 1
Iran backs Hezbollah; weapons funding training 4
Turkey backs Syrian National Army; weapons training 2
United States backs Syrian Democratic Forces; air weapons 3
Turkey fights Syrian Democratic Forces; 1
Syrian National Army fights Syrian Democratic Forces
Syrian Arab Army fights Syrian National Army; 2
Israel fights Hezbollah; 3
Hayat Tahrir al-Sham fights Syrian Arab Army; 2
Turkey backs Hayat Tahrir al-Sham; territory suspected
Islamic State fights Syrian Democratic Forces; 1
France backs Syrian Democratic Forces; political
Qatar backs Syrian National Army; funding

Iran backs Houthis; weapons training 3
Iran backs Houthis; denied
Saudi Arabia leads Saudi-led coalition
Saudi Arabia backs Presidential Leadership Council; air funding 2
United Arab Emirates backs Southern Transitional Council; weapons funding 2
Houthis fights Presidential Leadership Council; 2
Saudi Arabia fights Houthis; 3
Southern Transitional Council opposes Presidential Leadership Council
Iran opposes Saudi Arabia; 1
United States backs Saudi Arabia; weapons intelligence 1
United Kingdom backs Saudi Arabia; weapons
Saudi Arabia allied_with United Arab Emirates

Rwanda backs M23; troops weapons 4
Rwanda backs M23; denied
Uganda backs M23; territory suspected
M23 fights FARDC; 5
Burundi backs FARDC; troops 1
Wazalendo allied_with FARDC
FDLR allied_with FARDC; claimed
Rwanda opposes DR Congo; 2
Southern African Development Community backs FARDC; troops ended
M23 fights Wazalendo; 1
Rwanda fights FDLR; 1
Uganda fights Allied Democratic Forces; 1
FARDC fights Allied Democratic Forces
DR Congo backs FDLR; weapons claimed
Uganda allied_with DR Congo
Islamic State backs Allied Democratic Forces; political claimed

United Arab Emirates backs Rapid Support Forces; weapons 3
United Arab Emirates backs Rapid Support Forces; denied
Egypt backs Sudanese Armed Forces; political 1
Iran backs Sudanese Armed Forces; air suspected
Rapid Support Forces fights Sudanese Armed Forces; 6
Chad backs Rapid Support Forces; territory claimed
Wagner Group backs Rapid Support Forces; weapons ended
Eritrea backs Sudanese Armed Forces; training
Libyan National Army backs Rapid Support Forces; materiel 1
Ukraine backs Sudanese Armed Forces; troops claimed
Saudi Arabia backs Sudanese Armed Forces; political
Sudan Liberation Movement allied_with Sudanese Armed Forces
SPLM-North allied_with Rapid Support Forces
Sudan opposes United Arab Emirates; 2
Ethiopia backs Rapid Support Forces; territory claimed
Turkey backs Sudanese Armed Forces; air

Russia fights Ukraine; 6
Belarus backs Russia; territory 2
North Korea backs Russia; troops weapons 3
Iran backs Russia; air weapons 2
Iran backs Russia; denied
United States backs Ukraine; weapons intelligence funding 4
United Kingdom backs Ukraine; weapons training 2
Poland backs Ukraine; weapons materiel 1
France backs Ukraine; weapons planned
NATO backs Ukraine; training 1
Russia opposes NATO; 1
Poland opposes Belarus
Wagner Group backs Russia; troops ended
Poland allied_with United States
United Kingdom allied_with France
~Free Foreign Legion backs Ukraine; troops

Eritrea backs Ethiopia; troops 1
Ethiopia fights Tigray People's Liberation Front; 3
Eritrea fights Tigray People's Liberation Front; 2
Fano fights Ethiopia; 1
Eritrea backs Fano; weapons suspected
Sudan backs Tigray People's Liberation Front; territory claimed
United Arab Emirates backs Ethiopia; air 1
Turkey backs Ethiopia; air
Ethiopia opposes Eritrea; 1
Egypt backs Eritrea; political
Oromo Liberation Army fights Ethiopia
Egypt opposes Ethiopia; 1

Turkey backs Azerbaijan; air weapons 3
Israel backs Azerbaijan; weapons 1
Azerbaijan fights Armenia; 3
Russia backs Armenia; weapons ended
France backs Armenia; weapons
Iran backs Armenia; political offered
India backs Armenia; weapons
Pakistan backs Azerbaijan; political
Syrian National Army backs Azerbaijan; troops claimed
Azerbaijan opposes France

African Union backs Somalia; troops 2
Kenya backs Somalia; troops
Turkey backs Somalia; training weapons 1
Al-Shabaab fights Somalia; 4
Egypt backs Somalia; weapons 1
Ethiopia backs Somaliland; political planned
Somaliland opposes Somalia; 1
United Arab Emirates backs Somaliland; training
Houthis backs Al-Shabaab; weapons suspected
United States backs Somalia; air
Kenya fights Al-Shabaab; 1
Uganda backs Somalia; troops
Eritrea backs Al-Shabaab; weapons ended
`

// warGraph is a graph of the first n lines of wars.
func warGraph(t testing.TB, n int) graph.Subgraph {
	t.Helper()
	var claims []claim
	lines := 0
	for line := range strings.Lines(wars) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if lines++; lines > n {
			break
		}
		claims = append(claims, parseClaims(t, line, lines)...)
	}
	return newGraph(t, claims...)
}

func parseClaims(t testing.TB, line string, number int) []claim {
	t.Helper()
	tie, words, _ := strings.Cut(line, ";")
	c := claim{article: number % 23}
	for _, row := range graph.Relations() {
		if subject, object, ok := strings.Cut(tie, " "+string(row.Relation)+" "); ok {
			c.subject, c.relation, c.object = subject, row.Relation, strings.TrimSpace(object)
		}
	}
	if c.relation == "" {
		t.Fatalf("no relation in %q", line)
	}
	more := 0
	for _, word := range strings.Fields(words) {
		switch {
		case word == "denied":
			c.polarity = graph.Denied
		case word == "ended":
			c.phase = graph.Ended
		case isOneOf(word, graph.Kinds()):
			c.kinds = append(c.kinds, graph.Kind(word))
		case isOneOf(word, graph.Modalities()):
			c.polarity, c.modality = graph.Alleged, graph.Modality(word)
		default:
			more = int(word[0] - '0')
		}
	}
	c.polarity = cmp.Or(c.polarity, graph.Affirmed)
	var claims []claim
	for i := range more + 1 {
		again := c
		again.article = (c.article + i) % 23
		claims = append(claims, again)
	}
	return claims
}

func isOneOf[T ~string](word string, all []T) bool {
	for _, one := range all {
		if string(one) == word {
			return true
		}
	}
	return false
}
