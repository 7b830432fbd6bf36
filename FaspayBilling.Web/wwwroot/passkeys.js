// Passkeys: asks the server what is to be signed, lets the browser sign it, and sends the answer. A form says by data-passkey what it is
// for: "add" makes one, anything else uses one. Where the browser knows no passkeys, such forms stay hidden.
(() => {
  const known = () => typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential;
  const tokenName = "__RequestVerificationToken";

  async function post(path, form, credential = "") {
    const body = new FormData();
    body.set(tokenName, form.querySelector(`[name=${tokenName}]`).value);
    body.set("credential", credential);
    return fetch(path, { method: "POST", body, redirect: "error" });
  }

  async function options(path, form) {
    const answer = await post(path, form);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  async function use(form) {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await options("/account/passkeys/use", form));
    return JSON.stringify(await navigator.credentials.get({ publicKey }));
  }

  async function make(form) {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await options("/account/passkeys/make", form));
    return JSON.stringify(await navigator.credentials.create({ publicKey }));
  }

  // Cancelled, timed out, or refused by the browser: the server says so in words.
  const attempt = async (work, form) => {
    try {
      return await work(form);
    } catch (broken) {
      console.warn(broken);
      return "";
    }
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const kind = form.dataset.passkey;
    if (!kind) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    form.setAttribute("aria-busy", "true");
    const keep = document.querySelector("input[type=checkbox][name=Remember]");
    if (keep && form.elements.Remember) form.elements.Remember.value = keep.checked;
    form.querySelector("[name=Credential]").value = await attempt(kind === "add" ? make : use, form);
    form.submit();
  });

  if (known()) {
    for (const hidden of document.querySelectorAll("[data-needs-passkeys]")) hidden.hidden = false;
    for (const shown of document.querySelectorAll("[data-without-passkeys]")) shown.hidden = true;
  }

  // A page of plain HTML is sent once; a browser that shows it again from its memory may send it again.
  const sent = new Set();
  addEventListener("pageshow", () => {
    sent.clear();
    for (const busy of document.querySelectorAll("form[aria-busy]")) busy.removeAttribute("aria-busy");
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || form.dataset.passkey || !form.closest(".account-card")) return;
    if (sent.has(form)) event.preventDefault();
    sent.add(form);
  });

  window.passkeys = {
    known,

    // Of an open page: proves again who sits there. The form of the user menu has the token.
    async prove() {
      const form = document.getElementById("sign-out");
      const answer = await attempt(async () => post("/account/passkeys/prove", form, await use(form)), form);
      return answer !== "" && answer.ok;
    },
  };
})();
