// What belongs to the login session: links to our own plain pages and downloads stay in this tab, and a page whose
// session has ended goes to the login page instead of trying to connect for ever.
(() => {
  "use strict";

  const SENDIRI = /^\/(masuk|mulai|sandi|unduh|auth)(\/|\?|$)/;
  const PERIKSA_TIAP = 3000;

  document.addEventListener("click", (event) => {
    const tautan = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!tautan || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const tujuan = new URL(tautan.href, location.href);
    if (tujuan.origin !== location.origin || !SENDIRI.test(tujuan.pathname)) return;
    event.preventDefault();
    location.assign(tujuan.href);
  }, true);

  // Streamlit writes the state of its connection on its outermost element. While it is connected nothing is asked.
  setInterval(async () => {
    const aplikasi = document.querySelector("[data-testid=stApp]");
    if (!aplikasi || aplikasi.dataset.testConnectionState === "CONNECTED") return;
    try {
      const jawab = await fetch("/_stcore/host-config", { cache: "no-store" });
      if (jawab.status === 401) {
        document.dispatchEvent(new Event("lkjip:sesi-berakhir")); // isian.js keeps what was typed
        location.assign("/masuk?lanjut=" + encodeURIComponent(location.pathname + location.search));
      }
    } catch { /* the server is away: Streamlit says so itself */ }
  }, PERIKSA_TIAP);
})();
