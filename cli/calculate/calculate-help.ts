/** One runnable line per family; tests run them too. */
export const EXAMPLES = {
  coverage:
    '{"family":"coverage","input":{"on":"2026-05-11","segment":"BPU","memberSince":"2026-01-10","paidMonths":["2026-01","2026-02","2026-03"]}}',
  benefits:
    '{"family":"benefits","input":{"programme":"jkm","event":"death","on":"2026-05-11","memberships":[{"segment":"BPU","status":"active","membershipMonths":12,"contributionMonths":12}]}}',
  scholarship:
    '{"family":"scholarship","input":{"programme":"jkk","eventOn":"2026-05-11","contributionMonths":1,"schoolYears":[2026],"children":[{"id":"a","birthDate":"2014-03-01","schooling":[{"schoolYear":2026,"level":"sd","proof":true}]}]}}',
  heirs:
    '{"family":"heirs","input":{"programme":"jkm","on":"2026-05-11","people":[{"id":"a","relation":"spouse","alive":true},{"id":"b","relation":"child","alive":true,"birthDate":"2000-01-01"}]}}',
  clocks:
    '{"family":"clocks","input":{"clock":"jkm-legal","startedAt":"2026-11-16T02:00:00Z","asOf":"2026-11-18T02:00:00Z","zone":"Asia/Makassar","calendar":{"years":[2026],"holidays":[],"jointLeave":[],"service":{"from":"08:00","to":"16:00"}}}}',
} as const;

export const HELP = `santun calculate menghitung menurut aturan yang berlaku pada hari kejadian.

Pemakaian:
  npm run -s santun -- calculate < baris.jsonl            satu jawaban JSON per baris
  npm run -s santun -- calculate --human < baris.jsonl    penjelasan untuk dibaca orang

Masukan: satu objek JSON per baris, {"family": KELUARGA, "input": {…}}.
Keluaran, satu baris per baris masukan dan berurutan:
  {"result": {…}}                           dengan "explanation": langkah, jumlah, tanggal, sumber
  {"error": {"code", "field", "message"}}   field = letak kesalahan dalam input, misalnya memberships.0.status;
                                            "line" = barisnya sendiri (bukan JSON, kosong, bukan UTF-8, lebih dari 1 MiB)
Baris yang salah tidak menghentikan baris berikutnya. Baris kosong juga dijawab dengan error, agar nomor baris tetap sejajar.
Kode: invalid-input, payee-is-partner, calendar-year-missing; internal-error adalah kesalahan program.
Kode keluar: 0 semua baris terjawab (termasuk dengan error), 2 pilihan salah, 1 kesalahan program atau pembaca keluaran berhenti.

Bentuk data: rupiah bilangan bulat; hari "2026-03-27"; bulan "2026-03"; waktu UTC "2026-03-27T08:00:00Z".
Field bertanda ? boleh tidak ada. Field yang tidak dikenal adalah kesalahan.
Semua keluarga menerima "switches"?: pilihan tafsir menurut id, misalnya {"jkm.threeMonthTest": "membershipOnly"}.

coverage: status kepesertaan pada satu hari
  on, segment (PU|BPU), memberSince, paidMonths [bulan], lapsedUntilRejoined?, payer? (self|employer|government), payerUnpaid?
  echo '${EXAMPLES.coverage}' | npm run -s santun -- calculate

benefits: manfaat JKM atau JKK beserta penerimanya
  programme (jkm|jkk), event (death|accident), on, memberships [{segment, status (active|arrears|lapsed|notYet), membershipMonths,
  contributionMonths, employer?}], wageBase?, hasHeir?, disability? {kind (partialAnatomical|partialFunctional|total), tableBasisPoints?,
  lostBasisPoints?}, stmbDays?, transport? [{mode (land|sea|air), receipts}], medicalReceipts?, homeCareReceipts?, lateDays?
  echo '${EXAMPLES.benefits}' | npm run -s santun -- calculate --human

scholarship: baris beasiswa per anak dan tahun ajaran
  programme, eventOn, contributionMonths, schoolYears [tahun mulai], children [{id, birthDate, schooling [{schoolYear,
  level (tk|sd|smp|sma|higher), proof}], declaredOrder?, marriedOn?, workingFrom?, workKind? (pu|bpu|apprentice), workMonths?}]
  echo '${EXAMPLES.scholarship}' | npm run -s santun -- calculate --human

heirs: golongan ahli waris, penerima, dan yang masih diperlukan
  programme, on, people [{id, relation (spouse|child|parent|grandparent|grandchild|sibling|parentInLaw|willBeneficiary|other), alive,
  birthDate?, divorced?, willByNotary?, courtDetermination?, isPartnerInstitution?}], powerOfAttorneyTo?, guardianOf? {anak: {id,
  courtAppointed}}, dispute?, arrangedFuneral?
  echo '${EXAMPLES.heirs}' | npm run -s santun -- calculate

clocks: batas waktu, sisa, tingkat peringatan dan harga keterlambatan
  clock (jkm-legal|jkk-legal|partner-promise|stage-1-report|stage-2-report|suspected-accident|complaint|scholarship-proof|first-look|
  second-eyes|data-breach), startedAt, asOf, zone (Asia/Jakarta|Asia/Makassar|Asia/Jayapura), calendar {years, holidays, jointLeave,
  service {from, to}}, budget?, pauses? [{from, to?, ground}], stoppedAt?, base?
  echo '${EXAMPLES.clocks}' | npm run -s santun -- calculate --human
`;
