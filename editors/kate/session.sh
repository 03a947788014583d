#!/usr/bin/env bash
# One session of a real Kate in a display of its own, driven by editors/test: opens $DRAFT at XX, types the correction there,
# rests the pointer on the text, saves and quits. Kate cannot be asked what it shows; what it said to the server and was told
# is in $TRACE, and session.py makes the report of it.
set -euo pipefail
program=$1
here=$(cd "$(dirname "$0")" && pwd)

# Sockets want short paths.
home=$(mktemp -d)
cleanup() {
    [ -z "${editor:-}" ] || kill "$editor" 2>/dev/null || true
    [ -z "${screen:-}" ] || kill "$screen" && wait "$screen" 2>/dev/null || true
    rm -rf "$home" || true
}
trap cleanup EXIT
mkdir -p "$home/run" "$home/config/kate/lspclient" "$home/data/kate"
chmod 700 "$home/run"
# A person is asked once whether this server may be started.
cp "$here/settings.json" "$home/config/kate/lspclient/settings.json"
printf '[Kate Plugins]\nlspclientplugin=true\n[General]\nShow welcome view for new window=false\n[lspclient]\nAllowedServerCommandLines=%s lsp\n' "$(command -v dinggao)" >"$home/config/katerc"
cp "$home/config/katerc" "$home/data/kate/anonymous.katesession"

mkfifo "$home/number"
Xvfb -displayfd 3 -screen 0 1200x800x24 3>"$home/number" >/dev/null 2>&1 &
screen=$!
read -r number <"$home/number"
export DISPLAY=:$number HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache \
    XDG_RUNTIME_DIR=$home/run LANG=C.UTF-8 QT_QPA_PLATFORM=xcb
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

python3 "$here/session.py" position >"$home/position"
read -r line column <"$home/position"
dbus-run-session -- "$program" -n -b -l "$line" -c "$column" "$DRAFT" &
editor=$!

# until_trace WHAT: waits until the recording holds it (see session.py), at most a minute.
until_trace() {
    local tries=0
    until python3 "$here/session.py" holds "$1"; do
        tries=$((tries + 1))
        if [ "$tries" -gt "${TRIES:-120}" ] || ! kill -0 "$editor"; then
            echo "did not happen: $1" >&2
            [ -z "${SCREENSHOT:-}" ] || import -window root "$SCREENSHOT"
            return 1
        fi
        sleep 0.25
    done
}

until_trace findings
until_trace outline
window=$(xdotool search --onlyvisible --class kate | tail -n 1)
xdotool windowsize --sync "$window" 1200 800 windowmove "$window" 0 0 windowfocus "$window"

# The pointer goes down the text until it has rested on the indicator.
hovered=no
for height in $(seq 200 14 480); do
    for across in 215 255; do
        xdotool mousemove "$across" "$height"
        sleep 0.1
        xdotool mousemove_relative 1 0
        sleep 0.7
        if python3 "$here/session.py" holds hover; then hovered=yes && break 2; fi
    done
done
[ -z "${SCREENSHOT:-}" ] || import -window root "$SCREENSHOT"
[ "$hovered" = yes ] || until_trace hover

xdotool key Delete Delete type 3
until_trace correction
xdotool key ctrl+s
sleep 0.5
xdotool key ctrl+q
wait "$editor" || true
editor=
{ QT_QPA_PLATFORM=offscreen "$program" --version 2>/dev/null || true; } | python3 "$here/session.py" report
