"""Draws the requests and formulae beside this file with Jacobi and with matplotlib, side by side on pages to look at.

    python3 src/test/figures/compare.py [-o FOLDER] [--kernel jacobi] [WORD …]

Needs an installed kernel, jupyter_client and matplotlib. With words, only requests whose names contain one of them are
drawn. The folder, target/comparison if none is said, gets pages of eight requests; where there is a Chromium, a picture
of each page as well. Ends with 1 if a request failed in either.
"""

import argparse
import html
import io
import pathlib
import re
import shutil
import subprocess
import sys
import time
import traceback

import matplotlib

matplotlib.use("agg")
from jupyter_client.manager import start_new_kernel
from matplotlib import pyplot as plt

HERE = pathlib.Path(__file__).parent
A_PAGE = 8
STYLE = """body { font: 13px sans-serif; width: 1240px } h2 { font-size: 14px; margin: 10px 0 2px }
td { vertical-align: top; width: 610px } pre { white-space: pre-wrap; color: #b00 } small { color: #666 }"""


def requests():
    """Name, Java and Python of each request; the first is what all share."""
    for part in re.split(r"^## ", (HERE / "requests.md").read_text(), flags=re.M)[1:]:
        blocks = dict(re.findall(r"^```(\w+)\n(.*?)^```", part, flags=re.M | re.S))
        yield part.splitlines()[0], blocks["java"], blocks["python"]
    for line in (HERE / "formulae.txt").read_text().splitlines():
        formula = line.replace("\\", "\\\\")
        java = f'figure(3.5, 0.8).axis("off").text(0.5, 0.5, "so ${formula}$", ha="center", va="center", size=16);'
        python = ("plt.figure(figsize=(3.5, 0.8)); plt.axis('off')\n"
                  f"plt.text(0.5, 0.5, r'so ${line}$', ha='center', va='center', size=16)")
        yield line, java, python


class Jacobi:
    def __init__(self, kernel):
        self.manager, self.client = start_new_kernel(kernel_name=kernel, startup_timeout=120)

    def run(self, code):
        """The last SVG a cell showed and what it complained of."""
        shown, wrong = {}, []

        def hear(message):
            content = message["content"]
            svg = content.get("data", {}).get("image/svg+xml")
            if svg:
                shown["svg"] = svg
            if message["msg_type"] == "error":
                wrong.append(re.sub("\x1b\\[[0-9;]*m", "", "\n".join(content["traceback"])))

        self.client.execute_interactive(code, output_hook=hear, timeout=120)
        return shown.get("svg"), "\n".join(wrong)

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def beside(name, both, code):
    """The same by matplotlib, each request with settings of its own."""
    plt.close("all")
    matplotlib.rcdefaults()
    plt.rcParams.update({"figure.figsize": (3.5, 2.5)})
    known = dict(both)
    try:
        exec(code, known)
        svg = io.StringIO()
        plt.savefig(svg, format="svg", bbox_inches="tight")
        return re.sub(r"^.*?(?=<svg )", "", svg.getvalue(), flags=re.S), ""
    except Exception:
        return None, traceback.format_exc(limit=-1)


def cell(folder, place, svg, wrong, milliseconds):
    if svg:
        (folder / f"{place}.svg").write_text(svg)
    picture = f'<img src="{place}.svg">' if svg else ""
    size = f"{len(svg or '') / 1000:.1f} KB, {milliseconds:.0f} ms"
    return f"<td>{picture}<pre>{html.escape(wrong)}</pre><small>{size}</small></td>"


def photograph(page, rows):
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser:
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size=1260,{rows}",
             f"--screenshot={page.with_suffix('.png')}", page.as_uri()],
            stderr=subprocess.DEVNULL, check=False)


def height(svg):
    found = re.search(r'<svg [^>]*?height="([\d.]+)(pt)?"', svg or "")
    return float(found[1]) * (4 / 3 if found[2] else 1) if found else 100


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-o", default="target/comparison", help="the folder of the pages")
    parser.add_argument("--kernel", default="jacobi")
    parser.add_argument("words", nargs="*")
    given = parser.parse_args()
    folder = pathlib.Path(given.o).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    shared, *wanted = requests()
    wanted = [each for each in wanted if not given.words or any(word in each[0] for word in given.words)]
    jacobi = Jacobi(given.kernel)
    both = {}
    exec(shared[2], both)
    jacobi.run(shared[1])
    failed, rows, sizes = [], [], [0, 0]
    for number, (name, java, python) in enumerate(wanted):
        cells, tall = [], 60
        for side, draw in enumerate((lambda: jacobi.run(java), lambda: beside(name, both, python))):
            start = time.perf_counter()
            svg, wrong = draw()
            spent = (time.perf_counter() - start) * 1000
            cells.append(cell(folder, f"{number:02}-{'jm'[side]}", svg, wrong, spent))
            tall = max(tall, height(svg))
            sizes[side] += len(svg or "")
            if wrong or not svg:
                failed.append(f"{name}: {wrong or 'nothing shown'}")
        rows.append((f"<h2>{html.escape(name)}</h2><table><tr>{''.join(cells)}</tr></table>", tall + 90))
    jacobi.close()
    for first in range(0, len(rows), A_PAGE):
        page = folder / f"page-{first // A_PAGE + 1:02}.html"
        some = rows[first:first + A_PAGE]
        page.write_text(f"<!doctype html><meta charset=utf-8><title>Jacobi | matplotlib</title><style>{STYLE}</style>"
                        f"<table><tr><td><b>Jacobi</b></td><td><b>matplotlib</b></td></tr></table>"
                        + "\n".join(row for row, _ in some))
        photograph(page, int(sum(tall for _, tall in some)) + 60)
    print(f"{len(wanted)} requests on {page.parent}: {sizes[0] / 1000:.0f} KB of SVG, matplotlib's {sizes[1] / 1000:.0f}")
    print("\n".join(failed))
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
