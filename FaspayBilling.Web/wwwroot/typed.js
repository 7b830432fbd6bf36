// What was typed while the connection was away reaches the server once it is back. And the keys of the lines of an invoice.
window.typed = (() => {
  const cell = "tr[data-line] :is(input,select)";
  let column = 0;
  let from;
  const recent = new Map();
  const area = () => document.querySelector(".invoice-form");

  // What was typed while the connection was away is told to the server once it is back.
  addEventListener("input", e => {
    if (!e.target.name || !kept.holds(e.target)) return;
    recent.delete(e.target);
    recent.set(e.target, Date.now());
  });
  const modal = document.getElementById("components-reconnect-modal");
  let away = 0;
  if (modal) new MutationObserver(() => {
    const state = modal.className;
    if (/components-reconnect-(show|retrying|failed|rejected)/.test(state)) away ||= Date.now();
    else if (away && state.includes("components-reconnect-hide")) {
      for (const [e, at] of recent) {
        if (at < away - 30_000 || !e.isConnected) continue;
        e.dispatchEvent(new Event("input", { bubbles: true }));
        e.dispatchEvent(new Event("change", { bubbles: true }));
      }
      recent.clear();
      away = 0;
    }
  }).observe(modal, { attributes: true, attributeFilter: ["class"] });

  const cells = row => [...row.querySelectorAll("input:not([type=hidden]):not(:disabled),select")];
  const lines = row => [...row.closest("tbody").querySelectorAll("tr[data-line]")];

  function go(to) {
    if (!to) return;
    to.focus();
    to.select?.();
  }

  function focusLine(index) {
    const row = area()?.querySelector(`tr[data-line="${index}"]`);
    const now = document.activeElement;
    // Who went on to another cell meanwhile, or is in that line already, stays: to select a cell now would overwrite what stands there.
    const stays = (row && cells(row).includes(now)) || (now?.matches(cell) && now !== from);
    if (!stays && row) go(cells(row)[Math.min(column, cells(row).length - 1)]);
    else if (!stays) area()?.querySelector("[data-adds-line]")?.focus();
    column = 0;
    from = undefined;
  }

  addEventListener("keydown", e => {
    const arrow = e.key === "ArrowUp" ? -1 : e.key === "ArrowDown" ? 1 : 0;
    const plain = !e.ctrlKey && !e.altKey && !e.metaKey;
    if (arrow && plain && e.target.matches?.("[role=combobox]")) e.preventDefault();
    const row = e.target.closest?.("tr[data-line]");
    if (!row || e.target.matches("button")) return;
    const all = cells(row);
    const at = all.indexOf(e.target);
    const press = button => { from = e.target; button.click(); };
    const other = by => lines(row)[lines(row).indexOf(row) + by];
    if (e.key === "Enter" && plain && !e.target.getAttribute("aria-activedescendant")) {
      e.preventDefault();
      if (all[at + 1]) go(all[at + 1]);
      else if (other(1)) go(cells(other(1))[0]);
      else press(area().querySelector("[data-adds-line]"));
    } else if (arrow && e.altKey) {
      e.preventDefault();
      column = at;
      press(row.querySelector(arrow < 0 ? "[data-up]" : "[data-down]"));
    } else if (arrow && e.ctrlKey) {
      e.preventDefault();
      if (other(arrow)) go(cells(other(arrow))[at]);
    } else if (e.key === "Delete" && e.ctrlKey) {
      e.preventDefault();
      press(row.querySelector("[data-delete]"));
    }
  });

  return { focusLine };
})();
