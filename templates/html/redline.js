// The next and the previous change, by button and by key; without scripts the list of changes leads to them.
"use strict";

(() => {
  const steps = document.querySelector("[data-steps]");
  if (!steps) return;
  const shown = () => [...document.querySelectorAll("[data-change]")].filter((each) => each.getClientRects().length);

  // From the change that has the focus, else from what stands at the top of the window.
  const step = (by) => {
    const changes = shown();
    const current = changes.indexOf(document.activeElement?.closest("[data-change]"));
    let next = current + by;
    if (current < 0) {
      const below = changes.findIndex((each) => each.getBoundingClientRect().top > 0);
      const first = below < 0 ? changes.length : below;
      next = by > 0 ? first : first - 1;
    }
    const goal = changes[Math.min(Math.max(next, 0), changes.length - 1)];
    if (!goal) return;
    goal.focus({ preventScroll: true });
    goal.scrollIntoView({ block: "start" });
  };

  steps.hidden = false;
  for (const button of steps.querySelectorAll("button")) {
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  }
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(by);
  });
})();
