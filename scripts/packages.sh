#!/bin/sh
# Installs what the tests want beyond Python: a Java runtime for the reasoner, Virtuoso for the store's tests.
# Does nothing where both are there. Where it may not install, it says what will be skipped and goes on.
set -u

missing=""
command -v java >/dev/null || missing="$missing default-jre-headless"
command -v virtuoso-t >/dev/null || missing="$missing virtuoso-opensource-7"
[ -z "$missing" ] && exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null && as_root="sudo -n"
    [ -z "$as_root" ] && cannot="this user may not install packages"
fi
command -v apt-get >/dev/null || cannot="there is no apt-get here"
if [ -n "${cannot:-}" ]; then
    echo "Not installed:$missing ($cannot). The tests that need them are skipped; install them to run all." >&2
    exit 0
fi

echo "Installing$missing"
log=$(mktemp)
# shellcheck disable=SC2086  # $missing is a list
if ! { $as_root apt-get update && DEBIAN_FRONTEND=noninteractive $as_root apt-get install --yes --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    echo "Not installed:$missing. The tests that need them are skipped." >&2
fi
rm -f "$log"
exit 0
