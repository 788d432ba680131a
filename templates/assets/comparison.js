// The filters of the matrix and of the list of differences, and the choice of the council that texts
// are compared with. Without scripts every row and every plain text is there.

// ---- filters: a row stays while every filter that is set says so; the address keeps the filters

// A cell shows a clause's first words; all of them can be found.
const words_of = (row) => (row.dataset.words ?? row.textContent).toLowerCase();

const shows = {
  differs: (row) => "differs" in row.dataset,
  shared: (row) => Number(row.dataset.have) > 1,
  one: (row) => Number(row.dataset.have) === 1,
};

const in_list = (list, word) => (list ?? "").split(" ").includes(word);

const tests = {
  text: (row, value) =>
    value
      .toLowerCase()
      .split(/\s+/)
      .every((word) => words_of(row).includes(word)),
  topic: (row, value) => row.closest("tbody").dataset.topic === value,
  show: (row, value) =>
    value.startsWith("missing-")
      ? in_list(row.dataset.lacks, value.slice("missing-".length))
      : shows[value]?.(row) ?? true,
  kind: (row, value) => row.dataset.kind === value,
  one: (row, value) => in_list(row.dataset.has, value),
  two: (row, value) => in_list(row.dataset.has, value),
};

function set_up_filters(panel) {
  const fields = [...panel.querySelectorAll("[data-filter]")];
  const columns = [...panel.querySelectorAll("[data-column]")];
  const rows = [...document.querySelectorAll(".provision-row")];
  const groups = [...document.querySelectorAll("tbody[data-topic]")];
  const tally = panel.querySelector("[data-tally]");

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
    for (const cell of document.querySelectorAll(".matrix [data-council]")) {
      cell.hidden = !shown.has(cell.dataset.council);
    }
    for (const heading of document.querySelectorAll(".matrix .topic th")) {
      heading.colSpan = shown.size + 1;
    }
    return shown;
  };

  const in_shown_columns = (row, shown) =>
    !columns.length || row.dataset.has.split(" ").some((council) => shown.has(council));

  const apply = () => {
    const set = fields.filter((field) => field.value.trim());
    const shown = show_columns();
    let count = 0;
    for (const row of rows) {
      const stays =
        in_shown_columns(row, shown) &&
        set.every((field) => tests[field.dataset.filter](row, field.value.trim()));
      row.hidden = !stays;
      count += stays ? 1 : 0;
    }
    for (const group of groups) group.hidden = !group.querySelector(".provision-row:not([hidden])");
    tally.textContent = `${count} of ${rows.length} shown`;
  };

  panel.hidden = false;
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

for (const panel of document.querySelectorAll("[data-filters]")) set_up_filters(panel);
for (const panel of document.querySelectorAll("[data-baseline-chooser]")) set_up_baseline(panel);
