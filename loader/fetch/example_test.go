package fetch_test

import (
	"context"
	"errors"
	"fmt"

	"entente.example/loader/fetch"
)

func ExampleClient_Get() {
	_, err := fetch.Client{}.Get(context.Background(), "http://127.0.0.1/router")
	fmt.Println(errors.Is(err, fetch.ErrPrivate))
	// Output: true
}
