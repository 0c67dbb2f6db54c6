(function (id, lines, frames, perSecond, plays, words) {
  "use strict";
  function build(root) {
    var still = root.querySelector("img");
    if (!still || root.getAttribute("data-ready")) { return; }
    root.setAttribute("data-ready", "yes");
    var pictures = [], at = 0, timer = 0;
    var stage = document.createElement("div");
    var bar = document.createElement("div");
    var slider = document.createElement("input");
    var count = document.createElement("span");
    function picture(i) {
      if (!pictures[i]) {
        var image = document.createElement("img");
        var svg = frames[i].map(function (n) { return lines[n]; }).join("\n");
        image.alt = still.alt;
        image.style.cssText = still.style.cssText + ";display:none";
        image.src = "data:image/svg+xml," + encodeURIComponent(svg);
        stage.appendChild(image);
        pictures[i] = image;
      }
      return pictures[i];
    }
    function show(i) {
      var old = picture(at), next = picture(i);
      at = i;
      slider.value = i;
      count.textContent = (i + 1) + " / " + frames.length;
      function swap() {
        if (picture(at) !== next) { return; }
        pictures.forEach(function (p) { p.style.display = p === next ? "block" : "none"; });
      }
      if (next.complete || !next.decode) { swap(); } else { next.decode().then(swap, swap); }
      if (i + 1 < frames.length) { picture(i + 1); }
      return old;
    }
    function stop() {
      clearInterval(timer);
      timer = 0;
      play.textContent = "\u25b6";
      play.title = words[2];
    }
    function start() {
      if (at === frames.length - 1) { show(0); }
      play.textContent = "\u2759\u2759";
      play.title = words[3];
      timer = setInterval(function () {
        if (!document.body.contains(root)) { stop(); } else if (at < frames.length - 1) { show(at + 1); }
        if (at === frames.length - 1) { stop(); }
      }, 1000 / perSecond);
    }
    function button(sign, title, action) {
      var b = document.createElement("button");
      b.type = "button";
      b.textContent = sign;
      b.title = title;
      b.setAttribute("aria-label", title);
      b.style.cssText = "min-width:2.4em;margin-right:3px;padding:1px 5px;font-size:14px;cursor:pointer";
      b.onclick = action;
      bar.appendChild(b);
      return b;
    }
    function go(i) { return function () { stop(); show(Math.max(0, Math.min(frames.length - 1, i()))); }; }
    button("\u2759\u25c0\ufe0e", words[0], go(function () { return 0; }));
    button("\u25c0\ufe0e", words[1], go(function () { return at - 1; }));
    var play = button("\u25b6\ufe0e", words[2], function () { if (timer) { stop(); } else { start(); } });
    button("\u25b6\ufe0e\u2759", words[4], go(function () { return at + 1; }));
    slider.type = "range";
    slider.min = 0;
    slider.max = frames.length - 1;
    slider.setAttribute("aria-label", words[5]);
    slider.style.cssText = "width:140px;vertical-align:middle;margin:0 6px";
    slider.oninput = function () { stop(); show(+slider.value); };
    bar.appendChild(slider);
    count.style.cssText = "font-size:13px;font-family:sans-serif";
    bar.appendChild(count);
    bar.style.cssText = "margin-top:4px;white-space:nowrap";
    root.appendChild(stage);
    root.appendChild(bar);
    still.style.display = "none";
    show(0);
    var calm = window.matchMedia && window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (plays && !calm && window.IntersectionObserver) {
      var watch = new IntersectionObserver(function (seen) {
        if (seen.some(function (s) { return s.isIntersecting; })) { watch.disconnect(); start(); }
      });
      watch.observe(stage);
    }
  }
  function find(tries) {
    var roots = document.querySelectorAll("." + id);
    for (var i = 0; i < roots.length; i++) { build(roots[i]); }
    if (!roots.length && tries) { setTimeout(function () { find(tries - 1); }, 50); }
  }
  find(40);
})
