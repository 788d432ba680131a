// The filters of the matrix, of lists and of the library, and the choice of the council that texts
// are compared with. Without scripts every row and every plain text is there.

// ---- filters: a row stays while every filter that is set says so; the address keeps the filters

// What is searched of a row: what heads it, and its passages. The words asked for stand in one of
// these, or in its head: words of several clauses are no answer. A cell shows a clause's first words and
// keeps those around them; all can be found, and the sentence that has them is shown instead.
const whole_text = ({ textContent, dataset: { before = "", after = "" } }) =>
  before + textContent.replace(/^… | …$/g, "") + after;
const read_row = (row) => {
  const shown = [...row.querySelectorAll("[data-said], [data-passage]")];
  const title = row.querySelector("th, h2, h3")?.textContent ?? "";
  const passages = shown.map((element) => ({ element, ...search.passage(whole_text(element)) }));
  return { head: search.passage(title), passages: passages.length ? passages : [search.passage(row.textContent)] };
};

// How many of the terms the row has, and the passages that have so many.
const hits_of = (read, asked) => {
  const in_head = read.head.has(asked);
  const counted = read.passages.map((passage) => {
    const own = passage.has(asked);
    return { passage, own: own.size, count: new Set([...own, ...in_head]).size };
  });
  const count = Math.max(in_head.size, ...counted.map((each) => each.count));
  return { count, passages: counted.filter((each) => each.own && each.count === count).map((each) => each.passage) };
};

// In place of the first words, the sentence with what is asked for.
const show_sentence = ({ element, text }, asked) => {
  if (!element?.matches("[data-said]")) return;
  element.dataset.opening ??= element.textContent;
  element.textContent = search.sentence(text, asked);
};
const show_openings = () => {
  for (const element of document.querySelectorAll("[data-opening]")) {
    element.textContent = element.dataset.opening;
    delete element.dataset.opening;
  }
};

const shows = {
  differs: (row) => "differs" in row.dataset,
  "may-differ": (row) => "mayDiffer" in row.dataset,
  shared: (row) => Number(row.dataset.have) > 1,
  one: (row) => Number(row.dataset.have) === 1,
};

const in_list = (list, word) => (list ?? "").split(" ").includes(word);

const tests = {
  topic: (row, value) => row.closest("[data-topic]").dataset.topic === value,
  show: (row, value) =>
    value.startsWith("missing-")
      ? in_list(row.dataset.lacks, value.slice("missing-".length))
      : shows[value]?.(row) ?? true,
  kind: (row, value) => row.dataset.kind === value,
  lacks: (row, value) => row.dataset.lacks === value,
  on: (row, value) => row.dataset.on === value,
  least: (row, value) => Number(row.dataset.have) >= Number(value),
  near: (row, value) => row.dataset.near === value,
  status: (row, value) => in_list(row.dataset.status, value),
};

// Of a difference between councils, one and the same pair must have what is asked: a row says
// "leeds:york:differs" of each.
const of_pairs = {
  one: ([a, b], value) => value === a || value === b,
  two: ([a, b], value) => value === a || value === b,
  sure: ([, , grade], value) => value === grade,
};
const has_pair = (row, set) => {
  const asked = set.filter((field) => field.dataset.filter in of_pairs);
  if (!asked.length) return true;
  const pairs = row.dataset.pairs.trim().split(" ").map((pair) => pair.split(":"));
  return pairs.some((pair) => asked.every((field) => of_pairs[field.dataset.filter](pair, field.value)));
};

function set_up_filters(panel) {
  const fields = [...panel.querySelectorAll("[data-filter]")];
  const columns = [...panel.querySelectorAll("[data-column]")];
  const rows = [...document.querySelectorAll(".provision-row")];
  const headings_and_rows = [...document.querySelectorAll("[data-heading], .provision-row")];
  const tally = panel.querySelector("[data-tally]");
  const text = panel.querySelector("[data-filter=text]");
  const said = document.createElement("p");
  said.className = "shown-on-paper";
  let searched = null; // the rows, read when first asked for

  const read_address = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) field.value = asked.get(field.dataset.filter) ?? "";
    const without = (asked.get("without") ?? "").split(",");
    for (const column of columns) column.checked = !without.includes(column.dataset.column);
  };

  const write_address = () => {
    const state = new URLSearchParams();
    for (const field of fields) if (field.value) state.set(field.dataset.filter, field.value);
    const without = columns.filter((c) => !c.checked).map((c) => c.dataset.column);
    if (without.length) state.set("without", without.join(","));
    history.replaceState(null, "", "#" + state);
  };

  const show_columns = () => {
    const shown = new Set(columns.filter((c) => c.checked).map((c) => c.dataset.column));
    if (!columns.length) return shown;
    for (const cell of document.querySelectorAll(".matrix [data-council]")) {
      cell.hidden = !shown.has(cell.dataset.council);
    }
    for (const heading of document.querySelectorAll(".matrix .topic th")) {
      heading.colSpan = shown.size + 1;
    }
    return shown;
  };

  // A heading stays where a row below it does.
  const show_headings = () => {
    let heading = null;
    for (const element of headings_and_rows) {
      if ("heading" in element.dataset) {
        heading = element;
        heading.hidden = true;
      } else if (heading && !element.hidden) {
        heading.hidden = false;
      }
    }
  };

  // On paper the filters are not there: what they were set to is said beside the tally.
  const label_of = (field) => panel.querySelector(`label[for="${field.id}"]`)?.textContent.trim() ?? "";
  const value_of = (field) => field.selectedOptions?.[0].textContent.trim() ?? field.value.trim();
  const say_what_is_shown = () => {
    const set = fields.filter((field) => field.value.trim()).map((field) => `${label_of(field)}: ${value_of(field)}`);
    const left_out = columns.filter((column) => !column.checked).map((column) => column.labels[0].textContent.trim());
    if (left_out.length) set.push(say("script_without", { columns: left_out.join(", ") }));
    said.textContent = set.length ? say("script_shown", { what: set.join("; "), tally: tally.textContent }) : "";
  };

  // A folded group stays where something in it does, and is open while something is looked for. So is
  // what is folded in a row, and the matrix, of which a narrow screen shows a topic at a time.
  const show_groups = (looking) => {
    document.querySelector(".matrix")?.toggleAttribute("data-looking", looking);
    for (const group of document.querySelectorAll("[data-group]")) {
      group.hidden = !group.closest(".provision-row") && !group.querySelector(".provision-row:not([hidden])");
      if (looking && !group.open) group.dataset.opened = "";
      if (looking) group.open = true;
      if (!looking && "opened" in group.dataset) {
        group.open = false;
        delete group.dataset.opened;
      }
    }
  };

  const in_shown_columns = (row, shown) =>
    !columns.length || row.dataset.has.split(" ").some((council) => shown.has(council));

  // The rows that have all that is asked for, or as much of it as any row has, with their hits.
  const find = (asked) => {
    searched ??= new Map(rows.map((row) => [row, read_row(row)]));
    const found = new Map(rows.map((row) => [row, hits_of(searched.get(row), asked)]));
    const best = Math.max(1, ...[...found.values()].map((each) => each.count));
    for (const [row, { count }] of found) if (count < best) found.delete(row);
    return { found, best };
  };

  const show_hits = (asked, stay, found) => {
    show_openings();
    for (const row of stay) for (const passage of found.get(row)?.passages ?? []) show_sentence(passage, asked);
    search.mark(stay, asked);
  };

  const apply = () => {
    const set = fields.filter((field) => field !== text && field.value.trim());
    const asked = search.terms(text.value);
    const { found, best } = asked.length ? find(asked) : { found: new Map(), best: 0 };
    const shown = show_columns();
    const stay = rows.filter(
      (row) =>
        in_shown_columns(row, shown) &&
        (!asked.length || found.has(row)) &&
        has_pair(row, set) &&
        set.every((field) => tests[field.dataset.filter]?.(row, field.value.trim()) ?? true));
    for (const row of rows) row.hidden = true;
    for (const row of stay) row.hidden = false;
    show_hits(asked, stay, found);
    show_headings();
    show_groups(set.length > 0 || asked.length > 0);
    const nearest = stay.length > 0 && best < asked.length;
    tally.textContent = say(nearest ? "script_tally_nearest" : "script_tally", { shown: stay.length, all: rows.length });
    say_what_is_shown();
  };

  panel.hidden = false;
  panel.after(said);
  if (location.hash.includes("=")) read_address();
  apply();
  panel.addEventListener("input", () => {
    apply();
    write_address();
  });
  window.addEventListener("hashchange", () => {
    if (!location.hash.includes("=")) return;
    read_address();
    apply();
  });
}

// ---- on paper nothing is folded away

function open_on_paper() {
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:is(.group, .fold, .narrow-fold):not([open])")];
    for (const group of opened) group.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const group of opened) group.open = false;
  });
}

// ---- two councils side by side, with the words that were asked for

function set_up_beside(panel) {
  const [one, two] = panel.querySelectorAll("select");
  const link = panel.querySelector("a");
  const text = document.getElementById("filter-text");
  const order = [...one.options].map((option) => option.value);
  const apply = () => {
    link.hidden = !two.value || one.value === two.value;
    const pair = [one.value, two.value].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const words = text.value.trim();
    link.href = `${pair.join("--")}.html${words ? `#${new URLSearchParams({ text: words })}` : ""}`;
  };
  panel.addEventListener("change", apply);
  text.addEventListener("input", apply);
  apply();
}

// ---- the council that texts are compared with

function set_up_baseline(panel) {
  const choice = panel.querySelector("select");
  const apply = () => {
    for (const version of document.querySelectorAll(".version")) {
      let changed = false;
      for (const text of version.querySelectorAll(".changed")) {
        text.hidden = text.dataset.against !== choice.value;
        changed = changed || !text.hidden;
      }
      version.querySelector(".whole").hidden = changed;
    }
  };
  panel.hidden = false;
  choice.addEventListener("change", apply);
  apply();
}

open_on_paper();
for (const panel of document.querySelectorAll("[data-filters]")) set_up_filters(panel);
for (const panel of document.querySelectorAll("[data-beside]")) set_up_beside(panel);
for (const panel of document.querySelectorAll("[data-baseline-chooser]")) set_up_baseline(panel);
