"""Tests of the checkers: small bad trees that each rule must report, and good ones that none may."""
import pathlib
import tempfile
import unittest

import check_docs
import check_layers
import check_style
from cpp_source import CppSource

LAYERS = """# the house
ground/base: | fmt
ground/db: base | sqlite3
ground/ui: base |
ground/web: db ui | beast
field/staff: web |
field/plans: staff |
app/app: plans |
"""


TREES = tempfile.TemporaryDirectory(prefix="kith-check-")  # goes, with every tree in it, when the run ends


def tree(files):
    root = pathlib.Path(tempfile.mkdtemp(dir=TREES.name))
    for path, text in {"layers.txt": LAYERS, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


def rules(checker, files):
    return {(rule, path) for rule, path, _, _ in checker.check(tree(files))}


class Layers(unittest.TestCase):
    def reported(self, path, text, **more):
        return {rule for rule, where in rules(check_layers, {path: text, **more}) if where == path}

    def test_a_room_may_include_what_its_line_names_and_what_those_may(self):
        self.assertEqual(self.reported("src/field/plans/plan_pages.cpp", '#include "plans/plan.hpp"\n#include "db/row.hpp"\n'), set())

    def test_a_room_may_not_include_a_room_above_or_beside_it(self):
        self.assertEqual(self.reported("src/ground/db/row.cpp", '#include "ui/html.hpp"\n'), {"layers"})
        self.assertEqual(self.reported("src/field/staff/staff_pages.cpp", '#include "plans/plan.hpp"\n'), {"layers"})

    def test_an_include_without_its_room_is_reported(self):
        self.assertEqual(self.reported("src/field/staff/staff_pages.cpp", '#include "staff.hpp"\n'), {"layers"})

    def test_a_folder_that_is_no_room_is_reported(self):
        self.assertEqual(self.reported("src/field/attic/x.cpp", "int x;\n"), {"layers"})

    def test_a_circle_is_reported(self):
        found = rules(check_layers, {"layers.txt": "ground/a: b |\nground/b: a |\n"})
        self.assertEqual(found, {("circle", "layers.txt")})

    def test_private_headers_stay_in_their_room(self):
        text = '#include "staff/staff_store.hpp"\n'
        self.assertEqual(self.reported("src/field/plans/plan_pages.cpp", text), {"private"})
        self.assertEqual(self.reported("src/field/staff/staff_pages.cpp", text), set())

    def test_rules_files_know_no_database_page_or_server(self):
        for other in ("db/row.hpp", "web/visit.hpp", "ui/html.hpp"):
            self.assertEqual(self.reported("src/field/staff/staff.cpp", f'#include "{other}"\n'), {"pure"})
        self.assertEqual(self.reported("src/field/staff/staff_store.cpp", '#include "db/row.hpp"\n'), set())

    def test_native_and_server_headers_have_one_home(self):
        self.assertEqual(self.reported("src/field/staff/staff_store.cpp", "#include <sqlite3.h>\n"), {"native"})
        self.assertEqual(self.reported("src/ground/web/form.cpp", "#include <boost/beast/http.hpp>\n"), {"server"})
        self.assertEqual(self.reported("src/ground/web/server.cpp", "#include <boost/beast/http.hpp>\n"), set())
        self.assertEqual(self.reported("src/ground/db/row.hpp", "#include <sqlite3.h>\n"), {"heavy"})

    def test_clock_chance_and_environment_are_parameters(self):
        for text in ("auto n = std::chrono::system_clock::now();\n", 'auto p = std::getenv("X");\n', "std::random_device d;\n"):
            self.assertEqual(self.reported("src/field/staff/staff.cpp", text), {"seam"})
            self.assertEqual(self.reported("src/app/main.cpp", text), set())
        self.assertEqual(self.reported("src/field/staff/staff.cpp", "// no getenv here\n"), set())

    def test_html_stands_in_ui_alone(self):
        for text in ('auto a = "<p>hello";\n', 'auto a = R"(</table>)";\n', 'auto a = "<a href=x>";\n'):
            self.assertEqual(self.reported("src/field/staff/staff_views.cpp", text), {"html"})
            self.assertEqual(self.reported("src/ground/ui/html.cpp", text), set())
        self.assertEqual(self.reported("src/field/staff/staff_views.cpp", 'auto a = "fewer < more";\n// <p>\n'), set())

    def test_sql_stands_in_stores(self):
        text = 'auto q = "SELECT id FROM staff WHERE id = $1";\n'
        self.assertEqual(self.reported("src/field/staff/staff_pages.cpp", text), {"sql"})
        self.assertEqual(self.reported("src/field/staff/staff_store.cpp", text), set())
        self.assertEqual(self.reported("src/field/staff/staff_pages.cpp", 'auto q = "Select a file";\n'), set())

    def test_an_exception_needs_a_reason_and_goes_when_unused(self):
        text = 'auto q = "SELECT id FROM staff";\n'
        file = "src/field/staff/staff_pages.cpp"
        where = "tools/layer_exceptions.txt"
        self.assertEqual(rules(check_layers, {file: text, where: f"sql {file} shows the query in an example\n"}), set())
        self.assertEqual(rules(check_layers, {file: text, where: f"sql {file}\n"}), {("sql", file)})
        self.assertEqual(rules(check_layers, {file: "int x;\n", where: f"sql {file} because\n"}), {("sql", file)})


class Style(unittest.TestCase):
    def reported(self, path, text):
        return {rule for rule, where in rules(check_style, {path: text, "src/field/staff/README.md": "x\n"}) if where == path}

    def test_long_files_and_functions_are_reported(self):
        self.assertEqual(self.reported("src/field/staff/a.cpp", "int x;\n" * 401), {"file size"})
        self.assertEqual(self.reported("src/field/staff/a.cpp", "int f()\n{\n" + "    g();\n" * 59 + "}\n"), {"function size"})
        self.assertEqual(self.reported("src/field/staff/a.cpp", "int f()\n{\n" + "    g();\n" * 58 + "}\n"), set())

    def test_a_long_class_is_not_a_long_function(self):
        self.assertEqual(self.reported("src/field/staff/a.cpp", "class A {\n" + "    int f() { return 1; }\n" * 70 + "};\n"), set())

    def test_names_that_hide_are_reported(self):
        self.assertEqual(self.reported("src/field/staff/staff_utils.cpp", "int x;\n"), {"names"})
        self.assertEqual(self.reported("src/field/staff/a.cpp", "struct StaffInfo { int x; };\n"), {"names"})
        self.assertEqual(self.reported("src/field/staff/a.cpp", "struct Database { int x; };\n"), set())

    def test_headers_say_what_they_are(self):
        self.assertEqual(self.reported("src/field/staff/a.hpp", "#pragma once\n#include <string>\n"), {"header form"})
        self.assertEqual(self.reported("src/field/staff/a.hpp", "#pragma once\n// What it is.\n"), set())

    def test_unfinished_work_machine_paths_and_spelling_are_reported(self):
        self.assertEqual(self.reported("src/field/staff/a.cpp", "// TO" + "DO later\n"), {"unfinished"})
        self.assertEqual(self.reported("docs/a.md", "in /ro" + "ot/kith/x\n"), {"machine paths"})
        self.assertEqual(self.reported("docs/a.md", "the organi" + "zation\n"), {"spelling"})

    def test_white_space_is_reported(self):
        self.assertEqual(self.reported("src/field/staff/a.cpp", "int x; \n"), {"white space"})
        self.assertEqual(self.reported("src/field/staff/a.cpp", "int x;"), {"white space"})

    def test_a_room_without_a_readme_is_reported(self):
        self.assertEqual(rules(check_style, {"src/field/plans/a.cpp": "int x;\n"}), {("room readme", "src/field/plans")})


class Reader(unittest.TestCase):
    def test_strings_and_comments_are_told_apart(self):
        source = CppSource('auto a = "// no";  // "neither"\nauto b = R"x(a " b)x"; auto c = \'"\'; int d = 1\'000;\n')
        self.assertEqual([t for _, t in source.strings], ["// no", 'a " b'])
        self.assertEqual(len(source.comments), 1)

    def test_functions_are_found_with_their_length(self):
        source = CppSource("namespace a {\ntemplate <class T>\nauto f(T x) -> int\n{\n    if (x) {\n    }\n    return 1;\n}\nint b[] = {1};\n}\n")
        self.assertEqual(source.functions(), [(4, 5, "f")])

    def test_a_table_of_rules_is_not_a_function(self):
        source = CppSource("const auto rules = std::to_array<Rule>({\n    {1, [](int x) {\n        return x;\n    }},\n});\n")
        self.assertEqual([lines for _, lines, _ in source.functions()], [3])


class Docs(unittest.TestCase):
    def setUp(self):
        self.files = {"cmake/libraries.cmake": "kith_pkg(fmt fmt)\n", "docs/third-party-notices.md": "`fmt`\n",
                      "docs/glossary.md": "", "README.md": "", "docs/architecture.md": "", "layers.txt": ""}

    def reported(self, **files):
        return {rule for rule, _ in rules(check_docs, {**self.files, **files})}

    def test_a_good_tree_is_not_reported(self):
        self.assertEqual(self.reported(), set())

    def test_decisions_share_no_number(self):
        text = "# A\n## Context\n## Options\n## Decision\n## Consequences\n"
        self.assertEqual(self.reported(**{"docs/adr/0001-a.md": text}), set())
        self.assertEqual(self.reported(**{"docs/adr/0001-a.md": text, "docs/adr/0001-b.md": text}), {"decisions"})

    def test_migrations_say_why(self):
        self.assertEqual(self.reported(**{"migrations/0001_a.sql": "CREATE TABLE a (id INTEGER);\n"}), {"migrations"})

    def test_glossary_names_exist(self):
        row = "| worker | a person | mission | `Worker` |\n"
        self.assertEqual(self.reported(**{"docs/glossary.md": row}), {"glossary"})
        self.assertEqual(self.reported(**{"docs/glossary.md": row, "src/ground/base/w.hpp": "struct Worker;\n"}), set())

    def test_notices_name_every_library_and_package(self):
        self.assertEqual(self.reported(**{"docs/third-party-notices.md": "none\n"}), {"notices"})
        self.assertEqual(self.reported(**{"package.json": '{"dependencies": {"sass": "1.2.3"}}'}), {"notices"})

    def test_rooms_are_named_and_links_lead_somewhere(self):
        self.assertEqual(self.reported(**{"layers.txt": "ground/base: |\n"}), {"rooms"})
        self.assertEqual(self.reported(**{"docs/a.md": "[b](b.md)\n"}), {"links"})


if __name__ == "__main__":
    unittest.main()
