package ties

// HoldSentences sets how many bytes of sentences the builder holds in memory.
func (b *Builder) HoldSentences(bytes int) { b.sentences.room = bytes }

// HoldRows sets how many bytes of rows the builder holds in memory, and how many statements it sorts at a time.
func (b *Builder) HoldRows(bytes, run int) { b.pager.room, b.run, b.pager.run = bytes, run, run }

// HoldPages sets how many bytes of pages the index holds in memory that is read from a file.
func (x *Index) HoldPages(bytes int) { x.file.room = bytes }
