// Runs before the first paint: the user's own choice, else what the system says.
(() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => localStorage.getItem("theme");
  const root = document.documentElement;
  const show = () => {
    const next = chosen() ?? (system.matches ? "dark" : "light");
    if (root.dataset.theme !== next) {
      root.dataset.theme = next;
    }
  };
  show();
  system.addEventListener("change", show);
  addEventListener("storage", show);
  // A navigation that patches the page takes away what the server did not write.
  new MutationObserver(show).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  addEventListener("click", e => {
    if (e.target.closest?.("[data-switches-theme]")) {
      const next = root.dataset.theme === "dark" ? "light" : "dark";
      localStorage.setItem("theme", next);
      show();
    }
  });
})();
