"""Forecasts on the command line: of the register, from yearly counts, and how far off they would have been."""
import json

from verbs import Verbs


class Forecasts(Verbs):
    def test_a_forecast_of_the_sample_says_what_it_rests_on_and_takes_a_plan(self):
        self.answers(2, "forecast", says="kith.db")
        self.answers(0, "demo")
        said = self.answers(0, "forecast", "--months", "24", says="200 runs, seed 1")
        self.assertIn("other groups", said)
        self.assertRegex(said, r"Health visitor .* \d+% too little\n")
        self.assertIn("The middle, year by year", said)
        self.assertIn("all together", said)
        self.assertIn("Department for Education", said)
        self.assertIn("posts are taken to stand open", said)
        plan = self.write("plan.toml", 'name = "More"\n[[recruit]]\ngroup = "Teacher"\npeople_a_year = 20\ncost_each = 1000\n[[required]]\ngroup = "teacher"\nnow = 90\nthen = [100, 110]\n[[target]]\ngroup = "Teacher"\npeople = 150\nyears = 3\n'
                          '[[keep]]\ngroup = "Teacher"\ntimes = 0.5\n[[train]]\ngroup = "Teacher"\npeople = 10\nmonths = 12\ncompletion = 0.8\ntake_up = 0.5\n')
        told, base = (json.loads(self.answers(0, "forecast", "--months", "24", "--json", *more)) for more in (("--scenario", plan), ()))
        teachers, before = (next(group for group in one["groups"] if group["name"] == "Teacher") for one in (told, base))
        self.assertGreater(teachers["months"][24]["median"], before["months"][24]["median"] + 15)
        self.assertEqual(teachers["months"][24]["required"], 105)
        self.assertEqual(told["cost"], 40_000)
        self.assertGreater(teachers["plan_changes"]["low80"], 5)
        self.assertEqual(teachers["plan_changes"]["without"], before["months"][24]["median"])
        self.assertNotIn("met", told["targets"][0], "beyond the last month")
        self.assertEqual(json.loads(self.answers(0, "forecast", "--months", "24", "--json")), base, "the same again")
        self.assertIn("a year if nobody leaves", self.answers(0, "forecast", "--scenario", plan, "--group-by", "role"))
        for wrong, says in (('[[recruit]]\ngroup = "Nobody"\n', 'line 2: there is no group "Nobody"'), ('[[target]]\ngroup = "Teacher"\npeople = 5\nyears = -1\n', "the target lies in the past"), ('[[keep]]\ngroup = "Teacher"\ntimes = 99\n', "times must be a number from 0 to 10"),
                            ('[[recruit]]\ngroup = "Teacher"\npeople = 3\n', 'people_a_year is missing in [[recruit]]'), ("[[magic]]\n", 'there is no lever "magic"'), ("[[\n", "line 1"), ('[[required]]\ngroup = "Teacher"\nnow = [5, 3]\nthen = 4\n', "now: the least must not be above the most"),
                            ('[[keep]]\ngroup = "Teacher"\ntimes = 1\nshoe = 2\n', '"shoe" is not known in [[keep]]'), ('[[keep]]\ngroup = "Teacher"\n', "times is missing"), ('[[keep]]\ntimes = 1\n', "group is missing"), ('[[keep]]\ngroup = 5\ntimes = 1\n', "name of a group in quotes"), ("name = 5\n", "stands in quotes"), ('[[keep]]\ngroup = "social worker"\ntimes = 1\n', 'is "Children and families social worker" meant?'),
                            ('[[share]]\nfrom = "Teacher"\nto = "Teacher"\nfull_time_equivalents = 1\n', "line 1: from and to are the same group"),
                            ('[[ratio]]\ngroup = "Teacher"\nchildren_each = 8\nchildren = [[0, 5], [0, 6]]\n', "months must go up"), ('[[ratio]]\ngroup = "Teacher"\nchildren_each = 8\nchildren = [[0, 1e300]]\n', "children lies from 0 to 100000000"),
                            ('[[per_setting]]\ngroup = "Teacher"\neach = 1\nkind = "castle"\n', 'no open setting of the kind "castle"'), ('[[recruit]]\ngroup = "Teacher"\npeople_a_year = "ten"\n', "people_a_year must be a number")):
            self.answers(2, "forecast", "--scenario", self.write("wrong.toml", wrong), says=says)
        more = self.write("more.toml", '[[agency]]\ngroup = "Teacher"\npeople = 10\nfrom_month = 1\nfor_months = 6\n[[hours]]\ngroup = "Teacher"\nfrom_month = 20\ntimes = 1.2\n[[ratio]]\ngroup = "Teacher"\nchildren_now = 1800\nchildren_then = [1900, 2100]\nchildren_each = 20\n'
                          '[[workload]]\ngroup = "Family support worker"\navailable_hours = 1500\nshared_by_all = 0.2\nhours_each = 10\nvolume_now = 3600\nvolume_then = 4800\n')
        groups = {group["name"]: group["months"] for group in json.loads(self.answers(0, "forecast", "--months", "24", "--json", "--scenario", more))["groups"]}
        before = {group["name"]: group["months"] for group in base["groups"]}
        self.assertGreater(groups["Teacher"][4]["median"], before["Teacher"][4]["median"] + 7)
        self.assertLess(groups["Teacher"][12]["median"], before["Teacher"][12]["median"] + 3)
        self.assertGreater(groups["Teacher"][24]["median"], before["Teacher"][24]["median"] * 1.15)
        self.assertEqual((groups["Teacher"][0]["required"], groups["Teacher"][24]["required"]), (90, 100))
        self.assertAlmostEqual(groups["Family support worker"][24]["required"], 40)
        self.answers(2, "forecast", "--scenario", self.write("wrong.toml", '[[ratio]]\ngroup = "Teacher"\nchildren_now = 1\nchildren_then = 2\n'), says="children_each is missing")
        self.answers(2, "forecast", "--scenario", self.write("wrong.toml", '[[ratio]]\ngroup = "Teacher"\nchildren_now = 1\nchildren_then = 2\nchildren_each = 0\n'), says="so many children to one person")
        self.answers(2, "forecast", "--months", "0", says="--months takes a whole number from 1 to 600")
        self.assertGreater(len(self.answers(0, "forecast", "--group-by", "organisation, role", "--months", "1").splitlines()), 20)
        self.answers(2, "forecast", "--group-by", "role,role", says='"role" is named twice')
        self.answers(2, "forecast", "--scenario", ".", says="is a folder")
        self.answers(2, "forecast", "--group-by", "shoe", says='not by "shoe"')

    def test_a_plan_retrains_shares_redesigns_and_meets_targets(self):
        self.answers(0, "demo")
        plan = self.write("plan.toml", '[[convert]]\nfrom = "Teaching assistant"\nto = "Teacher"\npeople = 12\nmonths = 12\nfollowed = true\n[[share]]\nfrom = "Teacher"\nto = "Family support worker"\nfull_time_equivalents = 3\nfrom_month = 2\nfor_months = 4\n'
                          '[[redesign]]\nfrom = "Health visitor"\nto = "Family support worker"\nshare = 1\nfrom_month = 0\n[[recruit]]\ngroup = "Youth worker"\npeople_a_year = 50\nmost_in_post = 25\n'
                          '[[per_setting]]\ngroup = "Teacher"\nkind = "School"\neach = 10\n[[caseload]]\ngroup = "Children and families social worker"\ncases_each = 16\ncases = [[0, 400], [12, 480, 520], [24, 480]]\n'
                          '[[target]]\ngroup = "Youth worker"\npeople = 20\nyears = 2\n[[target]]\ngroup = "Educational psychologist"\npeople = 20\nyears = 2\n')
        told = json.loads(self.answers(0, "forecast", "--json", "--scenario", plan))
        groups = {group["name"]: group for group in told["groups"]}
        moved = groups["Teacher"]["expected"]["moved_in"]
        self.assertGreater(moved, 6, "who has left by then does not qualify")
        self.assertAlmostEqual(groups["Teacher"]["months"][2]["median"] + 3, groups["Teacher"]["months"][1]["median"], delta=1.5)
        self.assertLess(groups["Health visitor"]["plan_changes"]["median"], -1)
        self.assertGreater(groups["Youth worker"]["plan_changes"]["median"], 5)
        self.assertEqual([groups["Children and families social worker"]["months"][month]["required"] for month in (0, 6, 12, 24)], [25, 28.125, 31.25, 30])
        self.assertGreater(groups["Teacher"]["months"][24]["required"], 0)
        self.assertEqual(groups["Teacher"]["months"][24]["required"] % 10, 0, "ten for each open school of the register")
        self.assertEqual([(target["group"], target["met"] > 0.5) for target in told["targets"]], [("Youth worker", True)], "few people are told of together only")
        said = self.answers(0, "forecast", "--scenario", plan, says="What the plan changes")
        self.assertIn("Educational psychologist: a target is not told of a group of fewer than 10 people", said)
        self.assertIn("the target is met in", said)

    def test_a_forecast_from_yearly_counts_shows_its_residual(self):
        rows = [f"{year},Local authority,E{code},Place {code},{100 + code * 10 + (year - 2017) * 2:.1f},15,14\n" for year in range(2017, 2022) for code in range(12)]
        head = "time_period,geographic_level,new_la_code,la_name,inpost_fte,starters_fte,leavers_fte\n"
        path = self.write("yearly.csv", head + "".join(rows) + "2021,Local authority,E99,Few,3,1,1\n2020,Local authority,E98,Gone,300,1,1\n")
        said = self.answers(0, "forecast", "yearly", path, says="Place 11")
        self.assertIn("Left out: 1 authority with fewer than 20 in post", said)
        self.assertIn("Left out: 1 authority without a count in 2021", said)
        self.answers(0, "forecast", "yearly", path, "--of", "place 3", says="residual")
        self.assertRegex(self.answers(0, "forecast", "yearly", path, "--years", "8"), r"2021 +2022 +four fifths +2025 +four fifths +2029 +four fifths\n")
        one = json.loads(self.answers(0, "forecast", "yearly", path, "--of", "E3", "--years", "4", "--json"))
        years = one["authorities"][0]["years"]
        self.assertEqual([year["year"] for year in years], [2022, 2023, 2024, 2025])
        # Two more each year, of which one is starters less leavers: the other is the residual.
        self.assertAlmostEqual(years[0]["residual"], 1, delta=0.3)
        self.assertAlmostEqual(one["authorities"][0]["now"] + years[0]["starters"] - years[0]["leavers"] + years[0]["residual"], years[0]["median"])
        # Half of the places lie in a region that grows: a place of which only two years are known is drawn towards it.
        grown = [f"{year},Local authority,E{code},Place {code},{100 * (1.1 if code % 2 else 1) ** (year - 2015):.2f},15,14,R{code % 2}\n" for year in range(2015, 2022) for code in range(24) if code > 1 or year > 2019]
        with_regions, without = (json.loads(self.answers(0, "forecast", "yearly", self.write(name, head.replace("\n", f",{column}\n") + "".join(grown)), "--of", "E1", "--json"))["authorities"][0]["years"][0]["median"]
                                 for name, column in (("regions.csv", "region_code"), ("none.csv", "nothing")))
        self.assertGreater(with_regions, without)
        self.assertIn("too little", self.answers(0, "forecast", "yearly", self.write("one.csv", head + rows[0])).lower())
        self.answers(2, "forecast", "yearly", path, "--of", "Nowhere", says='no authority "Nowhere"')
        self.answers(2, "forecast", "yearly", path, "--of", "Gone", says="no count in post in 2021")
        self.answers(2, "forecast", "yearly", path, "--years", "99", says="--years takes a whole number from 1 to 10")
        self.answers(2, "forecast", "yearly", self.write("none.csv", head), says="no row of a local authority")

    def test_a_backtest_says_how_far_off_forecasts_would_have_been(self):
        head = "time_period,geographic_level,new_la_code,la_name,inpost_fte,starters_fte,leavers_fte\n"
        rows = [f"{year},Local authority,E{code},Place {code},{100 + code * 10 + (year - 2017) * (code % 5 - 2):.1f},{15},{'x' if code == 3 else 14}\n" for year in range(2017, 2022) for code in range(12)]
        rows += ["2017,National,,,30000,1,1\n", "2018,Local authority,E90,Odd,c,c,c\n", "2019,Local authority,E91 / E92,Two codes,80,10,z\n"]
        path = self.write("yearly.csv", "\ufeff" + head + "".join(rows))
        said = self.answers(0, "forecast", "backtest", path, says="12 authorities, forecast from each year")
        self.assertIn("1 row without a count in post was left out", said)
        self.assertIn("1 year ahead: error", said)
        told = json.loads(self.answers(0, "forecast", "backtest", path, "--json"))
        self.assertEqual([(one["origin"], one["horizon"], one["n"]) for one in told["origins"]][:2], [(2017, 1, 12), (2017, 2, 12)])
        self.assertEqual([one["horizon"] for one in told["pooled"]], [1, 2, 3, 4])
        for key in ("n", "mae_model", "mae_no_change", "coverage80", "interval_score_model", "interval_score_no_change"):
            self.assertIn(key, told["origins"][0])
            self.assertIn(key, told["pooled"][0])
        self.assertEqual({one["origin"] for one in json.loads(self.answers(0, "forecast", "backtest", path, "--json", "--from", "2018", "--to", "2020"))["origins"]}, {2018, 2019})
        self.answers(2, "forecast", "backtest", path, "--from", "2020", "--to", "2019", says="--to must lie after --from")
        self.answers(2, "forecast", "backtest", path, "--from", "soon", says="--from takes a year, such as 2018")
        self.answers(2, "forecast", "backtest", self.write("one.csv", head + rows[0]), says="no two years of one of them")
        self.answers(2, "forecast", "backtest", self.write("twice.csv", head + rows[0] + rows[0]), says="line 3: Place 0 has the year 2017 twice")
        self.answers(2, "forecast", "backtest", self.write("wrong.csv", "a,b\n1,2\n"), says="has no column time_period")
        self.answers(2, "forecast", "backtest", "none.csv", says="cannot be read")


del Verbs
