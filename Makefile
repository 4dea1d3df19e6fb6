# Everything runs from .venv, which each target sets up by itself: Python >= 3.11 and make are enough.
# Another Python: `make PYTHON=/path/to/python3.13 test` (used when .venv is made; `make clean` first to change it).

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/runtime.stamp $(VENV)/project.stamp
DEMO := $(VENV)/demo.stamp $(VENV)/project.stamp
DEV := $(VENV)/dev.stamp $(VENV)/project.stamp
# -qq: errors only. --no-input, no standard input: what is piped into `make chat` is for the bot, not for pip.
PIP = $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input </dev/null
UV_COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# The set-up steps build on one another, and `chat` needs the terminal to itself.
.NOTPARALLEL:
.PHONY: help demo run chat ask check test faults bench golden calibrate schema messages lock clean

# A .venv whose interpreter is gone (Python upgraded or removed) is made again.
$(shell test -x $(BIN)/python || rm -f $(VENV)/*.stamp)

# The question as typed: make must not read `$` in it, and the shell gets it from the environment.
override Q := $(value Q)
export Q

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: $(DEMO) ## try the bot in a simulated Discord in your browser (no account, no token)
	@$(BIN)/spacewalk-bot demo $(ARGS)

run: $(RUNTIME) ## run the bot on Discord (needs DISCORD_TOKEN)
	@$(BIN)/spacewalk-bot run

chat: $(RUNTIME) ## ask questions in the terminal (reads a pipe too)
	@$(BIN)/spacewalk-bot chat

ask: $(RUNTIME) ## answer one question: make ask Q="who was first?"
	@test -n "$$Q" || { echo 'What is the question? Say it like this: make ask Q="who was first?"' >&2; exit 2; }
	@$(BIN)/spacewalk-bot ask -- "$$Q"

check: $(DEV) ## lint, format, types, layers and the corpus
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/spacewalk-bot check

test: $(DEV) ## run the tests (some of them: make test ARGS="-k leonov")
	$(BIN)/pytest $(ARGS)

faults: $(DEV) ## prove that faults and kills neither lose nor double a daily fact (minutes)
	$(BIN)/python -m tests.faults.proof

bench: $(DEV) ## measure how fast questions are answered
	$(BIN)/python -m benchmarks $(ARGS)

golden: $(DEV) ## score the bot on the golden questions (ARGS="--misses" shows what it missed)
	$(BIN)/python -m benchmarks.golden $(ARGS)

calibrate: $(DEV) ## find the thresholds of the matcher on the tuning half of the golden questions
	$(BIN)/python -m benchmarks.calibrate

schema: $(DEV) ## write knowledge/schema again from the models
	$(BIN)/spacewalk-bot schema

# Without its date, the same texts give the same file.
messages: POT := locale/spacewalk_bot.pot
messages: $(DEV) ## collect the texts to translate into locale/spacewalk_bot.pot
	@mkdir -p $(dir $(POT))
	$(BIN)/pybabel --quiet extract --mapping-file=pyproject.toml --output-file=$(POT).new \
		--project=spacewalk-bot --header-comment='# The texts of spacewalk-bot, for translators. Made by `make messages`.' \
		--add-comments=Translators: --strip-comments --add-location=file --sort-by-file --no-wrap bot
	@sed '/^"POT-Creation-Date:/d' $(POT).new >$(POT) && rm $(POT).new

lock: ## pin the requirements anew from pyproject.toml (ARGS=--upgrade moves all to their newest); needs uv
	@command -v uv >/dev/null || { echo 'make lock needs uv: `pipx install uv` or `pip install uv`.' >&2; exit 2; }
	$(UV_COMPILE) --group build --output-file requirements/runtime.txt $(ARGS)
	$(UV_COMPILE) --group build --extra demo --constraints requirements/runtime.txt --output-file requirements/demo.txt $(ARGS)
	$(UV_COMPILE) --group dev --constraints requirements/runtime.txt --output-file requirements/dev.txt $(ARGS)

clean: ## remove .venv, caches and build results
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Set-up. A stamp is newer than the files that it was made from, or its step runs again.

$(VENV)/venv.stamp:
	@asked='$(PYTHON)'; new='import sys; sys.exit(sys.version_info < (3, 11))'; \
	for python in $${asked:-python3 python3.14 python3.13 python3.12 python3.11 python}; do \
		if "$$python" -c "$$new" >/dev/null 2>&1; then found=$$python; break; fi; \
	done; \
	if [ -z "$${found:-}" ]; then \
		have=$$("$${asked:-python3}" --version 2>&1) || have=none; \
		echo "spacewalk-bot needs Python 3.11 or newer ($${asked:-python3}: $$have). Name one: make PYTHON=/path/to/python" >&2; \
		exit 1; \
	fi; \
	"$$found" -m venv --clear $(VENV) </dev/null || { \
		rm -rf $(VENV); \
		echo "This Python cannot make virtual environments (Debian, Ubuntu: apt install python3-venv)." >&2; \
		exit 1; \
	}
	@touch $@

$(VENV)/runtime.stamp: requirements/runtime.txt $(VENV)/venv.stamp
	@echo "$(if $(wildcard $@),Updating .venv,Setting up .venv (first time only, about a minute))…" >&2
	@$(PIP) --require-hashes -r $<
	@touch $@

$(VENV)/demo.stamp: requirements/demo.txt requirements/runtime.txt $(VENV)/venv.stamp
	@echo "$(if $(wildcard $@),Updating .venv,Setting up .venv for the demo (first time only, about a minute))…" >&2
	@$(PIP) --require-hashes -r $<
	@touch $@ $(VENV)/runtime.stamp

$(VENV)/dev.stamp: requirements/dev.txt requirements/runtime.txt $(VENV)/venv.stamp
	@echo "$(if $(wildcard $@),Updating .venv,Setting up .venv for development (first time only, about a minute))…" >&2
	@$(PIP) --require-hashes -r $<
	@touch $@ $(VENV)/runtime.stamp $(VENV)/demo.stamp

# The build backend comes from the locks (dependency group `build`), hence no isolation.
$(VENV)/project.stamp: pyproject.toml $(VENV)/venv.stamp
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@
