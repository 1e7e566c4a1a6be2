"""What every test of the verbs begins with."""
import unittest

from program import POSTGRES, Installation


class Verbs(unittest.TestCase):
    engine = "sqlite"

    def setUp(self):
        if self.engine == "postgresql" and not POSTGRES:
            self.skipTest("no private PostgreSQL (KITH_TEST_POSTGRES)")
        self.place = self.installation()

    def installation(self, engine=None):
        place = Installation(engine or self.engine)
        self.addCleanup(place.close)
        return place

    def answers(self, code, *words, says="", place=None, **options):
        """Runs the verb, holds its exit code and a piece of what it says; refusals go to standard error, answers to standard output."""
        got, out, err = (place or self.place).run(*words, **options)
        self.assertEqual(got, code, f"kith {' '.join(map(str, words))}\n{out}{err}")
        self.assertIn(says, out + err)
        self.assertNotIn("terminate called", err)
        return out + err

    def write(self, name, text):
        (self.place.folder / name).write_text(text)
        return name
