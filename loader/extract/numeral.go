package extract

import "strings"

// isCardinal tells numbers in letters, which a capital makes no names.
func isCardinal(word string) bool {
	switch word {
	case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
		"seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety":
		return true
	}
	return false
}

// isNumeral tells numbers of up to four digits, as in names: "Unit 8200".
func isNumeral(word string) bool {
	return word != "" && word[0] >= '0' && word[0] <= '9' && len(word) <= 4
}

// isOrdinal tells "1st", "22nd", "third".
func isOrdinal(word string) bool {
	switch word {
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth":
		return true
	}
	if word == "" || word[0] < '0' || word[0] > '9' {
		return false
	}
	digits := strings.TrimRight(word, "stndrh")
	return digits != "" && len(digits) < len(word) && strings.Trim(digits, "0123456789") == ""
}
