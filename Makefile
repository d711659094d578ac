# make test    all tests, with the race detector; installs what they need where it may
# make lint    formatting, vet, staticcheck, and the lint of dictionary and rules
# make build   the program, ./entente
# make bench   the benchmarks

GO       ?= go
PACKAGES ?= ./...

GOFUMPT     = mvdan.cc/gofumpt@v0.9.2
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.0

.PHONY: test build lint bench tools clean

# The race detector needs a C compiler; where there is none, and none can be installed, the tests run without it.
test: tools
	@if command -v cc >/dev/null || command -v gcc >/dev/null; then \
		echo "$(GO) test -race -timeout 30m $(PACKAGES)"; $(GO) test -race -timeout 30m $(PACKAGES); \
	else \
		echo "make test: NO C COMPILER: testing without the race detector" >&2; $(GO) test $(PACKAGES); \
	fi

build:
	$(GO) build -trimpath -o entente ./cmd/entente

lint:
	@unformatted=$$($(GO) run $(GOFUMPT) -l .); \
		if [ -n "$$unformatted" ]; then echo "gofumpt would change:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...
	$(GO) run ./cmd/entente actors --lint

bench:
	$(GO) test -run '^$$' -bench . -benchmem $(PACKAGES)

tools:
	@.ci/install dot graphviz
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || .ci/install initdb postgresql
	@.ci/install chromium chromium
	@.ci/install jq jq
	@.ci/install xmllint libxml2-utils
	@for m in rdflib networkx; do cd / && /usr/bin/python3 -c "import $$m" 2>/dev/null || $(CURDIR)/.ci/install "python3 with $$m" python3-$$m; done
	@command -v cc >/dev/null || .ci/install gcc gcc libc6-dev

clean:
	rm -f entente
