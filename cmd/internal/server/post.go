package server

// post is a request that runs or writes something.
type post struct {
	path, summary string
	// bodies are the media types that it takes.
	bodies []string
	// answer is a zero answer, for the schema.
	answer any
}

// posts is the table of them.
func posts() []post { return nil }
