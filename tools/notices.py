#!/usr/bin/env python3
"""Writes docs/third-party-notices.md: whose work is linked into Kith, embedded in it, or used to build and test it, and under which
terms. Read from the copyright files of the installed Debian packages and from the installed npm packages."""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# library of cmake/libraries.cmake -> the Debian package whose copyright file speaks for it
LINKED = {"fmt": "libfmt-dev", "sodium": "libsodium-dev", "sqlite3": "libsqlite3-dev", "libpq": "libpq-dev", "zlib": "zlib1g-dev",
          "toml": "libtomlplusplus-dev", "oath": "liboath-dev", "curl": "libcurl4-openssl-dev", "qrencode": "libqrencode-dev", "json": "libboost1.81-dev", "beast": "libboost1.81-dev", "date": "libhowardhinnant-date-dev",
          "zip": "libzip-dev", "expat": "libexpat1-dev", "xlsxwriter": "libxlsxwriter-dev",
          "random123": "librandom123-dev"}
EMBEDDED = {"govuk-frontend"}


def paragraphs(text):
    """The fields of each paragraph of a machine-readable copyright file."""
    for block in re.split(r"\n\s*\n", text):
        fields, name = {}, None
        for line in block.splitlines():
            if m := re.match(r"^([A-Za-z-]+):\s*(.*)$", line):
                name = m.group(1)
                fields[name] = m.group(2)
            elif name and line.startswith((" ", "\t")):
                fields[name] += "\n" + line.strip()
        if fields:
            yield fields


def of_debian(package):
    """(upstream name, source, copyright, licence name, licence text) of what a package mainly holds."""
    text = (pathlib.Path("/usr/share/doc") / package / "copyright").read_text(errors="replace")
    found = list(paragraphs(text))
    head = found[0]
    main = next((p for p in found if p.get("Files", "").strip().split("\n")[0] == "*"), {})
    name, _, body = main.get("License", "see the package's copyright file").partition("\n")
    if not body:
        for p in found:
            title, _, words = p.get("License", "").partition("\n")
            if "Files" not in p and title.strip() == name.strip():
                body = words
    source = head.get("Source", "").split("\n")[0]
    owners = "; ".join(re.sub(r"\s*<[^>]*>", "", o).strip().rstrip(",") for o in main.get("Copyright", "").split("\n") if o.strip())
    return head.get("Upstream-Name", package), source, owners, name.strip(), body.replace("\n.\n", "\n\n").strip()


def of_npm(name):
    folder = ROOT / "node_modules" / name
    if not folder.is_dir():
        sys.exit(f"node_modules/{name} is absent: ./dev build installs it")
    package = json.loads((folder / "package.json").read_text())
    licence = next((f for f in sorted(folder.iterdir()) if re.match(r"licen[cs]e", f.name, re.I) and f.is_file()), None)
    return package["version"], package.get("license", "not stated"), licence.read_text(errors="replace").strip() if licence else ""


def fenced(text):
    return "```text\n" + "\n".join(line.rstrip() for line in text.splitlines()) + "\n```\n"


def main():
    libraries = sorted(set(re.findall(r"kith_pkg\((\w+) ", (ROOT / "cmake/libraries.cmake").read_text()))
                       | set(re.findall(r"add_library\(library_(\w+) INTERFACE\)", (ROOT / "cmake/libraries.cmake").read_text())))
    unknown = [name for name in libraries if name not in LINKED]
    if unknown:
        sys.exit(f"tools/notices.py does not say which Debian package holds: {', '.join(unknown)}")
    out = ["# Third-party notices", "",
           "Written by `./dev notices`; not by hand. Kith's own licence is in [LICENSE](../LICENSE).", "",
           "## Linked into the program", ""]
    for package in dict.fromkeys(LINKED[name] for name in libraries):
        names = ", ".join(f"`{n}`" for n in libraries if LINKED[n] == package)
        upstream, source, owners, licence, text = of_debian(package)
        out += [f"### {upstream}", "", f"{names}, from Debian's `{package}`. Source: {source or 'see the package'}. Licence: {licence}.", "",
                f"Copyright: {owners or 'see the package'}.", ""]
        if text:
            out.append(fenced(text))
    packages = {}
    if (ROOT / "package.json").exists():
        wanted = json.loads((ROOT / "package.json").read_text())
        packages = {**wanted.get("dependencies", {}), **wanted.get("devDependencies", {})}
    out += ["## Embedded in the program", ""]
    for name in sorted(EMBEDDED & set(packages)):
        version, licence, text = of_npm(name)
        out += [f"### {name}", "", f"`{name}` {version}, from npm: styles and script. Licence: {licence}.", "", fenced(text)]
    out += ["## Used to build and test, not part of the program", ""]
    for name in sorted(set(packages) - EMBEDDED):
        version, licence, _ = of_npm(name)
        out.append(f"- `{name}` {version}, from npm. Licence: {licence}.")
    out += ["- GCC, CMake, Ninja, ccache, mold, GoogleTest, Google Benchmark, Clp (EPL), LLVM, PostgreSQL, Chromium and Node.js, from Debian.", ""]
    (ROOT / "docs/third-party-notices.md").write_text("\n".join(out))


if __name__ == "__main__":
    main()
