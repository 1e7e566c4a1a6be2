#!/usr/bin/env python3
"""Holds the documents against the tree: decisions, migrations, glossary, notices, rooms and the changelog.

Usage: tools/check_docs.py [ROOT]"""
import json
import pathlib
import re
import sys

RULES = {
    "decisions": "decision records have numbers of their own, a title and the four parts",
    "migrations": "migrations are numbered once and begin with a comment saying why",
    "glossary": "every name in docs/glossary.md exists in the code",
    "notices": "third-party notices name every library and npm package used",
    "rooms": "README and docs/architecture.md name every room of layers.txt",
    "links": "links between documents lead somewhere",
}


def check_decisions(root):
    seen = {}
    for file in sorted((root / "docs" / "adr").glob("*.md")):
        if file.name == "template.md":
            continue
        number = file.name[:4]
        if not number.isdigit():
            yield file, "its name does not begin with four digits"
        if number in seen:
            yield file, f"has the number of {seen[number]}"
        seen[number] = file.name
        text = file.read_text().lower()
        for part in ("# ", "## context", "## options", "## decision", "## consequences"):
            if part not in text:
                yield file, f"lacks '{part.strip()}'"


def check_migrations(root):
    seen = {}
    for file in sorted((root / "migrations").glob("*.sql")):
        if file.name.startswith("schema."):
            continue
        if not re.match(r"^\d{4}_[a-z0-9_]+\.sql$", file.name):
            yield file, "is not called NNNN_name.sql"
        if file.name[:4] in seen:
            yield file, f"has the number of {seen[file.name[:4]]}"
        seen[file.name[:4]] = file.name
        if not file.read_text().startswith("--"):
            yield file, "does not begin with a comment saying why"


def check_glossary(root):
    file = root / "docs" / "glossary.md"
    if not file.exists():
        yield file, "is absent"
        return
    code = "\n".join(f.read_text() for f in sorted((root / "src").rglob("*.hpp")))
    for line in file.read_text().splitlines():
        cells = [c.strip() for c in line.strip("|").split("|")] if line.startswith("|") else []
        if len(cells) < 4:
            continue
        for name in re.findall(r"`([\w:]+)`", cells[3]):
            if not re.search(rf"\b{name.split('::')[-1]}\b", code):
                yield file, f"names {name}, which no header has"


def linked_libraries(root):
    """pkg-config and library names of cmake/libraries.cmake."""
    text = (root / "cmake" / "libraries.cmake").read_text()
    return [m.group(1) for m in re.finditer(r"kith_pkg\((\w+) ", text)] + [m.group(1) for m in re.finditer(r"add_library\(library_(\w+) INTERFACE\)", text)
                                                                         if m.group(1) != "${name}"]


def check_notices(root):
    file = root / "docs" / "third-party-notices.md"
    if not file.exists():
        yield file, "is absent: ./dev notices writes it"
        return
    text = file.read_text()
    for library in linked_libraries(root):
        if f"`{library}`" not in text:
            yield file, f"does not name the library {library}: ./dev notices writes it anew"
    package = root / "package.json"
    if package.exists():
        wanted = json.loads(package.read_text())
        for group in ("dependencies", "devDependencies"):
            for name, version in wanted.get(group, {}).items():
                if f"`{name}` {version}" not in text:
                    yield file, f"does not name {name} {version}: ./dev notices writes it anew"


def check_rooms(root):
    rooms = re.findall(r"^[a-z]+/([a-z_]+):", (root / "layers.txt").read_text(), re.M)
    for name in ("README.md", "docs/architecture.md"):
        file = root / name
        text = file.read_text() if file.exists() else ""
        for room in rooms:
            if f"`{room}`" not in text:
                yield file, f"does not name the room {room}"


def check_links(root):
    for file in [*sorted(root.glob("*.md")), *sorted((root / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", file.read_text()):
            if not re.match(r"[a-z]+:", target) and not (file.parent / target).exists():
                yield file, f"links to {target}, which is not there"


CHECKS = {"decisions": check_decisions, "migrations": check_migrations, "glossary": check_glossary, "notices": check_notices,
          "rooms": check_rooms, "links": check_links}


def check(root):
    """[(rule, path, line, words)] of everything that breaks a rule."""
    root = pathlib.Path(root)
    return [(rule, str(file.relative_to(root)), 0, words) for rule, look in CHECKS.items() for file, words in look(root)]


def main():
    found = check(sys.argv[1] if len(sys.argv) > 1 else ".")
    for rule, path, line, words in found:
        print(f"{path}: [{rule}] {words}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
