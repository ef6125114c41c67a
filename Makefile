# Two commands matter: make demo and make test. check is what a contributor runs
# before a commit; bench prints the figures that README and docs claim.

GO ?= go

# Where goroutines run or wait for one another: the packages that import sync, which
# house_test.go holds this list to, and the scripts of the verbs that call them on
# several cores. All else runs on one goroutine, or inside theirs: its tests run once,
# in make test, where they take a tenth of the time.
raced := stability mind sim fleet library workbench grammar causality
raced_scripts := run|run_files|run_shards|backtest|arenas|solve_large|library

# The packages with files that UPDATE=1 rewrites.
goldens := $(sort $(dir $(shell grep -rl --include=*_test.go '"UPDATE"' .)))

.PHONY: demo test race goldens bench bench-large oracle weights causal-weights read-bench check build

demo: build ## build reckon and write the brief of the founding case
	bin/reckon brief cases/supreme-leader

build:
	$(GO) build -buildvcs=auto -trimpath -ldflags="-s -w" -o bin/reckon ./cmd/reckon

test:
	$(GO) test ./...

race: ## the race detector where goroutines run
	GORACE=atexit_sleep_ms=0 CGO_ENABLED=1 $(GO) test -race -short $(raced:%=./%)
	GORACE=atexit_sleep_ms=0 CGO_ENABLED=1 $(GO) test -race -short -run '^TestScript$$/^($(raced_scripts))$$' ./cmd/reckon

goldens: ## rewrite the expected output inside tests and docs; look at git diff
	UPDATE=1 $(GO) test -short $(goldens)

bench: build
	$(GO) test -run '^$$' -bench . -benchmem ./...

bench-large: ## 24 and 26 options, cold: minutes, and 3 GB
	RECKON_LARGE=1 $(GO) test -run '^$$' -bench 'Cold/solve-2' -benchtime 1x -timeout 60m ./cmd/reckon

oracle: ## 20,000 random conflicts against the definitions
	RECKON_CONFLICTS=20000 $(GO) test -count 1 -timeout 60m -run '^TestOracle$$' -v ./stability

read-bench: ## the reader's figures beside its bars, people and peers; needs the corpora in ../shared
	@$(GO) test -count 1 -timeout 30m -run '^TestBar' ./... -v >read-bench.log; status=$$?; \
	printf '%-44s %8s %8s  %s\n' task figure bar 'people | peers | details'; \
	grep -h '^bar' read-bench.log | awk -F '\t' '{ printf "%-44s %8s %8s  %s | %s | %s\n", $$2, $$3, $$4, $$5, $$6, $$7 }'; \
	grep -hE '^ *(--- FAIL|FAIL)' read-bench.log || rm -f read-bench.log; exit $$status

weights: ## learn the parser's weights from ../shared/data/ewt: two minutes
	RECKON_WEIGHTS=1 $(GO) test -count 1 -timeout 60m -run '^TestWriteWeights$$' ./grammar

causal-weights: ## learn the classifier of causal sentences from ../shared/data/cnc: seconds, after weights
	RECKON_WEIGHTS=1 $(GO) test -count 1 -run '^TestWriteWeights$$' ./causality

check:
	./check
