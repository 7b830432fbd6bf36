// What is typed into a form outlives the connection, a reload and the tab: this browser keeps it for a week, or until it is saved.
// It is encrypted with a key that the server gives only to the user who typed it. A browser encrypts nothing without TLS (but for
// localhost): there only the tab keeps it.
window.kept = (() => {
  const week = 7 * 24 * 60 * 60 * 1000;
  const subtle = window.crypto?.subtle;
  const box = subtle ? localStorage : sessionStorage;
  const last = "form-last";
  let element, form, owner, timer, untouched, secret, early;
  let until = 0;
  let writing = Promise.resolve();
  const area = () => element && document.getElementById(element);
  const within = e => area()?.contains(e.target);

  const value = e => e.type === "checkbox" ? (e.checked ? "1" : "") : e.value;
  const nameOf = id => `form:${owner}:${id}`;
  const toBytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
  const toText = bytes => btoa(Array.from(bytes, b => String.fromCharCode(b)).join(""));

  function read() {
    const fields = {};
    for (const e of area().querySelectorAll("[name]")) fields[e.name] = value(e);
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

  function keep() {
    timer = undefined;
    if (!area() || !form) return;
    const [fields, name, page, at] = [read(), nameOf(form.id), form.page, Date.now()];
    queue(() => fields === untouched ? box.removeItem(name) : write(name, at, { page, fields }));
    // A choice or a new line is there only after the server answered.
    if (at < until) timer = setTimeout(keep, 500);
  }

  function soon(e) {
    if (!within(e)) {
      if (e.type === "input" || e.type === "change") early = e.target;
      return;
    }
    if (e.type === "keydown" && e.key !== "Enter") return;
    until = Date.now() + 1500;
    timer ??= setTimeout(keep, 250);
  }

  for (const what of ["input", "change", "click", "keydown"]) addEventListener(what, soon);

  // A page that goes waits for nothing: what was typed in its last moment is the tab's until the next form opens in it.
  addEventListener("pagehide", () => {
    if (!timer || !area() || !form) return;
    const fields = read();
    if (fields === untouched) return;
    try {
      sessionStorage.setItem(last, JSON.stringify({ owner, id: form.id, at: Date.now(), page: form.page, fields }));
    } catch { /* full */ }
  });

  async function takeLast() {
    const text = sessionStorage.getItem(last);
    sessionStorage.removeItem(last);
    const { owner: who, id, at, page, fields } = JSON.parse(text ?? "{}");
    if (who === owner) await write(nameOf(id), at, { page, fields });
  }

  function forgetOld() {
    for (const name of Object.keys(box)) {
      if (name.startsWith("form:") && Number(box.getItem(name).split(" ")[0]) < Date.now() - week) box.removeItem(name);
    }
  }

  function open(elementId, page, who, key, id) {
    clearTimeout(timer);
    [element, owner, timer, form] = [elementId, who, undefined, { id, page }];
    // Over a slow line people type before the server has said whose form it is: that is no untouched form, and is kept as well.
    const touched = early && area().contains(early);
    untouched = touched ? undefined : read();
    if (touched) soon({ target: early, type: "input" });
    return queue(async () => {
      secret = subtle && await subtle.importKey("raw", toBytes(key), "AES-GCM", false, ["encrypt", "decrypt"]);
      await takeLast();
      forgetOld();
      const offered = [];
      for (const name of Object.keys(box).filter(n => n.startsWith(nameOf("")) && n !== nameOf(id))) {
        const found = await find(name);
        if (found?.page !== page) continue;
        const fields = JSON.parse(found.fields);
        offered.push({ id: name.slice(nameOf("").length), at: found.at, title: fields.CustomerName || fields.Subject || "" });
      }
      return offered.sort((a, b) => b.at - a.at);
    });
  }

  // It is typed again: kept from now on under the name it had.
  const take = id => queue(async () => {
    const found = await find(nameOf(id));
    if (found) form = { ...form, id };
    return found && new TextEncoder().encode(found.fields);
  });

  const drop = id => queue(() => box.removeItem(nameOf(id)));

  function done() {
    clearTimeout(timer);
    const id = form.id;
    [element, timer] = [undefined, undefined];
    return drop(id);
  }

  return { open, take, drop, done, area };
})();
