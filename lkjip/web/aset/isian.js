// A computer that slept past the end of its session goes straight to the login page (sesi.js). What was typed into a form
// and never sent waits in this tab meanwhile, and returns to its fields when the same person comes back to the same page.
(() => {
  "use strict";

  const KUNCI = "lkjip_isian";
  const ISIAN = "[data-testid=stForm] textarea, [data-testid=stForm] input[type=text]";
  const SIAP = "[data-testid=stApp][data-test-script-state=notRunning]";
  const COBA_TIAP = 500, PALING_LAMA = 120;
  const diketik = new Set();

  // Whose page this is: the key of a container in the menu (lkjip/ui/sidebar.py). Nobody gets another person's text.
  const siapa = () => {
    const tempat = document.querySelector("[class*=st-key-siapa_]");
    return tempat ? /st-key-siapa_\w+/.exec(tempat.className)[0] : "";
  };
  const nama = (isian) => isian.getAttribute("aria-label") || isian.labels?.[0]?.innerText || "";
  const senama = (judul) => [...document.querySelectorAll(ISIAN)].filter((isian) => nama(isian) === judul);

  document.addEventListener("input", (event) => {
    if (event.isTrusted && event.target instanceof Element && event.target.matches(ISIAN)) diketik.add(event.target);
  }, true);

  document.addEventListener("lkjip:sesi-berakhir", () => {
    // A field that was saved has been replaced by a new one: what is still here was not.
    const isi = [...diketik].filter((isian) => isian.isConnected && isian.value.trim()).map((isian) => (
      { judul: nama(isian), tempat: senama(nama(isian)).indexOf(isian), teks: isian.value }
    ));
    if (isi.length && siapa()) {
      sessionStorage.setItem(KUNCI, JSON.stringify({ siapa: siapa(), halaman: location.pathname, isi }));
    }
  });

  const isikan = (isian, teks) => {
    const jenis = isian instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(jenis.prototype, "value").set.call(isian, teks); // React's own setter would hide it
    isian.dispatchEvent(new Event("input", { bubbles: true }));
    isian.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    diketik.add(isian);
  };

  const katakan = () => {
    const pesan = document.createElement("div");
    pesan.setAttribute("role", "status");
    pesan.textContent = "Yang Anda tulis sebelum sesi berakhir kembali di formulirnya. Belum disimpan: periksa, lalu simpan.";
    pesan.style.cssText = "position:fixed;left:1rem;right:1rem;bottom:1rem;z-index:999;padding:.75rem 1rem;" +
      "background:#E6EFF6;color:#0F4C75;border:1px solid #0F4C75;border-radius:.4rem";
    document.body.append(pesan);
    setTimeout(() => pesan.remove(), 20000);
  };

  const kembalikan = (sisa) => {
    if (!document.querySelector(SIAP) || !siapa()) return false;
    if (siapa() !== sisa.siapa) { sessionStorage.removeItem(KUNCI); return true; }
    if (location.pathname !== sisa.halaman) return false;
    const tujuan = sisa.isi.map((satu) => senama(satu.judul)[satu.tempat]);
    if (tujuan.some((isian) => !isian)) return false;
    sisa.isi.forEach((satu, urutan) => isikan(tujuan[urutan], satu.teks));
    sessionStorage.removeItem(KUNCI);
    katakan();
    return true;
  };

  const disimpan = sessionStorage.getItem(KUNCI);
  if (disimpan) {
    const sisa = JSON.parse(disimpan);
    let ke = 0;
    const coba = setInterval(() => {
      ke += 1;
      if (kembalikan(sisa) || ke > PALING_LAMA) clearInterval(coba);
    }, COBA_TIAP);
  }
})();
