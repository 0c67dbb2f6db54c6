"""Checks that the runnable jar carries the terms of all it holds.

Run: python3 src/test/python/licences_in_jar.py target/jacobi.jar
"""
import re
import sys
import zipfile

LINE = re.compile(r"^\s+\((?P<licence>[^)]+)\) .*\((?P<group>[^:( ]+):(?P<artifact>[^: ]+):[^ ]+ - .*\)$")

with zipfile.ZipFile(sys.argv[1]) as jar:
    names = jar.namelist()
    own = {name.split("/")[2] for name in names if re.match(r"META-INF/licenses/[^/]+/LICENSE", name)}
    listed = [LINE.match(line) for line in jar.read("META-INF/THIRD-PARTY.txt").decode().splitlines() if "(" in line]
    apache = jar.read("META-INF/LICENSE").decode()
    notice = jar.read("META-INF/NOTICE").decode()

wrong = []
if None in listed or len(listed) < 30:
    wrong.append("THIRD-PARTY.txt cannot be read")
for library in filter(None, listed):
    group, artifact, licence = library["group"], library["artifact"], library["licence"]
    # The text of Apache's licence is there once for all; any other, with its copyright, in the library's or its project's folder.
    if licence != "Apache-2.0" and not any(name in (artifact, *group.split(".")) for name in own):
        wrong.append(f"{group}:{artifact} is under {licence}, and META-INF/licenses has no text of it")
if "Version 2.0, January 2004" not in apache:
    wrong.append("META-INF/LICENSE is not Apache's")
if "colorbrewer" not in notice or "JeroMQ" not in notice:
    wrong.append("META-INF/NOTICE is not ours")
if len([name for name in names if name == "META-INF/LICENSE"]) != 1:
    wrong.append("META-INF/LICENSE is there more than once")
print("\n".join(wrong) or f"{len(listed)} libraries, {len(own)} texts: in order")
sys.exit(bool(wrong))
