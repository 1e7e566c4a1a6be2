#!/usr/bin/env python3
"""Holds the source tree against layers.txt and the other rules of the house (docs/architecture.md). Prints what breaks them.

Usage: tools/check_layers.py [ROOT]
Exceptions stand in tools/layer_exceptions.txt, each with its reason; one that nothing needs any more is itself reported."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from cpp_source import CppSource  # noqa: E402

SHELL = re.compile(r"(_(store|views|pages|register|test|bench|fuzz|job|jobs|kind|import|feed|plan|routes)|^routes|^test_\w+)$")
PRIVATE = re.compile(r"_(store|views|pages)$")
CLOCK = re.compile(r"\b(?:system_clock|steady_clock|high_resolution_clock)::now\b|\bgetenv\b|\brandom_device\b|\brandombytes_\w+"
                   r"|\bstd::time\s*\(|\bstd::s?rand\s*\(|\bgetentropy\b|\bgetrandom\b")
TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|<!DOCTYPE|<(?:div|p|a|span|table|input|form|script|style|h[1-6])\b")
SQL = re.compile(r"\b(?:SELECT\s+[\w*\"(]|INSERT\s+INTO\b|DELETE\s+FROM\b|UPDATE\s+\w+\s+SET\b|CREATE\s+(?:TABLE|INDEX)\b)")
HEAVY = re.compile(r"^(boost/(beast|asio|json)|sqlite3\.h|libpq-fe\.h|toml\+\+)")
RULES = {
    "layers": "a room includes only what layers.txt lets it",
    "circle": "no room uses itself through others",
    "private": "_store, _views and _pages headers stay in their room",
    "pure": "rules files know no database, page or server",
    "native": "only db includes the databases' own headers",
    "server": "only web/server.cpp includes Beast or Asio",
    "heavy": "headers do not include heavy libraries",
    "seam": "clock, chance and environment are parameters",
    "html": "only ui writes HTML",
    "sql": "SQL stands in stores, registers and db",
}


def read_layers(root):
    """{room: (wing, rooms it may use, libraries)} of layers.txt."""
    rooms = {}
    for line in (root / "layers.txt").read_text().splitlines():
        m = re.match(r"^([a-z]+)/([a-z_]+):([^|]*)\|?(.*)$", line)
        if m:
            rooms[m.group(2)] = (m.group(1), set(m.group(3).split()), set(m.group(4).split()))
    return rooms


def reach_of(rooms):
    """({room: every room it may include}, [rooms that reach themselves])."""
    reach, circles = {}, []
    for room in rooms:
        seen, todo = set(), list(rooms[room][1])
        while todo:
            other = todo.pop()
            if other not in seen:
                seen.add(other)
                todo += rooms.get(other, ("", set(), set()))[1]
        if room in seen:
            circles.append(room)
        reach[room] = seen | {room}
    return reach, circles


def room_of(path):
    """("ground", "db") of src/ground/db/row.cpp; ("app", "app") of src/app/main.cpp."""
    parts = path.parts
    return ("app", "app") if parts[1] == "app" else (parts[1], parts[2])


def check_includes(path, source, rooms, reach):
    wing, room = room_of(path)
    stem, is_test = path.stem, re.search(r"(_(test|bench)$|^test_)", path.stem)
    pure = wing in ("field", "engines") and not SHELL.search(stem)
    for line, name, own in source.includes:
        if own:
            other = name.split("/")[0]
            if other == "kit" and (is_test or stem.endswith(("_bench", "_fuzz"))):
                continue
            if "/" not in name or other not in rooms or other not in reach.get(room, {room}):
                yield "layers", line, f'{room} may not include "{name}"'
            elif other != room and PRIVATE.search(pathlib.PurePath(name).stem):
                yield "private", line, f'"{name}" is private to {other}'
            elif pure and other in ("db", "web", "ui", "jobs"):
                yield "pure", line, f'a rules file may not include "{name}"'
        elif not is_test:
            if re.match(r"(sqlite3|libpq-fe)\.h", name) and room != "db":
                yield "native", line, f"<{name}> belongs to db"
            if re.match(r"boost/(beast|asio)", name) and (room, path.name) != ("web", "server.cpp"):
                yield "server", line, f"<{name}> belongs to web/server.cpp"
            if path.suffix == ".hpp" and HEAVY.match(name):
                yield "heavy", line, f"<{name}> in a header: keep it in the .cpp"


def check_words(path, source):
    wing, room = room_of(path)
    if re.search(r"_(test|fuzz|bench)$|^test_", path.stem):
        return
    if room != "app":
        for number, text in enumerate(source.code.splitlines(), 1):
            if m := CLOCK.search(text):
                yield "seam", number, f"{m.group(0)} is a parameter outside app"
    if room != "ui":
        for line, text in source.strings:
            if m := TAG.search(text):
                yield "html", line, f"tag in a string: {m.group(0)[:30]}"
    if room != "db" and not re.search(r"_(store|register)$", path.stem):
        for line, text in source.strings:
            if m := SQL.search(text):
                yield "sql", line, f"SQL outside a store: {m.group(0)}"


def read_exceptions(root):
    """{(rule, path)}: lines "rule path reason" of tools/layer_exceptions.txt; a line without a reason is no exception."""
    file = root / "tools" / "layer_exceptions.txt"
    lines = file.read_text().splitlines() if file.exists() else []
    parts = [line.split(None, 2) for line in lines if line.strip() and not line.startswith("#")]
    return {(p[0], p[1]) for p in parts if len(p) == 3}


def check(root):
    """[(rule, path, line, words)] of everything that breaks a rule."""
    root = pathlib.Path(root)
    rooms = read_layers(root)
    reach, circles = reach_of(rooms)
    found = [("circle", "layers.txt", 0, f"{room} uses itself through others") for room in circles]
    excepted, used = read_exceptions(root), set()
    for file in sorted((root / "src").rglob("*.[ch]pp")):
        path = file.relative_to(root)
        if len(path.parts) < 3 or room_of(path)[1] not in rooms:
            found.append(("layers", str(path), 0, "is in no room of layers.txt"))
            continue
        source = CppSource(file.read_text())
        for rule, line, words in [*check_includes(path, source, rooms, reach), *check_words(path, source)]:
            if (rule, str(path)) in excepted:
                used.add((rule, str(path)))
            else:
                found.append((rule, str(path), line, words))
    for rule, path in sorted(excepted - used):
        found.append((rule if rule in RULES else "layers", path, 0, "stands in tools/layer_exceptions.txt and needs it no more"))
    return found


def main():
    found = check(sys.argv[1] if len(sys.argv) > 1 else ".")
    for rule, path, line, words in found:
        print(f"{path}:{line}: [{rule}] {words}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
