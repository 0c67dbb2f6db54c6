(function (id, hide, words) {
  "use strict";
  var tags = ["hide-input", "hide_input", "remove-input", "remove_input", "present"];
  function tagged(list) { return (list || []).some(function (tag) { return tags.indexOf(tag) >= 0; }); }
  function cells() {
    var app = window.jupyterapp || window.jupyterlab || window.jupyterApp;
    if (window.Jupyter && window.Jupyter.notebook) {
      return window.Jupyter.notebook.get_cells().filter(function (cell) {
        return cell.cell_type === "code" && tagged(cell.metadata.tags);
      }).map(function (cell) {
        return function (hidden) { cell.element.children("div.input").toggle(!hidden); };
      });
    }
    if (app && app.shell && app.shell.currentWidget && app.shell.currentWidget.content.widgets) {
      return app.shell.currentWidget.content.widgets.filter(function (cell) {
        var model = cell.model;
        return model.type === "code" && tagged(model.getMetadata ? model.getMetadata("tags") : model.metadata.get("tags"));
      }).map(function (cell) {
        return function (hidden) { cell.inputHidden = hidden; };
      });
    }
    return null;
  }
  function start(tries) {
    var place = document.querySelector("." + id);
    if (!place) { if (tries) { setTimeout(function () { start(tries - 1); }, 50); } return; }
    var found = cells();
    if (!found) { return; }
    place.textContent = words[0].replace("#", found.length);
    found.forEach(function (set) { set(hide); });
    var button = document.createElement("button");
    button.type = "button";
    button.style.cssText = "margin-left:8px;cursor:pointer";
    function name() { button.textContent = hide ? words[1] : words[2]; }
    button.onclick = function () { hide = !hide; found.forEach(function (set) { set(hide); }); name(); };
    name();
    place.appendChild(button);
  }
  start(40);
})
