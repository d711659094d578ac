//go:build unix

package postgrestest

import (
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// credential is that of a user that PostgreSQL runs as where the test is root, as which it refuses to run; else nil.
func credential() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil //nolint:nilnil // none is needed
	}
	u, err := user.Lookup("nobody")
	if err != nil {
		return nil, err
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, err
}

func own(folder string) error {
	c, err := credential()
	if err != nil || c == nil {
		return err
	}
	return os.Chown(folder, int(c.Uid), int(c.Gid))
}

func (s *Server) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.Dir = filepath.Dir(s.data)
	cmd.SysProcAttr = attributes()
	if c, err := credential(); err == nil {
		cmd.SysProcAttr.Credential = c
	}
	return cmd
}
