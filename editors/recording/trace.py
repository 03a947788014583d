"""What a recorded session (see tee.py) says, for editors that cannot be asked what they show."""

import json


class Trace:
    """The messages so far, with what a client knows from them."""

    def __init__(self, name: str):
        self.messages: list[tuple[str, dict]] = []
        try:
            lines = open(name, encoding="utf-8").read().splitlines()
        except FileNotFoundError:
            lines = []
        for line in lines:
            try:
                entry = json.loads(line)
            except ValueError:  # being written
                continue
            if "message" in entry:
                self.messages.append((entry["from"], entry["message"]))

    def of(self, method: str) -> list[dict]:
        """The parameters of every request or notification of this name, in order."""
        return [message["params"] for _, message in self.messages if message.get("method") == method]

    def answers(self, method: str) -> list[tuple[dict, object]]:
        """What the client asked for by this name, each with the result."""
        asked = {m["id"]: m["params"] for who, m in self.messages if who == "client" and m.get("method") == method}
        return [
            (asked[m["id"]], m["result"])
            for who, m in self.messages
            if who == "server" and "method" not in m and m.get("id") in asked and m.get("result") is not None
        ]

    def encoding(self) -> str:
        """What positions count."""
        return next(
            (result["capabilities"].get("positionEncoding", "utf-16") for _, result in self.answers("initialize")),
            "utf-16",
        )

    def text(self) -> str:
        """The draft as it was opened."""
        return next((params["textDocument"]["text"] for params in self.of("textDocument/didOpen")), "")

    def cut(self, span: dict) -> str:
        """What stands under a range of one line in the draft as it was opened."""
        codec, width = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[self.encoding()]
        units = self.text().splitlines()[span["start"]["line"]].encode(codec)
        return units[span["start"]["character"] * width : span["end"]["character"] * width].decode(codec, "replace")

    def published(self) -> list[list[dict]]:
        """Every list of findings that the editor was told, in order."""
        return [params["diagnostics"] for params in self.of("textDocument/publishDiagnostics")]

    def outline(self) -> list[str]:
        """The names of the last outline that was asked for, outer before inner."""
        answers = self.answers("textDocument/documentSymbol")
        return names(answers[-1][1]) if answers else []

    def hover(self) -> str:
        """The words of the last hover on the indicator."""
        shown = [
            result["contents"]["value"] for _, result in self.answers("textDocument/hover") if "contents" in result
        ]
        return next((words for words in reversed(shown) if "地区生产总值" in words), "")

    def findings(self) -> list[dict]:
        """The first findings, as the report of a session has them."""
        first = next((found for found in self.published() if found), [])
        return [
            {"rule": it["code"], "line": it["range"]["start"]["line"], "text": self.cut(it["range"]), "message": it["message"]}
            for it in first
        ]


def names(symbols: list) -> list[str]:
    """The names in a tree of symbols, outer before inner."""
    return [name for symbol in symbols for name in [symbol["name"], *names(symbol.get("children") or [])]]
