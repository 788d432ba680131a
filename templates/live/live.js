// What a page gains in a preview (`concord serve`): findings and drafting notes beside their clauses,
// a bar that says how the last build went, and itself anew, at the same place, after each build.
"use strict";

(() => {
  const kinds = ["error", "warning", "drafting", "note"];
  const titles = { error: "script_error", warning: "script_warning", drafting: "script_drafting", note: "script_note" };
  const one = { error: "script_error_one", warning: "script_warning_one", drafting: "script_drafting_one", note: "script_note_one" };
  const many = { error: "script_error_many", warning: "script_warning_many", drafting: "script_drafting_many", note: "script_note_many" };
  const place_key = `concord-live-place${location.pathname}`;

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const folder = decodeURIComponent(location.pathname).replace(/(^\/)|(\/(index\.html)?$)/g, "");

  // ---- remarks ----

  const remark_element = (remark) => {
    const says = make("p", {}, make("strong", {}, say(titles[remark.kind])), ` ${remark.text} `);
    if (remark.code) says.append(make("span", { class: "live-code" }, remark.code));
    const element = make("div", { class: `live-remark live-${remark.kind}` }, says);
    for (const hint of remark.hints) element.append(make("p", { class: "live-hint" }, hint));
    element.append(make("p", { class: "live-at" }, remark.place));
    return element;
  };

  // Notes on style are many, and nobody has to act on them: they are folded.
  const remarks_element = (remarks) => {
    const grave = remarks.filter((remark) => remark.kind !== "note");
    const notes = remarks.filter((remark) => remark.kind === "note");
    const element = make("div", { class: "live-remarks", role: "note" }, ...grave.map(remark_element));
    if (notes.length) {
      const summary = make("summary", {}, tally(notes));
      element.append(make("details", {}, summary, ...notes.map(remark_element)));
    }
    return element;
  };

  const tally = (remarks) => {
    const counts = kinds
      .map((kind) => [kind, remarks.filter((remark) => remark.kind === kind).length])
      .filter(([, count]) => count > 0);
    return counts.map(([kind, count]) => say((count === 1 ? one : many)[kind], { count })).join(", ");
  };

  // Beside the words of the clause itself, before what stands below it.
  const put_beside = (clause, remarks) => {
    clause.querySelector(":scope > .line").after(remarks_element(remarks));
  };

  const by_clause = (remarks) => {
    const placed = new Map();
    const others = [];
    for (const remark of remarks) {
      const clause = remark.clause ? document.getElementById(remark.clause) : null;
      if (!clause?.querySelector(":scope > .line")) others.push(remark);
      else if (placed.has(clause)) placed.get(clause).push(remark);
      else placed.set(clause, [remark]);
    }
    return { placed, others };
  };

  // ---- the bar ----

  const links_to_texts = (state) => {
    const list = make("ul");
    for (const [text, remarks] of Object.entries(state.texts)) {
      if (text === folder || !remarks.length) continue;
      list.append(make("li", {}, make("a", { href: `/${text}/` }, text), `: ${tally(remarks)}`));
    }
    return list.children.length ? [list] : [];
  };

  const links_to_clauses = (placed) => {
    const list = make("ul");
    for (const [clause, remarks] of placed) {
      const label = clause.querySelector(".number")?.textContent.trim() || clause.id;
      list.append(make("li", {}, make("a", { href: `#${clause.id}` }, label), `: ${tally(remarks)}`));
    }
    return list.children.length ? [list] : [];
  };

  const headline = (state, here) => {
    const found = tally(here) || say("script_no_findings");
    return say(state.failed ? "script_not_built" : "script_built", { found });
  };

  const show = (state) => {
    for (const old of document.querySelectorAll(".live-remarks, .live-bar")) old.remove();
    const here = state.texts[folder] ?? [];
    const { placed, others } = by_clause(here);
    for (const [clause, remarks] of placed) put_beside(clause, remarks);
    const loose = [...others, ...state.others];
    const bar = make(
      "details",
      { class: "live-bar" },
      make("summary", {}, headline(state, [...here, ...state.others])),
      ...(state.problem ? [make("p", { class: "live-problem" }, state.problem)] : []),
      ...(loose.length ? [remarks_element(loose)] : []),
      ...links_to_clauses(placed),
      ...links_to_texts(state),
    );
    if (state.failed) bar.classList.add("live-failed");
    if (state.failed && (loose.length || state.problem)) bar.open = true;
    document.body.append(make("aside", { class: "live-remarks live-frame", "aria-label": say("script_preview") }, bar));
  };

  // ---- the same place ----

  // The browser would put back the old scroll position, by then of other words, and at a time of its own.
  history.scrollRestoration = "manual";

  // The clause that the reader has at the top, and how far below the window's edge it begins.
  const keep_place = () => {
    const inside = [...document.querySelectorAll("main [id]")];
    const top = inside.find((element) => element.getBoundingClientRect().bottom > 0 && !element.querySelector("[id]"));
    const place = {
      id: top?.id ?? "",
      from_top: top?.getBoundingClientRect().top ?? 0,
      scroll: window.scrollY,
      focus: document.activeElement?.id ?? "",
      open: [...document.querySelectorAll("details[open]")].map((each) => each.id).filter(Boolean),
    };
    sessionStorage.setItem(place_key, JSON.stringify(place));
  };

  // Of a page that was loaded again or gone back to; one that a link leads to begins where the link says.
  const return_to_place = () => {
    const kept = sessionStorage.getItem(place_key);
    if (!kept || performance.getEntriesByType("navigation")[0]?.type === "navigate") return;
    const place = JSON.parse(kept);
    for (const id of place.open) document.getElementById(id)?.setAttribute("open", "");
    if (place.focus) document.getElementById(place.focus)?.focus({ preventScroll: true });
    const top = place.id ? document.getElementById(place.id) : null;
    const to = top ? window.scrollY + top.getBoundingClientRect().top - place.from_top : place.scroll;
    window.scrollTo({ top: to, behavior: "instant" });
  };

  window.addEventListener("pagehide", keep_place);

  // ---- news ----

  const status = make("p", { role: "status", class: "live-status" });
  let shown = null;
  let events = null;

  const update = async () => {
    const state = await (await fetch("/_live/state.json", { cache: "no-store" })).json();
    if (state.build === shown) return;
    if (shown !== null && !state.failed) return location.reload();
    const first = shown === null;
    shown = state.build;
    show(state);
    if (first) return_to_place();
    else status.textContent = state.failed ? say("script_build_failed") : "";
  };

  // A browser has six connections to a server: a page that nobody sees keeps none.
  const listen = () => {
    if (document.hidden || events) return;
    events = new EventSource("/_live/events");
    events.onmessage = () => update().catch(() => {});  // the server ended: its next one is heard of here
  };
  const rest = () => {
    events?.close();
    events = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", listen);
  document.body.append(status);
  update().catch(() => {}).finally(listen);
})();
