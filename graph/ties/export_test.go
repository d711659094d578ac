package ties

// HoldSentences sets how many bytes of sentences the builder holds in memory.
func (b *Builder) HoldSentences(bytes int) { b.sentences.room = bytes }
