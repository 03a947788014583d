#!/usr/bin/env python3
"""Checks a recorded session against the protocol's metamodel (the package lsprotocol is generated from it).

    metamodel.py LOG

Every request, notification and answer must have the shape that the protocol gives it. For what the server sent it is stricter:
no property that the protocol does not know, no answer to a question that was not asked. What the server left unanswered is told
as well, except where the client took the question back. What the client sent wrongly is told and no failure of ours. Last line: how
many messages, how many invalid.
"""

import json
import sys

from lsprotocol import converters, types

CONVERTER = converters.get_converter()
# Free-form by the protocol: whatever stands inside is the sender's own affair.
FREE = {"data", "experimental", "arguments", "initializationOptions", "registerOptions", "settings"}
OURS = {"dinggao/checklist", "dinggao/ledger", "dinggao/summary"}


def lost(sent, known, path: str) -> list[str]:
    """What of `sent` the protocol's own types did not keep."""
    if isinstance(sent, dict):
        if not isinstance(known, dict):
            return [path]
        return [
            place
            for key, value in sent.items()
            if key not in FREE and value is not None
            for place in (lost(value, known[key], f"{path}.{key}") if key in known else [f"{path}.{key}"])
        ]
    if isinstance(sent, list):
        if not isinstance(known, list) or len(known) != len(sent):
            return [path]
        return [place for at, pair in enumerate(zip(sent, known)) for place in lost(*pair, f"{path}[{at}]")]
    return [] if sent == known else [path]


def check(sender: str, message: dict, shape) -> str | None:
    """What is wrong with a message that should have this shape."""
    try:
        value = CONVERTER.structure(message, shape)
        places = lost(message, CONVERTER.unstructure(value, shape), "") if sender == "server" else []
    except Exception as problem:  # whatever the types refuse is invalid, in words of theirs
        causes = getattr(problem, "exceptions", None)
        return repr(causes[0] if causes else problem)[:400]
    return f"not in the protocol: {', '.join(places[:5])}" if places else None


def main() -> int:
    asked: dict[tuple[str, object], str] = {}
    taken_back: set[object] = set()
    counts = {"client": 0, "server": 0}
    wrong: list[str] = []
    shutting_down = False
    for line in open(sys.argv[1], encoding="utf-8"):
        entry = json.loads(line)
        sender = entry["from"]
        counts[sender] += 1
        if "broken" in entry:
            wrong.append(f"{sender}: no message: {entry['broken'][:200]}")
            continue
        message = entry["message"]
        method = message.get("method")
        if method is None:
            other = "client" if sender == "server" else "server"
            method = asked.pop((other, message.get("id")), None)
            if method is None:
                problem = "an answer to nothing that was asked" if sender == "server" else None
            elif "error" in message:
                problem = check(sender, message, types.ResponseErrorMessage)
            else:
                problem = None if method in OURS else check(sender, message, types.METHOD_TO_TYPES[method][1])
            label = f"answer to {method}"
        else:
            label = method
            if "id" in message:
                asked[(sender, message["id"])] = method
            if method == "$/cancelRequest":
                taken_back.add(message["params"]["id"])
            shutting_down |= method == "shutdown"
            if method in types.METHOD_TO_TYPES:
                problem = check(sender, message, types.METHOD_TO_TYPES[method][0])
            else:
                known = method in OURS or (sender == "client" and method.startswith("$/"))
                problem = None if known else "no such method"
        if problem:
            wrong.append(f"{sender}: {label}: {problem}")
    # Clients may leave at any moment: only a session that was closed in order has to be complete.
    if shutting_down:
        for (sender, identity), method in asked.items():
            if sender == "client" and identity not in taken_back:
                wrong.append(f"server: no answer to {method}")
    ours = [problem for problem in wrong if problem.startswith("server")]
    for problem in wrong:
        print(f"{'INVALID' if problem in ours else 'the editor itself strays:'} {problem}")
    print(f"{counts['server']} messages of the server, {len(ours)} invalid; {counts['client']} of the client, {len(wrong) - len(ours)} invalid")
    return 1 if ours or min(counts.values()) == 0 else 0


sys.exit(main())
