"""Runs a Dockerfile's steps without a container engine: each stage in a folder of its own, made by debootstrap.

usage, as root, from the project's root:  python3 src/test/release/dockerfile_in_chroot.py [install/docker/Dockerfile]

The context is a clean clone of HEAD. When the steps are done the image's command is started as the image's user and
its health check is asked until it answers. The settings this computer has for apt, Maven and pip are used in the
folders too, since they may name a proxy.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

SETTINGS = ["/usr/local/share/ca-certificates", "/etc/apt/apt.conf.d", "/etc/maven/settings.xml", "/root/.m2/settings.xml", "/etc/pip.conf", "/etc/resolv.conf", "/etc/hosts"]
MOUNTS = ["/proc", "/dev"]


def instructions(path):
    text = re.sub(r"(?m)^\s*#.*\n", "", open(path).read())
    for line in re.sub(r"\\\n", " ", text).splitlines():
        if line.strip():
            word, rest = line.split(None, 1)
            yield word.upper(), rest.strip()


def form(rest):
    """The command of a RUN, CMD or ENTRYPOINT, in either of its two forms."""
    return json.loads(rest) if rest.startswith("[") else ["/bin/sh", "-c", rest]


class Stage:
    def __init__(self, image, folder):
        system, suite = image.split(":")
        if system != "debian":
            sys.exit(f"only images of debian are known here, not {image}")
        self.root, self.user, self.home, self.directory = folder, None, "/root", "/"
        self.environment = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}
        self.environment.update({key: value for key, value in os.environ.items() if key.lower().endswith("_proxy")})
        self.command, self.entry, self.health = [], [], None
        suite = suite.removesuffix("-slim")
        subprocess.run(
            ["debootstrap", "--variant=minbase", "--include=ca-certificates", suite, folder], check=True, stdout=subprocess.DEVNULL
        )
        for setting in SETTINGS:
            if os.path.isdir(setting):
                shutil.copytree(setting, folder + setting, dirs_exist_ok=True, ignore=lambda _, names: [n for n in names if "docker" in n])
            elif os.path.exists(setting):
                os.makedirs(os.path.dirname(folder + setting), exist_ok=True)
                shutil.copy(setting, folder + setting)
        # Packages keep the settings copied above; what fails half-way is thrown away, so nothing need be synced.
        with open(folder + "/etc/apt/apt.conf.d/90quiet", "w") as options:
            options.write('Dpkg::Options { "--force-confold"; "--force-unsafe-io"; };\n')
        subprocess.run(["chroot", folder, "update-ca-certificates"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for mount in MOUNTS:
            subprocess.run(["mount", "--rbind", mount, folder + mount], check=True)

    def argv(self, command):
        user = [] if self.user is None else [f"--userspec={self.user}:{self.user}"]
        environment = [f"{key}={value}" for key, value in {**self.environment, "HOME": self.home}.items()]
        inside = "cd " + shlex.quote(self.directory) + ' && exec "$@"'
        return ["chroot", *user, self.root, "/usr/bin/env", "-i", *environment, "/bin/sh", "-c", inside, "sh", *command]

    def run(self, rest):
        print("RUN", rest[:110], flush=True)
        done = subprocess.run(self.argv(form(rest)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            sys.exit(f"{done.stdout[-4000:]}\nended with {done.returncode}: RUN {rest}")
        print("   ", (done.stdout.strip().splitlines() or [""])[-1][:110])

    def copy(self, rest, context, stages):
        words = shlex.split(rest)
        options = [word for word in words if word.startswith("--")]
        *sources, target = [word for word in words if not word.startswith("--")]
        source_root = context
        owner = None
        for option in options:
            name, value = option[2:].split("=")
            if name == "from":
                source_root = stages[value].root
            elif name == "chown":
                owner = value
        target = os.path.join(self.directory, target)
        script = 'mkdir -p "$(dirname "$2")" && if [ -d "$1" ]; then mkdir -p "$2" && cp -a "$1"/. "$2"; else cp -a "$1" "$2"; fi'
        for source in sources:
            pattern = os.path.join(source_root, source.lstrip("/"))
            found = subprocess.run(["/bin/sh", "-c", "ls -d " + pattern], stdout=subprocess.PIPE, text=True, check=True).stdout.split()
            for one in found:
                subprocess.run(["/bin/sh", "-c", script, "sh", one, self.root + target], check=True)
        if owner:
            subprocess.run(["chroot", self.root, "chown", "-R", owner, target], check=True)
        print("COPY", rest)


def build(path, work):
    context = os.path.join(work, "context")
    subprocess.run(["git", "clone", "-q", ".", context], check=True)
    ignored = path + ".dockerignore"
    if os.path.exists(ignored):
        for line in open(ignored).read().split():
            subprocess.run(f"rm -rf {os.path.join(context, line)}", shell=True, check=True)
    stages = {}
    stage = None
    for word, rest in instructions(path):
        match word:
            case "FROM":
                image, *name = rest.split()
                print("FROM", rest, flush=True)
                stage = Stage(image, os.path.join(work, f"stage{len(stages)}"))
                stages[name[1] if name else str(len(stages))] = stage
            case "RUN":
                stage.run(rest)
            case "COPY":
                stage.copy(rest, context, stages)
            case "WORKDIR":
                stage.directory = os.path.join(stage.directory, rest)
                subprocess.run(["chroot", stage.root, "mkdir", "-p", stage.directory], check=True)
            case "USER":
                stage.user, stage.home = rest, f"/home/{rest}"
            case "ENV":
                stage.environment.update(pair.split("=", 1) for pair in shlex.split(rest))
            case "CMD":
                stage.command = form(rest)
            case "ENTRYPOINT":
                stage.entry = form(rest)
            case "HEALTHCHECK":
                stage.health = form(rest.split("CMD", 1)[1].strip())
            case "LABEL" | "EXPOSE":
                pass
            case _:
                sys.exit(f"a word this does not know: {word}")
    return stages, stage


def healthy(stage):
    """Starts what the image starts and asks its health check, for at most a minute and a half."""
    with tempfile.TemporaryFile() as told:
        running = subprocess.Popen(stage.argv(stage.entry + stage.command), stdout=told, stderr=told, start_new_session=True)
        try:
            for _ in range(45):
                time.sleep(2)
                if subprocess.run(stage.argv(stage.health), capture_output=True).returncode == 0:
                    return True
            told.seek(0)
            print(told.read().decode()[-3000:])
            return False
        finally:
            os.killpg(running.pid, 15)
            running.wait()


def main():
    work = tempfile.mkdtemp()
    os.chmod(work, 0o755)
    stages = {}
    try:
        stages, last = build(sys.argv[1] if len(sys.argv) > 1 else "install/docker/Dockerfile", work)
        user = subprocess.run(last.argv(["id", "-un"]), stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
        ran = "jupyter nbconvert --to notebook --execute notebooks/04-calculus.ipynb --output-dir /tmp --ExecutePreprocessor.kernel_name=jacobi"
        last.run(ran)
        print(f"runs as {user}; healthy: {healthy(last)}")
    finally:
        for mounted in os.listdir(work):
            for mount in MOUNTS:
                subprocess.run(["umount", "-R", "-l", os.path.join(work, mounted) + mount], stderr=subprocess.DEVNULL)
        if work in open("/proc/self/mounts").read():
            # Deleting it would delete this computer's devices.
            print("still mounted, left behind:", work)
        else:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
