package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"

	"golang.org/x/sys/unix"
)

// hasTerminals says that onTerminal works here.
const hasTerminals = true

// onTerminal runs a command whose standard output is a terminal of so many columns, and gives what stands on it.
func onTerminal(cmd *exec.Cmd, columns int) (string, error) {
	control, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		return "", err
	}
	defer control.Close() //nolint:errcheck // all of it was read
	if err := unix.IoctlSetPointerInt(int(control.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		return "", fmt.Errorf("unlock terminal: %w", err)
	}
	number, err := unix.IoctlGetInt(int(control.Fd()), unix.TIOCGPTN)
	if err != nil {
		return "", fmt.Errorf("number of terminal: %w", err)
	}
	terminal, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		return "", err
	}
	size := &unix.Winsize{Row: 50, Col: uint16(columns)} //nolint:gosec // a small number
	if err := unix.IoctlSetWinsize(int(terminal.Fd()), unix.TIOCSWINSZ, size); err != nil {
		return "", fmt.Errorf("size of terminal: %w", err)
	}
	cmd.Stdout = terminal
	if err := cmd.Start(); err != nil {
		_ = terminal.Close()
		return "", err
	}
	_ = terminal.Close()
	shown, _ := io.ReadAll(control) // ends with EIO when nobody has the terminal any more
	return strings.ReplaceAll(string(shown), "\r\n", "\n"), cmd.Wait()
}
