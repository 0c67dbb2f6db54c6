"""Runs `java` of a JDK of this computer with the arguments given; Jupyter starts the kernel so.

Without a JDK it stays and answers each cell with the way to get one.
"""
import glob
import os
import re
import shutil
import subprocess
import sys

OLDEST = 17
WINDOWS = os.name == "nt"
MAC = sys.platform == "darwin"

# Where JDKs lie that nothing points to, the newest of which is taken.
PLACES = [
    "/usr/lib/jvm/*",
    "/opt/java/*",
    "/opt/jdk*",
    "~/.sdkman/candidates/java/current",
    "~/.jdks/*",
    "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
    "/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
    r"%ProgramFiles%\Eclipse Adoptium\jdk*",
    r"%ProgramFiles%\Java\jdk*",
    r"%ProgramFiles%\Microsoft\jdk*",
    r"%ProgramFiles%\Zulu\zulu*",
]


def program(home, name):
    return os.path.join(home, "bin", name + (".exe" if WINDOWS else ""))


def major(home):
    """The version of the Java in that folder, or 0 if there is none."""
    try:
        with open(os.path.join(home, "release"), encoding="utf-8", errors="replace") as release:
            text = release.read()
    except OSError:
        # Some distributions leave the file out.
        if not os.path.exists(program(home, "java")):
            return 0
        try:
            told = subprocess.run([program(home, "java"), "-version"], capture_output=True, timeout=20, check=False)
        except (OSError, subprocess.SubprocessError):
            return 0
        text = "JAVA_VERSION=" + told.stderr.decode(errors="replace").partition("version ")[2]
    found = re.search(r'JAVA_VERSION="?(?:1\.)?(\d+)', text)
    return int(found.group(1)) if found else 0


def is_jdk(home):
    """Whether cells can run on it: a JRE lacks the compiler."""
    return os.path.exists(program(home, "javac")) and os.path.exists(program(home, "java")) and major(home) >= OLDEST


def pointed_to():
    """Homes of Java that the environment names, the one to prefer first."""
    homes = [os.environ.get("JAVA_HOME", "").strip('"')]
    # Where conda puts its openjdk, also when the environment was not activated.
    for prefix in (sys.prefix, os.environ.get("CONDA_PREFIX", "")):
        if prefix:
            homes.append(os.path.join(prefix, "Library") if WINDOWS else os.path.join(prefix, "lib", "jvm"))
    for name in ("javac", "java"):
        found = shutil.which(name)
        if found:
            homes.append(os.path.dirname(os.path.dirname(os.path.realpath(found))))
    if os.path.exists("/usr/libexec/java_home"):
        told = subprocess.run(["/usr/libexec/java_home", "-v", "17+"], capture_output=True, check=False)
        homes.append(told.stdout.decode().strip())
    return [home for home in homes if home and os.path.isdir(home)]


def lying_about():
    """Homes of Java in the usual places, the newest first."""
    homes = [home for place in PLACES for home in glob.glob(os.path.expanduser(os.path.expandvars(place)))]
    return sorted(filter(os.path.isdir, homes), key=major, reverse=True)


def find_jdk():
    """The home of a JDK, or None."""
    return next(filter(is_jdk, pointed_to()), None) or next(filter(is_jdk, lying_about()), None)


def chinese():
    """Whether the reader's language is Chinese, as Jacobi itself chooses it."""
    names = ("JACOBI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    return next(filter(None, map(os.environ.get, names)), "").startswith("zh")


def advice():
    """What is missing and how to get it, in lines for a terminal or a cell."""
    zh = chinese()
    lines = [f"没有找到 {OLDEST} 或更高版本的 JDK，而 Java 单元格需要它。" if zh else f"No JDK of version {OLDEST} or later was found, and Java cells need one."]
    for home in dict.fromkeys(map(os.path.realpath, pointed_to() + lying_about())):
        if major(home) >= OLDEST:
            lines.append(
                f"  {home} 是 JRE（版本 {major(home)}）：能运行 Java，但没有编译器。"
                if zh
                else f"  {home} is a JRE (version {major(home)}): it runs Java, but has no compiler."
            )
        elif major(home):
            lines.append(f"  {home} 是 Java {major(home)}：太旧。" if zh else f"  {home} is Java {major(home)}: too old.")
    lines.append("请安装一个：" if zh else "Install one:")
    if os.environ.get("CONDA_PREFIX") or os.path.isdir(os.path.join(sys.prefix, "conda-meta")):
        lines.append("  conda:           conda install -c conda-forge openjdk")
    if WINDOWS:
        lines.append("  Windows:         winget install EclipseAdoptium.Temurin.21.JDK")
    elif MAC:
        lines.append("  macOS:           brew install openjdk")
    else:
        lines.append("  Debian, Ubuntu:  sudo apt install openjdk-17-jdk-headless")
        lines.append("  Fedora:          sudo dnf install java-21-openjdk-devel")
        lines.append("  Alpine:          sudo apk add openjdk21-jdk")
    lines.append(("  其他系统：       " if zh else "  other systems:   ") + "https://adoptium.net")
    lines.append(
        "然后重新启动内核。如果仍然找不到，请把 JAVA_HOME 设为它的文件夹，再重新启动 Jupyter。"
        if zh
        else "Then restart the kernel. If the JDK is still not found, set JAVA_HOME to its folder and start Jupyter again."
    )
    return lines


def run(jdk, arguments):
    """Becomes that Java; on Windows, where a process cannot, waits for it and ends when whoever asked has gone."""
    command = [program(jdk, "java"), *arguments]
    if not WINDOWS:
        os.execv(command[0], command)
    process = subprocess.Popen(command)
    parent = os.environ.get("JPY_PARENT_PID", "")
    if parent.isdigit():
        import _winapi

        # Jupyter hands down a handle of its process there.
        _winapi.WaitForMultipleObjects([int(process._handle), int(parent)], False, _winapi.INFINITE)
        if process.poll() is None:
            process.terminate()
    return process.wait()


def main(arguments):
    jdk = find_jdk()
    if jdk:
        return run(jdk, arguments)
    for line in advice():
        print("jacobi: " + line, file=sys.stderr, flush=True)
    if arguments[-2:-1] == ["kernel"]:
        sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
        try:
            import without_jdk
        except ImportError:
            return 2
        return without_jdk.serve(arguments[-1], find_jdk, advice)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
