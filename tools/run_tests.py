#!/usr/bin/env python3
"""Runs the rooms' test programs that CTest knows, some at once, and counts their tests.

Usage: tools/run_tests.py BUILD [--room NAME] [--jobs N] [--result FILE] [--label WORDS] [--seconds N]"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import time


def programs(build, room):
    """[(room, command)] of the tests in a build folder, the upper rooms first: theirs take longest, and nothing should wait for them alone."""
    listing = subprocess.run(["ctest", "--test-dir", str(build), "--show-only=json-v1"], capture_output=True, text=True, check=True)
    tests = [(t["name"], t["command"]) for t in json.loads(listing.stdout)["tests"] if "command" in t]
    return [t for t in reversed(tests) if room in (None, t[0])]


def run(name, command, results, seconds):
    """{"name", "passed", "failed", "skipped", "seconds", "output"} of one program; a crash or a hang is a failure."""
    report = results / f"{name}.json"
    report.unlink(missing_ok=True)
    began = time.monotonic()
    try:
        done = subprocess.run([*command, "--gtest_brief=1", f"--gtest_output=json:{report}"], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds)
        output, code = done.stdout.decode("utf-8", "replace"), done.returncode
    except subprocess.TimeoutExpired as late:
        output, code = (late.stdout or b"").decode("utf-8", "replace") + f"\nstopped after {seconds} s\n", -1
    except OSError as error:
        output, code = f"{error}\n", -1
    taken = time.monotonic() - began
    try:
        cases = [case for suite in json.loads(report.read_text())["testsuites"] for case in suite["testsuite"]]
    except (OSError, ValueError, KeyError):
        return {"name": name, "passed": 0, "failed": 1, "skipped": 0, "seconds": taken,
                "output": output[-8000:] + f"\n{name}: ended with code {code} and left no report\n"}
    skipped = sum(case.get("result") == "SKIPPED" for case in cases)
    failed = sum(bool(case.get("failures")) for case in cases)
    ran = sum(case.get("status") == "RUN" for case in cases)
    if code != 0 and failed == 0:
        failed, ran = 1, ran + 1
    return {"name": name, "passed": ran - failed - skipped, "failed": failed, "skipped": skipped, "seconds": taken, "output": output}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--room")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--result", type=pathlib.Path)
    parser.add_argument("--label", default="rooms")
    parser.add_argument("--seconds", type=int, default=900)
    asked = parser.parse_args()
    found = programs(asked.build, asked.room)
    if not found:
        print(f"no test program{f' of a room called {asked.room}' if asked.room else ''} in {asked.build}")
        return 1
    results = asked.build / "results"
    results.mkdir(exist_ok=True)
    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool:
        outcomes = list(pool.map(lambda test: run(*test, results, asked.seconds), found))
    for o in outcomes:
        if o["failed"]:
            print(o["output"][-20000:])
    for o in reversed(outcomes):
        skipped = f", {o['skipped']} skipped" if o["skipped"] else ""
        print(f"  {o['name']:<14} {o['passed']:>5} passed, {o['failed']} failed{skipped}   {o['seconds']:.1f} s")
    total = {kind: sum(o[kind] for o in outcomes) for kind in ("passed", "failed", "skipped")}
    print(f"{asked.label}: {total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped")
    if asked.result:
        asked.result.write_text(json.dumps(total))
    return 1 if total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
