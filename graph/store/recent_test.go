package store_test

import (
	"fmt"
	"strings"
	"testing"

	"entente.example/graph/store"
)

// TestRecent tells, step by step, what is still held in a room of 4.
func TestRecent(t *testing.T) {
	for name, c := range map[string]struct{ steps, holds, lacks string }{
		"fits":                      {"a1 b2 c1", "a1 b2 c1", "d"},
		"the old generation stays":  {"a2 b2 c2", "a2 b2 c2", ""},
		"the one before it goes":    {"a2 b2 c2 d2 e2", "c2 d2 e2", "a b"},
		"what is asked for stays":   {"a2 b2 c2 ?a d2 e2", "a2 d2 e2", "b"},
		"another value":             {"a1 b1 a3", "a3 b1", ""},
		"another value when old":    {"a2 b2 c1 a1", "a1 b2 c1", ""},
		"dropped":                   {"a2 b2 c2 -a -c", "b2", "a c"},
		"what is dropped has room":  {"a2 b2 -a c2", "b2 c2", "a"},
		"bigger than the room":      {"a9", "a9", ""},
		"bigger than the room goes": {"a9 b9 c9", "b9 c9", "a"},
	} {
		t.Run(name, func(t *testing.T) {
			r := store.NewRecent(4)
			for _, step := range strings.Fields(c.steps) {
				switch key := step[1:]; step[0] {
				case '?':
					r.Get(key)
				case '-':
					r.Drop(key)
				default:
					r.Put(step[:1], int(step[1]-'0'))
				}
			}
			for _, key := range strings.Fields(c.lacks) {
				if value, ok := r.Get(key); ok {
					t.Errorf("%s is held as %d", key, value)
				}
			}
			for _, want := range strings.Fields(c.holds) {
				if value, ok := r.Get(want[:1]); !ok || fmt.Sprint(want[:1], value) != fmt.Sprint(want[:1], want[1:]) {
					t.Errorf("%s is held as %d, %t; want %s", want[:1], value, ok, want[1:])
				}
			}
		})
	}
}
