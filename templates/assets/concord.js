// What a page gains where scripts run: the section in view marked in the contents, a reference's
// target shown beside it, a citation to copy. Everything else stands without.
"use strict";

(() => {
  const make = (name, attributes = {}, text = "") => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    return element;
  };
  const target_of = (link) => {
    const fragment = link.getAttribute("href").slice(1);
    return document.getElementById(fragment) ?? document.getElementById(decodeURIComponent(fragment));
  };

  // Shows or hides after a while, so that a pointer on its way elsewhere starts nothing and one that
  // crosses a gap ends nothing.
  const timer = () => {
    let waiting = 0;
    return {
      after(milliseconds, act) {
        clearTimeout(waiting);
        waiting = setTimeout(act, milliseconds);
      },
      stop() {
        clearTimeout(waiting);
      },
    };
  };

  // ---- contents ----

  const mark_section_in_view = () => {
    const contents = document.querySelector(".contents");
    if (!contents) return;
    const entries = [...contents.querySelectorAll("a")]
      .map((link) => ({ link, section: target_of(link) }))
      .filter((entry) => entry.section);
    let current = null;

    const keep_in_sight = (link) => {
      const box = link.getBoundingClientRect();
      const frame = contents.getBoundingClientRect();
      if (box.top < frame.top) contents.scrollTop -= frame.top - box.top;
      if (box.bottom > frame.bottom) contents.scrollTop += box.bottom - frame.bottom;
    };
    const update = () => {
      const line = innerHeight / 4;
      const at_end = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const passed = entries.filter((entry) => entry.section.getBoundingClientRect().top <= line);
      const now = at_end && scrollY > 0 ? entries.at(-1) : passed.at(-1);
      if (now === current) return;
      current?.link.removeAttribute("aria-current");
      now?.link.setAttribute("aria-current", "location");
      current = now;
      if (now) keep_in_sight(now.link);
    };
    let due = false;
    const soon = () => {
      if (due) return;
      due = true;
      requestAnimationFrame(() => {
        due = false;
        update();
      });
    };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    update();
  };

  // ---- what is folded on narrow screens alone, for browsers whose style sheets cannot open it ----

  const open_where_wide = (folded, width) => {
    if (CSS.supports("selector(::details-content)")) return;
    const wide = matchMedia(`(width >= ${width})`);
    const follow = () => {
      for (const details of document.querySelectorAll(folded)) details.open = wide.matches;
    };
    wide.addEventListener("change", follow);
    follow();
  };

  // ---- previews ----

  const previewed = ".internal, .term, .sic, .repair, .note a";
  const enough = 420; // characters of a target that a preview shows

  // Ends the element's text after so many characters, at a word's end, and drops what comes after.
  const shorten = (element, characters) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let room = characters;
    while (texts.nextNode()) {
      const text = texts.currentNode;
      room -= text.data.trim().length;
      if (room >= 0) continue;
      text.data = `${text.data.slice(0, room).replace(/\s+\S*$/, "")}…`;
      const rest = document.createRange();
      rest.setStartAfter(text);
      rest.setEndAfter(element.lastChild);
      rest.deleteContents();
      return;
    }
  };

  // The words of an element and of what stands below it; nothing in them can be followed or found by
  // its id.
  const excerpt = (from) => {
    const copy = from.cloneNode(true);
    for (const part of copy.querySelectorAll(".permalink, .tools, .beside, .back, .sic, .repair")) part.remove();
    for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
    for (const heading of copy.querySelectorAll("h2, h3, h4, h5, h6")) {
      const plain = make("p", { class: "words heading" });
      plain.append(...heading.childNodes);
      heading.replaceWith(plain);
    }
    for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    shorten(copy, enough);
    const body = make("div", { class: "excerpt" });
    body.append(...copy.childNodes);
    return body;
  };

  // "5. Officer advice to party groups", for a target inside that section.
  const place_of = (target) => {
    const heading = target.parentElement?.closest(".section")?.querySelector(":scope > .line > .words");
    return heading ? heading.textContent.replace(/\s+sic$/, "").trim() : "";
  };

  const show_previews = () => {
    const preview = make("div", { class: "preview", id: "_preview", role: "tooltip", popover: "manual" });
    document.querySelector("main").append(preview);
    const wait = timer();
    let shown_for = null;

    const hide = () => {
      wait.stop();
      if (!shown_for) return;
      shown_for.removeAttribute("aria-describedby");
      shown_for = null;
      preview.hidePopover();
    };
    const place = (link) => {
      const around = link.getClientRects()[0];
      const box = preview.getBoundingClientRect();
      const width = document.documentElement.clientWidth;
      const left = Math.max(16, Math.min(around.left, width - box.width - 16));
      const below = around.bottom + 6;
      const fits = below + box.height <= innerHeight || around.top < box.height + 6;
      preview.style.left = `${left + scrollX}px`;
      preview.style.top = `${(fits ? below : around.top - box.height - 6) + scrollY}px`;
    };
    const show = (link) => {
      const target = target_of(link);
      if (!target || shown_for === link) return;
      hide();
      preview.replaceChildren();
      const where = place_of(target);
      if (where) preview.append(make("p", { class: "place" }, where));
      preview.append(excerpt(target));
      preview.showPopover();
      place(link);
      link.setAttribute("aria-describedby", preview.id);
      shown_for = link;
    };
    const link_at = (event) => event.target.closest?.(".text a")?.closest(previewed);

    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const link = link_at(event);
      if (link) wait.after(shown_for === link ? 0 : 200, () => show(link));
      else if (preview.contains(event.target)) wait.stop();
      else if (shown_for && document.activeElement !== shown_for) wait.after(250, hide);
      else wait.stop();
    });
    document.addEventListener("focusin", (event) => {
      const link = link_at(event);
      if (link?.matches(":focus-visible")) show(link);
      else hide();
    });
    document.addEventListener("focusout", hide);
    document.addEventListener("click", (event) => {
      if (link_at(event)) hide();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") hide();
    });
  };

  // ---- citations ----

  const copy_text = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const field = make("textarea", { class: "heard", "aria-hidden": "true" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  };

  // One button for the whole page: it stands after the permalink that the reader points at or reaches,
  // so that the next step of the keyboard finds it.
  const offer_citations = () => {
    const button = make("button", { type: "button" });
    const tools = make("div", { class: "tools", hidden: "" });
    tools.append(button);
    const heard = make("p", { class: "heard", role: "status" });
    document.body.append(heard);
    const wait = timer();

    const hide = () => {
      wait.stop();
      tools.hidden = true;
    };
    const show = (permalink) => {
      wait.stop();
      if (permalink.nextElementSibling === tools && !tools.hidden) return;
      button.textContent = say("script_copy");
      button.dataset.citation = permalink.dataset.citation;
      tools.hidden = false;
      permalink.after(tools);
    };
    const permalink_at = (event) => event.target.closest?.(".permalink");
    const is_near = (element) => element && (tools.contains(element) || element === tools.previousElementSibling);

    document.addEventListener("pointerover", (event) => {
      const permalink = permalink_at(event);
      if (permalink) show(permalink);
      else if (tools.contains(event.target)) wait.stop();
      else if (!tools.hidden && !is_near(document.activeElement)) wait.after(300, hide);
    });
    document.addEventListener("focusin", (event) => {
      const permalink = permalink_at(event);
      if (permalink) show(permalink);
      else if (!is_near(event.target)) hide();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || tools.hidden) return;
      if (tools.contains(document.activeElement)) tools.previousElementSibling.focus();
      hide();
    });
    button.addEventListener("click", async () => {
      await copy_text(button.dataset.citation);
      button.textContent = say("script_copied");
      heard.textContent = say("script_copied_citation", { citation: button.dataset.citation });
    });
  };

  mark_section_in_view();
  open_where_wide(".contents details", "60rem");
  open_where_wide(".narrow-fold", "52rem");
  if (document.querySelector(".text")) {
    if ("showPopover" in HTMLElement.prototype) show_previews();
    offer_citations();
  }
})();
