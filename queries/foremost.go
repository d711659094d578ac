package queries

import (
	"slices"

	"github.com/google/uuid"
)

// Foremost gives the first of many sources for a line that names them: speakers and outlets come before articles, which
// have but their titles. Others is how many it does not give.
func Foremost(sources []Source, most int) (first []Source, others int) {
	if len(sources) <= most {
		return sources, 0
	}
	sorted := slices.Clone(sources)
	slices.SortStableFunc(sorted, func(a, b Source) int { return articles(a) - articles(b) })
	return sorted[:most], len(sources) - most
}

// articles is 1 of a source that is an article, and 0 of any other.
func articles(s Source) int {
	if _, err := uuid.Parse(s.ID); err == nil {
		return 1
	}
	return 0
}
