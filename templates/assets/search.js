// Searching the words of a page: what is asked for as people ask it, where it stands, and how it is
// shown. Without scripts every word is there to be read.
//
// What is asked for is cut into terms: words and phrases, small words aside. A term is found in other
// forms of its words ("criticising" in "criticism"), and in related words: the titles of a role, and the
// groups of the thesaurus (words.js, made from the registers).
"use strict";

const search = (() => {
  const small = new Set("a an and are as at be by do does for from how in is it of on or that the their them they to what where which who with".split(" "));
  const endings = /(?<=.{4})(?:i[sz](?:e[sd]?|ing|m)|ances?|ings?|ed|e?s|e)$/;
  const root = (word) => word.replace(endings, "").replace(/(?<=.{2})(?:y|i)$/, "i");

  const cut = (text) =>
    [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((found) => {
      const word = found[0].toLowerCase();
      return { word, root: root(word), at: found.index, end: found.index + word.length };
    });
  const phrase = (text) => cut(text).map((each) => each.root);
  const same = (one, other) => one.length === other.length && one.every((word, i) => word === other[i]);
  const part_of = (one, other) => ` ${other.join(" ")} `.includes(` ${one.join(" ")} `);

  // ---- what is asked for

  const known = typeof word_groups === "undefined" ? [] : word_groups.map((group) => group.map(phrase));
  const groups_by_root = new Map(); // the first word of a phrase -> groups that have it
  for (const group of known)
    for (const words of group)
      groups_by_root.set(words[0], (groups_by_root.get(words[0]) ?? new Set()).add(group));

  // Of the groups that have the phrase the smallest one: its words are nearest in meaning.
  const group_of = (words) =>
    [...(groups_by_root.get(words[0]) ?? [])]
      .filter((group) => group.some((each) => same(each, words)))
      .sort((one, other) => one.length - other.length)[0];

  // A part of the phrase asked for says less than it, and is not of its meaning.
  const alternatives = (words) => (group_of(words) ?? []).filter((each) => !same(each, words) && !part_of(each, words));

  // A term: phrases, one of which is to be found. The last word may still be being typed.
  const terms = (text) => {
    const words = cut(text);
    const list = [];
    for (let i = 0; i < words.length; ) {
      let length = Math.min(5, words.length - i);
      const here = () => words.slice(i, i + length).map((each) => each.root);
      while (length > 1 && !group_of(here())) --length;
      const last = i + length === words.length && length === 1 ? words[i].word : "";
      if (length > 1 || !small.has(words[i].word)) list.push({ phrases: [here(), ...alternatives(here())], begun: last });
      i += length;
    }
    return list.length ? list : words.map((each) => ({ phrases: [[each.root]], begun: each.word }));
  };

  // ---- where it stands

  const stands_at = (words, i, asked) => asked.every((each, k) => words[i + k]?.root === each);

  // How many words from the i-th are the term; 0 for none.
  const length_at = (words, i, term) => {
    for (const asked of term.phrases) if (stands_at(words, i, asked)) return asked.length;
    return term.begun.length > 2 && words[i].word.startsWith(term.begun) ? 1 : 0;
  };

  // Ranges of the text: [begin, end, the term's place].
  const hits = (words, asked) =>
    words.flatMap((word, i) =>
      asked.flatMap((term, place) => {
        const length = length_at(words, i, term);
        return length ? [[word.at, words[i + length - 1].end, place]] : [];
      }));
  const places = (found) => new Set(found.map((hit) => hit[2]));

  // The sentence with most of what is asked for; of a long one what stands around the first hit.
  const most = 240;
  const sentence = (text, asked) => {
    const ends = [...text.matchAll(/[.;:?!][”’"')]*\s+|\n/g)].map((each) => each.index + each[0].length);
    const starts = [0, ...ends.filter((end) => end < text.length)];
    const all = starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length).trim());
    const found = all.map((each) => hits(cut(each), asked));
    const best = found.reduce((top, each, i) => (places(each).size > places(found[top]).size ? i : top), 0);
    const words = all[best];
    if (words.length <= most || !found[best].length) return words;
    const begin = words.lastIndexOf(" ", Math.max(0, found[best][0][0] - most / 3));
    const end = words.indexOf(" ", Math.max(0, begin) + most);
    return `${begin > 0 ? "… " : ""}${words.slice(Math.max(0, begin), end < 0 ? undefined : end).trim()}${end < 0 ? "" : " …"}`;
  };

  // ---- how it is shown

  // Not in the style sheet: what checks the pages' CSS does not know the pseudo-element yet.
  const can_mark = "highlights" in CSS;
  if (can_mark) {
    const look = new CSSStyleSheet();
    look.replaceSync("::highlight(found) { background-color: #ffe9a8; color: #17202a; }");
    document.adoptedStyleSheets.push(look);
  }

  // Marks what is asked for in the elements, without touching them; a browser that cannot, does not.
  const mark = (elements, asked) => {
    if (!can_mark) return;
    CSS.highlights.delete("found");
    if (!asked.length) return;
    const ranges = [];
    for (const element of elements) {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        for (const [begin, end] of hits(cut(texts.currentNode.data), asked)) {
          const range = document.createRange();
          range.setStart(texts.currentNode, begin);
          range.setEnd(texts.currentNode, end);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  // A text that can be searched: `has` says which terms are in it, as their places.
  const passage = (text) => {
    const words = cut(text);
    return { text, has: (asked) => places(hits(words, asked)) };
  };

  return { terms, passage, sentence, mark };
})();

// ---- what is found is listed in its sentence: of the text on the page, where it is marked too, or of
// an index beside it

// What can be found: a link, the passages of which one has to have a word that is asked for, and a
// heading that may have the others.
const clauses_of_page = (panel) => {
  const heading_of = (line) => line.closest(".section")?.querySelector(":scope > .line > .words")?.textContent ?? "";
  return [...document.querySelectorAll(".text .provision:not(.section) > .line")].flatMap((line) => {
    const words = line.querySelector(":scope > .words, :scope > .table");
    if (!words) return [];
    const shown = words.cloneNode(true);
    for (const tool of shown.querySelectorAll(".number, .sic, .repair")) tool.remove();
    const text = shown.textContent.trim().replace(/\s+/g, " ");
    const link = line.querySelector(".permalink");
    const label = link.getAttribute("aria-label").slice(panel.dataset.permalink.length).trim();
    return [{ words, label, href: link.hash, passages: [search.passage(text)], heading: search.passage(heading_of(line)) }];
  });
};

// The title of what the index lists is a passage too, but not one to be quoted below itself.
const listed_in_index = ({ href, title, about, passages }) => {
  const heading = search.passage(title);
  return { href, label: title, about, heading, passages: [...passages.map(search.passage), heading] };
};

// An index is a script that sets `search_index`: a page opened from disk may read no other file.
const read_index = (address) =>
  new Promise((done) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => done(search_index.map(listed_in_index)));
    document.head.append(script);
  });

function set_up_find(panel) {
  const field = panel.querySelector("input");
  const tally = panel.querySelector("[data-tally]");
  const list = panel.querySelector("[data-hits]");
  const most = 30; // hits that are listed
  const { index } = panel.dataset;
  let all = null; // read when first asked for

  const entry = ({ href, label, about, heading, passage }, asked) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    link.textContent = label;
    item.append(link, " ");
    const say = (words, look) => {
      const said = document.createElement("span");
      said.className = look;
      said.textContent = words;
      item.append(said, " ");
    };
    if (about) say(about, "have");
    if (passage !== heading) say(search.sentence(passage.text, asked), "said");
    return item;
  };

  const best_passage = (each, asked) => {
    const in_heading = each.heading.has(asked);
    const counted = each.passages.map((passage) => {
      const own = passage.has(asked);
      return { ...each, passage, count: own.size ? new Set([...own, ...in_heading]).size : 0 };
    });
    return counted.reduce((best, next) => (next.count > best.count ? next : best));
  };

  const find = (asked, entries) => {
    const counted = entries.map((each) => best_passage(each, asked));
    const best = Math.max(1, ...counted.map((each) => each.count));
    return { found: counted.filter((each) => each.count === best), best };
  };

  const apply = async () => {
    all ??= index ? read_index(index) : Promise.resolve(clauses_of_page(panel));
    const entries = await all;
    const asked = search.terms(field.value);
    const { found, best } = asked.length ? find(asked, entries) : { found: [], best: 0 };
    list.replaceChildren(...found.slice(0, most).map((each) => entry(each, asked)));
    search.mark([...found.flatMap((each) => each.words ?? []), list], asked);
    const { found: exact, nearest } = panel.dataset;
    tally.textContent = asked.length ? `${best < asked.length && found.length ? nearest : exact}: ${found.length}` : "";
  };

  panel.hidden = false;
  field.addEventListener("input", apply);
  const given = new URLSearchParams(location.hash.slice(1)).get("text");
  if (given) {
    field.value = given;
    apply();
  }
}

for (const panel of document.querySelectorAll("[data-find]")) set_up_find(panel);

// ---- a question that another page answers

function set_up_ask(panel) {
  panel.hidden = false;
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = new URLSearchParams({ text: panel.querySelector("input").value.trim() });
    location.assign(`${panel.dataset.ask}#${asked}`);
  });
}

for (const panel of document.querySelectorAll("[data-ask]")) set_up_ask(panel);
