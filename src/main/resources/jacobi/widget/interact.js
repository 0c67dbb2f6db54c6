(function (id, lines, frames, controls, alone) {
  "use strict";
  function build(root) {
    if (root.getAttribute("data-ready")) { return; }
    root.setAttribute("data-ready", "yes");
    watch(root, Date.now());
    if (frames.length < 2) { return; }
    var still = root.firstElementChild;
    var bar = document.createElement("div");
    var stage = document.createElement("div");
    var made = [];
    function frame(i) {
      if (!made[i]) {
        var box = document.createElement("div");
        var text = frames[i].map(function (n) { return lines[n]; }).join("\n");
        text.split("\u0000").forEach(function (part) {
          if (part.slice(0, 4) === "<svg") {
            var image = document.createElement("img");
            image.style.cssText = "display:block;margin:0;max-width:100%;height:auto";
            image.src = "data:image/svg+xml," + encodeURIComponent(part);
            box.appendChild(image);
          } else if (part) {
            var rest = document.createElement("div");
            rest.innerHTML = part;
            box.appendChild(rest);
          }
        });
        box.style.display = "none";
        stage.appendChild(box);
        made[i] = box;
      }
      return made[i];
    }
    function show() {
      var i = 0;
      controls.forEach(function (c) { i = i * c.labels.length + c.at; });
      var next = frame(i), image = next.querySelector("img");
      function swap() { made.forEach(function (box) { box.style.display = box === next ? "" : "none"; }); }
      if (!image || image.complete || !image.decode) { swap(); } else { image.decode().then(swap, swap); }
    }
    controls.forEach(function (c) {
      var row = document.createElement("label"), name = document.createElement("span"), input;
      row.style.cssText = "display:flex;align-items:center;font:13px sans-serif;margin:2px 0";
      name.textContent = c.name;
      name.style.cssText = "width:80px;text-align:right;margin-right:8px";
      row.appendChild(name);
      if (c.slides) {
        var value = document.createElement("span");
        input = document.createElement("input");
        input.type = "range";
        input.min = 0;
        input.max = c.labels.length - 1;
        input.value = c.at;
        input.style.width = "200px";
        value.style.marginLeft = "8px";
        value.textContent = c.labels[c.at];
        input.oninput = function () { c.at = +input.value; value.textContent = c.labels[c.at]; show(); };
        row.appendChild(input);
        row.appendChild(value);
      } else {
        input = document.createElement("select");
        c.labels.forEach(function (label) { input.add(new Option(label)); });
        input.selectedIndex = c.at;
        input.onchange = function () { c.at = input.selectedIndex; show(); };
        row.appendChild(input);
      }
      input.setAttribute("aria-label", c.name);
      bar.appendChild(row);
    });
    still.style.display = "none";
    root.appendChild(bar);
    root.appendChild(stage);
    show();
  }
  function watch(root, since) {
    var live = document.querySelector("." + id + "-live");
    if (live && document.querySelector("script[type='application/vnd.jupyter.widget-state+json']")) {
      live.style.display = "none";
      live = null;
    }
    var notebook = document.querySelector(".jp-NotebookPanel, .notebook_app");
    var kernel = window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel;
    var none = alone || kernel && kernel.comm_manager && !kernel.comm_manager.targets["jupyter.widget"];
    var soon = notebook && !none && Date.now() - since < 3000;
    root.style.display = live || soon ? "none" : "";
    setTimeout(function () { if (document.body.contains(root)) { watch(root, since); } }, 400);
  }
  function find(tries) {
    var roots = document.querySelectorAll("." + id);
    for (var i = 0; i < roots.length; i++) { build(roots[i]); }
    if (!roots.length && tries) { setTimeout(function () { find(tries - 1); }, 50); }
  }
  find(40);
})
