#!/usr/bin/env python3
"""Runs every checker of the tree, and the tests of the checkers themselves. Each rule counts as one test.

Usage: tools/check.py [--result FILE]     FILE gets {"passed": n, "failed": n}"""
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import check_docs  # noqa: E402
import check_layers  # noqa: E402
import check_style  # noqa: E402
import check_test  # noqa: E402


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    suite = unittest.defaultTestLoader.loadTestsFromModule(check_test)
    outcome = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(suite)
    failed = len(outcome.failures) + len(outcome.errors)
    passed = outcome.testsRun - failed
    for checker in (check_layers, check_style, check_docs):
        found = checker.check(root)
        for rule, path, line, words in found:
            print(f"{path}:{line}: [{rule}] {words}")
        broken = {rule for rule, *_ in found}
        failed += len(broken)
        passed += len(set(checker.RULES) - broken)
    if "--result" in sys.argv:
        pathlib.Path(sys.argv[sys.argv.index("--result") + 1]).write_text(json.dumps({"passed": passed, "failed": failed}))
    print(f"checks: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
