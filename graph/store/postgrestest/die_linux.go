package postgrestest

import "syscall"

// attributes make a server end with the test that started it, also where the test is killed.
func attributes() *syscall.SysProcAttr { return &syscall.SysProcAttr{Pdeathsig: syscall.SIGQUIT} }
