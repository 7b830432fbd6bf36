// What is typed into a form outlives the connection, a reload and the tab: this browser keeps it for a week, or until it is saved.
// It is encrypted with a key that the server gives only to the user who typed it. A browser encrypts nothing without TLS (but for
// localhost): there only the tab keeps it.
window.kept = (() => {
  const week = 7 * 24 * 60 * 60 * 1000;
  const subtle = window.crypto?.subtle;
  const box = subtle ? localStorage : sessionStorage;
  const last = "form-last";
  // What is open: a page's form, and perhaps a dialog's over it. Each has its key, and whether somebody typed in it.
  const open = new Map();
  let owner, secret, early;
  let writing = Promise.resolve();
  const root = area => document.getElementById(area.element);
  const areaOf = target => [...open.values()].find(area => root(area)?.contains(target));

  const value = e => e.type === "checkbox" ? (e.checked ? "1" : "") : e.value;
  const nameOf = id => `form:${owner}:${id}`;
  const toBytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
  const toText = bytes => btoa(Array.from(bytes, b => String.fromCharCode(b)).join(""));

  function read(area) {
    const fields = {};
    for (const e of root(area).querySelectorAll("[name]")) fields[e.name] = value(e);
    return JSON.stringify(fields);
  }

  async function lock(text) {
    if (!secret) return text;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return toText(iv) + "." + toText(new Uint8Array(await subtle.encrypt({ name: "AES-GCM", iv }, secret, new TextEncoder().encode(text))));
  }

  async function unlock(text) {
    if (!secret) return text;
    const [iv, data] = text.split(".").map(toBytes);
    return new TextDecoder().decode(await subtle.decrypt({ name: "AES-GCM", iv }, secret, data));
  }

  async function write(name, at, what) {
    try {
      box.setItem(name, `${at} ${await lock(JSON.stringify(what))}`);
    } catch { /* full: what was kept before stays */ }
  }

  async function find(name) {
    try {
      const [at, text] = box.getItem(name).split(/ (.*)/s);
      return { at: Number(at), ...JSON.parse(await unlock(text)) };
    } catch {
      // Of another key: nobody reads it any more.
      box.removeItem(name);
      return null;
    }
  }

  // One after the other, so that what was typed last is what stays.
  const queue = work => writing = writing.then(work, work);

  function keep(area) {
    area.timer = undefined;
    if (!root(area)) return;
    const [fields, name, page, at] = [read(area), nameOf(area.id), area.page, Date.now()];
    queue(() => fields === area.untouched ? box.removeItem(name) : write(name, at, { page, fields }));
    // A choice or a new line is there only after the server answered.
    if (at < area.until) area.timer = setTimeout(keep, 500, area);
  }

  function soon(area) {
    area.until = Date.now() + 1500;
    area.timer ??= setTimeout(keep, 250, area);
  }

  for (const what of ["input", "change", "click", "keydown"]) addEventListener(what, e => {
    const area = areaOf(e.target);
    if (area && (e.type !== "keydown" || e.key === "Enter")) soon(area);
    else if (!area && (e.type === "input" || e.type === "change")) early = e.target;
  });

  // Whoever leaves a form, by a link, a button or Escape, leaves all of what was typed.
  const flush = () => { for (const area of open.values()) if (area.timer) { clearTimeout(area.timer); keep(area); } };
  addEventListener("click", e => { if (e.target.closest?.("a,button")) flush(); }, true);
  addEventListener("keydown", e => { if (e.key === "Escape") flush(); }, true);

  // A page that goes waits for nothing: what was typed in its last moment is the tab's until the next form opens in it.
  addEventListener("pagehide", () => {
    const going = [...open.values()]
      .filter(area => area.timer && root(area))
      .map(area => ({ owner, id: area.id, at: Date.now(), page: area.page, fields: read(area), untouched: area.untouched }))
      .filter(area => area.fields !== area.untouched);
    try {
      if (going.length > 0) sessionStorage.setItem(last, JSON.stringify(going));
    } catch { /* full */ }
  });

  async function takeLast() {
    const text = sessionStorage.getItem(last);
    sessionStorage.removeItem(last);
    for (const { owner: who, id, at, page, fields } of [JSON.parse(text ?? "[]")].flat()) {
      if (who === owner) await write(nameOf(id), at, { page, fields });
    }
  }

  function forgetOld() {
    for (const name of Object.keys(box)) {
      if (name.startsWith("form:") && Number(box.getItem(name).split(" ")[0]) < Date.now() - week) box.removeItem(name);
    }
  }

  function begin(element, page, who, key, id) {
    // Left again before the server's question was here.
    if (!document.getElementById(element)) return [];
    for (const [name, area] of open) {
      if (root(area) && name !== element) continue;
      clearTimeout(area.timer);
      open.delete(name);
    }

    const area = { element, page, id, until: 0 };
    owner = who;
    open.set(element, area);
    // Over a slow line people type before the server has said whose form it is: that is no untouched form, and is kept as well.
    if (early && root(area).contains(early)) soon(area);
    else area.untouched = read(area);
    return queue(async () => {
      secret = subtle && await subtle.importKey("raw", toBytes(key), "AES-GCM", false, ["encrypt", "decrypt"]);
      await takeLast();
      forgetOld();
      const offered = [];
      for (const name of Object.keys(box).filter(n => n.startsWith(nameOf("")) && n !== nameOf(id))) {
        const found = await find(name);
        if (found?.page !== page) continue;
        const fields = JSON.parse(found.fields);
        const title = fields.CustomerName || fields.Subject || fields.Name || "";
        offered.push({ id: name.slice(nameOf("").length), at: found.at, title });
      }
      return offered.sort((a, b) => b.at - a.at);
    });
  }

  // It is typed again: kept from now on under the name it had.
  const take = (element, id) => queue(async () => {
    const found = await find(nameOf(id));
    if (found && open.has(element)) open.get(element).id = id;
    return found && new TextEncoder().encode(found.fields);
  });

  const drop = id => queue(() => box.removeItem(nameOf(id)));

  function done(element) {
    const area = open.get(element);
    clearTimeout(area?.timer);
    open.delete(element);
    return area && drop(area.id);
  }

  return { open: begin, take, drop, done, holds: target => !!areaOf(target) };
})();
