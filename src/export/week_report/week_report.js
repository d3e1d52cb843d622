"use strict";
(function () {
  var map = document.querySelector("svg.map");
  var frame = document.querySelector(".frame");
  var note = document.querySelector(".note");
  if (!map || !frame) { return; }
  document.body.classList.add("scripted");
  [".filters", ".zoom"].forEach(function (which) {
    var part = document.querySelector(which);
    if (part) { part.hidden = false; }
  });

  // Which day and trucks are shown.
  var dayButtons = Array.from(document.querySelectorAll(".days button"));
  var truckBoxes = Array.from(document.querySelectorAll(".trucks input"));
  var day = dayButtons.length ? dayButtons[0].dataset.day : "all";

  function show() {
    var trucks = new Set(truckBoxes.filter(function (box) { return box.checked; }).map(function (box) { return box.dataset.truck; }));
    dayButtons.forEach(function (button) { button.setAttribute("aria-pressed", String(button.dataset.day === day)); });
    map.querySelectorAll(".route").forEach(function (route) {
      var shown = (day === "all" || route.dataset.day === day) && trucks.has(route.dataset.truck);
      route.classList.toggle("off", !shown);
    });
    document.querySelectorAll(".chart").forEach(function (chart) {
      chart.classList.toggle("off", day !== "all" && chart.dataset.day !== day);
      chart.querySelectorAll(".route").forEach(function (route) { route.classList.toggle("faint", !trucks.has(route.dataset.truck)); });
    });
    note.hidden = true;
    if (spread !== null) { spreadLines(spread); }
  }
  dayButtons.forEach(function (button) {
    button.addEventListener("click", function () { day = button.dataset.day; show(); });
  });
  truckBoxes.forEach(function (box) { box.addEventListener("change", show); });

  // Where the map looks: its view box. --s keeps signs and words at their size on the screen.
  var whole = map.viewBox.baseVal;
  whole = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  var view = Object.assign({}, whole);
  var closest = whole.width / 40;

  function look() {
    view.width = Math.min(whole.width, Math.max(closest, view.width));
    view.height = view.width * whole.height / whole.width;
    view.x = Math.min(whole.x + whole.width - view.width, Math.max(whole.x, view.x));
    view.y = Math.min(whole.y + whole.height - view.height, Math.max(whole.y, view.y));
    map.setAttribute("viewBox", [view.x, view.y, view.width, view.height].join(" "));
    var shown = map.getBoundingClientRect();
    var units = Math.max(view.width / Math.max(shown.width, 1), view.height / Math.max(shown.height, 1));
    map.style.setProperty("--s", units);
    // On a small screen, where little of the map is shown at its size, words are a bit smaller.
    map.style.setProperty("--t", units < 1.3 ? units : 1.3 + (units - 1.3) * 0.45);
    map.classList.toggle("near", units < 0.62);
    if (units !== spread) { spreadLines(units); }
  }

  // Routes that share a road lie side by side, at the same distance on the screen however near the map is.
  var LINE_STEP = 3.2;
  var spread = null;
  function spreadLines(units) {
    spread = units;
    map.querySelectorAll(".route:not(.off) [data-aside]").forEach(function (path) {
      var aside = Number(path.dataset.aside);
      if (aside === 0) { return; }
      if (!path.course) {
        path.course = path.getAttribute("d").slice(1).split("L").map(function (place) { return place.split(" ").map(Number); });
      }
      path.setAttribute("d", "M" + moved(path.course, aside * LINE_STEP * units).map(function (place) { return place[0].toFixed(2) + " " + place[1].toFixed(2); }).join("L"));
    });
  }
  // The course at a distance to its right; sharp bends are cut off.
  function moved(course, distance) {
    var normals = course.slice(1).map(function (to, i) {
      var x = to[0] - course[i][0], y = to[1] - course[i][1], length = Math.hypot(x, y) || 1;
      return [-y / length, x / length];
    });
    if (normals.length === 0) { return course; }
    return course.map(function (place, i) {
      var before = normals[Math.max(i - 1, 0)], after = normals[Math.min(i, normals.length - 1)];
      var x = before[0] + after[0], y = before[1] + after[1], square = x * x + y * y;
      var across = square < 0.8 ? after : [x * 2 / square, y * 2 / square];
      return [place[0] + across[0] * distance, place[1] + across[1] * distance];
    });
  }
  function at(x, y) {
    var point = new DOMPoint(x, y).matrixTransform(map.getScreenCTM().inverse());
    return { x: point.x, y: point.y };
  }
  function zoom(factor, x, y) {
    var fixed = at(x, y);
    var width = Math.min(whole.width, Math.max(closest, view.width * factor));
    var scale = width / view.width;
    view.x = fixed.x - (fixed.x - view.x) * scale;
    view.y = fixed.y - (fixed.y - view.y) * scale;
    view.width = width;
    look();
  }
  function zoomMiddle(factor) {
    var shown = map.getBoundingClientRect();
    zoom(factor, shown.left + shown.width / 2, shown.top + shown.height / 2);
  }
  document.querySelectorAll("[data-zoom]").forEach(function (button) {
    button.addEventListener("click", function () {
      if (button.dataset.zoom === "in") { zoomMiddle(1 / 1.6); }
      if (button.dataset.zoom === "out") { zoomMiddle(1.6); }
      if (button.dataset.zoom === "all") { view = Object.assign({}, whole); look(); }
    });
  });
  map.addEventListener("wheel", function (event) {
    event.preventDefault();
    zoom(Math.pow(1.0015, event.deltaY), event.clientX, event.clientY);
  }, { passive: false });

  // One finger or the mouse moves the map, two fingers enlarge it.
  var fingers = new Map();
  var dragged = 0;
  map.addEventListener("pointerdown", function (event) {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 1) { dragged = 0; }
    map.setPointerCapture(event.pointerId);
  });
  map.addEventListener("pointermove", function (event) {
    var before = fingers.get(event.pointerId);
    if (!before) { return; }
    var now = { x: event.clientX, y: event.clientY };
    dragged += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (fingers.size === 1) {
      var a = at(before.x, before.y);
      var b = at(now.x, now.y);
      view.x += a.x - b.x;
      view.y += a.y - b.y;
      look();
    } else if (fingers.size === 2) {
      var other = Array.from(fingers.entries()).find(function (one) { return one[0] !== event.pointerId; })[1];
      var apart = function (one) { return Math.hypot(one.x - other.x, one.y - other.y); };
      if (apart(now) > 0) { zoom(apart(before) / apart(now), (now.x + other.x) / 2, (now.y + other.y) / 2); }
    }
    fingers.set(event.pointerId, now);
  });
  function lift(event) { fingers.delete(event.pointerId); }
  map.addEventListener("pointerup", lift);
  map.addEventListener("pointercancel", lift);

  // A tap on a stop tells of it.
  map.addEventListener("click", function (event) {
    if (dragged > 6) { return; }
    var under = document.elementsFromPoint(event.clientX, event.clientY);
    var stop = under.map(function (one) { return one.closest(".stop"); }).find(Boolean);
    note.hidden = !stop;
    if (stop) { note.textContent = stop.dataset.note; }
  });

  window.addEventListener("resize", look);
  show();
  look();
})();
