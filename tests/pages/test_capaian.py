"""Capaian: the sentence, the filters in the address, one indicator down to the cell."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from lkjip.services import evaluation
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import Store
from lkjip.ui import formats
from lkjip.ui.indikator import label
from tests.pages.conftest import Visit, texts


def shown(app: AppTest) -> list[str]:
    """The indicators of the table, in its order."""
    tabel = next(satu.value for satu in app.dataframe if "Indikator" in satu.value.columns)
    return [str(satu) for satu in tabel["Indikator"]]


def captions(app: AppTest) -> list[str]:
    return [str(satu.value) for satu in app.caption]


def test_tanpa_data_halaman_menunjuk_ke_unggah(visit: Visit, kantor_baru: Store) -> None:
    app = visit("capaian")
    assert "Belum ada indikator untuk 2025" in texts(app)
    assert not app.get("plotly_chart")


def test_kalimat_pembuka_menghitung_yang_tercapai(visit: Visit, demo: Store) -> None:
    hitungan = evaluation.evaluate(demo, OPERATOR, 2025).hitungan
    app = visit("capaian")
    assert f"{hitungan.tercapai} dari {hitungan.jumlah} indikator mencapai target 2025" in app.header[0].value
    assert len(shown(app)) == hitungan.jumlah


def test_yang_terendah_di_baris_pertama_dan_yang_tidak_terukur_di_akhir(visit: Visit, demo: Store) -> None:
    evaluasi = evaluation.evaluate(demo, OPERATOR, 2025)
    terukur = [satu for satu in evaluasi.indikator if satu.capaian.nilai is not None]
    terendah = min(terukur, key=lambda satu: satu.capaian.nilai or 0)
    nama = shown(visit("capaian"))
    assert nama[0] == label(terendah)
    assert {nama[-1], nama[-2]} == {label(satu) for satu in evaluasi.indikator if satu.capaian.nilai is None}


def test_saringan_status_tinggal_yang_berstatus_itu(visit: Visit, demo: Store) -> None:
    evaluasi = evaluation.evaluate(demo, OPERATOR, 2025)
    app = visit("capaian")
    app.pills(key="status").set_value(["○ Tidak tercapai"]).run()
    assert len(shown(app)) == evaluasi.hitungan.tidak_tercapai


def test_saringan_sasaran_tinggal_sasaran_itu(visit: Visit, demo: Store) -> None:
    app = visit("capaian")
    pilihan = app.selectbox(key="sasaran").options
    app.selectbox(key="sasaran").set_value(pilihan[1]).run()
    assert {nama.split(".")[0] for nama in shown(app)} == {"1"}


def test_saringan_yang_tidak_mengenai_apa_pun_mengatakannya(visit: Visit, demo: Store) -> None:
    app = visit("capaian")
    app.selectbox(key="sasaran").set_value(app.selectbox(key="sasaran").options[1])
    app.pills(key="status").set_value(["○ Tidak tercapai"]).run()
    assert "Tidak ada indikator dengan saringan ini" in texts(app)
    assert not app.get("plotly_chart")


def test_indikator_yang_dipilih_menunjukkan_angka_rumus_dan_asal_selnya(visit: Visit, demo: Store) -> None:
    evaluasi = evaluation.evaluate(demo, OPERATOR, 2025)
    satu = next(satu for satu in evaluasi.indikator if satu.indikator.rumus == "turun" and satu.capaian.nilai)
    app = visit("capaian")
    app.selectbox(key="indikator").set_value(label(satu)).run()
    assert "Makin rendah makin baik" in texts(app)
    angka = [satu.label for satu in app.metric]
    assert angka[-4:] == ["Target PK 2025", "Realisasi", "Capaian", "Terhadap akhir Renstra 2025"]
    jejak = next(tabel.value for tabel in app.table if "Langkah" in tabel.value.columns)["Sumber"]
    assert any("sel" in str(isi) for isi in jejak)


def test_realisasi_menyebut_selnya_atau_bahwa_ia_dihitung_dari_triwulan(visit: Visit, demo: Store) -> None:
    """Regression: only the target told where it came from."""
    evaluasi = evaluation.evaluate(demo, OPERATOR, 2025)
    berkala = {satu.indikator_id for satu in evaluasi.data.realisasi if satu.tahun == 2025 and satu.triwulan}
    penuh = [satu for satu in evaluasi.indikator if satu.realisasi and satu.capaian.nilai and not satu.sementara]
    triwulan = next(satu for satu in penuh if satu.indikator.id in berkala)
    assert "dihitung dari triwulan" in captions(visit("capaian", indikator=label(triwulan)))
    setahun = next(satu for satu in penuh if satu.indikator.id not in berkala)
    assert setahun.realisasi is not None
    assert formats.plain(str(setahun.realisasi.sumber)) in captions(visit("capaian", indikator=label(setahun)))


def test_alamat_membuka_indikator_yang_disebutnya(visit: Visit, demo: Store) -> None:
    satu = evaluation.evaluate(demo, OPERATOR, 2025).indikator[2]
    app = visit("capaian", indikator=label(satu))
    assert app.selectbox(key="indikator").value == label(satu)


def test_indikator_di_luar_saringan_tidak_dipaksakan(visit: Visit, demo: Store) -> None:
    evaluasi = evaluation.evaluate(demo, OPERATOR, 2025)
    app = visit("capaian")
    app.selectbox(key="indikator").set_value(label(evaluasi.sasaran[1].indikator[0])).run()
    app.selectbox(key="sasaran").set_value(app.selectbox(key="sasaran").options[1]).run()
    assert app.selectbox(key="indikator").value is None


def test_tahun_lain_memberi_angka_tahun_itu(visit: Visit, demo: Store) -> None:
    app = visit("capaian", tahun="2024")
    assert app.title[0].value == "Capaian kinerja 2024"
    assert "target 2024" in app.header[0].value


def test_saringan_status_menjuduli_grafik_dengan_statusnya(visit: Visit, demo: Store) -> None:
    hampir = evaluation.evaluate(demo, OPERATOR, 2025).hitungan.hampir
    app = visit("capaian")
    app.pills(key="status").set_value(["◐ Hampir tercapai"]).run()
    assert f"**{hampir} indikator hampir tercapai pada 2025**" in texts(app)
