package queries

// FromStatements gives options under which the statements are read where the index keeps what they tell, too.
func FromStatements(opts Options) Options {
	opts.fromStatements = true
	return opts
}

// InParts gives options under which a part of a subgraph has about so many statements.
func InParts(opts Options, statements int) Options {
	opts.partStatements = statements
	return opts
}
