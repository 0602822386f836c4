SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help open build serve check test size pictures bench clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 10

open: build ## build the explorer and open it in the browser
	@page=$$PWD/dist/competency-explorer.html; \
	if command -v open >/dev/null && [ "$$(uname)" = Darwin ]; then open "$$page" || true; \
	elif [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] && command -v xdg-open >/dev/null; then xdg-open "$$page" >/dev/null 2>&1 || true; \
	fi; \
	echo "$$page"

build: ## build dist/: the folder for a web host and competency-explorer.html
	@scripts/setup.sh build
	@scripts/build.sh

serve: ## build at every change and serve on 127.0.0.1:8080
	@scripts/setup.sh build
	@[ -z "$${NO_COLOR:-}" ] || export NO_COLOR=true; scripts/wasm trunk serve --address 127.0.0.1

check: ## check format, lints and documentation
	@scripts/setup.sh build
	@scripts/check.sh

test: ## build, then run all tests, those in browsers too
	@scripts/setup.sh test
	@scripts/build.sh
	@. scripts/env.sh; EXPLORER_REQUIRE_TOOLS=1 cargo test --locked

size: build ## build, then hold the sizes against the budgets
	@scripts/size.sh

pictures: build ## take the pictures of the README and of the tests from the built page
	@scripts/pictures.sh

bench: ## measure the engine, natively and in Chromium beside JavaScript libraries
	@scripts/bench.sh

clean: ## remove what was built
	rm -rf dist target
