//go:build !linux

package main

import (
	"errors"
	"os/exec"
)

const hasTerminals = false

func onTerminal(*exec.Cmd, int) (string, error) { return "", errors.ErrUnsupported }
