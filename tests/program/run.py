#!/usr/bin/env python3
"""Runs the tests of the built program (build/kith, or KITH_PROGRAM) and counts them.   run.py [--result FILE] [WORD...]"""
import json
import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))


def main(words):
    result_file = words[words.index("--result") + 1] if "--result" in words else None
    wanted = [word for at, word in enumerate(words) if not word.startswith("--") and (at == 0 or words[at - 1] != "--result")]
    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{word}*" for word in wanted] or None
    suite = loader.discover(str(HERE), "*_test.py")
    done = unittest.TextTestRunner(verbosity=1).run(suite)
    skipped = len(done.skipped)
    failed = len({str(test) for test, _ in done.failures + done.errors})
    counts = {"passed": done.testsRun - failed - skipped, "failed": failed, "skipped": skipped}
    if result_file:
        pathlib.Path(result_file).write_text(json.dumps(counts))
    print(f"program: {counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if failed or not done.testsRun else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
