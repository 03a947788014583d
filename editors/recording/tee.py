#!/usr/bin/env python3
"""Stands between an editor and the server and writes down every message.

    tee.py LOG COMMAND...

Bytes pass through unchanged. Each line of LOG is an object: `from` ("client" or "server") and `message`, or `broken` with the
text that was no message. Ends with the server's own status.
"""

import json
import os
import signal
import subprocess
import sys
import threading


def main() -> None:
    log_name, *command = sys.argv[1:]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    lock = threading.Lock()
    # One write a line: what was said stays even when the editor kills this process.
    log = open(log_name, "a", encoding="utf-8", buffering=1)

    def note(entry: dict) -> None:
        with lock:
            log.write(json.dumps(entry, ensure_ascii=False) + "\n")

    def pass_on(source, target, sender: str) -> None:
        while header := read_header(source):
            lengths = [line.split(b":")[1] for line in header if line.lower().startswith(b"content-length:")]
            if len(lengths) != 1:
                note({"from": sender, "broken": repr(header)})
                break
            body = source.read(int(lengths[0]))
            try:
                note({"from": sender, "message": json.loads(body)})
            except ValueError:
                note({"from": sender, "broken": body.decode("utf-8", "replace")})
            try:
                target.write(b"".join(header) + body)
                target.flush()
            except OSError:
                break
        try:
            target.close()
        except OSError:
            pass

    threading.Thread(target=pass_on, args=(sys.stdin.buffer, server.stdin, "client"), daemon=True).start()
    pass_on(server.stdout, sys.stdout.buffer, "server")
    os._exit(server.wait())


def read_header(source) -> list[bytes]:
    """The lines of one header with the empty line behind them; nothing at the end."""
    lines = []
    while line := source.readline():
        lines.append(line)
        if line in (b"\r\n", b"\n"):
            return lines
    return []


main()
