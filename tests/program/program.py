"""The built program as a person runs it: verbs with what they print and answer, and a server on a free loopback port."""
import http.client
import os
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
KITH = pathlib.Path(os.environ.get("KITH_PROGRAM", ROOT / "build/kith"))
POSTGRES = os.environ.get("KITH_TEST_POSTGRES", "")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def psql(url, sql):
    done = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", url, "-c", sql], capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(done.stderr)
    return done.stdout.strip()


class Installation:
    """A folder with a kith.toml of its own; on PostgreSQL a database of its own too."""

    def __init__(self, engine="sqlite", sample=True):
        self.home = tempfile.TemporaryDirectory(prefix="kith-program-")
        self.folder = pathlib.Path(self.home.name)
        self.engine = engine
        self.port = free_port()
        self.url = f"sqlite:{self.folder}/kith.db"
        if engine == "postgresql":
            self.name = "program_" + uuid.uuid4().hex[:12]
            psql(POSTGRES, f'CREATE DATABASE "{self.name}" TEMPLATE template0')
            self.url = POSTGRES.rsplit("/", 1)[0] + "/" + self.name
        self.configure(sample)

    def configure(self, sample=True, more=""):
        (self.folder / "kith.toml").write_text(f'sample = {str(sample).lower()}\n[server]\nport = {self.port}\n{more}\n[storage]\nurl = "{self.url}"\nkey_file = "kith.key"\n')

    def close(self):
        if self.engine == "postgresql":
            psql(POSTGRES, f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')
        self.home.cleanup()

    def run(self, *words, user=None):
        """(exit code, standard output, standard error) of a verb."""
        command = [str(KITH), *map(str, words)]
        if user is not None:
            command = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *command]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, timeout=900, stdin=subprocess.DEVNULL)
        return done.returncode, done.stdout, done.stderr

    def start(self, *words):
        """The verb as a process that runs on, to be killed."""
        return subprocess.Popen([str(KITH), *map(str, words)], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)

    def ask(self, sql):
        """The first cell of the answer, past the program."""
        if self.engine == "postgresql":
            return psql(self.url, sql)
        done = subprocess.run(["sqlite3", "-cmd", ".timeout 5000", str(self.folder / "kith.db"), sql], capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(done.stderr)
        return done.stdout.strip()

    def sample(self):
        code, out, err = self.run("demo", "--files", "files")
        assert code == 0, out + err
        return self.folder / "files"

    def grown(self, rows, organisation="PRI03"):
        """A return of so many rows for one organisation: people who are not held yet, under references of their own."""
        header, *lines = (self.folder / "files" / f"{organisation.lower()}-staff.csv").read_text().splitlines()
        name = header.lstrip("\ufeff").split(",").index("family_name")
        path = self.folder / "grown.csv"
        with open(path, "w") as out:
            out.write(header + "\n")
            for row in range(rows):
                cells = lines[row % len(lines)].split(",")
                cells[1] = f"{organisation}-G{row:05}"
                cells[name] = "Grown" + "".join("abcdefghij"[int(digit)] for digit in str(row))
                out.write(",".join(cells) + "\n")
        return path


class Server:
    """`kith serve`, stopped however the test ends."""

    def __init__(self, installation, ready=True, config="kith.toml", port=None):
        self.port = port or installation.port
        self.log = open(installation.folder / f"serve-{self.port}.log", "a+")
        self.child = subprocess.Popen([str(KITH), "serve", "--config", str(installation.folder / config)], cwd=installation.folder, stdin=subprocess.DEVNULL,
                                      stdout=self.log, stderr=subprocess.STDOUT)
        if ready:
            self.wait_until_ready()

    def said(self):
        self.log.flush()
        return pathlib.Path(self.log.name).read_text()

    def wait_until_ready(self, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.child.poll() is not None:
                raise AssertionError(f"kith serve ended with code {self.child.returncode}:\n{self.said()}")
            try:
                if self.get("/health/ready")[0] == 200:
                    return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("no answer:\n" + self.said())

    def ask(self, verb, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(verb, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace"), answer.headers
        finally:
            connection.close()

    def get(self, path, headers=None):
        return self.ask("GET", path, None, headers)

    def stop(self, how=signal.SIGTERM, seconds=20):
        if self.child.poll() is None:
            self.child.send_signal(how)
            try:
                self.child.wait(seconds)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait()
        self.log.close()
        return self.child.returncode


class Browser:
    """Cookies, forms with their hidden fields, redirects; no scripts."""

    def __init__(self, server):
        self.server = server
        self.cookies = {}

    def send(self, verb, path, body=None, kind=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Origin": f"http://127.0.0.1:{self.server.port}"}
        if kind:
            headers["Content-Type"] = kind
        status, text, got = self.server.ask(verb, path, body, headers)
        for cookie in got.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        if status == 303:
            return self.send("GET", got["Location"])
        self.path, self.status, self.text = path, status, text
        return self

    def open(self, path):
        return self.send("GET", path)

    def form(self, action):
        """The hidden fields of the form that goes to `action`."""
        for form in re.findall(r"<form\b.*?</form>", self.text, re.S):
            if re.search(rf'action="{re.escape(action)}"', form):
                hidden = re.findall(r"<input\b[^>]*type=\"hidden\"[^>]*>", form)
                return {re.search(r'name="([^"]*)"', tag)[1]: re.search(r'value="([^"]*)"', tag)[1] for tag in hidden}, form
        raise AssertionError(f"no form to {action} on {self.path}: " + " ".join(re.findall(r'action="([^"]*)"', self.text)))

    def submit(self, action, fields=None):
        hidden, _ = self.form(action)
        return self.send("POST", action, urllib.parse.urlencode({**hidden, **(fields or {})}), "application/x-www-form-urlencoded")

    def upload(self, action, field, path, fields=None):
        hidden, _ = self.form(action)
        edge = "kith" + uuid.uuid4().hex
        parts = [f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in {**hidden, **(fields or {})}.items()]
        parts.append(f'--{edge}\r\nContent-Disposition: form-data; name="{field}"; filename="{path.name}"\r\nContent-Type: text/csv\r\n\r\n')
        body = "".join(parts).encode() + path.read_bytes() + f"\r\n--{edge}--\r\n".encode()
        return self.send("POST", action, body, f"multipart/form-data; boundary={edge}")

    def sign_in_as(self, role):
        """By the sample's sign-in page; `role` as "data_steward"."""
        return self.open("/sign-in").submit("/sign-in/as", {"role": role})
