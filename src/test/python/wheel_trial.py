"""Tries the wheel as a user would, in a fresh virtual environment with this Python's Jupyter: install, run a notebook, use the
console and the command, do without a JDK, uninstall.

Run: python3 src/test/python/wheel_trial.py target/jacobi_kernel-VERSION-py3-none-any.whl
"""
import base64
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

WHEEL = pathlib.Path(sys.argv.pop(1)).resolve()
VERSION = WHEEL.name.split("-")[1]
NO_JDK = "No JDK of version 17 or later was found, and Java cells need one."


def notebook(*cells):
    return json.dumps({
        "cells": [{"cell_type": "code", "id": f"c{i}", "metadata": {}, "outputs": [], "execution_count": None,
                   "source": [cell]} for i, cell in enumerate(cells)],
        "metadata": {"kernelspec": {"name": "jacobi", "display_name": "Java (Jacobi)", "language": "java"}},
        "nbformat": 4, "nbformat_minor": 5})


def files_of(folder):
    """All but what pip compiles of itself when it runs."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir() and "__pycache__" not in str(path)}


def text_of(output):
    return "".join(output["data"]["text/plain"])


class WheelTrial(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # A folder with a space, as on many a Windows.
        cls.home = pathlib.Path(tempfile.mkdtemp(prefix="a student's ")).resolve()
        cls.addClassCleanup(shutil.rmtree, cls.home)
        cls.environment = {**os.environ, "HOME": str(cls.home), "PYTHONDONTWRITEBYTECODE": "1"}
        for name in ("JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR"):
            cls.environment[name] = str(cls.home / name.lower())
        cls.environment.pop("JUPYTER_PATH", None)
        cls.venv = cls.home / "env"
        subprocess.run([sys.executable, "-m", "venv", "--system-site-packages", cls.venv], check=True)
        cls.python = cls.venv / "bin" / "python"
        cls.before = files_of(cls.venv)
        cls.run_python("-m", "pip", "install", "--quiet", "--no-index", WHEEL)

    @classmethod
    def run_python(cls, *arguments, code=0, **options):
        done = subprocess.run([cls.python, *arguments], env=cls.environment, cwd=cls.home, text=True, timeout=600,
                              capture_output=True, **options)
        if code is not None and done.returncode != code:
            raise AssertionError(f"{arguments}: exit code {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done

    def executed(self, *cells, allow_errors=False):
        """The outputs of each cell, by nbconvert."""
        file = self.home / "trial.ipynb"
        file.write_text(notebook(*cells))
        self.run_python("-m", "nbconvert", "--execute", "--to", "notebook", "--log-level", "ERROR", "--output", "done",
                        *(["--allow-errors"] if allow_errors else []), file)
        return [cell["outputs"] for cell in json.loads((self.home / "done.ipynb").read_text())["cells"]]

    def test_1_each_file_has_the_hash_that_the_record_says(self):
        with zipfile.ZipFile(WHEEL) as wheel:
            record = next(name for name in wheel.namelist() if name.endswith("/RECORD"))
            rows = [line.rsplit(",", 2) for line in wheel.read(record).decode().splitlines()]
            self.assertEqual(sorted(name for name, _, _ in rows), sorted(wheel.namelist()))
            for name, digest, size in rows:
                if name != record:
                    content = wheel.read(name)
                    told = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
                    self.assertEqual((digest, int(size)), ("sha256=" + told, len(content)), name)

    def test_2_the_kernel_is_the_environments_own(self):
        listed = json.loads(self.run_python("-m", "jupyter_client.kernelspecapp", "list", "--json").stdout)["kernelspecs"]
        self.assertEqual(pathlib.Path(listed["jacobi"]["resource_dir"]), self.venv / "share/jupyter/kernels/jacobi")
        self.assertEqual(listed["jacobi"]["spec"]["argv"][:2], ["python", "{resource_dir}/launch.py"])

    def test_3_nbconvert_runs_a_notebook(self):
        outputs = self.executed("var x = arange(4);", "x.sum()")
        self.assertEqual(text_of(outputs[1][0]), "tensor(6)")

    def test_4_the_console_answers(self):
        told = self.run_python("-m", "jupyter_console", "--simple-prompt", "--kernel", "jacobi",
                               input="arange(4).sum()\nexit\n", code=None)
        self.assertIn("tensor(6)", told.stdout)
        self.assertIn(f"Jacobi {VERSION}", told.stdout)

    def test_5_versions_agree(self):
        command = self.venv / "bin" / "jacobi"
        told = subprocess.run([command, "--version"], env=self.environment, capture_output=True, text=True, check=True)
        self.assertRegex(told.stdout, rf"^jacobi {re.escape(VERSION)} on Java \d+")
        asked = self.run_python("-c", """
import jupyter_client
manager, client = jupyter_client.manager.start_new_kernel(kernel_name='jacobi')
client.kernel_info()
print(client.get_shell_msg(timeout=60)['content']['implementation_version'])
client.stop_channels()
manager.shutdown_kernel()
""")
        self.assertEqual(asked.stdout.strip(), VERSION)

    def test_6_the_command_runs_a_notebook_that_then_names_the_version(self):
        file = self.home / "run.ipynb"
        file.write_text(notebook("arange(4).sum()"))
        subprocess.run([self.venv / "bin" / "jacobi", "run", file, "--output", self.home / "out"], env=self.environment,
                       check=True, capture_output=True)
        done = json.loads((self.home / "out" / "run.ipynb").read_text())
        self.assertEqual(text_of(done["cells"][0]["outputs"][0]), "tensor(6)")
        self.assertEqual(done["metadata"]["jacobi"]["version"], VERSION)

    def poor(self, *homes, java_home=""):
        """The same kernel on a computer that has only these homes of Java."""
        spec = self.home / "jupyter_data_dir" / "kernels" / "jacobi"
        spec.mkdir(parents=True, exist_ok=True)
        self.addCleanup(shutil.rmtree, spec, ignore_errors=True)
        own = json.loads((self.venv / "share/jupyter/kernels/jacobi/kernel.json").read_text())
        folder = str(self.venv / "share/jupyter/kernels/jacobi")
        program = f"import sys; sys.path.insert(0, {folder!r}); import launch; launch.PLACES = {list(map(str, homes))!r}; " \
                  "sys.exit(launch.main(sys.argv[1:]))"
        own["argv"] = ["python", "-c", program, *(word.replace("{resource_dir}", folder) for word in own["argv"][2:])]
        own["env"] = {"PATH": "/nowhere", "JAVA_HOME": str(java_home), "CONDA_PREFIX": ""}
        (spec / "kernel.json").write_text(json.dumps(own))

    def java(self, name, version, *programs):
        home = self.home / name
        shutil.rmtree(home, ignore_errors=True)
        (home / "bin").mkdir(parents=True)
        (home / "release").write_text(f'IMPLEMENTOR="Nobody"\nJAVA_VERSION="{version}"\n')
        for program in programs:
            file = home / "bin" / program
            file.write_text("#!/bin/sh\nexit 1\n")
            file.chmod(0o755)
        return home

    def refusal(self):
        outputs = self.executed("1 + 1", "2", allow_errors=True)
        for output in outputs:
            self.assertEqual([o["output_type"] for o in output], ["error"])
            self.assertEqual(output[0]["evalue"], NO_JDK)
        text = "\n".join(outputs[0][0]["traceback"])
        self.assertIn("sudo apt install openjdk-17-jdk-headless", text)
        self.assertIn("https://adoptium.net", text)
        return text

    def test_7_without_a_jdk_each_cell_says_how_to_get_one(self):
        self.poor()
        self.refusal()

    def test_7_a_jdk_that_is_too_old_is_named(self):
        old = self.java("jdk 11", "11.0.2", "java", "javac")
        self.poor(java_home=old)
        self.assertIn(f"{old} is Java 11: too old.", self.refusal())
        older = self.java("jdk8", "1.8.0_402", "java", "javac")
        self.poor(older)
        self.assertIn(f"{older} is Java 8: too old.", self.refusal())

    def test_7_a_jre_is_named(self):
        jre = self.java("jre", "21.0.1", "java")
        self.poor(jre)
        self.assertIn(f"{jre} is a JRE (version 21)", self.refusal())

    def test_7_the_terminal_says_it_too(self):
        self.poor()
        file = self.home / "trial.ipynb"
        file.write_text(notebook("1 + 1"))
        told = self.run_python("-m", "nbconvert", "--execute", "--to", "notebook", "--output", "done", file, code=1)
        self.assertIn("jacobi: " + NO_JDK, told.stderr)

    def test_7_the_command_says_it_in_the_readers_language_and_ends(self):
        folder = str(self.venv / "share/jupyter/kernels/jacobi")
        jre = self.java("jre", "21.0.1", "java")
        program = f"import sys; sys.path.insert(0, {folder!r}); import launch; launch.PLACES = [{str(jre)!r}]; " \
                  "sys.exit(launch.main(['-jar', 'jacobi.jar', '--version']))"
        for language, words in (("en", f"{jre} is a JRE (version 21)"), ("zh", f"{jre} 是 JRE（版本 21）")):
            poor = {**self.environment, "PATH": "/nowhere", "JAVA_HOME": "", "CONDA_PREFIX": "", "JACOBI_LANG": language}
            told = subprocess.run([self.python, "-c", program], env=poor, capture_output=True, text=True)
            self.assertEqual((told.returncode, told.stdout), (2, ""))
            self.assertIn("jacobi:   " + words, told.stderr)
            self.assertIn("sudo apt install openjdk-17-jdk-headless", told.stderr)

    def test_7_other_questions_are_answered_meanwhile_and_a_jdk_that_came_is_noticed(self):
        late = self.home / "late jdk"
        self.poor(late)
        told = self.run_python("-c", f"""
import os, jupyter_client
manager, client = jupyter_client.manager.start_new_kernel(kernel_name='jacobi')
def content(message_id):
    while True:
        reply = client.get_shell_msg(timeout=60)
        if reply['parent_header'].get('msg_id') == message_id:
            return reply['content']
print(content(client.kernel_info())['banner'].splitlines()[0])
print(content(client.complete('x.', 2))['matches'], content(client.inspect('x', 1))['found'])
print(content(client.is_complete('x'))['status'], content(client.history())['history'], content(client.comm_info())['comms'])
os.makedirs({str(late / 'bin')!r})
open({str(late / 'release')!r}, 'w').write('JAVA_VERSION="17.0.1"')
for name in ('java', 'javac'):
    open(os.path.join({str(late / 'bin')!r}, name), 'w').close()
print(content(client.execute('1'))['evalue'])
client.stop_channels()
manager.shutdown_kernel()
print(manager.is_alive())
""")
        self.assertEqual(told.stdout.splitlines(), [NO_JDK, "[] False", "complete [] {}",
                                                  f"A JDK is here now: {late}. Restart the kernel.", "False"])
        shutil.rmtree(late)

    def test_8_a_jdk_in_a_folder_with_spaces_is_used(self):
        jdk = subprocess.run(["java", "-XshowSettings:properties", "-version"], capture_output=True, text=True, check=True)
        home = re.search(r"java\.home = (.*)", jdk.stderr).group(1)
        spaces = self.home / "Program Files (x86)" / "jdk"
        spaces.parent.mkdir()
        spaces.symlink_to(home)
        self.poor(spaces)
        self.assertEqual(text_of(self.executed("1 + 1")[0][0]), "2")

    def test_9_uninstalling_leaves_nothing(self):
        self.run_python("-m", "pip", "uninstall", "--quiet", "--yes", "jacobi-kernel")
        self.assertEqual(files_of(self.venv), self.before)


if __name__ == "__main__":
    unittest.main(verbosity=2)
