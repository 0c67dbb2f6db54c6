(function (id, model, words) {
  "use strict";
  var NS = "http://www.w3.org/2000/svg";
  function make(parent, tag, attributes, text) {
    var e = document.createElementNS(NS, tag);
    Object.keys(attributes).forEach(function (k) { e.setAttribute(k, attributes[k]); });
    if (text !== undefined) { e.textContent = text; }
    parent.appendChild(e);
    return e;
  }
  function number(v) {
    var a = Math.abs(v);
    return a !== 0 && (a >= 1e7 || a < 1e-4) ? (+v.toPrecision(4)).toExponential() : String(+v.toPrecision(5));
  }
  function position(kind, v) {
    if (kind === "log") { return Math.log10(v); }
    if (typeof kind === "number") {
      var s = Math.abs(v) / kind;
      return (v < 0 ? -1 : 1) * (s <= 1 ? s : 1 + Math.log10(s));
    }
    return v;
  }
  function value(kind, p) {
    if (kind === "log") { return Math.pow(10, p); }
    if (typeof kind === "number") {
      var s = Math.abs(p);
      return (p < 0 ? -1 : 1) * kind * (s <= 1 ? s : Math.pow(10, s - 1));
    }
    return p;
  }
  function written(axis, v) {
    if (axis.kind === "date") { return new Date(v * 864e5).toISOString().slice(0, 10); }
    if (axis.ticks && axis.named) {
      var near = axis.ticks.filter(function (t) { return Math.abs(t[0] - v) < 0.5; })[0];
      if (near) { return near[1]; }
    }
    return number(v);
  }
  function step(span, most) {
    var raw = span / most, power = Math.pow(10, Math.floor(Math.log10(raw))), f = raw / power;
    return (f <= 1 ? 1 : f <= 2 ? 2 : f <= 5 ? 5 : 10) * power;
  }
  function ticks(axis, from, to) {
    var lo = Math.min(from, to), hi = Math.max(from, to), list = [], i;
    function within(t) { var p = position(axis.kind, t[0]); return p >= lo && p <= hi; }
    if (axis.ticks) { return axis.ticks.filter(within); }
    if (axis.kind === "log" && hi - lo > 1) {
      for (i = Math.ceil(lo); i <= hi; i++) { list.push([Math.pow(10, i), number(Math.pow(10, i))]); }
      return list;
    }
    var a = value(axis.kind, lo), b = value(axis.kind, hi), s = step(b - a, 5);
    for (i = Math.ceil(a / s - 1e-9); i * s <= b + 1e-9 * s; i++) { list.push([i * s, label(axis, i * s, s)]); }
    return list;
  }
  function label(axis, v, apart) {
    var digits = Math.max(0, -Math.floor(Math.log10(apart) + 1e-9));
    if (axis.kind === "date" || digits > 5 || Math.abs(v) >= 1e6) { return written(axis, v); }
    return v.toFixed(digits).replace("-", "\u2212");
  }
  function build(root) {
    var image = root.querySelector("img");
    if (!image || root.getAttribute("data-ready")) { return; }
    root.setAttribute("data-ready", "yes");
    var bytes = atob(image.src.split(",")[1]), source = "";
    for (var i = 0; i < bytes.length; i++) { source += "%" + ("0" + bytes.charCodeAt(i).toString(16)).slice(-2); }
    var stage = document.createElement("div"), tip = document.createElement("div");
    stage.style.cssText = "position:relative;display:inline-block;max-width:100%;cursor:crosshair;user-select:none;-webkit-user-select:none";
    stage.innerHTML = decodeURIComponent(source);
    var svg = stage.firstElementChild;
    svg.style.cssText = "display:block;max-width:100%;height:auto";
    tip.style.cssText = "position:absolute;display:none;pointer-events:none;background:#fffff0;color:#000;border:1px solid #888;border-radius:3px;padding:2px 5px;font:12px sans-serif;white-space:pre;z-index:5";
    stage.appendChild(tip);
    stage.title = "";
    root.insertBefore(stage, image);
    image.style.display = "none";
    var over = make(svg, "g", { "pointer-events": "none" });
    var ring = make(over, "circle", { r: 4.5, fill: "none", stroke: "#d9480f", "stroke-width": 1.5, display: "none" });
    var frame = make(over, "rect", { fill: "#4fa8e0", "fill-opacity": 0.2, stroke: "#1f77b4", display: "none" });
    var dragged = null;
    model.axes.forEach(function (a, n) {
      a.view = [0, 0, 1, 1];
      a.n = n;
      if (a.space) { a.angles = a.space.view.slice(); }
    });
    function at(event) {
      var r = svg.getBoundingClientRect();
      return [(event.clientX - r.left) / r.width * model.size[0], (event.clientY - r.top) / r.height * model.size[1]];
    }
    function under(p) {
      return model.axes.filter(function (a) {
        var b = a.box;
        return p[0] >= b[0] && p[0] <= b[0] + b[2] && p[1] >= b[1] && p[1] <= b[1] + b[3];
      })[0];
    }
    function fraction(axis, p) { return (p - axis.ends[0]) / (axis.ends[1] - axis.ends[0]); }
    function page(a, x, y) {
      var fx = fraction(a.x, position(a.x.kind, x)), fy = 1 - fraction(a.y, position(a.y.kind, y)), v = a.view;
      return [a.box[0] + a.box[2] * (fx - v[0]) / (v[2] - v[0]), a.box[1] + a.box[3] * (fy - v[1]) / (v[3] - v[1])];
    }
    function place(a, p) {
      var v = a.view, fx = v[0] + (p[0] - a.box[0]) / a.box[2] * (v[2] - v[0]);
      var fy = v[1] + (p[1] - a.box[1]) / a.box[3] * (v[3] - v[1]);
      return [value(a.x.kind, a.x.ends[0] + fx * (a.x.ends[1] - a.x.ends[0])),
        value(a.y.kind, a.y.ends[0] + (1 - fy) * (a.y.ends[1] - a.y.ends[0]))];
    }
    function hide() { tip.style.display = "none"; ring.setAttribute("display", "none"); }
    function hover(event) {
      var p = at(event), a = under(p);
      if (!a || a.space) { hide(); return; }
      var best = null, reach = 15;
      a.series.forEach(function (s) {
        for (var i = 0; i < s[2].length; i++) {
          var q = page(a, s[2][i], s[3][i]), d = Math.hypot(q[0] - p[0], q[1] - p[1]);
          if (d < reach) { reach = d; best = [s, i, q]; }
        }
      });
      var d = place(a, p), text;
      if (best) {
        text = (best[0][0] ? best[0][0] + "\n" : "") + "x = " + written(a.x, best[0][2][best[1]]) + ", y = " + written(a.y, best[0][3][best[1]]);
        ring.setAttribute("cx", best[2][0]);
        ring.setAttribute("cy", best[2][1]);
        ring.setAttribute("display", "inline");
      } else {
        ring.setAttribute("display", "none");
        text = "(" + written(a.x, d[0]) + ", " + written(a.y, d[1]) + ")";
        if (a.image) {
          var m = a.image, c = Math.floor((d[0] - m.x[0]) / (m.x[1] - m.x[0]) * m.columns);
          var r = Math.floor((d[1] - m.y[0]) / (m.y[1] - m.y[0]) * m.rows);
          if (c >= 0 && c < m.columns && r >= 0 && r < m.rows) {
            text = "[" + r + ", " + c + "] = " + number(m.values[r * m.columns + c]);
          }
        }
      }
      tip.textContent = text;
      tip.style.display = "block";
      var box = stage.getBoundingClientRect(), x = event.clientX - box.left + 12;
      if (x + tip.offsetWidth > box.width) { x = Math.max(0, event.clientX - box.left - tip.offsetWidth - 8); }
      tip.style.left = x + "px";
      tip.style.top = Math.max(0, event.clientY - box.top - 34) + "px";
    }
    function zoom(a) {
      var v = a.view, whole = v[0] === 0 && v[1] === 0 && v[2] === 1 && v[3] === 1, b = a.box;
      ["grid", "frame", "notes"].forEach(function (part) {
        svg.querySelectorAll("." + part + "-" + a.n).forEach(function (g) { g.style.display = whole ? "" : "none"; });
      });
      if (a.drawn) { a.drawn.remove(); a.drawn = null; }
      if (a.under) { a.under.remove(); a.under = null; }
      var larger = svg.getBoundingClientRect().width / model.size[0];
      var sx = 1 / (v[2] - v[0]), sy = 1 / (v[3] - v[1]);
      svg.querySelectorAll(".marks-" + a.n).forEach(function (g) {
        if (whole) { g.removeAttribute("transform"); } else {
          g.setAttribute("transform", "matrix(" + [sx, 0, 0, sy, b[0] - (b[0] + v[0] * b[2]) * sx, b[1] - (b[1] + v[1] * b[3]) * sy] + ")");
        }
        g.querySelectorAll("path").forEach(function (path) {
          if (!path.hasAttribute("stroke")) { return; }
          if (path.oldWidth === undefined) {
            path.oldWidth = +(path.getAttribute("stroke-width") || 1);
            path.oldDash = path.getAttribute("stroke-dasharray");
          }
          var f = whole ? 1 : larger;
          path.setAttribute("vector-effect", whole ? "none" : "non-scaling-stroke");
          path.setAttribute("stroke-width", path.oldWidth * f);
          if (path.oldDash) {
            path.setAttribute("stroke-dasharray", path.oldDash.split(/[ ,]+/).map(function (d) { return d * f; }).join(" "));
          }
        });
      });
      if (whole) { return; }
      var g = a.drawn = make(svg, "g", { fill: model.ink, "font-size": 10 });
      svg.insertBefore(g, over);
      function end(axis, f) { return axis.ends[0] + f * (axis.ends[1] - axis.ends[0]); }
      var lines = "M" + b[0] + " " + b[1] + "h" + b[2] + "v" + b[3] + "h" + -b[2] + "z", faint = "";
      ticks(a.x, end(a.x, v[0]), end(a.x, v[2])).forEach(function (t) {
        var x = b[0] + b[2] * (fraction(a.x, position(a.x.kind, t[0])) - v[0]) / (v[2] - v[0]);
        lines += "M" + x + " " + (b[1] + b[3]) + "v3.5";
        faint += "M" + x + " " + b[1] + "v" + b[3];
        make(g, "text", { x: x, y: b[1] + b[3] + 14.6, "text-anchor": "middle" }, t[1]);
      });
      ticks(a.y, end(a.y, 1 - v[3]), end(a.y, 1 - v[1])).forEach(function (t) {
        var y = b[1] + b[3] * (1 - fraction(a.y, position(a.y.kind, t[0])) - v[1]) / (v[3] - v[1]);
        lines += "M" + b[0] + " " + y + "h-3.5";
        faint += "M" + b[0] + " " + y + "h" + b[2];
        make(g, "text", { x: b[0] - 7, y: y + 3.8, "text-anchor": "end" }, t[1]);
      });
      if (a.grid) {
        var below = svg.querySelector(".marks-" + a.n), under = make(svg, "g", {});
        (below ? below.parentNode.parentNode : svg).insertBefore(under, below ? below.parentNode : g);
        a.under = under;
        make(under, "path", { d: faint, fill: "none", stroke: model.grid, "stroke-width": 0.5, opacity: 0.6 });
      }
      make(g, "path", { d: lines, fill: "none", stroke: model.ink, "stroke-width": 0.8 });
    }
    function turn(a) {
      var s = a.space, k = 2, i;
      if (!a.sheet) {
        a.sheet = make(svg, "foreignObject", { x: s.region[0], y: s.region[1], width: s.region[2], height: s.region[3], "pointer-events": "none" });
        a.paint = document.createElement("canvas");
        a.paint.style.cssText = "display:block;width:" + s.region[2] + "px;height:" + s.region[3] + "px";
        a.sheet.appendChild(a.paint);
        svg.querySelectorAll(".space-" + a.n).forEach(function (g) { g.style.display = "none"; });
      }
      k = Math.max(1, svg.getBoundingClientRect().width / model.size[0]) * (window.devicePixelRatio || 1);
      a.paint.width = Math.round(s.region[2] * k);
      a.paint.height = Math.round(s.region[3] * k);
      var c = a.paint.getContext("2d");
      var el = a.angles[0] * Math.PI / 180, az = a.angles[1] * Math.PI / 180, size = 1.9057 / Math.sqrt(41);
      function seen(x, y, z) {
        var p = 4 * size * (x - 0.5), q = 4 * size * (y - 0.5), h = 3 * size * (z - 0.5);
        var near = p * Math.cos(az) + q * Math.sin(az), depth = near * Math.cos(el) + h * Math.sin(el), f = 10 / (10 - depth);
        return [(-p * Math.sin(az) + q * Math.cos(az)) * f, -(h * Math.cos(el) - near * Math.sin(el)) * f, depth];
      }
      var l = 1e9, r = -1e9, t = 1e9, b = -1e9;
      for (i = 0; i < 8; i++) {
        var e = seen(i & 1, i >> 1 & 1, i >> 2 & 1);
        l = Math.min(l, e[0]); r = Math.max(r, e[0]); t = Math.min(t, e[1]); b = Math.max(b, e[1]);
      }
      var scale = Math.min(a.box[2] / (r - l), a.box[3] / (b - t));
      var dx = a.box[0] + a.box[2] / 2 - scale * (l + r) / 2, dy = a.box[1] + a.box[3] / 2 - scale * (t + b) / 2;
      function on(x, y, z) { var q = seen(x, y, z); return [dx + scale * q[0], dy + scale * q[1], q[2]]; }
      c.setTransform(k, 0, 0, k, -s.region[0] * k, -s.region[1] * k);
      c.fillStyle = model.paper;
      c.fillRect(s.region[0], s.region[1], s.region[2], s.region[3]);
      c.lineJoin = "round";
      var nearX = Math.cos(az) >= 0 ? 1 : 0, nearY = Math.sin(az) >= 0 ? 1 : 0, floor = el >= 0 ? 0 : 1, farX = 1 - nearX, farY = 1 - nearY;
      function stroke(paint, width, alpha, points, closed) {
        c.strokeStyle = paint; c.lineWidth = width; c.globalAlpha = alpha;
        c.beginPath();
        points.forEach(function (p, n) { if (n) { c.lineTo(p[0], p[1]); } else { c.moveTo(p[0], p[1]); } });
        if (closed) { c.closePath(); }
        c.stroke();
        c.globalAlpha = 1;
      }
      function line(paint, width, p, q) { stroke(paint, width, 1, [on(p[0], p[1], p[2]), on(q[0], q[1], q[2])]); }
      [[[0, 0, floor], [1, 0, floor], [1, 1, floor], [0, 1, floor]], [[farX, 0, 0], [farX, 1, 0], [farX, 1, 1], [farX, 0, 1]],
        [[0, farY, 0], [1, farY, 0], [1, farY, 1], [0, farY, 1]]].forEach(function (f) {
        stroke(model.grid, 0.8, 1, f.map(function (p) { return on(p[0], p[1], p[2]); }), true);
      });
      var one = on(nearX, farY, floor), two = on(farX, nearY, floor), first = one[0] >= two[0];
      var ex = first ? nearX : farX, ey = first ? farY : nearY, side = function (n) { return n ? 1 : -1; };
      var outs = [[0, side(nearY), 0], [side(nearX), 0, 0], first ? [side(nearX), 0, 0] : [0, side(nearY), 0]];
      function outward(p, o) {
        var u = on(p[0], p[1], p[2]), w = on(p[0] + 0.1 * o[0], p[1] + 0.1 * o[1], p[2] + 0.1 * o[2]), n = Math.hypot(w[0] - u[0], w[1] - u[1]) || 1;
        return [(w[0] - u[0]) / n, (w[1] - u[1]) / n];
      }
      function edge(axis, v) { return axis === 0 ? [v, nearY, floor] : axis === 1 ? [nearX, v, floor] : [ex, ey, v]; }
      c.textAlign = "center";
      [0, 1, 2].forEach(function (axis) {
        s.ticks[axis].forEach(function (tick) {
          var v = tick[0], p = edge(axis, v), u = on(p[0], p[1], p[2]), w = outward(p, outs[axis]);
          if (axis === 0) { line(model.grid, 0.5, [v, 0, floor], [v, 1, floor]); line(model.grid, 0.5, [v, farY, 0], [v, farY, 1]); }
          if (axis === 1) { line(model.grid, 0.5, [0, v, floor], [1, v, floor]); line(model.grid, 0.5, [farX, v, 0], [farX, v, 1]); }
          if (axis === 2) { line(model.grid, 0.5, [farX, 0, v], [farX, 1, v]); line(model.grid, 0.5, [0, farY, v], [1, farY, v]); }
          stroke(model.ink, 0.8, 1, [u, [u[0] + 3 * w[0], u[1] + 3 * w[1]]]);
          c.font = "8px " + model.fonts;
          c.fillStyle = model.ink;
          c.fillText(tick[1], u[0] + (6 + c.measureText(tick[1]).width / 2 * Math.abs(w[0])) * w[0], u[1] + 9 * w[1] + 3);
        });
        line(model.ink, 0.8, edge(axis, 0), edge(axis, 1));
        var m = edge(axis, 0.5), q = on(m[0], m[1], m[2]), o = outward(m, outs[axis]);
        c.font = "10px " + model.fonts;
        c.fillStyle = model.ink;
        c.fillText(s.names[axis], q[0] + 32 * o[0], q[1] + 28 * o[1] + 3.8);
      });
      var points = [];
      for (i = 0; i < s.points.length; i += 3) { points.push(on(s.points[i] / 1000, s.points[i + 1] / 1000, s.points[i + 2] / 1000)); }
      s.shapes.map(function (shape) {
        var sum = 0;
        for (var j = 4; j < shape.length; j++) { sum += points[shape[j]][2]; }
        return [sum / (shape.length - 4), shape];
      }).sort(function (u, w) { return u[0] - w[0]; }).forEach(function (each) {
        var shape = each[1], paint = s.paints[shape[1]], corners = shape.slice(4).map(function (n) { return points[n]; });
        if (shape[0] === 0) { stroke(paint, shape[2], shape[3], corners); return; }
        c.globalAlpha = shape[3];
        c.fillStyle = paint;
        c.beginPath();
        if (shape[0] === 2) { c.arc(corners[0][0], corners[0][1], shape[2] / 2, 0, 7); } else {
          corners.forEach(function (p, n) { if (n) { c.lineTo(p[0], p[1]); } else { c.moveTo(p[0], p[1]); } });
          c.closePath();
        }
        c.fill();
        c.globalAlpha = 1;
        if (shape[0] === 1 && shape[2]) { stroke(s.edge || paint, shape[2], shape[3], corners, true); }
      });
    }
    stage.addEventListener("pointermove", function (event) {
      if (!dragged) { hover(event); return; }
      var p = at(event), a = dragged.axes;
      hide();
      if (a.space) {
        a.angles = [Math.max(-90, Math.min(90, dragged.angles[0] + (p[1] - dragged.from[1]) * 0.6)), dragged.angles[1] - (p[0] - dragged.from[0]) * 0.8];
        if (!a.waiting) { a.waiting = requestAnimationFrame(function () { a.waiting = 0; turn(a); }); }
        return;
      }
      var b = a.box, x = Math.max(b[0], Math.min(b[0] + b[2], p[0])), y = Math.max(b[1], Math.min(b[1] + b[3], p[1]));
      dragged.to = [x, y];
      frame.setAttribute("x", Math.min(x, dragged.from[0]));
      frame.setAttribute("y", Math.min(y, dragged.from[1]));
      frame.setAttribute("width", Math.abs(x - dragged.from[0]));
      frame.setAttribute("height", Math.abs(y - dragged.from[1]));
      frame.setAttribute("display", "inline");
    });
    stage.addEventListener("pointerdown", function (event) {
      var p = at(event), a = under(p);
      if (event.button || !a || !(a.space || a.zooms)) { return; }
      dragged = { axes: a, from: p, to: p, angles: a.space && a.angles.slice() };
      try { stage.setPointerCapture(event.pointerId); } catch (e) { dragged.free = true; }
      event.preventDefault();
    });
    stage.addEventListener("pointerup", function () {
      var d = dragged;
      dragged = null;
      frame.setAttribute("display", "none");
      if (!d || d.axes.space || Math.abs(d.to[0] - d.from[0]) < 5 || Math.abs(d.to[1] - d.from[1]) < 5) { return; }
      var a = d.axes, b = a.box, v = a.view;
      function part(i, n) { return v[n] + (i - b[n]) / b[n + 2] * (v[n + 2] - v[n]); }
      a.view = [part(Math.min(d.from[0], d.to[0]), 0), part(Math.min(d.from[1], d.to[1]), 1),
        part(Math.max(d.from[0], d.to[0]), 0), part(Math.max(d.from[1], d.to[1]), 1)];
      zoom(a);
    });
    stage.addEventListener("pointerleave", hide);
    stage.addEventListener("dblclick", function (event) {
      var a = under(at(event));
      if (!a) { return; }
      hide();
      if (a.space) { a.angles = a.space.view.slice(); turn(a); } else { a.view = [0, 0, 1, 1]; zoom(a); }
    });
    var help = document.createElement("div");
    help.style.cssText = "font:11px sans-serif;color:#777";
    help.textContent = model.axes.some(function (a) { return a.space; }) ? words[1] : words[0];
    root.appendChild(help);
  }
  function find(tries) {
    var roots = document.querySelectorAll("." + id);
    for (var i = 0; i < roots.length; i++) { build(roots[i]); }
    if (!roots.length && tries) { setTimeout(function () { find(tries - 1); }, 50); }
  }
  find(40);
})
