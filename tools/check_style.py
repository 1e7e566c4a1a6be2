#!/usr/bin/env python3
"""Size, names and form of the sources. Prints what breaks the rules of docs/architecture.md, "Size and shape".

Usage: tools/check_style.py [ROOT]
Exceptions stand in tools/size_exceptions.txt ("path[:function] reason")."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from cpp_source import CppSource  # noqa: E402

FILE_LINES, FUNCTION_LINES = 400, 60
BANNED = {"util", "utils", "helper", "helpers", "common", "misc", "impl", "data", "info", "manager", "service"}
NAMES_OF_OTHERS = {"ServiceNavigation", "ServiceNavigationItem", "ServiceNavigationSlots", "service_navigation"}  # the design system's
AMERICAN = re.compile(r"\b(organization|organizations|behavior|behaviors|canceled|canceling|favorite|neighbor|neighbors|centered)\b", re.I)
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home/\w+)/")
TEXT = {".cpp", ".hpp", ".py", ".sh", ".mjs", ".js", ".md", ".sql", ".toml", ".txt", ".cmake", ".scss", ".json", ".service", ".example"}
RULES = {
    "file size": f"no file over {FILE_LINES} lines",
    "function size": f"no function over {FUNCTION_LINES} lines",
    "names": "no file or type called by a word that hides what it is",
    "header form": "headers begin with #pragma once and what they are",
    "unfinished": "nothing is left to do in comments",
    "machine paths": "no path of one machine",
    "spelling": "British spelling",
    "white space": "no tabs, no trailing spaces, a line end at the end",
    "room readme": "every room says what it is",
}


def tracked(root):
    """Every text file of the project, as a path below the root."""
    skip = re.compile(r"^(build[^/]*|node_modules|\.git|packs-cache)(/|$)")
    for file in sorted(root.rglob("*")):
        path = file.relative_to(root)
        if file.is_file() and not skip.match(str(path)) and "node_modules" not in path.parts:
            if path.suffix in TEXT or (len(path.parts) == 1 and path.name in ("run", "test", "dev")) or str(path) == ".ci/run":
                yield path


def read_exceptions(root):
    file = root / "tools" / "size_exceptions.txt"
    lines = file.read_text().splitlines() if file.exists() else []
    parts = [line.split(None, 1) for line in lines if line.strip() and not line.startswith("#")]
    return {p[0] for p in parts if len(p) == 2}


def name_words(name):
    return [w.lower() for w in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)]


def check_cpp(path, text):
    source = CppSource(text)
    for line, length, name in source.functions():
        if length > FUNCTION_LINES:
            yield "function size", line, f"{name} has {length} lines", f"{path}:{name}"
    for line, name in source.types():
        if name not in NAMES_OF_OTHERS and BANNED & set(name_words(name)):
            yield "names", line, f"type {name}", None
    if path.suffix == ".hpp":
        lines = text.splitlines() + ["", ""]
        if lines[0] != "#pragma once" or not lines[1].startswith("//"):
            yield "header form", 1, "first line #pragma once, second a comment that says what the header is", None


def check_text(path, text):
    lines = text.splitlines()
    if path.suffix in (".cpp", ".hpp", ".py", ".mjs", ".sh", ".cmake", ".js") and len(lines) > FILE_LINES:
        yield "file size", 1, f"{len(lines)} lines", str(path)
    if BANNED & set(name_words(path.stem)) and path.stem not in NAMES_OF_OTHERS:
        if path.parts[0] in ("src", "tests", "tools") and path.suffix != ".json":
            yield "names", 1, f"file {path.name}", None
    checker = path.parts[0] == "tools" and path.name.startswith("check_")
    for number, line in enumerate(lines, 1):
        if line != line.rstrip() and path.suffix != ".md":
            yield "white space", number, "trailing space", None
        if "\t" in line and path.suffix in (".cpp", ".hpp", ".py"):
            yield "white space", number, "tab", None
        if not checker and UNFINISHED.search(line):
            yield "unfinished", number, line.strip()[:60], None
        if not checker and MACHINE.search(line):
            yield "machine paths", number, line.strip()[:60], None
        if not checker and path.name != "third-party-notices.md" and (m := AMERICAN.search(line)):
            yield "spelling", number, m.group(0), None
    if text and not text.endswith("\n"):
        yield "white space", len(lines), "no line end at the end of the file", None


def check(root):
    """[(rule, path, line, words)] of everything that breaks a rule."""
    root = pathlib.Path(root)
    found, excepted, used = [], read_exceptions(root), set()
    for path in tracked(root):
        if path.name == "package-lock.json" or path.parts[0] == "assets" and path.suffix == ".css":
            continue
        text = (root / path).read_bytes().decode("utf-8", "replace")
        checks = list(check_text(path, text))
        if path.suffix in (".cpp", ".hpp") and path.parts[0] in ("src", "tests", "tools"):
            checks += check_cpp(path, text)
        for rule, line, words, exception in checks:
            if exception in excepted:
                used.add(exception)
            else:
                found.append((rule, str(path), line, words))
    for exception in sorted(excepted - used):
        found.append(("file size", exception, 0, "stands in tools/size_exceptions.txt and needs it no more"))
    for room in sorted(p for wing in ("ground", "engines", "field") for p in (root / "src" / wing).glob("*/") if p.is_dir()):
        if any(room.glob("*.cpp")) and not (room / "README.md").exists():
            found.append(("room readme", str(room.relative_to(root)), 0, "has no README.md"))
    return found


def main():
    found = check(sys.argv[1] if len(sys.argv) > 1 else ".")
    for rule, path, line, words in found:
        print(f"{path}:{line}: [{rule}] {words}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
