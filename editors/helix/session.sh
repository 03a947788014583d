#!/usr/bin/env bash
# One session of a real Helix in a terminal of its own (tmux), driven by editors/test: opens $DRAFT, looks at the outline and the
# hover on the screen, goes to the finding and types over exactly what Helix selects there. session.py makes the report.
set -euo pipefail
program=$1
here=$(cd "$(dirname "$0")" && pwd)

home=$(mktemp -d)
mkdir -p "$home/helix"
cp "$here/languages.toml" "$home/helix/languages.toml"
socket=$home/tmux
terminal() { tmux -S "$socket" -f /dev/null "$@"; }
cleanup() {
    terminal kill-server 2>/dev/null || true
    rm -rf "$home"
}
trap cleanup EXIT

screen() { terminal capture-pane -p -t helix; }
keys() { terminal send-keys -t helix "$@"; }

# until_screen WORDS: waits until the terminal shows them, at most half a minute.
until_screen() {
    local tries=0
    until screen | grep -qF "$1"; do
        tries=$((tries + 1))
        if [ "$tries" -gt 120 ]; then
            echo "not on the screen: $1" >&2
            screen >&2
            return 1
        fi
        sleep 0.25
    done
}

# until_saved WORDS: the same for the draft on the disk.
until_saved() {
    local tries=0
    until grep -qF "$1" "$DRAFT"; do
        tries=$((tries + 1))
        [ "$tries" -lt 120 ] || { echo "not saved: $1" >&2 && cat "$DRAFT" >&2 && return 1; }
        sleep 0.25
    done
}

# A quiet editor that shows findings at the end of their line.
printf '[editor]\nend-of-line-diagnostics = "hint"\ncompletion-trigger-len = 20\n' >"$home/helix/config.toml"
LANG=C.UTF-8 LC_ALL=C.UTF-8 XDG_CONFIG_HOME=$home XDG_CACHE_HOME=$home/cache terminal -u new-session -d -s helix -x 150 -y 60 "$program" "$DRAFT"
until_screen '“XX”像是起草时留的空'

keys Space s
until_screen '（二）民生福祉持续改善'
screen >"$home/outline"
keys Escape

keys '/地区生产' Enter
keys Space k
until_screen '一定时期内'
screen >"$home/hover"
keys Escape Escape

# The next finding below line 14 is XX; Helix selects its range, which is typed over.
keys ':14' Enter
keys ']' d
keys c 3 Escape
# Another finding stays; this one goes with its cause.
tries=0
while screen | grep -qF '“XX”像是起草时留的空'; do
    tries=$((tries + 1))
    [ "$tries" -lt 120 ] || { echo 'the finding did not go' >&2 && exit 1; }
    sleep 0.25
done
keys ':write' Enter
until_saved '完成投资3亿元'
keys ':quit' Enter
while terminal has-session -t helix 2>/dev/null; do sleep 0.1; done
HOVER=$home/hover OUTLINE=$home/outline python3 "$here/session.py" "$("$program" --version)"
