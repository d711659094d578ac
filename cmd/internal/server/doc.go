// Package server answers the questions of package queries over HTTP, and serves the page on which people explore a
// store.
//
// [New] makes a [Server] of a store and a [Config]; [Server.Handler] is all of it as an http.Handler, and [Server.Serve]
// listens until its context ends. The API is the table in routes.go: each question is a row, which openapi.yaml and the
// representations follow. An answer in JSON is the struct that the question gives, as `entente QUESTION --json` prints it; the other
// representations are rows of it (CSV, JSON lines) or the formats of package graph/export.
//
// What a store holds are the words of strangers, and what a browser sends may be the wish of another page: names and
// sentences are escaped wherever they go, the Host is checked, nothing is written or run without a token, and nothing is
// fetched.
//
// The package adds nothing to the answers: it finds what names mean, asks, and renders. It keeps no state but rendered
// answers, which the store's revision makes stale.
package server
