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

// Names in the drawing, in pixels: letters of this size and mean width, lines of this height and greatest width.
const LETTER = { size: 12, width: 6.3, height: 14.5, widest: 120 };
let zoom = 1;

const short = (name) => (name.length > 44 ? `${name.slice(0, 43)}…` : name);

function elements() {
  const knots = [...document.querySelectorAll("tr[data-knot]")].map((row, n, all) => ({
    group: "nodes",
    data: {
      id: row.dataset.knot,
      name: row.querySelector("a").textContent,
      label: short(row.querySelector("a").textContent),
      side: row.dataset.side,
      kind: row.dataset.kind,
      number: Number(row.dataset.number),
      href: row.querySelector("a").getAttribute("href"),
    },
    // A circle to begin with: the same question gives the same drawing.
    position: { x: 400 * Math.cos((2 * Math.PI * n) / all.length), y: 400 * Math.sin((2 * Math.PI * n) / all.length) },
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
  return [
    {
      selector: "node",
      style: {
        "background-color": (node) => side[node.data("side")] ?? colour("c10"),
        shape: (node) => (node.data("kind") === "state" ? "diamond" : "ellipse"),
        width: (node) => 14 + 40 * Math.sqrt(node.data("number") / most),
        height: (node) => 14 + 40 * Math.sqrt(node.data("number") / most),
      },
    },
    {
      selector: "edge",
      style: {
        "line-color": colour("line-firm"),
        opacity: 0.75,
        width: (edge) => 1.5 + 9 * Math.sqrt((edge.data("number") - 1) / Math.max(heaviest - 1, 1)),
        "curve-style": "haystack",
      },
    },
    {
      selector: "node.named",
      style: {
        label: "data(label)",
        color: colour("ink"),
        "font-family": getComputedStyle(document.body).fontFamily,
        // As large on the screen however the drawing is zoomed.
        "font-size": () => LETTER.size / zoom,
        "text-wrap": "wrap",
        "text-max-width": () => LETTER.widest / zoom,
        "text-outline-color": colour("card"),
        "text-outline-width": () => 2.5 / zoom,
        "text-valign": "bottom",
        "text-margin-y": () => 2 / zoom,
      },
    },
    { selector: ".faint", style: { opacity: 0.15, "text-opacity": 0.15 } },
    { selector: "edge.near", style: { "line-color": colour("accent"), opacity: 1 } },
  ];
}

// Those with most agreements are named first; a name that would lie over another one waits until there is room.
function name(cy) {
  zoom = cy.zoom();
  const placed = [];
  cy.batch(() => {
    for (const node of cy.nodes().sort((a, b) => b.data("number") - a.data("number"))) {
      const { x, y } = node.renderedPosition();
      const long = node.data("label").length * LETTER.width;
      const half = Math.min(long, LETTER.widest) / 2;
      const top = y + node.renderedHeight() / 2 + 2;
      const box = [x - half, top, x + half, top + LETTER.height * Math.ceil(long / LETTER.widest)];
      const free = placed.every((p) => p[0] > box[2] || p[2] < box[0] || p[1] > box[3] || p[3] < box[1]);
      if (free) placed.push(box);
      node.toggleClass("named", free);
    }
  });
  cy.style().update();
}

function draw() {
  const drawn = elements();
  const numbers = (group) => drawn.filter((one) => one.group === group).map((one) => one.data.number);
  const [most, heaviest] = [Math.max(...numbers("nodes")), Math.max(...numbers("edges"))];
  const cy = cytoscape({
    container: place.querySelector("[data-canvas]"),
    elements: drawn,
    style: style(most, heaviest),
    layout: { name: "cose", animate: false, randomize: false, padding: 24, componentSpacing: 50, idealEdgeLength: () => 110, nodeRepulsion: () => 60000, numIter: 800 },
    userZoomingEnabled: false,
    boxSelectionEnabled: false,
    autounselectify: true,
    minZoom: 0.2,
    maxZoom: 4,
  });
  let waits = 0;
  const naming = () => {
    cancelAnimationFrame(waits);
    waits = requestAnimationFrame(() => name(cy));
  };
  cy.on("zoom", naming);
  cy.on("resize", () => cy.fit(undefined, 40));
  cy.fit(undefined, 40);
  name(cy);
  const told = place.querySelector("[data-told]");
  const words = told.textContent;
  const many = (n) => `${n} agreement${n === 1 ? "" : "s"}`;

  function show(one) {
    const near = one.isNode() ? one.closedNeighborhood() : one.union(one.connectedNodes());
    cy.elements().addClass("faint").removeClass("near");
    near.removeClass("faint").edges().addClass("near");
    if (near.nodes().length < 12) near.nodes().addClass("named");
    const ends = one.isNode() ? one.data("name") : one.connectedNodes().map((node) => node.data("name")).join(" and ");
    told.textContent = `${ends}: ${many(one.data("number"))}`;
  }
  function rest() {
    cy.elements().removeClass("faint near");
    naming();
    told.textContent = words;
  }
  cy.on("mouseover", "node, edge", ({ target }) => show(target));
  cy.on("mouseout", "node, edge", rest);
  cy.on("tap", "node, edge", ({ target }) => location.assign(target.data("href")));

  for (const row of document.querySelectorAll("tr[data-knot], tr[data-one]")) {
    const { knot, one, other } = row.dataset;
    const mine = () => (knot ? cy.getElementById(knot) : cy.edges().filter((e) => e.data("source") === one && e.data("target") === other));
    for (const [name, act] of [["mouseenter", () => show(mine())], ["mouseleave", rest], ["focusin", () => show(mine())], ["focusout", rest]]) {
      row.addEventListener(name, act);
    }
  }
  for (const button of place.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => {
      if (button.dataset.zoom === "fit") return cy.fit(undefined, 40);
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
