#!/bin/sh
# The whole way on the seed article: read it, ask six questions, write the graph.
set -eu
cd "$(dirname "$0")/.."

VERBALE_STORE=$(mktemp -d)/demo.db
export VERBALE_STORE
trap 'rm -rf "$(dirname "$VERBALE_STORE")"' EXIT

run() {
    printf '\n$ verbale'
    for word in "$@"; do
        case $word in *[!A-Za-z0-9./:=-]*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
    done
    printf '\n'
    verbale "$@"
}

run ingest seeds/kim-putin-summit.txt
run ask who-met-whom --actor 'Kim Jong Un'
run ask visits-before-a-meeting --actor 'Kim Jong Un'
run ask who-armed-whom
run ask who-denied-what
run ask what-would-breach-which-sanctions
run ask who-pledged-what
run export --format turtle --output kim-putin.ttl
