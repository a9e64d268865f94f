// Streamlit's own English words, in Indonesian. It changes text nodes and labels in place and never touches what the
// user wrote: fields, tables of data and our own texts (Markdown) are left alone, except inside Streamlit's tooltips.
(() => {
  "use strict";

  const KATA = new Map(Object.entries({
    // uploader
    "Upload": "Pilih berkas",
    "Upload directories": "Pilih folder",
    "Add files": "Tambah berkas",
    "Drag and drop a file here": "Seret berkas ke sini",
    "Drag and drop files here": "Seret berkas ke sini",
    "Drag and drop directories here": "Seret folder ke sini",
    "Click to retry upload": "Klik untuk mengunggah ulang",
    "Upload failed": "Gagal mengunggah",
    "Only one file is allowed.": "Hanya satu berkas.",
    "Unexpected error. Please try again.": "Terjadi kesalahan. Coba lagi.",
    // choices
    "No results": "Tidak ada yang cocok",
    "No options to select": "Tidak ada pilihan",
    "No options to select.": "Tidak ada pilihan.",
    "Choose an option": "Pilih satu",
    "Choose options": "Pilih",
    "Add an option": "Tambah pilihan",
    "Choose or add an option": "Pilih atau tambah",
    "Clear value": "Kosongkan",
    "Clear all": "Kosongkan semua",
    "Clear entry": "Kosongkan",
    "Select all": "Pilih semua",
    "Select...": "Pilih...",
    "Selected values": "Yang dipilih",
    "Show suggestions": "Tampilkan pilihan",
    "Suggestions": "Pilihan",
    "Selectbox options": "Daftar pilihan",
    "Multiselect options": "Daftar pilihan",
    "open": "buka",
    "Open": "Buka",
    // fields
    "Increment": "Tambah",
    "Decrement": "Kurangi",
    "Show password": "Tampilkan kata sandi",
    "Hide password": "Sembunyikan kata sandi",
    "This field is required.": "Wajib diisi.",
    "Invalid value.": "Isian tidak sah.",
    "Invalid input.": "Isian tidak sah.",
    "Choose date": "Pilih tanggal",
    "Clear date": "Kosongkan tanggal",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.":
      "Tombol panah untuk berpindah tanggal, Enter untuk memilih, Esc untuk menutup.",
    "Press Enter to apply": "Tekan Enter untuk memakai",
    "Press Enter to submit form": "Tekan Enter untuk menyimpan",
    // tables
    "Search": "Cari",
    "Close Search": "Tutup pencarian",
    "Next Result": "Hasil berikut",
    "Previous Result": "Hasil sebelumnya",
    "Type to search": "Ketik untuk mencari",
    "0 results": "tidak ada hasil",
    "Download as CSV": "Unduh CSV",
    "Fullscreen": "Layar penuh",
    "Close fullscreen": "Keluar dari layar penuh",
    "Show/hide columns": "Tampilkan atau sembunyikan kolom",
    "Clear selection": "Kosongkan pilihan",
    "Add row": "Tambah baris",
    "Delete row(s)": "Hapus baris",
    "Sort ascending": "Urutkan naik",
    "Sort descending": "Urutkan turun",
    "Autosize": "Sesuaikan lebar",
    "Pin column": "Sematkan kolom",
    "Unpin column": "Lepas sematan",
    "Hide column": "Sembunyikan kolom",
    "Copy column name": "Salin nama kolom",
    "Column index out of bounds": "Kolom di luar tabel",
    "Format": "Bentuk angka",
    "Statistics": "Statistik",
    "Automatic": "Otomatis",
    "Localized": "Setempat",
    "Plain": "Polos",
    "Compact": "Ringkas",
    "Percent": "Persen",
    "Scientific": "Ilmiah",
    "Accounting": "Akuntansi",
    "Values": "Isi",
    "Empty": "Kosong",
    "Distinct": "Berbeda",
    "Count": "Jumlah",
    "Sum": "Total",
    "Average": "Rata-rata",
    "Median": "Median",
    "Minimum": "Terkecil",
    "Maximum": "Terbesar",
    "Standard deviation": "Simpangan baku",
    "Average length": "Panjang rata-rata",
    "Minimum length": "Terpendek",
    "Maximum length": "Terpanjang",
    "Dataframe column menu": "Menu kolom",
    "Data editor": "Tabel isian",
    "Scrollable table": "Tabel yang dapat digulir",
    "No data": "Tidak ada data",
    "Loading...": "Memuat ...",
    "empty": "kosong",
    "Next page": "Halaman berikut",
    "Previous page": "Halaman sebelumnya",
    "Download failed": "Unduhan gagal",
    // shell
    "App pages": "Halaman",
    "Skip to main content": "Langsung ke isi",
    "Expand sidebar": "Buka menu",
    "Collapse sidebar": "Tutup menu",
    "Main menu": "Menu utama",
    "Navigate to home page": "Ke Beranda",
    "App Logo": "Lambang",
    "Header Logo": "Lambang",
    "Sidebar Logo": "Lambang",
    "View less": "Lebih sedikit",
    "Link to heading": "Tautan ke judul ini",
    "Copy link to heading": "Salin tautan ke judul ini",
    "Close": "Tutup",
    "Copy": "Salin",
    "Copy to clipboard": "Salin",
    "Cancel": "Batal",
    "Dismiss": "Tutup",
    "Stop": "Hentikan",
    "Running...": "Bekerja ...",
    "Connecting": "Menghubungkan",
    "Connecting...": "Menghubungkan ...",
    "Error": "Galat",
    "Please wait...": "Mohon tunggu ...",
    "Print": "Cetak",
    "Rerun": "Muat ulang",
    "Settings": "Pengaturan tampilan",
    "Connection error": "Sambungan terputus",
    "Connection timed out.": "Sambungan terlalu lama tidak menjawab.",
    "Reconnected to server.": "Tersambung kembali.",
    "Try again": "Coba lagi",
    "Page not found": "Halaman tidak ada",
    "Script execution error": "Terjadi kesalahan",
    "Streamlit server is not responding. Are you connected to the internet?":
      "Aplikasi tidak menjawab. Pastikan program LKjIP masih berjalan di komputer ini.",
    // accessible roles of inputs
    "Notifications": "Pemberitahuan",
    "Sidebar": "Menu",
    "file upload": "unggah berkas",
    "Help": "Penjelasan",
    "Info": "Keterangan",
    "Warning": "Peringatan",
    "Error:": "Galat:",
    "Success": "Berhasil",
  }));

  const POLA = [
    [/^(\d+)([KMG]?B) per file(?: • (.+))?$/, (_, n, u, t) => `Paling besar ${n} ${u} per berkas${t ? ` • ${t}` : ""}`],
    [/^(\d+)(?:\.(\d+))?\s?(B|KB|MB|GB)$/, (_, n, d, u) => `${n}${d && +d ? `,${d}` : ""} ${u}`],
    [/^Add: (.*)$/, "Tambah: $1"],
    [/^Remove (.*)$/, "Hapus $1"],
    [/^Cancel upload of (.*)$/, "Batalkan unggahan $1"],
    [/^Select (\d+) matches$/, "Pilih $1 yang cocok"],
    [/^You can only select up to (\d+) .*$/, "Paling banyak $1 pilihan. Hapus satu dahulu."],
    [/^View (\d+) more$/, "$1 lagi"],
    [/^Page (\d+)$/, "Halaman $1"],
    [/^Help for (.*)$/, "Penjelasan: $1"],
    [/^Press (Ctrl|⌘)\+Enter to (?:apply|submit form)$/, "Tekan $1+Enter untuk memakai"],
    [/^Selected (.*)\. (.*), (?:select box|combobox).*$/, "$2: $1"],
    [/^(?:Error: )?File must be (\d+)(?:\.(\d+))?\s?([KMG]?B) or smaller\.?$/,
      (_, n, d, u) => `Berkas terlalu besar: paling besar ${n}${d && +d ? `,${d}` : ""} ${u}.`],
    [/^File is larger than (.*)$/, "Berkas lebih besar daripada $1"],
    [/^(.*) files are not allowed\.?$/, "Berkas $1 tidak diterima."],
    [/^File type must be .*$/, "Jenis berkas tidak diterima."],
    [/^Number is (?:below|above|outside) the allowed range\..*$/, "Angka di luar batas yang diperbolehkan."],
    [/^Is Streamlit still running\?.*$/, "Program LKjIP tidak berjalan. Jalankan lagi dengan perintah:"],
    [/^(?:You have requested page|The page that you have requested).*$/,
      "Halaman yang diminta tidak ada. Beranda ditampilkan."],
    [/^(Show\/hide columns|Search|Fullscreen|Close fullscreen|Clear selection|Close Search): (.*)$/,
      (_, kata, nama) => `${KATA.get(kata)}: ${nama}`],
    [/^(year|month|day), (.*)$/, (_, bagian, nama) => `${{year: "tahun", month: "bulan", day: "hari"}[bagian]}, ${nama}`],
    [/^(\d+) (?:of|\/) (\d+) results?$/, "$1 dari $2 hasil"],
    [/^(\d+) options? available\.$/, "$1 pilihan tersedia."],
    [/^(.*), selected$/, "$1, dipilih"],
    [/^(\d+) results?$/, "$1 hasil"],
  ];

  const OWN_TEXT = "[data-testid=stMarkdownContainer], [data-testid=stTable], [data-testid=stText], pre, code";
  const STREAMLIT_TEXT = [
    "[data-testid=stTooltipContent]", "[data-testid=stTooltipErrorContent]", "[data-testid=stFileUploader] button",
    "[data-testid=stConnectionStatus]", "[data-testid=stHeader]", "[data-testid=stDialog] [role=heading]",
  ].join(", ");
  const NEVER = "textarea, input, [contenteditable=true], script, style, [data-testid=stDataFrame] canvas";
  const DATE_PART = {dd: "hh", mm: "bb", yyyy: "tttt"}; // what an empty date field shows; a typed one is left alone
  const NO_NUMBER = "-Infinity"; // in the table that the grid keeps for listeners (see lkjip/ui/table.py)
  const LABELS = ["aria-label", "title", "placeholder", "alt", "aria-description", "aria-roledescription"];

  const terjemah = (text) => {
    const inti = text.trim();
    if (!inti) return null;
    let hasil = KATA.get(inti);
    if (hasil === undefined) {
      for (const [pola, ganti] of POLA) {
        if (pola.test(inti)) { hasil = inti.replace(pola, ganti); break; }
      }
    }
    return hasil === undefined || hasil === inti ? null : text.replace(inti, () => hasil);
  };

  const textNode = (node) => {
    const parent = node.parentElement;
    if (!parent) return;
    if (node.data === NO_NUMBER && parent.closest("td")) { node.data = "tidak ada angka"; return; }
    if (node.data in DATE_PART && parent.closest("[role=spinbutton][data-placeholder]")) { node.data = DATE_PART[node.data]; return; }
    if (parent.closest(NEVER)) return;
    if (parent.closest(OWN_TEXT) && !parent.closest(STREAMLIT_TEXT)) return;
    const hasil = terjemah(node.data);
    if (hasil !== null) node.data = hasil;
  };

  const labels = (element) => {
    for (const name of LABELS) {
      const value = element.getAttribute(name);
      if (!value) continue;
      const hasil = terjemah(value);
      if (hasil !== null) element.setAttribute(name, hasil);
    }
  };

  const walk = (root) => {
    if (root.nodeType === Node.TEXT_NODE) { textNode(root); return; }
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    labels(root);
    for (const element of root.querySelectorAll("*")) labels(element);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) textNode(walker.currentNode);
  };

  const watch = () => {
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === "characterData") textNode(change.target);
        else if (change.type === "attributes") labels(change.target);
        else for (const node of change.addedNodes) walk(node);
      }
    }).observe(document.documentElement, {
      childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: LABELS,
    });
    walk(document.documentElement);
  };

  watch();
})();
