// What only the browser can do at once: clicks on whole rows, the keys of menus, the way back of the focus, the clipboard.
window.ui = (() => {
  // A session ends without use: an open page says that it is used when somebody clicks or types, and never by itself.
  const usedPause = 4 * 60 * 1000;
  let usedAt = -usedPause;
  for (const what of ["pointerdown", "keydown"]) addEventListener(what, e => {
    if (!e.isTrusted || e.timeStamp - usedAt < usedPause) return;
    usedAt = e.timeStamp;
    fetch("/account/used", { redirect: "manual", cache: "no-store" }).catch(() => {});
  }, true);

  const focusable = e => e && e !== document.body && e.isConnected && !e.closest("[role=menu],[role=dialog]");
  let opener = null;

  // A dialog opened from a menu gives the focus back to the menu's button, not to an entry that is gone.
  addEventListener("focusin", e => { if (focusable(e.target)) opener = e.target; });
  const holdsDialog = n => n.nodeType === 1
    && (n.matches?.("[role=dialog],.mud-dialog-container") || n.querySelector?.("[role=dialog]"));
  new MutationObserver(changes => {
    tellDrawer();
    // Whose session has ended is led away.
    const leaves = document.querySelector("[data-leaves]");
    if (leaves) location.replace(leaves.href);
    const closed = changes.some(c => [...c.removedNodes].some(holdsDialog));
    if (closed) setTimeout(() => {
      if (document.querySelector("[role=dialog]") || (document.activeElement && document.activeElement !== document.body)) return;
      (opener?.isConnected ? opener : document.querySelector("h1"))?.focus();
    }, 50);
  }).observe(document.body, { childList: true, subtree: true });

  // The menu at the side: open beside the page, or over it where the window is narrow.
  const narrow = matchMedia("(max-width: 959px)");
  const drawer = document.documentElement.dataset;
  const drawerIsOpen = () => drawer.drawer ? drawer.drawer === "open" : !narrow.matches;
  const tellDrawer = () => document.querySelector("[data-opens-drawer]")?.setAttribute("aria-expanded", drawerIsOpen());
  const openDrawer = open => { drawer.drawer = open ? "open" : "closed"; tellDrawer(); };
  narrow.addEventListener("change", () => { delete drawer.drawer; tellDrawer(); });
  addEventListener("keydown", e => {
    if (e.key !== "Escape" || !narrow.matches || !drawerIsOpen()) return;
    openDrawer(false);
    document.querySelector("[data-opens-drawer]").focus();
  });

  // Who is in the new page already, perhaps typing, stays there.
  function focusHeading() {
    const heading = document.querySelector("h1");
    const now = document.activeElement;
    if (!heading || document.querySelector("main")?.contains(now) || now?.matches("input,select,textarea")) return;
    heading.tabIndex = -1;
    heading.focus();
  }

  function focusInvalid(id) {
    const form = document.getElementById(id);
    const field = form?.querySelector("[aria-invalid=true]") ?? form?.querySelector("[role=alert]");
    if (field && !field.matches("input,select,textarea")) field.tabIndex = -1;
    field?.focus();
  }

  // In the click itself: browsers let only what a person just did write to the clipboard, and only on secure sites.
  async function copy(button) {
    const input = document.getElementById(button.dataset.copies);
    const told = button.closest(".field").querySelector("[data-copied]");
    input.select();
    const done = navigator.clipboard
      ? await navigator.clipboard.writeText(input.value).then(() => true, () => false)
      : document.execCommand("copy");
    told.textContent = done ? told.dataset.copied : told.dataset.notCopied;
  }

  addEventListener("click", e => {
    const on = what => e.target.closest?.(what);
    const copies = on("[data-copies]");
    if (copies) copy(copies);
    if (on("[data-reloads]")) location.reload();
    if (on("[data-prints]")) print();
    if (on("[data-opens-drawer]")) openDrawer(!drawerIsOpen());
    else if (narrow.matches && (on("#drawer a") || !on("#drawer"))) openDrawer(false);
    if (on("[data-reconnects]")) comeBack();
    const opens = on("[aria-haspopup=menu]:not(.row-menu)");
    if (opens?.closest(".mud-menu") && opens.getAttribute("aria-expanded") !== "true") enterMenu(opens);
    const menu = on(".row-menu");
    if (menu) menu.dispatchEvent(new CustomEvent("rowmenu", { bubbles: true, detail: { key: menu.closest("tr").dataset.key } }));
    const row = on("tr.linked");
    if (row && !on("a,button,input,label,select,[role=menu]") && getSelection().isCollapsed) {
      row.querySelector("a.row-link")?.dispatchEvent(new MouseEvent("click", {
        bubbles: true, cancelable: true, ctrlKey: e.ctrlKey, metaKey: e.metaKey, shiftKey: e.shiftKey,
      }));
    }
  });

  // A button or a form does its work once: until the screen shows what came of it, a second click or Enter stays here. A click that
  // never arrived (the connection was away) holds nothing up for long.
  const sent = new WeakMap();
  const again = (what, busy) => {
    const before = sent.get(what);
    if (busy || (before?.runs === what.dataset.runs && Date.now() - before.at < 5000)) return true;
    sent.set(what, { runs: what.dataset.runs, at: Date.now() });
    return false;
  };
  for (const kind of ["click", "submit"]) addEventListener(kind, e => {
    const what = e.target.closest?.(kind === "click" ? "button[data-runs]" : "form[data-runs]");
    if (!what || !again(what, (kind === "click" ? what : e.submitter)?.getAttribute("aria-busy") === "true")) return;
    e.preventDefault();
    e.stopImmediatePropagation();
  }, true);

  // Enter and Space on a menu's button are its click; the library takes them too, and later puts the focus back to the first entry.
  addEventListener("keydown", e => {
    if ((e.key === "Enter" || e.key === " ") && e.target.closest?.(".mud-menu [aria-haspopup=menu]")) e.stopImmediatePropagation();
  }, true);

  // The keys of menus: the focus moves in the browser, as fast as they are pressed, and Enter takes what has it. The library asks the
  // server for each of them, chooses what it believes to have the focus, and knows neither End nor the first letter; Escape stays its own.
  addEventListener("keydown", e => {
    const menu = e.target.closest?.("[role=menu]");
    if (!menu || e.ctrlKey || e.altKey || e.metaKey) return;
    const all = [...menu.querySelectorAll("[role=menuitem]:not([aria-disabled=true])")];
    const at = all.indexOf(document.activeElement);
    if (e.key === "Enter" || e.key === " ") {
      e.preventDefault();
      e.stopImmediatePropagation();
      if (at >= 0 && !e.repeat) all[at].click();
      return;
    }
    const typed = e.key.length === 1;
    const next = e.key === "End" ? all.at(-1) : e.key === "Home" ? all[0]
      : e.key === "ArrowDown" ? all[(at + 1) % all.length] : e.key === "ArrowUp" ? all.at(at < 0 ? -1 : at - 1)
      : typed ? [...all.slice(at + 1), ...all].find(i => i.textContent.trim().toLowerCase().startsWith(e.key.toLowerCase()))
      : null;
    if (next) { e.preventDefault(); e.stopImmediatePropagation(); next.focus(); }
  }, true);

  // Filters: a list follows the search after a pause in the typing. Leaving a field never moves the list under the click that left it:
  // what the browser says at that moment waits, and is dropped when the click led away.
  const pauses = new WeakMap();
  const tell = field => { pauses.delete(field); if (field.isConnected) field.dispatchEvent(new Event("change", { bubbles: true })); };
  const after = (field, ms) => { clearTimeout(pauses.get(field)); pauses.set(field, setTimeout(tell, ms, field)); };
  const filter = e => e.target.closest?.("input[data-searches], .filters input");
  addEventListener("input", e => { if (filter(e)?.matches("[data-searches]")) after(e.target, 300); }, true);
  addEventListener("change", e => { if (e.isTrusted && filter(e)) { e.stopImmediatePropagation(); after(e.target, 300); } }, true);
  addEventListener("keydown", e => { if (e.key === "Enter" && filter(e)) after(e.target, 0); }, true);

  // The library's inputs tell the server every key, for no one: only the keys that do something are let through.
  for (const kind of ["keydown", "keyup"]) addEventListener(kind, e => {
    const plain = (e.key.length === 1 && !e.ctrlKey && !e.altKey && !e.metaKey) || e.key === "Backspace" || e.key === "Delete";
    const field = "input.mud-input-root:not([readonly],[role=combobox]), textarea.mud-input-root";
    if (plain && e.target.matches?.(field)) e.stopImmediatePropagation();
  }, true);

  // What somebody typed and nothing has taken yet: its field still stands there. Filters stand in the address.
  const typed = new Set();
  addEventListener("input", e => { if (e.isTrusted && !filter(e) && !e.target.closest?.(".paged-table")) typed.add(e.target); }, true);
  const unsaved = () => [...typed].some(field => field.isConnected && (field.value || field.checked));

  // A program that was started anew knows nothing of the page: without unsaved text the page loads itself, else its words say what to do.
  // Whatever keeps the program away, the page goes on asking.
  const lost = document.getElementById("components-reconnect-modal");
  const knows = state => lost.classList.contains(`components-reconnect-${state}`);
  const comeBack = () => Blazor.reconnect().then(ok => {
    if (!ok && unsaved()) lost.className = "reconnect components-reconnect-rejected";
    else if (!ok) location.reload();
  }, () => {});
  let asks;
  if (lost) new MutationObserver(() => {
    if (knows("rejected") && !unsaved()) location.reload();
    clearInterval(asks);
    asks = knows("failed") ? setInterval(comeBack, 5000) : undefined;
  }).observe(lost, { attributes: true, attributeFilter: ["class"] });

  // Brings a file without leaving the page.
  function download(href) {
    const link = document.createElement("a");
    link.href = href;
    link.download = "";
    link.click();
  }

  // However it was opened: the keyboard goes on in the menu.
  function enterMenu(button, tries = 40) {
    const first = [...document.querySelectorAll("[role=menu] [role=menuitem]:not([aria-disabled=true])")].find(i => i.offsetParent);
    if (first) document.activeElement?.closest("[role=menu]") || first.focus();
    else if (tries > 0 && button.isConnected) setTimeout(enterMenu, 25, button, tries - 1);
  }

  function press(id) {
    const button = document.getElementById(id);
    const inside = button?.matches("button") ? button : button?.querySelector("button");
    inside?.focus();
    inside?.click();
  }

  // A text that is cut off is told in full to who points at it.
  addEventListener("mouseover", e => {
    const cell = e.target.closest?.(".paged-table tbody td.cut");
    if (cell) cell.title = cell.textContent.trim();
  });

  // Another page's text may come into the cell.
  addEventListener("mouseout", e => e.target.closest?.(".paged-table tbody td.cut")?.removeAttribute("title"));

  const checksRow = box => box.matches("tr[data-key] > td.narrow > input[type=checkbox]");
  window.Blazor?.registerCustomEventType("rowmenu", { createEventArgs: e => e.detail });
  window.Blazor?.registerCustomEventType("rowcheck", {
    browserEventName: "change",
    createEventArgs: e => ({ key: checksRow(e.target) ? e.target.closest("tr").dataset.key : null, on: e.target.checked === true }),
  });

  return {
    download, focusHeading, focusInvalid, press,
    focusId: id => document.getElementById(id)?.focus(),
    send: id => document.getElementById(id)?.requestSubmit(),
    sendFrom: id => {
      const form = document.getElementById(id);
      form.elements.returnUrl.value = location.pathname + location.search;
      form.requestSubmit();
    },
  };
})();
