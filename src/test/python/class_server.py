"""A class server with the configuration of install/jupyterhub: users of the system log in at JupyterHub all at once,
each runs a chapter in a kernel of its own, and none of them may read what another's server and kernel have left.

As root on Debian, with its packages jupyterhub and jupyter-server; makes the users jacobi-trial-1 … and removes them:

    ./install/jacobi install --prefix /opt/jacobi
    /usr/bin/python3 src/test/python/class_server.py /opt/jacobi notebooks/01-data-manipulation.ipynb [USERS]

Prints for each user the seconds from the login to the server, to the first cell and to the end of the chapter, and the
memory of the kernel and of the server: resident, and its proportional share (PSS).
"""
import asyncio
import json
import pathlib
import pwd
import re
import secrets
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import uuid
from urllib.parse import urlencode

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

prefix, chapter = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
count = int(sys.argv[3]) if len(sys.argv) > 3 else 8
root = pathlib.Path(__file__).resolve().parents[3]
names = [f"jacobi-trial-{number}" for number in range(1, count + 1)]
password = secrets.token_hex(16)
hub_url = "http://127.0.0.1:8000"
code = [cell for cell in json.loads(chapter.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
cells = ["".join(cell["source"]) for cell in code]


async def fetch(path, token=None, **request):
    headers = request.pop("headers", {}) | ({"Authorization": f"token {token}"} if token else {})
    return await AsyncHTTPClient().fetch(
        HTTPRequest(hub_url + path, headers=headers, request_timeout=120, **request), raise_error=False)


async def logged_in(name):
    """A token of a user who has logged in on the Hub's page."""
    who = {"username": name, "password": password}
    reply = await fetch("/hub/login", method="POST", body=urlencode(who), follow_redirects=False)
    assert reply.code == 302, f"{name} cannot log in: {reply.code}"
    reply = await fetch(f"/hub/api/users/{name}/tokens", method="POST", body=json.dumps({"auth": who}))
    assert reply.code in (200, 201), f"{name} gets no token: {reply.code} {reply.body}"
    return json.loads(reply.body)["token"]


async def run(socket, code):
    """Runs a cell and gives the name of the error, if it fails."""
    number = uuid.uuid4().hex
    header = {"msg_id": number, "msg_type": "execute_request", "session": number, "username": "", "version": "5.3"}
    content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": False}
    await socket.write_message(json.dumps(
        {"channel": "shell", "header": header, "parent_header": {}, "metadata": {}, "content": content}))
    while True:
        message = json.loads(await asyncio.wait_for(socket.read_message(), 120))
        if message["msg_type"] == "execute_reply" and message["parent_header"].get("msg_id") == number:
            return message["content"].get("ename")


async def work(name, times):
    begin = time.monotonic()
    token = await logged_in(name)
    await fetch(f"/hub/api/users/{name}/server", token, method="POST", body="")
    while not json.loads((await fetch(f"/hub/api/users/{name}", token)).body)["servers"].get("", {}).get("ready"):
        await asyncio.sleep(0.1)
    times[name] = [time.monotonic() - begin]
    reply = await fetch(f"/user/{name}/api/kernels", token, method="POST", body=json.dumps({"name": "jacobi"}))
    assert reply.code == 201, f"{name} gets no kernel: {reply.code} {reply.body}"
    kernel = json.loads(reply.body)["id"]
    socket = await websocket_connect(HTTPRequest(
        f"ws://127.0.0.1:8000/user/{name}/api/kernels/{kernel}/channels", headers={"Authorization": f"token {token}"}))
    assert await run(socket, "arange(6).reshape(2, 3)") is None
    times[name].append(time.monotonic() - begin)
    failed = [error for error in [await run(socket, cell) for cell in cells] if error]
    # What a student may leave anywhere: a file in the folder of temporary files.
    assert await run(socket, 'java.nio.file.Files.writeString('
                             'java.nio.file.Files.createTempFile("mine", ".txt"), "of mine");') is None
    times[name].append(time.monotonic() - begin)
    return socket, failed


def processes(name):
    """The processes of a user: id and command line."""
    user = pwd.getpwnam(name).pw_uid
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if process.stat().st_uid == user:
                found.append((process, (process / "cmdline").read_text().replace("\0", " ")))
        except OSError:
            pass
    return found


def megabytes(process, field):
    return int(re.search(rf"^{field}: +(\d+)", (process / "smaps_rollup").read_text(), re.M)[1]) / 1024


def archive_megabytes(process):
    """Of the archive of classes, what is mapped, and of that what the process has changed for itself."""
    size = own = 0
    inside = False
    for line in (process / "smaps").read_text().splitlines():
        if re.match(r"[0-9a-f]+-", line):
            inside = line.endswith(".jsa")
        elif inside and line.startswith("Rss:"):
            size += int(line.split()[1])
        elif inside and line.startswith("Private_Dirty:"):
            own += int(line.split()[1])
    return size / 1024, own / 1024


def tell(times):
    print(f"{'user':16} {'server s':>8} {'1st cell':>8} {'chapter':>8} {'kernel PSS':>10} {'RSS':>6} {'archive':>8}"
          f" {'own of it':>9} {'server PSS':>10}")
    kernels = []
    for name in names:
        all_of_user = processes(name)
        kernel, = [process for process, command in all_of_user if "jacobi" in command and "java" in command.split()[0]]
        servers = [process for process, command in all_of_user if "singleuser" in command]
        archive, own = archive_megabytes(kernel)
        kernels.append(megabytes(kernel, "Pss"))
        print(f"{name:16} {times[name][0]:8.1f} {times[name][1]:8.1f} {times[name][2]:8.1f} {kernels[-1]:7.0f} MB"
              f" {megabytes(kernel, 'Rss'):6.0f} {archive:8.0f} {own:9.1f}"
              f" {sum(megabytes(server, 'Pss') for server in servers):7.0f} MB")
    print(f"a kernel's share of memory: {sum(kernels) / len(kernels):.0f} MB")


def pry():
    """What users can read or open of one another, and files with more rights than their owner's."""
    found = []
    for name in names:
        others = [word for other in names if other != name for word in ("-o", "-user", other)][1:]
        found += subprocess.run(
            ["runuser", "-u", name, "--", "find", "/home", "/tmp", "/var/tmp", "/run", "/dev/shm", "(", *others, ")",
             "(", "-type", "d", "-readable", "-o", "-not", "-type", "d", "-readable", "-not", "-type", "l", ")"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout.splitlines()
    kinds = {"history": 0, "connection": 0, "temporary": 0}
    for name in names:
        for path in pathlib.Path(pwd.getpwnam(name).pw_dir).rglob("*"):
            mode = stat.S_IMODE(path.lstat().st_mode)
            if not path.is_symlink() and path.lstat().st_ctime > started and mode & 0o077:
                found.append(f"{path} {mode:o}")
            kinds["history"] += "history" in path.name
            kinds["connection"] += path.name.startswith("kernel-") and path.suffix == ".json"
            kinds["temporary"] += path.name.startswith("mine")
    print("files of each kind that were there:", kinds)
    assert all(number >= count for number in kinds.values()), kinds
    return found


async def main():
    for _ in range(300):
        try:
            if (await fetch("/hub/health")).code == 200:
                break
        except OSError:
            pass
        await asyncio.sleep(0.2)
    times = {}
    ended = await asyncio.gather(*(work(name, times) for name in names))
    tell(times)
    raising = sum("raises-exception" in cell["metadata"].get("tags", []) for cell in code)
    failed = sorted({len(failed) for _, failed in ended})
    print(f"cells of the chapter that failed, a user: {failed}; meant to fail: {raising}")
    found = pry()
    print("readable by others:", found or "nothing")
    return not found and failed == [raising]


folder = pathlib.Path(tempfile.mkdtemp(prefix="jacobi-class-server-"))
folder.chmod(0o755)
(folder / "etc").mkdir()
shutil.copy(root / "install/jupyterhub/jupyter_server_config.py", folder / "etc")
(folder / "hub.py").write_text(f"""
c = get_config()
load_subconfig({str(root / "install/jupyterhub/jupyterhub_config.py")!r})
c.Spawner.environment = dict(c.Spawner.environment, JUPYTER_PATH={str(prefix / "share/jupyter")!r},
                             JUPYTER_CONFIG_PATH={str(folder / "etc")!r})
""")
for name in names:
    subprocess.run(["useradd", "--create-home", "--shell", "/bin/bash", name], check=True)
    home = pathlib.Path(pwd.getpwnam(name).pw_dir)
    shutil.copytree(chapter.parent / "exercises", home / "exercises")
    subprocess.run(["chown", "-R", f"{name}:", home / "exercises"], check=True)
started = time.time()
subprocess.run(["chpasswd"], input="".join(f"{name}:{password}\n" for name in names), text=True, check=True)
log = open(folder / "hub.log", "w")
hub = subprocess.Popen(["jupyterhub", "-f", folder / "hub.py"], cwd=folder, stdout=log, stderr=log)
try:
    good = asyncio.run(main())
finally:
    hub.send_signal(signal.SIGTERM)
    hub.wait(60)
    for name in names:
        subprocess.run(["pkill", "-KILL", "-u", name])
        time.sleep(0.2)
        subprocess.run(["userdel", "--remove", name], stderr=subprocess.DEVNULL)
    print("the Hub's log:", folder / "hub.log")
sys.exit(0 if good else 1)
