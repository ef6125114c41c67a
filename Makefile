# Two commands matter: make demo and make test. check is what a contributor runs
# before a commit; bench prints the figures that README and docs claim.

GO ?= go

.PHONY: demo test bench check build

demo: build ## build reckon and write the brief of the founding case
	bin/reckon brief cases/supreme-leader

build:
	$(GO) build -buildvcs=auto -o bin/reckon ./cmd/reckon

test:
	$(GO) test ./...

bench: build
	$(GO) test -run '^$$' -bench . -benchmem ./...

check:
	./check
