"""The verbs as a person types them: what they print, what they answer with (0 clean, 1 something to look at, 2 not done), what they leave behind."""
import json
import os
import pathlib
import unittest

from program import POSTGRES
from verbs import Verbs


class Configuration(Verbs):
    def test_a_good_one_is_said_in_words(self):
        self.assertIn(f"127.0.0.1:{self.place.port}", self.answers(0, "check-config", says="The configuration can be used."))
        self.assertFalse((self.place.folder / "kith.db").exists(), "reading it makes nothing")

    def test_a_faulty_one_is_refused_naming_file_line_and_key(self):
        for text, says in (("sample = [", "bad.toml: Line 1"), ("[server]\nprot = 1\n", "bad.toml: server.prot (line 2)"), ("[server]\nport = 70000\n", "server.port"),
                           ("[server]\nport = \"80\"\n", "server.port"), ("[storage]\nurl = \"mysql:x\"\n", "storage.url")):
            self.answers(2, "check-config", "--config", self.write("bad.toml", text), says=says)

    def test_a_faulty_pack_is_refused_naming_file_and_line(self):
        (self.place.folder / "packs").mkdir(exist_ok=True)
        self.write("packs/returns.toml", "kind = \"limits\"\nname = [\n")
        text = (self.place.folder / "kith.toml").read_text()
        self.answers(2, "check-config", "--config", self.write("packs.toml", 'packs_folder = "packs"\n' + text), says="returns.toml, line")

    def test_an_instrument_is_checked_before_a_server_starts_with_it(self):
        page = (pathlib.Path(__file__).parents[2] / "docs/instruments.md").read_text()
        whole = page[page.index("```toml") + 8:]
        text = whole[:whole.index("```")]
        said = self.answers(0, "instrument", "check", self.write("meeting.toml", text), says="meeting_feedback, version 1: 4 questions of 2 viewpoints")
        self.assertIn("Cymraeg (cy): shown in English for want of words: easy_words", said)
        line = 1 + text[:text.index('kind = "one"')].count("\n")
        self.answers(1, "instrument", "check", self.write("meeting.toml", text.replace('kind = "one"', 'kind = "two"')), says=f"meeting.toml, line {line}:")
        self.answers(2, "instrument", "check", "none.toml", says="none.toml cannot be read")

    def test_records_of_one_person_are_found_in_a_file_and_what_was_read_is_said(self):
        rows = ["unique_id,first_name,surname,dob,postcode,who"]
        for number in range(60):
            name = f"Child{chr(97 + number % 26)}{chr(97 + number // 26)}o,Family{chr(97 + number % 7)}{chr(98 + number % 11)}"
            rows += [f"r{number}-{copy},{name},2014-{number % 12 + 1:02}-{number % 28 + 1:02},WM{number % 9} 1AA,{number}" for copy in range(2)]
        people = self.write("people.csv", "\n".join(rows) + "\n")
        said = self.answers(0, "match", people, "--clusters", "clusters.csv", "--pairs", "pairs.csv", "--evaluate", "who", says='birth date: column "dob"')
        self.assertIn("60 true pairs", said)
        lines = (self.place.folder / "clusters.csv").read_text().split()
        self.assertEqual(lines[0], "id,cluster")
        self.assertEqual(len(lines), 121)
        self.assertTrue((self.place.folder / "pairs.csv").read_text().startswith("one,other,same_person"))
        self.assertIn("joined", self.answers(0, "match", people, "--explain", "r1-0", "r1-1", says="by model version 1 of 120 records"))
        self.answers(2, "match", people, "--explain", "r1-0", says="the ids of the two records")
        self.answers(2, "match", people, "--explain", "r1-0", "nobody", says="no record nobody")
        self.answers(2, "match", people, "--threshold", "2", says="between 0 and 1")
        self.answers(2, "match", people, "--evaluate", "whom", says="no column called whom")
        self.answers(2, "match", "none.csv", says="cannot be read")
        self.assertEqual(json.loads(self.answers(0, "match", people, "--evaluate", "who", "--json"))["true_pairs"], 60)
        ragged = self.write("ragged.csv", "unique_id,first_name,surname,dob\n1,Anna,Smith,2014-03-12\n2,Anna,Smith,2014-03-12,too,much\n3,,,\n1,Anna,Smith,31/02/2014\n")
        said = self.answers(0, "match", ragged, says="1 row left out that has more cells than the file has columns, the first on line 3")
        self.assertIn("1 record has an id that another record has", said)

    def test_two_files_are_matched_between_and_within_and_a_schema_says_what_columns_are(self):
        first = self.write("first.csv", "Ref,Given,Family,Born,Was,Home\n" + "".join(f"a{n},Name{chr(97 + n)}o,Fam{chr(97 + n % 9)}ily,2014-{n % 12 + 1:02}-11,,WM{n} 1AA\n" for n in range(26)) + "a99,Ottoline,Hart,2013-05-06,Wood|Green,WM1 1AA\n")
        second = self.write("second.csv", "Ref,Given,Family,Born,Was,Home\n" + "".join(f"b{n},Name{chr(97 + n)}o,Fam{chr(97 + n % 9)}ily,2014-{n % 12 + 1:02}-11,,WM{n} 1AA\n" for n in range(26)) + "b99,Ottoline,Wood,2013-05-06,,WM1 1AA\n")
        schema = '[columns]\nid = "Ref"\nforename = "Given"\nsurname = "Family"\nbirth_date = "Born"\nearlier_surname = "Was"\npostcode = "Home"\n[sources]\none_each = ["first.csv"]\n'
        self.answers(0, "match", first, second, "--schema", self.write("schema.toml", schema), "--clusters", "clusters.csv", says='first.csv: surname: column "Family"')
        clusters = dict(line.split(",") for line in (self.place.folder / "clusters.csv").read_text().split()[1:])
        self.assertEqual(clusters["b99"], "a99", "an earlier surname is one of the names that are compared")
        self.assertEqual(clusters["b3"], "a3")
        for wrong, says in (("[columns]\nfornename = \"Given\"\n", 'line 2: nothing about people is called "fornename"'), ("[columns]\nforename = \"First\"\n", "has no column called First"), ("[matching]\nvariants = 3\n", 'line 2: [matching] has no setting "variants" of this kind'),
                            ("[columns\n", "line 1"), ("[colums]\n", 'and no "colums"')):
            self.answers(2, "match", first, "--schema", self.write("wrong.toml", wrong), says=says)
        self.answers(2, "match", first, "--schema", "none.toml", says="none.toml cannot be read")

    def clusters(self, name="clusters.csv"):
        """Groups of ids in a file of clusters."""
        groups = {}
        for line in (self.place.folder / name).read_text().splitlines()[1:]:
            one, cluster = line.split(",")[:2]
            groups.setdefault(cluster, set()).add(one)
        return {frozenset(group) for group in groups.values()}

    def test_a_kept_log_has_everything_again_after_it_was_killed(self):
        self.answers(0, "made-people", "made.csv", "--records", "6000", "--seed", "5")
        lines = (self.place.folder / "made.csv").read_text().splitlines(keepends=True)
        self.write("first.csv", "".join(lines[:2001]))
        self.write("later.csv", lines[0] + "".join(lines[2001:]))
        self.answers(0, "match", "keep", "people.log", "first.csv", says="2,000 records begin the log; a model was learnt from them")
        begun = (self.place.folder / "people.log").read_bytes()
        self.answers(0, "match", "keep", "people.log", "later.csv", "--clusters", "clusters.csv", says="4,000 records arrived, 0 were there already")
        whole = self.clusters()
        log = (self.place.folder / "people.log").read_bytes()
        self.answers(0, "match", "keep", "people.log", "--clusters", "clusters.csv")
        self.assertEqual(self.clusters(), whole, "what was read back is what was there")
        # Killed while records arrive: what was acknowledged is there, and the rest can be sent again.
        (self.place.folder / "people.log").write_bytes(begun)
        running = self.place.start("match", "keep", "people.log", "later.csv")
        while (self.place.folder / "people.log").stat().st_size < len(begun) + 50_000 and running.poll() is None:
            pass
        running.kill()
        running.wait()
        self.answers(0, "match", "keep", "people.log", "later.csv", "--clusters", "clusters.csv")
        self.assertEqual(self.clusters(), whole)
        # Torn in the middle of a line, as a crash of the machine leaves it.
        (self.place.folder / "people.log").write_bytes(log[:len(begun) + 1_234])
        self.answers(0, "match", "keep", "people.log", "later.csv", "--clusters", "clusters.csv")
        self.assertEqual(self.clusters(), whole)
        (self.place.folder / "people.log").write_bytes(log[:3_000] + b"#" + log[3_001:])
        self.answers(2, "match", "keep", "people.log", says="is damaged")

    def test_decisions_stay_and_those_that_contradict_others_are_refused_by_line(self):
        self.answers(0, "made-people", "made.csv", "--records", "3000", "--seed", "7")
        self.answers(2, "match", "keep", "people.log", says="The log is new: name a file of records after it")
        self.answers(0, "match", "keep", "people.log", "made.csv")
        decisions = self.write("decisions.csv", "one,other,decision,by\nr0000001,r0000002,same,a clerk\nr0000002,r0000003,same,a clerk\nr0000001,r0000003,not same,another\nr0000001,nobody,same,x\nr0000001,r0000009,perhaps,x\nr0000004,r0000005,not same,x\n")
        said = self.answers(1, "match", "keep", "people.log", "--decide", decisions, "--clusters", "clusters.csv", says="decision 2: r0000002 and r0000003 are the same person")
        self.assertIn("decisions.csv, line 4: This decision (r0000001 and r0000003 are not the same person, another", said)
        self.assertIn("contradicts decision 2 (r0000002 and r0000003 are the same person, a clerk", said)
        self.assertIn("line 5: There is no record nobody", said)
        self.assertIn('line 6: a decision is "same" or "not same"', said)
        self.assertTrue(any({"r0000001", "r0000002", "r0000003"} <= group for group in self.clusters()))
        numbers = {line.split(",")[0]: line.split(",")[2] for line in (self.place.folder / "clusters.csv").read_text().splitlines()}
        self.assertEqual(numbers["r0000002"], numbers["r0000001"], "the earlier record's number is the person's")
        self.assertIn(f"person 3 is person {numbers['r0000001']} now: ", self.answers(0, "match", "keep", "people.log", "--person", "3"))
        self.answers(2, "match", "keep", "people.log", "--person", "99999", says="No person ever had the number 99999")
        self.assertIn("decision 1: the same person", self.answers(0, "match", "keep", "people.log", "--explain", "r0000001", "r0000002"))
        self.answers(0, "match", "keep", "people.log", "--withdraw", "1", "--by", "a clerk", "--clusters", "clusters.csv", says="decision 1 is withdrawn")
        self.assertFalse(any({"r0000001", "r0000002"} <= group for group in self.clusters()))
        self.answers(2, "match", "keep", "people.log", "--withdraw", "1", says="was withdrawn before")
        self.answers(2, "match", "keep", "people.log", "--withdraw", "one", says="Name the number of a decision")
        self.answers(2, "match", "keep", "people.log", "--decide", self.write("wrong.csv", "a,b\n1,2\n"), says="has no column called one")
        self.answers(0, "match", "keep", "people.log", "--new-model", says="It is in use from now on, as version 2")
        self.answers(0, "match", "keep", "people.log", "--explain", "r0000001", "r0000002", says="by model version 2 of 3000 records")

    def test_a_model_that_moved_too_far_is_not_taken(self):
        self.answers(0, "made-people", "made.csv", "--records", "2000", "--seed", "7")
        text = (self.place.folder / "made.csv").read_text().splitlines()
        self.answers(0, "match", "keep", "people.log", "made.csv")
        rows = [row.split(",") for row in text[1:]]
        strange = [",".join([f"s{number}-{row[0]}", row[1], row[2], row[3], "2015-01-01", *row[5:]]) for number in range(2) for row in rows]
        said = self.answers(1, "match", "keep", "people.log", self.write("strange.csv", "\n".join([text[0], *strange]) + "\n"), "--new-model", says="It is not taken: these weights moved by more than 3 bits")
        self.assertIn("birth date, same:", said)
        self.answers(2, "match", "keep", "people.log", "--threshold", "0.9", says="came with another threshold")
        self.answers(2, "match", "keep", "people.log", "--no-variants", says="other variants of names")
        told = json.loads(self.answers(0, "match", "keep", "people.log", "--json"))
        self.assertEqual(told["records"], 6000)
        self.answers(0, "match", "keep", "people.log", "--explain", "r0000001", "r0000002", says="by model version 1 of 2000 records")
        self.answers(0, "match", "keep", "people.log", "--new-model", "--even-so", says="It is in use from now on, as version 2")
        self.answers(0, "match", "keep", "people.log", "--threshold", "0.9", "--new-model", says="It is in use from now on, as version 3")
        self.answers(2, "match", "keep", "people.log", says="came with another threshold")
        self.assertIn("of these have now other values", self.answers(0, "match", "keep", "people.log", "--threshold", "0.9", self.write("changed.csv", (self.place.folder / "made.csv").read_text().replace("-01-", "-02-").replace(",M,", ",F,").replace(",F,", ",,"))))
        said = self.answers(2, "match", "keep", "people.log", "--threshold", "0.9", self.write("more.csv", text[0] + "\n" + text[1].replace("r0000000", "new") + "\n" + text[2].replace("r0000001", "") + "\n"), "--withdraw", "99", says="There is no decision 99")
        self.assertIn("1 record arrived", said, "what was kept is told")
        self.assertIn("1 record left out: without an id", said)
        self.answers(2, "match", "keep", "small.log", self.write("small.csv", "\n".join(text[:9]) + "\n"), says="A log begins with 500 records at least")
        other = self.write("other.json", '{"a": 1}\n')
        self.answers(2, "match", "keep", other, "made.csv", says="is no log that Kith keeps")
        self.assertEqual((self.place.folder / other).read_text(), '{"a": 1}\n', "a file named by mistake stays")

    def test_made_people_are_told_who_is_whom_and_are_the_same_for_a_seed(self):
        self.answers(0, "made-people", "made.csv", "--records", "2000", "--seed", "3", says="2000 made records of children in made.csv, seed 3")
        first = (self.place.folder / "made.csv").read_text()
        self.answers(0, "made-people", "made.csv", "--records", "2000", "--seed", "3")
        self.assertEqual((self.place.folder / "made.csv").read_text(), first)
        self.assertEqual(len(first.splitlines()), 2001)
        self.answers(0, "made-people", "made.csv", "--workers", "--records", "500", says="500 made records of workers")
        self.answers(0, "match", "made.csv", "--evaluate", "person", "--no-variants", says="F1")
        self.answers(2, "made-people", "made.csv", "--records", "none", says="--records takes a whole number from 1 to")
        self.answers(2, "made-people", "no/such/folder.csv", says="cannot be written")
        self.answers(2, "match", self.write("other.csv", "a,b\n1,2\n"), says="needs at least two columns about people")

    def test_one_that_is_not_there_is_named(self):
        self.answers(2, "check-config", "--config", "none.toml", says="none.toml")

    def test_an_unknown_verb_or_option_is_named(self):
        self.answers(2, "frobnicate", says='no verb "frobnicate"')
        self.answers(2, "migrate", "--fast", says="--fast is not an option here")
        self.answers(2, "import", says="Usage: kith import FILE")
        self.answers(0, "help", says="kith audit verify")
        self.answers(2, "user", says="kith user add EMAIL")
        self.answers(0, "import", "--help", says="Checks files against the rules")
        self.answers(0, "help", "backup", says="kith backup FILE")


class Accounts(Verbs):
    def test_an_account_is_opened_reset_and_listed(self):
        self.answers(0, "user", "add", "ann@example.org", "--name", "Ann Example", says="One-use code for ann@example.org: ")
        self.answers(2, "user", "add", "ANN@example.org", says="already an account")
        self.answers(0, "user", "reset", "ann@example.org", says="One-use code")
        self.answers(2, "user", "reset", "bo@example.org", says="not found")
        self.assertRegex(self.answers(0, "user", "list"), r"ann@example\.org +Ann Example +administrator")

    def test_what_is_missing_or_wrong_is_said(self):
        for words, says in ((("nobody",), "email address"), (("a@example.org", "--role", "emperor"), '"emperor" is no role'), (("a@example.org", "--role", "manager"), "--organisation CODE"),
                            (("a@example.org", "--role", "manager", "--organisation", "NOPE"), "not found"), (("a@example.org", "--role", "locality_lead"), "--locality CODE")):
            self.answers(2, "user", "add", *words, says=says)
        self.assertEqual(self.answers(0, "user", "list"), "")


class Files(Verbs):
    def test_the_database_is_brought_up_to_date_once(self):
        self.answers(0, "migrate", says="0001_change_sets applied")
        self.answers(0, "migrate", says="up to date")

    def test_a_mistyped_database_is_not_made(self):
        if self.engine == "sqlite":
            for words in (("audit", "verify"), ("backup", "copy"), ("dump", "copy"), ("user", "list"), ("user", "reset", "a@example.org"),
                          ("import", "kith.toml")):
                self.answers(2, *words, says="not found")
                self.assertFalse((self.place.folder / "kith.db").exists(), words)
        else:
            self.answers(2, "audit", "verify", says="empty")

    def test_a_file_is_checked_then_taken_and_codes_tell_how_it_went(self):
        files = self.place.sample()
        self.answers(2, "demo", says="a new one")
        self.answers(0, "import", files / "pri03-staff.csv", says="The register holds all of this already")
        faulty = files / "pri03-staff-september.csv"
        before = self.place.ask("SELECT COUNT(*) FROM staff_record")
        self.answers(1, "import", "--check", faulty, says="Nothing was changed.")
        self.assertEqual(self.place.ask("SELECT COUNT(*) FROM staff_record"), before)
        found = json.loads(self.answers(1, "import", "--json", faulty))
        self.assertEqual([f["rule"] for f in found["findings"] if f["severity"] == "error"], ["K-TERMS-3", "K-START-1"])
        for finding in found["findings"]:
            self.assertLessEqual({"file", "line", "column", "rule", "severity", "message"}, set(finding))
        self.answers(1, "import", "--accept", faulty, "--organisation", "PRI03", says="Taken")
        self.assertEqual(int(self.place.ask("SELECT COUNT(*) FROM staff_record")), int(before) + 4)
        self.answers(0, "audit", "verify", says="The chain holds.")

    def test_what_cannot_be_read_is_refused(self):
        self.place.sample()
        self.answers(2, "import", "none.csv", says="none.csv cannot be read")
        self.answers(2, "import", ".", says="cannot be read")
        self.answers(2, "import", "--check", "--accept", "kith.toml", says="not both")
        self.answers(2, "import", self.write("picture.csv", "\x89PNG\r\n\x1a\n\0\0"), says="Not taken")
        self.answers(2, "import", self.write("empty.csv", ""), says="Not taken")
        self.answers(2, "import", "files/pri03-staff.csv", "--organisation", "NOPE", says="no organisation with the code NOPE")

    def test_a_backup_goes_back_with_its_key_and_says_what_is_lost_without(self):
        self.place.sample()
        self.answers(0, "backup", "copy.kith", says="written")
        self.answers(2, "backup", "copy.kith", says="is there already")
        self.answers(2, "backup", "none/copy.kith")
        other = self.installation()
        copy = self.place.folder / "copy.kith"
        self.answers(1, "restore", copy, place=other, says="No key was given")
        self.answers(2, "restore", copy, place=other, says="not empty")
        self.answers(2, "restore", "none", place=other, says="none")
        keyed = self.installation()
        (keyed.folder / "kith.key").write_bytes((self.place.folder / "kith.key").read_bytes())
        self.answers(0, "restore", copy, place=keyed, says="The chain holds.")
        self.answers(0, "audit", "verify", place=keyed)
        broken = copy.read_bytes()[:5000]
        (self.place.folder / "broken.kith").write_bytes(broken)
        third = self.installation()
        self.answers(2, "restore", self.place.folder / "broken.kith", place=third)

    def test_a_dump_goes_to_each_engine_and_back(self):
        self.place.sample()
        self.answers(0, "dump", "all.dump", says="tables")
        self.answers(2, "dump", "all.dump", says="is there already")
        head = [line for line in self.answers(0, "audit", "verify").splitlines() if "head" in line]
        for engine in ("sqlite", "postgresql") if POSTGRES else ("sqlite",):
            other = self.installation(engine)
            self.answers(0, "load", self.place.folder / "all.dump", place=other, says="The chain holds.")
            self.assertEqual([line for line in self.answers(0, "audit", "verify", place=other).splitlines() if "head" in line], head)
            self.answers(2, "load", self.place.folder / "all.dump", place=other)
            self.answers(0, "dump", "again.dump", place=other)
            again, first = (path.read_text().splitlines() for path in (other.folder / "again.dump", self.place.folder / "all.dump"))
            self.assertEqual([l for l in again if not l.startswith("checksum")], [l for l in first if not l.startswith("checksum")])
        self.answers(2, "load", "none.dump", place=self.installation(), says="none.dump")
        self.write("cut.dump", (self.place.folder / "all.dump").read_text()[:4000])
        self.answers(2, "load", self.place.folder / "cut.dump", place=self.installation(), says="cut short")

    def test_what_was_altered_past_the_program_is_named(self):
        self.place.sample()
        self.answers(0, "audit", "verify")
        row = self.place.ask("SELECT MIN(row_id) + 5 FROM staff_record")
        self.place.ask(f"UPDATE staff_record SET family_name = 'Altered' WHERE row_id = {row}")
        words = self.answers(1, "audit", "verify", says="The chain does not hold.")
        self.assertRegex(words, rf"staff_record.*\b{row}\b")
        self.assertNotIn("Altered", words, "numbers and names of tables, never values")

    def test_where_nothing_can_be_written_it_says_so(self):
        self.place.sample()
        if os.geteuid() != 0:
            self.skipTest("needs another user to be refused by")
        self.place.folder.chmod(0o555)
        for name in ("kith.db", "kith.key", "kith.toml"):
            if (self.place.folder / name).exists():
                (self.place.folder / name).chmod(0o444)
        for words in (("migrate",), ("user", "add", "a@example.org"), ("backup", "copy"), ("dump", "copy")):
            if self.engine == "sqlite" or words[0] in ("backup", "dump"):
                said = self.answers(2, *words, user=65534)
                self.assertRegex(said, r"\w+ \w+", "it says something")
        self.place.folder.chmod(0o755)


class FilesOnPostgresql(Files):
    engine = "postgresql"


del Verbs
if __name__ == "__main__":
    unittest.main()
