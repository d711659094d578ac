// The free layout: ties as a net, by cytoscape.js with fcose.

const pages = 5; // of a thousand ties each
const named = 30; // names are written on so many, the ones with most ties, where there are many
let library; // a promise of cytoscape

export async function drawFree(figure, go) {
  if (figure.dataset.drawn) return;
  figure.dataset.drawn = "begun";
  const wait = document.createElement("p");
  wait.className = "wait";
  wait.textContent = "Drawing…";
  figure.append(wait);
  try {
    const [cytoscape, ties] = await Promise.all([load(), read(figure.dataset.free)]);
    if (ties.length === 0) {
      wait.textContent = "There is nothing to draw.";
    } else {
      draw(cytoscape, figure, ties, go);
      wait.remove();
    }
  } catch (error) {
    wait.textContent = "The net could not be drawn. The tables below have the same.";
    console.warn(error);
  }
  figure.dataset.drawn = "done";
}

async function load() {
  library ??= (async () => {
    for (const name of ["cytoscape.min.js", "layout-base.js", "cose-base.js", "cytoscape-fcose.js"]) await script(new URL(`vendor/${name}`, import.meta.url));
    return window.cytoscape;
  })();
  return library;
}

function script(address) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = resolve;
    element.onerror = () => reject(new Error(`${address} cannot be loaded`));
    document.head.append(element);
  });
}

async function read(address) {
  const ties = [];
  const most = new URL(address, location.href).searchParams.get("limit") < 1000 ? 1 : pages;
  for (let page = 0, next = address; next && page < most; page++) {
    const response = await fetch(next);
    if (!response.ok) throw new Error(`${next}: ${response.status}`);
    ties.push(...(await response.json()).ties);
    next = /<([^>]+)>; rel="next"/.exec(response.headers.get("Link") ?? "")?.[1];
  }
  return ties;
}

function draw(cytoscape, figure, ties, go) {
  const nodes = new Map();
  for (const tie of ties) for (const end of [tie.subject, tie.object]) nodes.set(end.id, end);
  const degree = new Map();
  for (const tie of ties) for (const end of [tie.subject, tie.object]) degree.set(end.id, (degree.get(end.id) ?? 0) + 1);
  const many = ties.length > 120;
  const least = [...degree.values()].sort((a, b) => b - a)[many ? Math.min(named, degree.size - 1) : degree.size - 1];
  const stage = document.createElement("div");
  stage.style.cssText = "position:absolute;inset:0";
  stage.setAttribute("role", "img");
  stage.setAttribute("aria-label", `${nodes.size} names and ${ties.length} ties as a net; the tables below have the same`);
  figure.append(stage);
  const cy = cytoscape({
    container: stage,
    elements: [
      ...[...nodes.values()].map((n) => ({ data: { id: n.id, name: degree.get(n.id) >= least ? n.name : "", look: lookOf(n), size: (many ? 16 : 22) + (many ? 7 : 9) * Math.sqrt(degree.get(n.id)) } })),
      ...ties.map((t, i) => ({
        data: {
          id: `tie ${i}`, source: t.subject.id, target: t.object.id, key: `${t.subject.id} ${t.predicate} ${t.object.id}`,
          relation: t.predicate, polarity: t.polarity, ended: t.phase === "ended" ? 1 : 0,
          label: many ? "" : labelOf(t), width: [1.3, 1.3, 2.2, 2.8, 3.3, 3.7, 4, 4.3, 4.6, 5][Math.min(t.sources.length, 9)],
        },
      })),
    ],
    style: styleOf(figure, many),
    layout: { name: "fcose", quality: ties.length > 1500 ? "draft" : ties.length > 600 ? "default" : "proof", animate: false, randomize: true, nodeSeparation: many ? 140 : 90, idealEdgeLength: many ? 170 : 120, nodeRepulsion: 8000, packComponents: false, fit: false },
    minZoom: 0.08, maxZoom: 3, textureOnViewport: many, hideEdgesOnViewport: many,
  });
  pack(cy, stage.clientWidth / stage.clientHeight);
  cy.fit(undefined, 24);
  cy.on("tap", "edge", (event) => {
    const url = new URL(location.href);
    url.searchParams.set("tie", event.target.data("key"));
    url.hash = "evidence";
    go(url);
  });
  cy.on("tap", "node", (event) => go(`/name/${encodeURIComponent(event.target.id())}${filters()}`));
  cy.on("mouseover", "node, edge", () => (stage.style.cursor = "pointer"));
  cy.on("mouseout", "node, edge", () => (stage.style.cursor = ""));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => cy.style(styleOf(figure, many)));
  new ResizeObserver(() => {
    cy.resize();
    cy.fit(undefined, 24);
  }).observe(stage);
  stage.cy = cy;
}

// pack puts the parts that hang together side by side in rows, the tallest first, so that no room is lost between them.
function pack(cy, aspect) {
  const gap = 46;
  const parts = cy.elements().components().map((part) => ({ part, box: part.boundingBox() }));
  parts.sort((a, b) => b.box.h - a.box.h || b.box.w - a.box.w);
  const area = parts.reduce((sum, { box }) => sum + (box.w + gap) * (box.h + gap), 0);
  const room = Math.max(parts[0].box.w, Math.sqrt(area * aspect) * 1.08);
  let x = 0;
  let y = 0;
  let tall = 0;
  cy.batch(() => {
    for (const { part, box } of parts) {
      if (x > 0 && x + box.w > room) [x, y, tall] = [0, y + tall + gap, 0];
      part.nodes().shift({ x: x - box.x1, y: y - box.y1 });
      x += box.w + gap;
      tall = Math.max(tall, box.h);
    }
  });
}

// filters are those of this page, which the next one keeps.
function filters() {
  const kept = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (["kinds", "polarity", "since", "until", "minSources", "minConfidence", "retracted", "superseded", "rejected", "at", "war", "place", "only"].includes(name)) kept.set(name, value);
  }
  return kept.size > 0 ? `?${kept}` : "";
}

function labelOf(tie) {
  const words = [...tie.kinds];
  if (tie.polarity === "alleged") words.push(tie.modalities.join(", "));
  if (tie.polarity === "denied") words.push("DENIED");
  else if (tie.contested) words.push(`denied by ${tie.deniedBy.length}`);
  return words.join(", ");
}

function lookOf(entity) {
  if (entity.isState && entity.type !== "place") return "state";
  return { government: "government", military: "government", armed_group: "armed", militia: "armed", unit: "armed", person: "person", place: "place" }[entity.type] ?? (entity.type ? "organisation" : "unknown");
}

function styleOf(figure, many) {
  const css = getComputedStyle(figure);
  const color = (name) => css.getPropertyValue(`--${name}`).trim();
  const edge = (selector, name) => ({ selector, style: { "line-color": color(name), "target-arrow-color": color(name) } });
  return [
    { selector: "node", style: {
      label: "data(name)", width: "data(size)", height: "data(size)", "background-color": color("unknown"), "border-width": 1.2, "border-color": color("card-line"),
      color: color("ink"), "font-size": many ? 27 : 13, "font-family": "system-ui, sans-serif", "text-valign": "bottom", "text-margin-y": 4, "text-wrap": "wrap", "text-max-width": many ? 400 : 130,
      "text-outline-width": 3, "text-outline-color": color("sheet"), "min-zoomed-font-size": 6 } },
    ...["state", "government", "armed", "organisation", "person", "place"].map((look) => ({ selector: `node[look = "${look}"]`, style: { "background-color": color(look) } })),
    { selector: 'node[look = "state"]', style: { "border-color": color("state"), "font-weight": 600 } },
    { selector: "edge", style: {
      width: "data(width)", "curve-style": "bezier", "line-color": color("other"), "target-arrow-color": color("other"), label: "data(label)", color: color("soft"),
      "font-size": 10, "text-rotation": "autorotate", "text-background-color": color("sheet"), "text-background-opacity": 0.9, "text-background-padding": 2, "min-zoomed-font-size": 8 } },
    { selector: 'edge[relation = "backs"]', style: { "target-arrow-shape": "triangle" } },
    edge('edge[relation = "backs"]', "backs"), edge('edge[relation = "fights"]', "fights"), edge('edge[relation = "opposes"]', "opposes"), edge('edge[relation = "allied_with"]', "allied"),
    edge("edge[ended = 1]", "ended"),
    { selector: 'edge[polarity = "alleged"]', style: { "line-style": "dashed", "line-dash-pattern": [8, 5] } },
    { selector: 'edge[polarity = "denied"]', style: { "line-style": "dotted", "line-color": color("denied"), "target-arrow-color": color("denied"), color: color("denied") } },
  ];
}
