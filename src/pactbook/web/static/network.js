"use strict";
// The drawing is made of the lists beside it: what stands there is what is drawn, and opens the same.
const place = document.querySelector("[data-network]");

// A colour as the theme has it now, in words that a canvas knows.
function colour(name) {
  const probe = document.createElement("span");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

// In pixels on the screen, however the drawing is zoomed: letters, lines, the widest name, the dots, the ties.
const narrow = () => place.clientWidth < 500;
const NAME = { letter: 12, line: 14.5, widest: () => (narrow() ? 92 : 120), letters: () => (narrow() ? 40 : 44) };
const DOT = { least: () => (narrow() ? 6 : 7), more: () => (narrow() ? 11 : 16) };
const TIE = 64;
// Between groups, and at the sides of the drawing, there is room for names.
const ROOM = 42;
const margin = () => (narrow() ? 30 : 56);
// Where a name may stand beside its dot, the best place first: how it is aligned, and which way it is moved.
const BESIDE = {
  below: { valign: "bottom", halign: "center", x: 0, y: 1 },
  above: { valign: "top", halign: "center", x: 0, y: -1 },
  right: { valign: "center", halign: "right", x: 1, y: 0 },
  left: { valign: "center", halign: "left", x: -1, y: 0 },
  "below right": { valign: "bottom", halign: "right", x: 1, y: 1 },
  "below left": { valign: "bottom", halign: "left", x: -1, y: 1 },
  "above right": { valign: "top", halign: "right", x: 1, y: -1 },
  "above left": { valign: "top", halign: "left", x: -1, y: -1 },
};
const GAP = 3;
let zoom = 1;

const short = (name, most) => (name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name);

function elements() {
  const knots = [...document.querySelectorAll("tr[data-knot]")].map((row) => ({
    group: "nodes",
    data: {
      id: row.dataset.knot,
      name: row.querySelector("a").textContent,
      label: short(row.querySelector("a").textContent, NAME.letters()),
      side: row.dataset.side,
      kind: row.dataset.kind,
      number: Number(row.dataset.number),
      href: row.querySelector("a").getAttribute("href"),
      beside: "below",
    },
  }));
  const ties = [...document.querySelectorAll("tr[data-one]")].map(({ dataset, lastElementChild }) => ({
    group: "edges",
    data: {
      source: dataset.one,
      target: dataset.other,
      number: Number(dataset.number),
      href: lastElementChild.querySelector("a").getAttribute("href"),
    },
  }));
  return [...knots, ...ties];
}

function style(most, heaviest) {
  const side = { KR: colour("c6"), VN: colour("c5") };
  const dot = (node) => (DOT.least() + DOT.more() * Math.sqrt(node.data("number") / most)) / zoom;
  const beside = (node) => BESIDE[node.data("beside")];
  return [
    {
      selector: "node",
      style: {
        "background-color": (node) => side[node.data("side")] ?? colour("c10"),
        shape: (node) => (node.data("kind") === "state" ? "diamond" : "ellipse"),
        width: dot,
        height: dot,
      },
    },
    {
      selector: "edge",
      style: {
        "line-color": colour("line-firm"),
        opacity: 0.75,
        width: (edge) => (1 + 5 * Math.sqrt((edge.data("number") - 1) / Math.max(heaviest - 1, 1))) / zoom,
        "curve-style": "haystack",
      },
    },
    {
      selector: "node.named",
      style: {
        label: "data(label)",
        color: colour("ink"),
        "font-family": getComputedStyle(document.body).fontFamily,
        "font-size": () => NAME.letter / zoom,
        "text-wrap": "wrap",
        "text-max-width": () => NAME.widest() / zoom,
        "text-outline-color": colour("card"),
        "text-outline-width": () => 2.5 / zoom,
        "text-valign": (node) => beside(node).valign,
        "text-halign": (node) => beside(node).halign,
        "text-margin-x": (node) => (GAP * beside(node).x) / zoom,
        "text-margin-y": (node) => (GAP * beside(node).y) / zoom,
      },
    },
    { selector: ".faint", style: { opacity: 0.15, "text-opacity": 0 } },
    { selector: "edge.near", style: { "line-color": colour("accent"), opacity: 1 } },
  ];
}

// How wide and high a name is when its lines are broken at spaces.
const pen = document.createElement("canvas").getContext("2d");
function extent(label) {
  pen.font = `${NAME.letter}px ${getComputedStyle(document.body).fontFamily}`;
  const lines = [];
  for (const word of label.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && pen.measureText(longer).width <= NAME.widest()) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  // Small letters that are drawn larger come out a little wider than they are measured.
  return [Math.max(...lines.map((line) => pen.measureText(line).width)) + 5, lines.length * NAME.line];
}

// The place of a name, as left, top, right, bottom on the screen.
function box(node, [wide, high], { x, y }) {
  const at = node.renderedPosition();
  const [middle, centre] = [at.x + x * (node.renderedWidth() / 2 + GAP + wide / 2), at.y + y * (node.renderedHeight() / 2 + GAP + high / 2)];
  return [middle - wide / 2, centre - high / 2, middle + wide / 2, centre + high / 2];
}

const inside = (a, wide, high) => a[0] >= GAP && a[1] >= 0 && a[2] <= wide - GAP && a[3] <= high;
const apart = (a, b) => a[0] - b[2] >= GAP || b[0] - a[2] >= GAP || a[1] >= b[3] || b[1] >= a[3];

// Those with most agreements are named first; a name that would lie over another one, or over a dot, waits until there
// is room. Of ``some`` alone, where these are pointed at; ``first`` has its name in any case.
function name(cy, some = cy.nodes(), first = null) {
  zoom = cy.zoom();
  cy.style().update();
  const [wide, high] = [cy.width(), cy.height()];
  const taken = some.map((node) => box(node, [node.renderedWidth(), node.renderedHeight()], { x: 0, y: 0 }));
  cy.batch(() => {
    cy.nodes().removeClass("named");
    for (const node of some.sort((a, b) => (b === first) - (a === first) || b.data("number") - a.data("number"))) {
      const size = extent(node.data("label"));
      const places = Object.keys(BESIDE).map((beside) => {
        const mine = box(node, size, BESIDE[beside]);
        return { beside, mine, over: taken.filter((one) => !apart(one, mine)).length + (inside(mine, wide, high) ? 0 : 9) };
      });
      const { beside, mine, over } = places.reduce((best, one) => (one.over < best.over ? one : best));
      if (over && node !== first) continue;
      taken.push(mine);
      node.data("beside", beside).addClass("named");
    }
  });
}

// What the middles of dots take up.
function extentOf(nodes) {
  const [xs, ys] = ["x", "y"].map((way) => nodes.map((node) => node.position(way)));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, wide: Math.max(...xs) - left, high: Math.max(...ys) - top };
}

// Those that are tied together are drawn together, the largest group first: the same question gives the same drawing.
function groups(cy) {
  return cy.elements().components().sort((a, b) => b.nodes().length - a.nodes().length).map((group) => {
    const nodes = group.nodes().sort((a, b) => b.degree() - a.degree());
    const round = (n) => (2 * Math.PI * n) / Math.max(nodes.length - 1, 1);
    const reach = nodes.length > 2 ? TIE : TIE * 0.7;
    nodes.forEach((node, n) => node.position(n ? { x: reach * Math.cos(round(n)), y: reach * Math.sin(round(n)) } : { x: 0, y: 0 }));
    if (nodes.length > 2) {
      group.layout({ name: "cose", animate: false, randomize: false, fit: false, idealEdgeLength: () => TIE, nodeRepulsion: () => 20000, nodeOverlap: 30, gravity: 0.25, numIter: 800 }).run();
    }
    const extent = extentOf(nodes);
    return { nodes, ...extent, wide: extent.wide + ROOM, high: extent.high + ROOM };
  });
}

// Rows of groups, none wider than ``most``: where each begins, and how much room all take.
function rows(all, most) {
  let [x, y, high, wide] = [0, 0, 0, 0];
  const starts = all.map((group) => {
    if (x && x + group.wide > most) [x, y, high] = [0, y + high, 0];
    const start = [x, y];
    x += group.wide;
    [high, wide] = [Math.max(high, group.high), Math.max(wide, x)];
    return start;
  });
  return { starts, wide, high: y + high };
}

// The rows that fill the canvas best.
function arrange(cy) {
  const strongest = ({ nodes }) => Math.max(...nodes.map((node) => node.data("number")));
  const all = groups(cy).sort((a, b) => b.high - a.high || strongest(b) - strongest(a));
  const widest = Math.max(...all.map((group) => group.wide));
  const every = all.reduce((sum, group) => sum + group.wide, 0);
  const scale = ({ wide, high }) => Math.min((cy.width() - 2 * margin()) / wide, (cy.height() - 2 * margin()) / high);
  const tried = Array.from({ length: 40 }, (_, n) => rows(all, widest + ((every - widest) * n ** 2) / 1521));
  const { starts } = tried.reduce((best, one) => (scale(one) > scale(best) ? one : best));
  cy.batch(() => {
    all.forEach(({ nodes, left, top }, n) => nodes.forEach((node) => node.position({ x: node.position("x") - left + starts[n][0], y: node.position("y") - top + starts[n][1] })));
  });
}

// The size at which all can be seen. Dots and names are as large in every size: they do not count. A few bodies need not
// fill the canvas.
function fitting(cy) {
  const { left, top, wide, high } = extentOf(cy.nodes());
  const room = { wide: cy.width() - 2 * margin(), high: cy.height() - 2 * margin() };
  const level = Math.min(room.wide / Math.max(wide, 1), room.high / Math.max(high, 1), 2);
  return { level, pan: { x: cy.width() / 2 - level * (left + wide / 2), y: cy.height() / 2 - level * (top + high / 2) } };
}

function draw() {
  const drawn = elements();
  const numbers = (group) => drawn.filter((one) => one.group === group).map((one) => one.data.number);
  const [most, heaviest] = [Math.max(...numbers("nodes")), Math.max(...numbers("edges"))];
  const cy = cytoscape({
    container: place.querySelector("[data-canvas]"),
    elements: drawn,
    style: style(most, heaviest),
    layout: { name: "null" },
    userZoomingEnabled: false,
    boxSelectionEnabled: false,
    autounselectify: true,
    minZoom: 0.1,
    maxZoom: 6,
  });
  let waits = 0;
  const naming = () => {
    cancelAnimationFrame(waits);
    waits = requestAnimationFrame(() => name(cy));
  };
  const whole = () => cy.viewport({ zoom: fitting(cy).level, pan: fitting(cy).pan });
  arrange(cy);
  whole();
  name(cy);
  cy.on("zoom pan", naming);
  cy.on("resize", whole);
  const told = place.querySelector("[data-told]");
  const touch = matchMedia("(hover: none)").matches;
  // A finger that moves over the whole drawing scrolls the page; over a part of it, it moves that.
  const mind = () => {
    const closer = cy.zoom() > fitting(cy).level * 1.05;
    // Not on the canvas: a change of its class is a new size to Cytoscape.
    place.classList.toggle("closer", closer);
    cy.userPanningEnabled(closer || !touch);
  };
  cy.on("zoom", mind);
  mind();
  if (touch) told.textContent = "Tap a body or a tie; tap it again to open it.";
  const words = told.textContent;
  const many = (n) => `${n} agreement${n === 1 ? "" : "s"}`;
  let tapped = null;

  function show(one) {
    const near = one.isNode() ? one.closedNeighborhood() : one.union(one.connectedNodes());
    cy.elements().addClass("faint").removeClass("near");
    near.removeClass("faint").edges().addClass("near");
    cancelAnimationFrame(waits);
    name(cy, near.nodes(), one.isNode() ? one : null);
    const ends = one.isNode() ? one.data("name") : one.connectedNodes().map((node) => node.data("name")).join(" and ");
    told.textContent = `${ends}: ${many(one.data("number"))}`;
  }
  function rest() {
    tapped = null;
    cy.elements().removeClass("faint near");
    naming();
    told.textContent = words;
  }
  cy.on("mouseover", "node, edge", ({ target }) => show(target));
  cy.on("mouseout", "node, edge", rest);
  cy.on("tap", ({ target }) => {
    if (target === cy) return touch && rest();
    // Who cannot point first sees what it is.
    if (touch && target !== tapped) {
      show(target);
      tapped = target;
      return;
    }
    location.assign(target.data("href"));
  });

  for (const row of document.querySelectorAll("tr[data-knot], tr[data-one]")) {
    const { knot, one, other } = row.dataset;
    const mine = () => (knot ? cy.getElementById(knot) : cy.edges().filter((e) => e.data("source") === one && e.data("target") === other));
    for (const [name, act] of [["mouseenter", () => show(mine())], ["mouseleave", rest], ["focusin", () => show(mine())], ["focusout", rest]]) {
      row.addEventListener(name, act);
    }
  }
  for (const button of place.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => {
      if (button.dataset.zoom === "fit") return whole();
      cy.zoom({ level: cy.zoom() * Number(button.dataset.zoom), renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    });
  }
  const again = () => cy.style(style(most, heaviest));
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  // For tests, and for whoever opens the console.
  place.cy = cy;
}

if (place) draw();
