# `make report` and `make test` are all a new user needs; each sets up what it uses.

ARTICLE ?= examples/article.md
REPORT  ?= report.html
# The sample's references are the project's own; those of any other article go beside its report.
REFS    ?= $(if $(filter examples/article.md,$(ARTICLE)),refs.bib,$(basename $(REPORT)).bib)
COPIES  ?= copies
FOLDER  ?= .
MINUTES ?= 60
PAGES   ?= 1000000
PYTHON  ?= python3
VENV    ?= .venv
CITE     = $(VENV)/bin/cite
RUN      = $(VENV)/bin/python -m

.PHONY: all report archive serve demo dist test check format lint types imports docs site coverage benchmarks endurance simulate accept train confidence score clean help

all: check test

help: ## what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# Exit code 1 of cite means findings: the report has been made all the same. Code 3 with a report
# means that no link could be judged.
report: $(VENV)/.installed ## read, check and report on ARTICLE
	@rm -f '$(REPORT)'
	@$(CITE) refs --quiet '$(ARTICLE)' -o '$(REFS)' || [ $$? -eq 1 ]
	@$(CITE) check '$(ARTICLE)' --report '$(REPORT)'; code=$$?; \
	if [ -f '$(REPORT)' ]; then echo; echo "References: $(REFS)   Store: cache/cite.db   Report: $(REPORT)"; fi; \
	if [ $$code -eq 3 ] && [ -f '$(REPORT)' ]; then echo "No link was judged. 'make demo' shows the whole run against a small web of its own."; \
	elif [ $$code -gt 1 ]; then exit $$code; fi

archive: $(VENV)/.archive ## copies of ARTICLE's sources, with the evidence, in the folder COPIES
	@$(CITE) archive '$(ARTICLE)' --keep '$(COPIES)' || [ $$? -eq 1 ]

serve: $(VENV)/.serve ## the editor's page, on this machine; articles go into FOLDER
	@$(CITE) serve '$(FOLDER)'

demo: $(VENV)/.demo ## the same against a demonstration web and a real Wayback server, both on loopback
	@$(VENV)/bin/python examples/demo/run.py

test: $(VENV)/.dev ## all tests
	$(RUN) pytest -n auto

check: format lint types imports docs site ## everything but the tests

format: $(VENV)/.dev
	$(RUN) ruff format --check .

lint: $(VENV)/.dev
	$(RUN) ruff check .

types: $(VENV)/.dev
	$(RUN) mypy

imports: $(VENV)/.dev
	$(VENV)/bin/lint-imports

docs: $(VENV)/.dev ## what the documentation says is what the program does
	$(RUN) pytest tests/docs

site: $(VENV)/.dev ## the documentation as a site, in build/site
	$(RUN) sphinx --builder dirhtml --fresh-env --fail-on-warning --keep-going --quiet docs build/site

coverage: $(VENV)/.dev ## which lines and branches no test reaches
	$(RUN) coverage erase
	$(RUN) coverage run -m pytest -n auto
	$(RUN) coverage combine --quiet
	$(RUN) coverage report

benchmarks: $(VENV)/.dev ## what is fast, each figure beside a peer's
	for row in plain_http tls slots page_features store startup schedule whole_process reports; do \
	  echo "== $$row"; $(RUN) benchmarks.$$row || exit 1; done

endurance: $(VENV)/.dev ## an hour (MINUTES) on a web that fails in every way: memory, files, tasks, and a store that is sound
	$(RUN) benchmarks.endurance --minutes $(MINUTES)

simulate: $(VENV)/.dev ## a year of cite watch over a million addresses (PAGES), on a time of its own, and its pictures, in build/
	@mkdir -p build
	$(RUN) simulation year --pages $(PAGES) --out build/year.json
	$(RUN) simulation draw build/year.json build

accept: $(VENV)/.dev ## write the expected outputs again; read the difference before you commit it
	CITE_ACCEPT=1 $(RUN) pytest -n auto

dist: $(VENV)/.dev ## wheel and source archive, in dist/
	@rm -rf dist
	$(RUN) build --quiet
	@ls -1 dist

train: $(VENV)/.dev ## the model that labels citations, made again from labelled references
	@$(RUN) training.train

confidence: $(VENV)/.dev ## how likely a reading is right, fitted again on labelled notes held apart
	@$(RUN) training.confidence

score: $(VENV)/.dev ## how well notes are read, source by source, and whether a figure fell below its floor
	@$(RUN) training.score

clean: ## the environment and what was made; the store stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis report.html demo-report.html

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("cite needs Python 3.11 or later; set PYTHON=") if sys.version_info < (3, 11) else 0'
	@echo "Creating $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) pip install --quiet --upgrade 'pip>=25.1'

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@echo "Installing cite …"
	@$(RUN) pip install --quiet --editable .
	@touch $@

$(VENV)/.archive: pyproject.toml | $(VENV)/bin/python
	@echo "Installing cite and what keeping copies needs …"
	@$(RUN) pip install --quiet --editable '.[archive]'
	@touch $@ $(VENV)/.installed

$(VENV)/.serve: pyproject.toml | $(VENV)/bin/python
	@echo "Installing cite and its page …"
	@$(RUN) pip install --quiet --editable '.[serve,archive]'
	@touch $@ $(VENV)/.installed $(VENV)/.archive

$(VENV)/.demo: pyproject.toml | $(VENV)/bin/python
	@echo "Installing cite and its demonstration …"
	@$(RUN) pip install --quiet --editable '.[demo,serve]'
	@touch $@ $(VENV)/.installed

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	@echo "Installing cite and what its tests need …"
	@$(RUN) pip install --quiet --editable '.[demo]' --group dev
	@$(PYTHON) -m venv $(VENV)/crate
	@$(RUN) pip --python $(VENV)/crate/bin/python install --quiet --group crate
	@touch $@ $(VENV)/.installed $(VENV)/.demo
