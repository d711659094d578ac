// Package fetch gets a page from an address of the web, for a user who named it: politely, once, and from the public
// internet only.
//
// A [Client] asks a host's robots.txt first, waits 30 seconds at most, reads at most 16 MiB, follows five redirects, tries
// once more where the network or the host failed for the moment, and connects to no private address (a router, a
// machine of the house, a cloud's metadata) unless it is allowed to: what an address leads to is looked at when the
// connection is made, after names were resolved and redirects followed.
//
// It does not follow links, keeps nothing, and reads nothing: package source makes documents of what it gets.
package fetch
