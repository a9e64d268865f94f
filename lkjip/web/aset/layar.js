// Tells the server whether this window is narrow (a cookie of this visit): on narrow windows charts write names above
// their bars. Read when the page connects; a window made narrower later is drawn anew at the next load.
(() => {
  "use strict";
  const narrow = matchMedia("(max-width: 640px)");
  const tell = () => { document.cookie = `layar=${narrow.matches ? "sempit" : "lebar"}; path=/; SameSite=Strict`; };
  narrow.addEventListener("change", tell);
  tell();
})();
