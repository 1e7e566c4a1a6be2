"""Reads C++ closely enough for the checkers: includes, string literals, code without comments, functions. Not a parser."""
import re

_TOKEN = re.compile(
    r'(?P<raw>(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\((?P<rawbody>.*?)\)(?P=mark)")'
    r'|(?P<text>(?:u8|[uUL])?"(?P<body>(?:[^"\\\n]|\\.)*)")'
    r"|(?P<number>\b\d[\w.']*)"
    r"|(?P<char>'(?:[^'\\\n]|\\.)+')"
    r"|(?P<line>//[^\n]*)"
    r"|(?P<block>/\*.*?\*/)",
    re.S,
)
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.M)


def _blank(text):
    """The same number of lines, nothing else."""
    return "\n" * text.count("\n")


class CppSource:
    """One file: `includes` [(line, name, is_own)], `strings` [(line, text)], `comments` [(line, text)], `code` (no comments,
    strings emptied, same lines)."""

    def __init__(self, text):
        self.text = text
        self.includes = [(text.count("\n", 0, m.start()) + 1, m.group(1) or m.group(2), m.group(1) is not None)
                         for m in _INCLUDE.finditer(text)]
        self.strings, self.comments, parts, last = [], [], [], 0
        for m in _TOKEN.finditer(text):
            parts.append(text[last:m.start()])
            last = m.end()
            line = text.count("\n", 0, m.start()) + 1
            if m.group("line") or m.group("block"):
                self.comments.append((line, m.group(0)))
                parts.append(_blank(m.group(0)))
            elif m.group("number"):
                parts.append(m.group(0))
            elif m.group("char"):
                parts.append("' '")
            else:
                is_include = re.search(r"#[ \t]*include[ \t]*$", text[max(0, m.start() - 40):m.start()])
                if not is_include:
                    body = m.group("rawbody") if m.group("raw") else m.group("body")
                    self.strings.append((line, body))
                parts.append('""' + _blank(m.group(0)))
        parts.append(text[last:])
        self.code = "".join(parts)

    def functions(self):
        """[(first line, lines, name)] of every function body, from the line of its opening brace to its closing one."""
        found, depth, start, inside = [], 0, 0, None
        code = re.sub(r"^[ \t]*#[^\n]*(?:\\\n[^\n]*)*", lambda m: _blank(m.group(0)), self.code, flags=re.M)
        line = 1
        for i, c in enumerate(code):
            if c == "\n":
                line += 1
            elif c == "{":
                depth += 1
                if inside is None:
                    head = code[start:i]
                    if is_function_head(head):
                        inside = (depth, line, function_name(head))
                    start = i + 1
            elif c == "}":
                if inside and inside[0] == depth:
                    found.append((inside[1], line - inside[1] + 1, inside[2]))
                    inside = None
                depth -= 1
                start = i + 1
            elif c == ";" and inside is None:
                start = i + 1
        return found

    def types(self):
        """[(line, name)] of classes, structs, unions, enums and aliases defined here."""
        pattern = re.compile(r"\b(?:class|struct|union|enum(?:\s+class)?)\s+([A-Z]\w*)\s*(?:final\s*)?(?=[:{])|\busing\s+([A-Z]\w*)\s*=")
        return [(self.code.count("\n", 0, m.start()) + 1, m.group(1) or m.group(2)) for m in pattern.finditer(self.code)]


def is_function_head(head):
    head = head.strip()
    if "(" not in head or head.count("(") != head.count(")") or re.search(r"=\s*$", head):
        return False
    head = re.sub(r"^(?:public|private|protected)\s*:", "", head).strip()
    while head.startswith("template"):
        head = re.sub(r"^template\s*<", "", head)
        level, i = 1, 0
        while i < len(head) and level:
            level += {"<": 1, ">": -1}.get(head[i], 0)
            i += 1
        head = head[i:].strip()
    return not re.match(r"(?:inline\s+)?(?:namespace|class|struct|union|enum|extern\s*\"\")\b", head)


def function_name(head):
    before = head.split("(")[0]
    if re.search(r"\bTEST(_[FP])?\s*$", before):
        return re.sub(r"\s+", "", head[head.index("("):]).strip("()").replace(",", ".")
    names = re.findall(r"[\w:~]+", before)
    return names[-1] if names else "?"
