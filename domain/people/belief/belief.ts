/** Who may tell what. Made from configuration at the door of the intake; nothing in a message changes it. */
export type SourceTable = {
  /** Institutions that may speak, each for itself; undefined: any, under its own name. */
  readonly partners?: readonly string[];
  /** Sources that speak for BPJS Ketenagakerjaan about memberships; undefined: any that is not a partner's. */
  readonly membership?: readonly string[];
  /** Whether the key must be the one the topic says, where the content shows it. */
  readonly checksKey?: boolean;
};

/** What a message says of itself and of its sender. */
export type Told = {
  readonly topic: 'partner-credit' | 'partner-events' | 'membership';
  readonly source: string;
  readonly key: string;
  /** In whose name the content speaks; memberships speak in nobody's. */
  readonly institutionId?: string;
  /** What the message is keyed by, where the content says it: the report, the membership. */
  readonly keyed?: string;
};

export type Disbelief = {
  readonly code: 'source-unknown' | 'source-not-institution' | 'source-not-registered' | 'key-other';
  readonly reason: string;
};

const PARTNERS = '/partners/';

/** The institution that a source is, `/partners/<institution>` or its bare id; undefined when it is no partner's. */
export function institutionOf(source: string): string | undefined {
  const id = source.startsWith(PARTNERS) ? source.slice(PARTNERS.length) : source;
  return id === '' || id.includes('/') ? undefined : id;
}

/** Why it is not believed; undefined when institution, source and key agree. Reasons quote nothing: they are the sender's own words. */
export function disbelieve(told: Told, table: SourceTable): Disbelief | undefined {
  const doubt = told.topic === 'membership' ? doubtOfMembership(told, table) : doubtOfPartner(told, table);
  if (doubt) return doubt;
  if (!table.checksKey || told.keyed === undefined || told.keyed === told.key) return undefined;
  const expected = told.topic === 'membership' ? 'nomor kepesertaan (KPJ)' : 'nomor laporan (reportId)';
  return {
    code: 'key-other',
    reason: `Kunci pesan bukan ${expected} di isinya, sehingga urutannya tidak terjaga. Kirim ulang dengan kunci itu.`,
  };
}

function doubtOfPartner({ source, institutionId }: Told, { partners }: SourceTable): Disbelief | undefined {
  const speaker = institutionOf(source);
  if (speaker === undefined || (partners && !partners.includes(speaker))) {
    const reason = 'Sumber peristiwa (ce_source) bukan lembaga mitra yang terdaftar. Kirim dengan ce_source /partners/<institutionId>.';
    return { code: 'source-unknown', reason };
  }
  if (speaker === institutionId) return undefined;
  const reason =
    'Peristiwa ini berbicara atas nama lembaga lain: institutionId di isinya bukan lembaga pada ce_source. Tiap lembaga melapor atas namanya sendiri.';
  return { code: 'source-not-institution', reason };
}

function doubtOfMembership({ source }: Told, { membership }: SourceTable): Disbelief | undefined {
  const isRegistered = membership ? membership.includes(source) : !source.startsWith(PARTNERS);
  if (isRegistered) return undefined;
  return {
    code: 'source-not-registered',
    reason: 'Kabar kepesertaan hanya diterima dari sumber BPJS Ketenagakerjaan yang terdaftar (ce_source).',
  };
}
