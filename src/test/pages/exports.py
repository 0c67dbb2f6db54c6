"""Exports stored notebooks as their readers do, and lists the pages on which their figures are to be seen.

usage: exports.py NOTEBOOKS OUT REVEAL

Nothing is run. Writes to OUT, for each notebook: nbconvert's HTML, slides, Markdown (as Pandoc shows it) and LaTeX (its
picture files as a page of PNGs), and the outputs of a program that shows pixels only. OUT/pages.json lists the pages and how
many figures each must show. REVEAL is where reveal.js is.
"""

import json
import multiprocessing
import pathlib
import re
import subprocess
import sys

import nbconvert
import nbformat

PLAYER = '<div class="jacobi-'


def main(notebooks, out, reveal):
    out.mkdir(parents=True, exist_ok=True)
    with multiprocessing.Pool() as pool:
        pages = pool.starmap(exported, [(path, out, reveal) for path in sorted(pathlib.Path(notebooks).glob("*.ipynb"))], 1)
    (out / "pages.json").write_text(json.dumps([page for of_one in pages for page in of_one]))


def exported(path, out, reveal):
    """The pages of one notebook."""
    pages = []
    notebook = nbformat.read(path, as_version=4)
    bundles = [o.data for c in notebook.cells if c.cell_type == "code" for o in c.outputs if "data" in o]
    for kind, export in EXPORTS.items():
        folder = out / kind / path.stem
        folder.mkdir(parents=True, exist_ok=True)
        figures = sum(is_seen(kind, data) for data in bundles)
        if figures:
            page = export(path, notebook, folder, reveal)
            pages.append({"kind": kind, "notebook": path.name, "page": str(page), "figures": figures})
    figures = sum(is_seen("notebook", data) for data in bundles)
    return [*pages, {"kind": "notebook", "notebook": path.name, "figures": figures}]


def is_seen(kind, data):
    """Whether the page shows a figure of an output: LaTeX takes formulas first, and what stands for a slider is HTML only."""
    if data.get("text/html", "").startswith(PLAYER) and "image/svg+xml" not in data:
        return kind not in ("latex", "pixels")
    return "image/svg+xml" in data and not (kind == "latex" and "text/latex" in data)


def html(path, notebook, folder, _):
    body, _ = nbconvert.HTMLExporter().from_notebook_node(notebook)
    return write(folder / f"{path.stem}.html", body)


def slides(path, notebook, folder, reveal):
    body, _ = nbconvert.SlidesExporter(reveal_url_prefix=reveal).from_notebook_node(notebook)
    return write(folder / f"{path.stem}.html", body)


def markdown(path, notebook, folder, _):
    body, resources = nbconvert.MarkdownExporter().from_notebook_node(notebook, {"output_files_dir": "."})
    files(folder, resources)
    source = write(folder / f"{path.stem}.md", body)
    page = folder / f"{path.stem}.html"
    subprocess.run(["pandoc", "-f", "gfm", "-t", "html", source, "-o", page], check=True)
    return page


def latex(path, notebook, folder, _):
    body, resources = nbconvert.LatexExporter().from_notebook_node(notebook, {"output_files_dir": "."})
    files(folder, resources)
    write(folder / f"{path.stem}.tex", body)
    included = re.findall(r"(?:adjustimage|includegraphics)[^\n]*?\{([^{}]+\.(?:pdf|png|jpe?g))\}", body)
    images = []
    for number, name in enumerate(included):
        image = folder / f"{path.stem}-{number}"
        if name.endswith(".pdf"):
            subprocess.run(["pdftoppm", "-png", "-singlefile", "-r", "96", folder / name, image], check=True)
            images.append(f'<p><img src="{image.name}.png"></p>')
        else:
            images.append(f'<p><img src="{name}"></p>')
    return write(folder / f"{path.stem}.html", "\n".join(images))


def pixels(path, notebook, folder, _):
    """What a mail program or a viewer without SVG and HTML shows."""
    images = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                width = output.metadata["image/png"]["width"]
                images.append(f'<p><img width="{width}" src="data:image/png;base64,{output.data["image/png"]}"></p>')
    return write(folder / f"{path.stem}.html", "\n".join(images))


def write(file, text):
    file.write_text(text)
    return file


def files(folder, resources):
    for name, data in resources.get("outputs", {}).items():
        (folder / name).write_bytes(data)


EXPORTS = {"html": html, "slides": slides, "markdown": markdown, "latex": latex, "pixels": pixels}

if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]).absolute(), sys.argv[3])
