// Package postgrestest starts a real PostgreSQL for tests.
//
// [Start] runs the programs that are installed on this machine, on a folder and a port of the test's own, as an
// unprivileged user where the test is root, and stops them at its end. Each [Server.Address] is a schema of its own.
//
// It installs nothing and downloads nothing: where PostgreSQL is missing, tests are skipped and say so, and fail where
// the environment variable CI is set.
package postgrestest
