package queries

// FromStatements gives options under which the statements are read where the index keeps what they tell, too.
func FromStatements(opts Options) Options {
	opts.fromStatements = true
	return opts
}
