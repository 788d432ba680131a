# Concord: the front door. `make` compiles protocols/ into output/; `make help` lists the rest.
.DEFAULT_GOAL := all
.PHONY: all concord test bench many hostile fuzz sanitize update-golden format lint clean install deb fresh help \
        build-dependencies package-dependencies bench-dependencies test-dependencies configure configure-tests

BUILD := build/release
CONCORD := $(BUILD)/concord
PREFIX ?= /usr/local
SECONDS ?= 60
SIZES ?= 100 1000
COUNCILS ?= 300
CXX_FILES = $$(git ls-files -co --exclude-standard 'compiler/*.h' 'compiler/*.cpp' 'tests/*.h' 'tests/*.cpp')

all: concord  ## install what is missing, build the compiler, compile protocols/ into output/
	$(CONCORD) build

concord: build-dependencies configure  ## build the compiler only
	cmake --build $(BUILD) --target concord

test: test-dependencies configure-tests  ## everything: unit, integration, browser, conformance
	cmake --build $(BUILD)
	ctest --test-dir $(BUILD) --output-on-failure --parallel $$(nproc)

bench: bench-dependencies configure-tests  ## speed and memory beside other programs, limits, growth to SIZES (default "100 1000")
	cmake --build $(BUILD) --target concord growth stages
	@failed=0; \
	tests/bench/run.py $(CONCORD) || failed=1; \
	tests/bench/limits.py $(CONCORD) || failed=1; \
	tests/bench/redline.py $(CONCORD) || failed=1; \
	tests/bench/imports.py $(CONCORD) || failed=1; \
	tests/bench/watch.py $(CONCORD) || failed=1; \
	tests/bench/sites.py $(CONCORD) || failed=1; \
	tests/bench/growth.py $(BUILD)/tests/bench/growth $(SIZES) || failed=1; \
	$(BUILD)/tests/bench/stages || failed=1; \
	exit $$failed

many: test-dependencies concord  ## the pages of COUNCILS invented councils in a browser (default 300; `make test` looks at 40)
	cd tests/browser && COUNCILS=$(COUNCILS) CONCORD=$(CURDIR)/$(CONCORD) node --test many.test.mjs

hostile: test-dependencies concord  ## every page of the hostile corpus in a browser (`make test` opens a third of them)
	tests/hostile/check.py $(CONCORD) $(BUILD)/hostile
	cd tests/hostile && EVERY_PAGE=1 CONCORD_OUTPUT=$(CURDIR)/$(BUILD)/hostile/site node --test live.test.mjs

sanitize: test-dependencies  ## the tests under sanitizers of memory, undefined behaviour and threads
	tests/sanitized.sh memory
	tests/sanitized.sh threads

fuzz: test-dependencies  ## fuzz every way in, SECONDS a program (default 60)
	tests/fuzz/run.sh $(SECONDS)

update-golden: test-dependencies configure-tests  ## renew the expected outputs; read the difference
	cmake --build $(BUILD)
	CONCORD_UPDATE_GOLDEN=1 ctest --test-dir $(BUILD) --tests-regex golden: --output-on-failure
	git --no-pager diff --stat -- tests/golden

format: test-dependencies  ## lay out the C++ as .clang-format says
	clang-format -i $(CXX_FILES)

lint: test-dependencies  ## clang-tidy and cppcheck over the whole compiler
	tests/lint.sh

clean:  ## remove build/ and what the last build wrote to output/
	if [ -f output/data/files.txt ]; then (cd output && xargs -d '\n' rm -f < data/files.txt); fi
	find output -mindepth 1 -type d -empty -delete
	rm -rf build

install: concord  ## install under PREFIX (default /usr/local); DESTDIR is respected
	cmake --build $(BUILD) --target pages
	cmake --install $(BUILD) --prefix $(PREFIX)

deb: package-dependencies configure  ## a Debian package in build/release/package/, tried from a folder of its own
	cmake --build $(BUILD) --target pages
	tests/package.sh $(BUILD)
	@ls $(BUILD)/package/*.deb

fresh: package-dependencies deb  ## install the package, and `make` from a clean clone, in clean systems (root)
	tests/fresh.sh $(BUILD)/package/*.deb

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 18

build-dependencies:
	@compiler/dependencies.sh build

package-dependencies:
	@compiler/dependencies.sh package

bench-dependencies:
	@compiler/dependencies.sh bench

test-dependencies:
	@compiler/dependencies.sh test

# The tests need packages that the compiler does not: they are left out until `make test` asks.
configure: build-dependencies
	@[ -f $(BUILD)/build.ninja ] || cmake --preset release -DCONCORD_TESTS=OFF

configure-tests: test-dependencies
	@cmake --preset release -DCONCORD_TESTS=ON
