"""Records what ipywidgets publishes of its models, for WidgetModelsTest.

    python3 record.py jupyterwidgetmodels.v7-5.md jupyterwidgetmodels.latest.json > models.json

Both files are in packages/schema of ipywidgets. A line for each model: by version, its keys and their defaults.
"""

import ast
import json
import sys

MODELS = """Layout DescriptionStyle SliderStyle ButtonStyle ProgressStyle ToggleButtonsStyle IntSlider FloatSlider
FloatLogSlider IntRangeSlider FloatRangeSlider Dropdown RadioButtons ToggleButtons Select SelectMultiple SelectionSlider
Checkbox ToggleButton Valid Button Text Textarea Password Combobox IntText FloatText BoundedIntText BoundedFloatText Play
IntProgress FloatProgress Label HTML HTMLMath Image ColorPicker DatePicker Box HBox VBox GridBox Tab Accordion Output Link
DirectionalLink""".split()

NEW = "a new widget"


def of_seven(path):
    models, keys = {}, None
    for line in open(path):
        if line.startswith("### "):
            keys = models.setdefault(line.split()[1].removesuffix("Model"), {})
        elif line.startswith("| `") and keys is not None:
            cells = [cell.strip() for cell in line.replace("\\|", "/").split(" | ")]
            key, default = cells[0].strip("|` "), cells[2].strip("|` ")
            if default.startswith("reference"):
                default = NEW
            elif default.startswith("b'"):
                default = "bytes"
            else:
                words = {"true": True, "false": False, "null": None}
                default = words[default] if default in words else ast.literal_eval(default)
            keys[key] = default
    return models


def of_eight(path):
    return {
        model["model"]["name"].removesuffix("Model"): {
            a["name"]: NEW if a["type"] == "reference" else "bytes" if a["default"] == "b''" else a["default"]
            for a in model["attributes"]
        }
        for model in json.load(open(path))
    }


seven, eight = of_seven(sys.argv[1]), of_eight(sys.argv[2])
rows = [json.dumps(name) + ": " + json.dumps({"7": seven.get(name), "8": eight[name]}) for name in sorted(MODELS)]
print("{\n" + ",\n".join(rows) + "\n}")
