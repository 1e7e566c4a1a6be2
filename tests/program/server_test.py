"""The server killed, stopped, and beside another: whole or absent, on each engine."""
import http.client
import re
import signal
import threading
import time
import unittest

from program import POSTGRES, Browser, Installation, Server, free_port

ROWS = 20_000


def wait_for(what, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := what():
            return found
        time.sleep(0.02)
    raise AssertionError("waited in vain")


class OnEachEngine:
    engine = "sqlite"

    def setUp(self):
        if self.engine == "postgresql" and not POSTGRES:
            self.skipTest("no private PostgreSQL (KITH_TEST_POSTGRES)")
        self.place = Installation(self.engine)
        self.addCleanup(self.place.close)
        self.place.sample()

    def serve(self, **options):
        server = Server(self.place, **options)
        self.addCleanup(server.stop)
        return server

    def held(self):
        return int(self.place.ask("SELECT COUNT(*) FROM staff_record WHERE ended_by IS NULL AND reference LIKE 'PRI03-G%'"))

    def state(self):
        return self.place.ask("SELECT state FROM handed_in ORDER BY id DESC LIMIT 1")

    def hand_in(self, server, path):
        browser = Browser(server).sign_in_as("data_steward").open("/returns/new").upload("/returns", "file", path)
        self.assertEqual(browser.status, 200)
        wait_for(lambda: self.state() == "checked")
        return browser.open(browser.path.split("?")[0])

    def accept(self, browser):
        action = re.search(r'action="([^"]*/accept)"', browser.text)[1]
        browser.submit(action)
        self.assertEqual(browser.status, 200)
        wait_for(lambda: self.place.ask("SELECT state FROM job WHERE kind = 'accept_return' ORDER BY id DESC LIMIT 1") == "running")

    def verify(self):
        code, out, err = self.place.run("audit", "verify")
        self.assertEqual(code, 0, out + err)

    def test_a_server_killed_while_it_accepts_leaves_all_or_nothing_and_goes_on_after_the_restart(self):
        server = self.serve()
        self.accept(self.hand_in(server, self.place.grown(ROWS)))
        for after in (0.1, 0.8):
            time.sleep(after)
            server.stop(signal.SIGKILL)
            self.assertIn(self.held(), (0, ROWS))
            self.verify()
            server = self.serve()
        wait_for(lambda: self.state() == "accepted")
        self.assertEqual(self.held(), ROWS)
        self.verify()
        self.assertEqual(server.stop(), 0)

    def answering(self, server):
        """Someone at the first page of an open link to this year's campaign, who has no account; the link's path."""
        lead = Browser(server).sign_in_as("workforce_lead").open("/campaigns")
        campaign = re.search(r'href="(/campaigns/0\w+)"[^>]*>[^<]*this year<', lead.text)[1]
        lead.open(campaign + "/links/new").submit(campaign + "/links", {"way": "open", "viewpoint": "practitioner"})
        path = re.search(r"/answer/[\w-]+", lead.text)[0]
        return Browser(server).open(path), path

    def kept(self, table):
        return int(self.place.ask(f"SELECT COUNT(*) FROM answer_{table}"))

    def restarted(self, server, browser):
        server.stop(signal.SIGKILL)
        browser.server = self.serve()
        return browser.server

    def test_answers_sent_page_by_page_outlive_a_killed_server_and_no_half_sheet_counts(self):
        server = self.serve()
        browser, path = self.answering(server)
        sheets = self.kept("sheet")
        browser.submit(path, {"leader": "no"})
        first, item = browser.path, re.search(r'<input\b[^>]*name="(\w+)"[^>]*type="radio"|<input\b[^>]*type="radio"[^>]*name="(\w+)"', browser.text)
        name = item[1] or item[2]
        while not browser.path.endswith("/check"):
            browser.submit(browser.path, {name: "3"})
            self.assertEqual(browser.status, 200)
            server = self.restarted(server, browser)
            self.assertEqual((self.kept("sheet"), self.kept("draft")), (sheets, 1), "nothing counts that was not sent")
        self.assertRegex(browser.open(first).text, rf'<input\b[^>]*name="{name}"[^>]*value="3"[^>]*checked')
        browser.open(path + "/check")
        sending = threading.Thread(target=lambda: self.send_into_a_kill(browser, path))
        sending.start()
        time.sleep(0.003)
        server.stop(signal.SIGKILL)
        sending.join()
        self.assertIn((self.kept("sheet"), self.kept("draft")), ((sheets, 1), (sheets + 1, 0)), "sent whole, or still to be sent")
        self.assertEqual(self.place.ask("SELECT COUNT(*) FROM answer_sheet WHERE answers NOT LIKE '{%}'"), "0")

    def send_into_a_kill(self, browser, path):
        try:
            browser.submit(path + "/send")
        except (OSError, http.client.HTTPException):
            pass  # as a browser whose page does not come

    def test_pages_open_for_each_role_and_the_server_stops_in_peace_under_load(self):
        server = self.serve()
        for role, path in (("workforce_lead", "/who-works-here"), ("data_steward", "/staff"), ("practitioner", "/my-record"), ("administrator", "/accounts"),
                           ("locality_lead", "/who-works-here?by=role"), ("manager", "/organisations"), ("board_member", "/localities")):
            self.assertEqual(Browser(server).sign_in_as(role).open(path).status, 200, f"{role} at {path}")
        browser = Browser(server).sign_in_as("workforce_lead")
        answers, stop = [], threading.Event()

        def load():
            while not stop.is_set() and len(answers) < 20_000:
                try:
                    answers.append(server.get("/who-works-here", {"Cookie": "; ".join(f"{k}={v}" for k, v in browser.cookies.items())})[0])
                except OSError:
                    return  # no longer listening

        senders = [threading.Thread(target=load) for _ in range(4)]
        for sender in senders:
            sender.start()
        time.sleep(1)
        began = time.monotonic()
        code = server.stop()
        taken = time.monotonic() - began
        stop.set()
        for sender in senders:
            sender.join()
        self.assertEqual(code, 0)
        self.assertLess(taken, 15)
        self.assertEqual(set(answers), {200}, "every request that was taken was answered whole")
        self.verify()

    def test_a_job_asked_to_stop_half_way_is_taken_up_again(self):
        server = self.serve()
        self.accept(self.hand_in(server, self.place.grown(ROWS)))
        self.assertEqual(server.stop(), 0)
        self.assertIn(self.held(), (0, ROWS))
        self.serve()
        wait_for(lambda: self.state() == "accepted")
        self.assertEqual(self.held(), ROWS)

    def test_a_second_server_stands_by_and_takes_over(self):
        first = self.serve()
        port = free_port()
        second_config = (self.place.folder / "kith.toml").read_text().replace(f"port = {self.place.port}", f"port = {port}")
        (self.place.folder / "second.toml").write_text(second_config)
        second = self.serve(ready=False, config="second.toml", port=port)
        time.sleep(1)
        self.assertIsNone(second.child.poll(), "it waits")
        with self.assertRaises(OSError):
            second.get("/health/ready")
        self.assertEqual(first.get("/health/ready")[0], 200)
        first.stop(signal.SIGKILL)
        second.wait_until_ready()
        self.assertEqual(Browser(second).sign_in_as("workforce_lead").open("/who-works-here").status, 200)
        self.assertIn("Standing by", second.said())


class OnSqlite(OnEachEngine, unittest.TestCase):
    pass


class OnPostgresql(OnEachEngine, unittest.TestCase):
    engine = "postgresql"


if __name__ == "__main__":
    unittest.main()
