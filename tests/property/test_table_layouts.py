"""However an office lays its table out, the same indicators and budget lines come out of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.makers.sheets import book, read, sheet

NAMES = (
    "Indeks Kepuasan Masyarakat", "Nilai SAKIP Kecamatan", "Persentase desa dengan APBDes tepat waktu",
    "Jumlah gangguan ketertiban umum", "Persentase usulan Musrenbang yang diakomodasi", "Rata-rata lama pelayanan",
    "Opini atas laporan keuangan desa", "Persentase temuan yang ditindaklanjuti",
)  # fmt: skip
GOALS = ("Meningkatnya kualitas pelayanan publik", "Meningkatnya akuntabilitas kinerja", "Terwujudnya ketertiban umum")
TITLES = (
    "PENGUKURAN KINERJA TAHUN 2024", "KECAMATAN CONTOH KABUPATEN CONTOH", "Tabel 3.1 Capaian Kinerja",
    "LAPORAN KINERJA INSTANSI PEMERINTAH",
)  # fmt: skip
HEADS = {
    "no": ("No", "NO.", "No. Urut"),
    "sasaran": ("Sasaran Strategis", "SASARAN", "Sasaran"),
    "indikator": ("Indikator Kinerja", "INDIKATOR KINERJA UTAMA", "Indikator Sasaran", "Indikator Kinerja Utama (IKU)"),
    "satuan": ("Satuan", "SATUAN"),
    "target": ("Target", "TARGET", "Target 2024", "Target Tahun 2024", "Target PK 2024"),
    "realisasi": ("Realisasi", "REALISASI", "Realisasi 2024", "Realisasi Tahun 2024"),
    "capaian": ("Capaian (%)", "% Capaian", "Tingkat Capaian (%)", "CAPAIAN %", "Persentase Capaian"),
    "ket": ("Keterangan", "Penanggung Jawab"),
}
UNITS = ("Nilai", "%", "Indeks", "Kejadian", "Hari")


@st.composite
def indicator_sheet(draw: st.DrawFn) -> tuple[Any, list[tuple[Any, ...]]]:
    """Rows of a sheet with an indicator table somewhere in it, and what must be read from it."""
    count = draw(st.integers(1, len(NAMES)))
    figures = draw(st.lists(st.tuples(st.integers(1, 200), st.integers(0, 250)), min_size=count, max_size=count))
    columns = ["no", "indikator", "target", "realisasi"]
    columns = draw(st.permutations(columns[1:])) if draw(st.booleans()) else columns
    columns = [columns[0], *columns[1:]] if "no" in columns else list(columns)
    goal_style = draw(st.sampled_from(["none", "column", "merged", "blank", "heading"]))
    if goal_style in ("column", "merged", "blank"):
        columns.insert(columns.index("indikator"), "sasaran")
    if with_unit := draw(st.booleans()):
        columns.insert(columns.index("indikator") + 1, "satuan")
    if draw(st.booleans()):
        columns.append("capaian")
    if draw(st.booleans()):
        columns.append("ket")
    comma = draw(st.booleans())
    rows: list[list[Any]] = [[title] for title in draw(st.permutations(TITLES))[: draw(st.integers(0, 3))]]
    rows += [[]] * draw(st.integers(0, 2))
    head = [draw(st.sampled_from(HEADS[column])) for column in columns]
    rows.append(head)
    if draw(st.booleans()):
        rows.append([f"({place})" if comma else place for place in range(1, len(columns) + 1)])
    expected, merges, before, repeat = [], [], "", draw(st.integers(0, count))
    start = 0
    for place, (target, reached) in enumerate(figures):
        goal = GOALS[place * len(GOALS) // count]
        if place == repeat and place and draw(st.booleans()):
            rows.append(list(head))
            before = ""
        if goal_style == "heading" and goal != before:
            row: list[Any] = [None] * len(columns)
            row[columns.index("indikator")] = goal
            rows.append(row)
        if goal != before:
            start = len(rows) + 1
        shown = goal if goal_style == "column" or goal != before else None
        unit = UNITS[place % len(UNITS)]
        text = str(target) + (",50" if comma else ".50")
        value = {
            "no": place + 1, "sasaran": shown, "indikator": NAMES[place], "satuan": unit, "target": text,
            "realisasi": reached, "capaian": f"{reached * 100 / (target + 0.5):.2f}".replace(".", ","),
            "ket": "Seksi Pelayanan",
        }  # fmt: skip
        rows.append([value[column] for column in columns])
        if goal_style == "merged" and shown is None:
            letter = "ABCDEFGHIJ"[columns.index("sasaran")]
            merges = [merge for merge in merges if not merge.startswith(f"{letter}{start}:")]
            merges.append(f"{letter}{start}:{letter}{len(rows)}")
        before = goal
        expected.append(
            (
                NAMES[place],
                "" if goal_style == "none" else goal,
                unit if with_unit else "",
                Decimal(target) + Decimal("0.5"),
                Decimal(reached),
            )
        )
    if draw(st.booleans()):
        mean: list[Any] = [None] * len(columns)
        mean[columns.index("indikator")] = "Rata-rata capaian"
        mean[columns.index("realisasi")] = "88,00"
        rows.append(mean)
    if draw(st.booleans()):
        rows += [
            [],
            [None, None, "Contoh, 31 Desember 2024"],
            [None, None, "CAMAT CONTOH"],
            [],
            [None, None, "NIP. 19700101 199003 1 001"],
        ]
    return sheet(rows, merges=merges), expected


@settings(max_examples=150, deadline=None)
@given(indicator_sheet())
def test_tabel_indikator_terbaca_sama_bagaimanapun_susunannya(made: tuple[Any, list[tuple[Any, ...]]]) -> None:
    one, expected = made
    terbaca = read(book(one), tahun=2024)
    assert len(terbaca.bacaan) == 1
    found = [
        (record.indikator, record.sasaran, record.satuan, record.target.angka, record.realisasi.angka)
        for record in terbaca.bacaan[0].indikator
    ]
    assert found == expected
    assert {record.tahun for record in terbaca.bacaan[0].indikator} == {2024}
    assert not [finding.pesan for finding in terbaca.temuan[0] if finding.tingkat == "galat"]


PROGRAMS = ("Program Penunjang Urusan Pemerintahan Daerah", "Program Pemberdayaan Masyarakat Desa dan Kelurahan")
ACTIVITIES = (
    "Administrasi Keuangan Perangkat Daerah",
    "Administrasi Umum Perangkat Daerah",
    "Koordinasi Pemberdayaan Desa",
)
SUBS = ("Penyediaan Gaji dan Tunjangan ASN", "Penyediaan Bahan Logistik Kantor", "Fasilitasi Musyawarah Desa")
BUDGET_HEADS = {
    "kode": ("Kode", "Kode Rekening", "KODE"),
    "uraian": ("Uraian", "Program/Kegiatan/Sub Kegiatan", "PROGRAM / KEGIATAN / SUB KEGIATAN"),
    "pagu": ("Pagu Anggaran (Rp)", "Anggaran", "PAGU", "Anggaran (Rp.)"),
    "realisasi": ("Realisasi (Rp)", "REALISASI", "Realisasi Anggaran"),
    "persen": ("%", "Serapan (%)", "Persentase"),
}


@st.composite
def budget_sheet(draw: st.DrawFn) -> tuple[Any, list[tuple[Any, ...]]]:
    """Rows of a sheet with a budget of three levels, told apart by code, by words, or by numbering."""
    how = draw(st.sampled_from(["kode", "kata", "huruf", "kolom_kode"]))
    tree = []
    for program in range(draw(st.integers(1, 2))):
        for activity in range(draw(st.integers(1, 2))):
            leaves = draw(st.lists(st.integers(1, 900), min_size=1, max_size=3, unique=False))
            tree.append((program, activity, [leaf * 1_000_000 for leaf in leaves]))
    lines: list[tuple[str, str, str, int]] = []
    for program in dict.fromkeys(item[0] for item in tree):
        mine = [item for item in tree if item[0] == program]
        lines.append(("program", f"7.01.0{program + 1}", PROGRAMS[program], sum(sum(item[2]) for item in mine)))
        for _, activity, leaves in mine:
            code = f"7.01.0{program + 1}.2.0{activity + 1}"
            lines.append(("kegiatan", code, ACTIVITIES[activity + program], sum(leaves)))
            lines += [("sub_kegiatan", f"{code}.{n + 1:04}", SUBS[n], leaf) for n, leaf in enumerate(leaves)]
    style = draw(st.sampled_from(["angka", "titik", "rupiah"]))
    rows: list[list[Any]] = [["LAPORAN REALISASI ANGGARAN TAHUN ANGGARAN 2024"]] * draw(st.integers(0, 2))
    first = (
        ["No"]
        if how == "huruf"
        else ["Kode", *[None] * 4]
        if how == "kolom_kode"
        else [draw(st.sampled_from(BUDGET_HEADS["kode"]))]
    )
    if how == "kata":
        first = []
    percent = draw(st.booleans())
    rest = ["uraian", "pagu", "realisasi", *(["persen"] if percent else [])]
    rows.append([*first, *(draw(st.sampled_from(BUDGET_HEADS[part])) for part in rest)])
    merges = [f"A{len(rows)}:E{len(rows)}"] if how == "kolom_kode" else []
    counters = [0, 0, 0]
    for level, code, name, amount in lines:
        depth = ("program", "kegiatan", "sub_kegiatan").index(level)
        counters = [*counters[:depth], counters[depth] + 1, *[0] * (2 - depth)]
        rows.append(
            [
                *_leading(how, code, counters, depth),
                _named(how, level, name),
                _written(amount, style),
                _written(amount // 2, style),
            ]
        )
        if percent:
            rows[-1].append("50,00")
    if draw(st.booleans()):
        total = sum(amount for level, _, _, amount in lines if level == "program")
        rows.append([*[None] * (len(first) - 0), "JUMLAH", _written(total, style), _written(total // 2, style)])
    return sheet(rows, merges=merges), [(name, level, amount) for level, _, name, amount in lines]


def _leading(how: str, code: str, counters: list[int], depth: int) -> list[Any]:
    if how == "kata":
        return []
    if how == "kode":
        return [code]
    if how == "kolom_kode":
        parts = code.split(".")
        joined = parts[:3] + ([f"{parts[3]}.{parts[4]}"] if len(parts) > 4 else []) + parts[5:]
        return [*joined, *[None] * (5 - len(joined))]
    return [("ABC"[counters[0] - 1], ("I", "II", "III")[counters[1] - 1], f"{counters[1]}.{counters[2]}")[depth]]


def _named(how: str, level: str, name: str) -> str:
    if how != "kata" or level == "program":
        return name
    return f"{'Kegiatan' if level == 'kegiatan' else 'Sub Kegiatan'} {name}"


def _written(amount: int, style: str) -> Any:
    if style == "angka":
        return amount
    dotted = f"{amount:,}".replace(",", ".")
    return dotted if style == "titik" else f"Rp {dotted},-"


@settings(max_examples=150, deadline=None)
@given(budget_sheet())
def test_tabel_anggaran_terbaca_sama_bagaimanapun_tingkatnya_ditandai(made: tuple[Any, list[tuple[Any, ...]]]) -> None:
    one, expected = made
    terbaca = read(book(one), tahun=2024)
    assert len(terbaca.bacaan) == 1
    lines = [line for line in terbaca.bacaan[0].anggaran if line.tingkat.value != "total"]
    found = [
        (line.uraian.removeprefix("Sub ").removeprefix("Kegiatan "), line.tingkat.value, line.pagu.angka)
        for line in lines
    ]
    assert found == expected
    total = sum(amount for _, level, amount in expected if level == "program")
    assert terbaca.bacaan[0].kontrol["Pagu 2024"] == total
    assert not {"jumlah_berbeda", "rincian_tidak_sama"} & set(terbaca.kode)
