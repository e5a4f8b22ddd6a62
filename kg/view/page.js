"use strict";
// Everything that comes from a document enters the page through textContent, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("graph-data").textContent);
  const byId = (id) => document.getElementById(id);
  const labels = new Map(data.nodes.map((node) => [node.id, node.label.replace(/\n/g, ", ")]));
  const kindOf = new Map(data.nodes.map((node) => [node.id, node.group]));
  const kindWord = new Map(data.kinds.map((kind) => [kind.id, kind.one]));
  const statuses = new Map(data.statuses.map((status) => [status.id, status]));
  const claimsOf = new Map();
  for (const claim of data.claims) {
    for (const id of claim.nodes) {
      if (!claimsOf.has(id)) claimsOf.set(id, []);
      claimsOf.get(id).push(claim);
    }
  }
  // Documents are off at first: everything is tied to one, and the panel names it anyway.
  const hidden = { kinds: new Set(["document"]), statuses: new Set() };
  let network = null;
  let nodes = null;
  let edges = null;
  let selected = null;

  // ---- small helpers -------------------------------------------------------------------------
  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text !== undefined && text !== null) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }
  const isolated = (text) => element("bdi", text, { dir: "auto" });
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/ı/g, "i").replace(/ə/g, "a");

  // A link only where the browser itself reads the address as one of these schemes.
  function link(address) {
    let parsed;
    try { parsed = new URL(address); } catch { return isolated(address); }
    if (!["http:", "https:", "mailto:"].includes(parsed.protocol)) return isolated(address);
    return element("a", address, {
      href: parsed.href, rel: "noopener noreferrer", target: "_blank", dir: "ltr",
      referrerpolicy: "no-referrer",
    });
  }

  // ---- the picture ---------------------------------------------------------------------------
  function look(kind) {
    const boxed = ["event", "state", "work"].includes(kind);
    const border = colour("event-line");
    const background = colour(kind);
    const chosen = { background: boxed ? colour("mark") : background, border: colour("accent") };
    const font = { color: colour("ink"), size: 13, face: "system-ui, sans-serif" };
    if (kind === "person") Object.assign(font, { size: 20, strokeWidth: 4, strokeColor: colour("ground") });
    if (!boxed) Object.assign(font, { strokeWidth: 4, strokeColor: colour("ground") });
    return {
      color: { background, border, highlight: chosen, hover: chosen },
      borderWidth: boxed ? 1.5 : 1, borderWidthSelected: 4, font,
      size: 14, widthConstraint: kind === "person" ? false : { maximum: 170 }, margin: 7,
    };
  }

  function options() {
    const groups = {};
    for (const kind of data.kinds) groups[kind.id] = look(kind.id);
    const chosen = structuredClone(data.options);
    Object.assign(chosen, { groups, autoResize: true });
    Object.assign(chosen.edges, {
      color: { color: colour("edge"), highlight: colour("accent"), hover: colour("accent") },
      font: { size: 10, color: colour("faint"), strokeWidth: 3, strokeColor: colour("ground"), align: "middle" },
      width: 1, selectionWidth: 2,
    });
    return chosen;
  }

  const shown = (node) => !hidden.kinds.has(node.group) && !hidden.statuses.has(node.status);

  function draw() {
    const view = network && { position: network.getViewPosition(), scale: network.getScale() };
    if (network) network.destroy();
    letters = 0;
    nodes = new vis.DataSet(data.nodes);
    edges = new vis.DataSet(data.edges.map((edge, index) => ({ id: index, ...edge })));
    network = new vis.Network(byId("network"), { nodes, edges }, options());
    network.on("click", (event) => { if (event.nodes.length) choose(event.nodes[0]); });
    network.on("zoom", legible);
    filter();
    if (view) network.moveTo(view); else whole();
    legible();
    if (selected) network.selectNodes([selected]);
    window.claimGraph = { network, nodes, edges };
  }

  function filter() {
    const visible = new Set(data.nodes.filter(shown).map((node) => node.id));
    nodes.update(data.nodes.map((node) => ({ id: node.id, hidden: !visible.has(node.id) })));
    edges.update(data.edges.map((edge, id) => ({
      id, hidden: !(visible.has(edge.from) && visible.has(edge.to)),
    })));
  }

  // Names of people stay readable from afar: their letters grow as the picture shrinks.
  let letters = 0;
  function legible() {
    const size = Math.round(Math.min(Math.max(20, 13 / network.getScale()), 80));
    if (size === letters) return;
    letters = size;
    const people = data.nodes.filter((node) => node.group === "person");
    nodes.update(people.map(({ id }) => ({ id, font: { size, strokeWidth: Math.round(size / 5) } })));
  }

  function whole() {
    network.fit({ nodes: data.nodes.filter(shown).map((node) => node.id) });
    legible();
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor });
    legible();
  }

  // ---- the panel -----------------------------------------------------------------------------
  function choose(id, { focus = false, move = false } = {}) {
    if (!kindOf.has(id)) return;
    selected = id;
    network.selectNodes([id]);
    if (move) {
      const animation = calm() ? false : { duration: 300 };
      network.focus(id, { scale: Math.max(network.getScale(), 1), animation });
      network.once("animationFinished", legible);
      if (!animation) legible();
    }
    for (const button of byId("people").querySelectorAll("button")) {
      button.setAttribute("aria-current", String(button.dataset.id === id));
    }
    show(id);
    if (focus) byId("dossier").querySelector("h2").focus();
    const address = `#${encodeURIComponent(id)}`;
    if (location.hash !== address) history.replaceState(null, "", address);
  }

  function show(id) {
    const thing = data.things[id];
    const dossier = byId("dossier");
    const name = thing?.names[0] ?? labels.get(id);
    const heading = element("h2", undefined, { tabindex: "-1" });
    heading.append(isolated(name));
    dossier.replaceChildren(element("p", kindWord.get(kindOf.get(id)), { class: "kind" }), heading);
    if (thing) describe(thing, dossier);
    const all = claimsOf.get(id) ?? [];
    const kept = all.filter((claim) => !hidden.statuses.has(claim.status));
    const left = all.length - kept.length;
    const one = kept.length === 1 ? "1 claim" : `${kept.length} claims, in order of time`;
    dossier.append(element("p", left ? `${one}; ${left} left out by the filter` : one, { class: "count" }));
    for (const claim of kept) dossier.append(article(claim, name));
    byId("said").textContent = `${name}: ${one}`;
    byId("welcome").hidden = true;
    dossier.hidden = false;
    byId("panel").scrollTop = 0;
  }

  function describe(thing, dossier) {
    if (thing.names.length > 1) {
      const names = element("p", "Also: ", { class: "names" });
      names.append(...thing.names.slice(1).map(isolated));
      dossier.append(names);
    }
    const facts = definitions(thing.facts);
    if (thing.url) {
      const value = element("dd");
      value.append(link(thing.url));
      facts.append(element("dt", "Address"), value);
    }
    if (facts.childElementCount) dossier.append(facts);
  }

  function definitions(pairs) {
    const list = element("dl", undefined, { class: "facts" });
    for (const [key, value] of pairs) {
      const held = element("dd");
      held.append(isolated(value));
      list.append(element("dt", key), held);
    }
    return list;
  }

  function article(claim, name) {
    const status = statuses.get(claim.status);
    const made = element("article", undefined, { class: status.fact ? "claim" : "claim open-claim" });
    made.dataset.claim = claim.id;
    const heading = element("h3");
    heading.append(element("span", claim.date || "no date", { class: "when" }), element("span", claim.type));
    if (!claim.subject.includes(name)) {
      const whom = element("span", undefined, { class: "whom" });
      whom.append(...claim.subject.map(isolated));
      heading.append(whom);
    }
    heading.append(element("span", status.label, {
      class: status.fact ? "status" : "status open", title: status.definition,
    }));
    made.append(heading, speakers(claim));
    if (claim.args.length) made.append(definitions(claim.args));
    const quote = element("blockquote", claim.quote, { dir: "auto" });
    if (claim.language) quote.setAttribute("lang", claim.language);
    made.append(quote);
    if (claim.cites.length) made.append(element("p", "Source cited"), sources(claim.cites));
    made.append(where(claim));
    return made;
  }

  function speakers(claim) {
    const line = element("p");
    if (!claim.by.length) {
      line.append("Says: ", claim.voice ? isolated(claim.voice) : "the document itself");
      return line;
    }
    line.append("Says: ");
    claim.by.forEach((name, index) => line.append(...(index ? [", citing "] : []), isolated(name)));
    return line;
  }

  function sources(cites) {
    const list = element("ul", undefined, { class: "cites" });
    for (const cite of cites) {
      const item = element("li");
      const parts = [];
      if (cite.publisher) parts.push(isolated(cite.publisher));
      if (cite.title) { const title = element("cite"); title.append(isolated(cite.title)); parts.push(title); }
      if (cite.date) parts.push(element("span", cite.date));
      if (cite.pages) parts.push(element("span", `p. ${cite.pages}`));
      parts.forEach((part, index) => item.append(...(index ? [", "] : []), part));
      if (cite.url) item.append(...(parts.length ? [element("br")] : []), link(cite.url));
      list.append(item);
    }
    return list;
  }

  function where(claim) {
    const line = element("p", undefined, { class: "where" });
    line.append(isolated(claim.document || claim.file));
    if (claim.file && claim.file !== claim.document) line.append(" (", isolated(claim.file), ")");
    const rest = [claim.section, claim.page && `page ${claim.page}`, claim.confidence && `confidence ${claim.confidence}`,
      claim.ocr && `read from a picture (OCR), its least sure word with ${claim.ocr}: check the page`];
    line.append(rest.filter(Boolean).map((part) => `, ${part}`).join(""));
    return line;
  }

  // ---- the list of people and the filters ----------------------------------------------------
  const entries = Object.entries(data.things).map(([id, thing]) => ({
    id, kind: thing.kind, name: thing.names[0] ?? labels.get(id), key: fold(thing.names.join("\n")),
  })).filter((entry) => !["event", "state"].includes(entry.kind)).sort((a, b) => a.name.localeCompare(b.name, "en"));

  const namesakes = new Map();
  for (const { name } of entries) namesakes.set(name, (namesakes.get(name) ?? 0) + 1);

  function list() {
    const words = fold(byId("search").value).split(/\s+/).filter(Boolean);
    const found = entries.filter((entry) => words.length
      ? words.every((word) => entry.key.includes(word)) : entry.kind === "person");
    found.sort((a, b) => (b.kind === "person") - (a.kind === "person"));
    byId("people").replaceChildren(...found.slice(0, 300).map(row));
    byId("found").textContent = words.length ? `${found.length} found` : `${found.length} people`;
    return found;
  }

  function row(entry) {
    const button = element("button", undefined, { type: "button", "aria-current": String(entry.id === selected) });
    button.dataset.id = entry.id;
    const count = claimsOf.get(entry.id)?.length ?? 0;
    const note = entry.kind === "person" ? String(count) : kindWord.get(entry.kind);
    const counted = element("small", note);
    if (entry.kind === "person") counted.setAttribute("aria-label", `${count} claims`);
    const named = element("span");
    named.append(isolated(entry.name));
    if (namesakes.get(entry.name) > 1) named.append(hint(entry.id));
    button.append(named, counted);
    button.addEventListener("click", () => choose(entry.id, { focus: true, move: true }));
    const item = element("li");
    item.append(button);
    return item;
  }

  // What tells people of one name apart: the words in which each first appears.
  function hint(id) {
    const quote = claimsOf.get(id)?.[0]?.quote ?? "";
    return element("small", quote.length > 45 ? `${quote.slice(0, 45)}…` : quote, { class: "hint", dir: "auto" });
  }

  const SHAPES = {
    person: "M10 2a6 6 0 1 0 .01 0z", event: "M1 3h18v10H1z", state: "M1 3h18v10H1z",
    organisation: "M6 2h8l4 6-4 6H6L2 8z", country: "M10 2l7 12H3z", place: "M10 2l7 12H3z",
    agent: "M10 14L3 2h14z", source: "M10 1l7 7-7 7-7-7z", document: "M4 2h12v12H4z",
    work: "M10 2a9 6 0 1 0 .01 0z",
    group: "M10 1l2.2 4.8 5 .6-3.7 3.5 1 5.1-4.5-2.6L5.5 15l1-5.1L2.8 6.4l5-.6z",
  };

  function symbol(kind) {
    const space = "http://www.w3.org/2000/svg";
    const drawing = document.createElementNS(space, "svg");
    drawing.setAttribute("viewBox", "0 0 20 16");
    drawing.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", SHAPES[kind]);
    path.setAttribute("class", `shape of-${kind}`);
    drawing.append(path);
    return drawing;
  }

  function choice(place, set, { id, label, count, definition }, sign) {
    const box = element("input", undefined, { type: "checkbox", value: id });
    box.checked = !set.has(id);
    box.addEventListener("change", () => {
      if (box.checked) set.delete(id); else set.add(id);
      filter();
      if (selected) show(selected);
    });
    const line = element("label", undefined, definition ? { title: definition } : {});
    line.append(box, sign, element("small", count));
    if (!sign.classList.contains("status")) sign.after(element("span", label));
    byId(place).append(line);
  }

  for (const kind of data.kinds) {
    const label = kind.count === 1 ? kind.one : kind.many;
    choice("kinds", hidden.kinds, { ...kind, label }, symbol(kind.id));
  }
  for (const status of data.statuses) {
    const sign = element("span", status.label, { class: status.fact ? "status" : "status open" });
    choice("statuses", hidden.statuses, status, sign);
  }
  byId("search").addEventListener("input", list);
  byId("search").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const [first] = list();
    if (first) choose(first.id, { focus: true, move: true });
  });
  byId("whole").addEventListener("click", whole);
  byId("closer").addEventListener("click", () => zoom(1.4));
  byId("further").addEventListener("click", () => zoom(1 / 1.4));
  function fromAddress() {
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    if (kindOf.has(id)) choose(id, { move: true });
  }
  addEventListener("hashchange", fromAddress);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  list();
  draw();
  fromAddress();
})();
