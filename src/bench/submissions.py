"""Submissions of a class that is made up: a released notebook with the reference solutions of its exercises in the answer
cells. Every fifth student has each answer; the others leave out each fifth, another one each. To measure grading:

    ./install/jacobi course assign notebooks/01-data-manipulation.ipynb -o release
    python3 src/bench/submissions.py release/01-data-manipulation.ipynb \\
        notebooks/exercises/01-data-manipulation.yaml 200 submitted
    time ./install/jacobi course grade submitted --teacher notebooks/01-data-manipulation.ipynb -o marks

usage: submissions.py RELEASED.ipynb EXERCISES.yaml COUNT FOLDER     (needs PyYAML)
"""
import copy
import json
import pathlib
import sys

import yaml

released, exercises, count, folder = sys.argv[1:]
notebook = json.loads(pathlib.Path(released).read_text(encoding="utf-8"))
file = yaml.safe_load(pathlib.Path(exercises).read_text(encoding="utf-8"))
references = {exercise["id"]: exercise.get("reference", "") for exercise in file["exercises"]}

for number in range(int(count)):
    mine = copy.deepcopy(notebook)
    for cell in mine["cells"]:
        exercise = cell["metadata"].get("jacobi", {}).get("exercise")
        answers = cell["metadata"].get("nbgrader", {}).get("solution")
        if answers and references.get(exercise):
            place = list(references).index(exercise)
            if number % 5 == 0 or place % 5 != number % 5:
                cell["source"] = f"// exercise {exercise}\n{references[exercise]}"
    target = pathlib.Path(folder) / f"student-{number + 1:03}" / pathlib.Path(released).name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(mine, ensure_ascii=False, indent=1), encoding="utf-8")
