#!/usr/bin/env bash
# Measures the peak memory of an export against that of a command which only reads the catalog, at 20,000 and 200,000 records:
# what an export needs by itself does not grow with their number, but for the keys of BibTeX. Needs GNU time (`apt-get install time`).
#
# Usage: scripts/memory.sh [COMMAND]    COMMAND: the explorer command (default: target/release/explorer)
set -euo pipefail
cd "$(dirname "$0")/.."
command=${1:-target/release/explorer}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# A catalog of so many records of about 600 bytes each.
catalog() {
    awk -v n="$1" 'BEGIN {
        for (i = 0; i < 12; i++) summary = summary "A sentence about mastery. "
        printf "{\"title\": \"T\", \"resources\": ["
        for (i = 0; i < n; i++) {
            printf "%s\n{\"id\": \"r%d\", \"title\": \"Title %d about learning\", ", i ? "," : "", i, i
            printf "\"authors\": [\"Ann Example %d\"], \"publishers\": [\"P%d\"], ", i % 999, i % 99
            printf "\"published\": \"%d\", \"summary\": \"%s%d\"}", 1990 + i % 30, summary, i
        }
        print "]}"
    }'
}

# The most memory that a command had, in KiB.
peak() {
    /usr/bin/time -f %M -o "$folder/peak" "$command" "$@" > "$folder/out" 2> /dev/null
    cat "$folder/peak"
}

printf '%9s %10s %10s %12s %10s\n' records stats export difference file
for n in ${SIZES:-20000 200000}; do
    catalog "$n" > "$folder/catalog.json"
    stats=$(peak stats "$folder/catalog.json")
    for format in jsonld bibtex csv; do
        export=$(peak export "$folder/catalog.json" --format "$format")
        printf '%9s %6s KiB %6s KiB %8s KiB %6s KiB  %s\n' \
            "$n" "$stats" "$export" $((export - stats)) $(($(wc -c < "$folder/out") / 1024)) "$format"
    done
done
