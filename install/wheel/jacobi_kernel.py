"""The command `jacobi`: runs notebooks and makes the kernel known elsewhere, on a JDK of this computer."""
import importlib.metadata
import runpy
import sys

FLAGS = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Djdk.console=java.base", "-Dfile.encoding=UTF-8"]


def installed(name):
    """Where pip put a file of the kernelspec."""
    files = importlib.metadata.files("jacobi-kernel") or []
    return str(next(file.locate().resolve() for file in files if file.match("kernels/jacobi/" + name)))


def main():
    launch = runpy.run_path(installed("launch.py"))
    return launch["main"]([*FLAGS, "-jar", installed("jacobi.jar"), *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
