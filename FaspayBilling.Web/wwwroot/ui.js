// What only the browser can do at once: modal dialogs, menus, clicks on whole rows, native calendars.
window.ui = (() => {
  let opener = null;
  const focusable = e => e && e !== document.body && e.isConnected;

  function openDialog(dialog) {
    if (!dialog || dialog.open) return;
    if (focusable(document.activeElement)) opener = document.activeElement;
    dialog.showModal();
    dialog.addEventListener("cancel", e => e.preventDefault());
    // The browser may close it by itself on a second Escape; only the page decides.
    dialog.addEventListener("close", () => setTimeout(() => dialog.isConnected && !dialog.open && dialog.showModal()));
  }

  function dialogClosed() {
    if (document.querySelector("dialog[open]")) return;
    (focusable(opener) ? opener : document.querySelector("h1"))?.focus();
  }

  const entries = menu => [...menu.querySelectorAll("[role=menuitem]")];

  function place(button, menu) {
    const at = button.getBoundingClientRect();
    const box = menu.getBoundingClientRect();
    const below = at.bottom + 4 + box.height <= innerHeight || at.top < box.height;
    menu.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - 4 - box.height)}px`;
    menu.style.left = `${Math.min(Math.max(8, at.right - box.width), innerWidth - box.width - 8)}px`;
  }

  function openMenu(button, menu) {
    if (!menu) return;
    menu.showPopover();
    place(button, menu);
    entries(menu)[0]?.focus();

    const close = back => {
      removeEventListener("pointerdown", outside, true);
      removeEventListener("scroll", moved, true);
      removeEventListener("resize", moved);
      if (!menu.isConnected) return;
      if (back) button.focus();
      menu.dispatchEvent(new Event("close"));
    };
    const outside = e => {
      if (!menu.isConnected) close(false);
      else if (!menu.contains(e.target) && !button.contains(e.target)) close(false);
    };
    const moved = () => menu.isConnected ? place(button, menu) : close(false);
    addEventListener("pointerdown", outside, true);
    addEventListener("scroll", moved, true);
    addEventListener("resize", moved);

    menu.addEventListener("keydown", e => {
      const all = entries(menu);
      const at = all.indexOf(document.activeElement);
      const to = i => { e.preventDefault(); all[(i + all.length) % all.length]?.focus(); };
      if (e.key === "ArrowDown") to(at + 1);
      else if (e.key === "ArrowUp") to(at - 1);
      else if (e.key === "Home") to(0);
      else if (e.key === "End") to(all.length - 1);
      else if (e.key === "Escape") { e.preventDefault(); e.stopPropagation(); close(true); }
      else if (e.key === "Tab") close(true);
      else if (e.key.length === 1) {
        const next = [...all.slice(at + 1), ...all].find(i => i.textContent.trim().toLowerCase().startsWith(e.key.toLowerCase()));
        next?.focus();
      }
    });
  }

  function fillMenu(button, menu) {
    if (!menu?.isConnected) return;
    place(button, menu);
    if (!menu.contains(document.activeElement) || document.activeElement === menu) entries(menu)[0]?.focus();
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
    const done = navigator.clipboard ? await navigator.clipboard.writeText(input.value).then(() => true, () => false) : document.execCommand("copy");
    told.textContent = done ? "Copied." : "Press Ctrl+C to copy it.";
  }

  addEventListener("click", e => {
    const on = what => e.target.closest?.(what);
    const calendar = on("[data-opens-calendar]");
    if (calendar) calendar.nextElementSibling.showPicker?.();
    const copies = on("[data-copies]");
    if (copies) copy(copies);
    if (on("[data-reloads]")) location.reload();
    if (on("[data-reconnects]")) Blazor.reconnect().then(ok => ok || location.reload(), () => { });
    const row = on("tr.linked");
    if (row && !on("a,button,input,label,select,[role=menu]") && getSelection().isCollapsed) {
      row.querySelector("a.row-link")?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: e.ctrlKey, metaKey: e.metaKey, shiftKey: e.shiftKey }));
    }
    for (const details of document.querySelectorAll("details.user-menu[open]")) {
      if (!details.contains(e.target)) details.open = false;
    }
  });

  addEventListener("keydown", e => {
    if (e.key === "Escape" && document.querySelector(".drawer-open")) {
      const button = document.querySelector(".drawer-button");
      button.click();
      button.focus();
    }
    const details = e.key === "Escape" && document.querySelector("details.user-menu[open]");
    if (details) {
      details.open = false;
      details.querySelector("summary").focus();
    }
  });

  // Brings a file without leaving the page.
  function download(href) {
    const link = document.createElement("a");
    link.href = href;
    link.download = "";
    link.click();
  }

  return { download, openDialog, dialogClosed, openMenu, fillMenu, focusInvalid, focus: e => focusable(e) && e.focus() };
})();
