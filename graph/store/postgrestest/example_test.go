package postgrestest_test

import (
	"errors"
	"fmt"
	"log"
	"os"
	"strings"

	"entente.example/graph/store/postgrestest"
)

func Example() {
	folder, err := os.MkdirTemp("", "postgres")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	address := "postgres://"
	server, err := postgrestest.Start(folder)
	if !errors.Is(err, postgrestest.ErrMissing) {
		if err != nil {
			log.Fatal(err)
		}
		defer server.Stop()
		if address, err = server.Address(); err != nil {
			log.Fatal(err)
		}
	}
	fmt.Println(strings.HasPrefix(address, "postgres://"))
	// Output: true
}
