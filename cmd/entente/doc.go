// Command entente reads news articles and tells who backs whom: with what kind of support, since when, by
// whose account, and on which sentence.
//
// Each subcommand is one file: newXCommand declares its arguments and flags, runX does the work with the packages loader,
// queries and graph/export, and writes data to standard output; talk goes to standard error. exit.go says which exit
// code stands for what, output.go and listing.go how answers are written, session.go where they come from.
//
// The package holds no knowledge of its own: what a command answers, a Go program can ask of the packages.
package main
