package extract

import (
	"strings"

	"entente.example/loader/text"
)

var irr = map[string]string{"was": "be", "were": "be", "is": "be", "are": "be", "been": "be", "being": "be", "am": "be", "has": "have", "had": "have", "having": "have", "took": "take", "taken": "take", "fought": "fight", "sent": "send", "gave": "give", "given": "give", "held": "hold", "led": "lead", "said": "say", "withdrew": "withdraw", "withdrawn": "withdraw", "fell": "fall", "fallen": "fall", "fled": "flee", "lost": "lose", "left": "leave", "drove": "drive", "driven": "drive", "flown": "fly", "flew": "fly", "overran": "overrun", "did": "do", "done": "do", "does": "do", "struck": "strike", "won": "win", "made": "make", "kept": "keep", "told": "tell", "became": "become", "began": "begin", "sought": "seek", "went": "go", "gone": "go", "forces": "force", "dealt": "deal"}

func tmpLemma(w string, t text.Tag) string {
	w = strings.ToLower(w)
	if l, ok := irr[w]; ok {
		return l
	}
	vowel := func(s string) bool { return strings.ContainsAny(s, "aeiouy") }
	fix := func(s string) string {
		if len(s) > 2 && s[len(s)-1] == s[len(s)-2] && !strings.ContainsAny(s[len(s)-1:], "lsz") {
			return s[:len(s)-1]
		}
		for _, e := range []string{"at", "iz", "is", "v", "c", "g", "dg", "ur", "uir", "pos", "rg", "us", "id", "anc", "ud"} {
			if strings.HasSuffix(s, e) && !strings.HasSuffix(s, "eat") && !strings.HasSuffix(s, "ring") {
				return s + "e"
			}
		}
		return s
	}
	switch t {
	case text.VBD, text.VBN:
		if strings.HasSuffix(w, "ied") {
			return w[:len(w)-3] + "y"
		}
		if strings.HasSuffix(w, "ed") && vowel(w[:len(w)-2]) {
			return fix(w[:len(w)-2])
		}
	case text.VBG:
		if strings.HasSuffix(w, "ing") && vowel(w[:len(w)-3]) {
			return fix(w[:len(w)-3])
		}
	case text.VBZ, text.NNS:
		if strings.HasSuffix(w, "ies") {
			return w[:len(w)-3] + "y"
		}
		for _, e := range []string{"ches", "shes", "sses", "xes"} {
			if strings.HasSuffix(w, e) {
				return w[:len(w)-2]
			}
		}
		if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
			return w[:len(w)-1]
		}
	}
	return w
}
