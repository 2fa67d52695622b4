/** Words that people put before a name and banks mostly do not. Written as they look after dots are gone. */
export const LEADING_TITLES: ReadonlySet<string> = new Set([
  ...[
    'H',
    'HJ',
    'HAJI',
    'HAJJAH',
    'KH',
    'KYAI',
    'USTAD',
    'USTADZ',
    'PDT',
    'PENDETA',
    'PASTOR',
    'RM',
    'ROMO',
    'PATER',
    'SR',
    'SUSTER',
    'BR',
  ],
  ...['DRS', 'DRA', 'DR', 'DRG', 'DRH', 'IR', 'PROF', 'APT', 'NS'],
  ...['BPK', 'BAPAK', 'PAK', 'IBU', 'SDR', 'SDRI', 'SAUDARA', 'SAUDARI', 'TN', 'TUAN', 'NY', 'NYONYA', 'NN', 'MAMA'],
  ...['ALM', 'ALMH', 'ALMARHUM', 'ALMARHUMAH', 'MENDIANG'],
]);

/** In front of a name: in NTT girls are baptised Nona, and misses are called so. Dropping it silently would make one person of two. */
export const TITLES_OR_NAMES: ReadonlySet<string> = new Set(['NONA']);

/** Degrees and marks of the dead behind a name. */
export const TRAILING_TITLES: ReadonlySet<string> = new Set([
  ...[
    'SH',
    'SE',
    'ST',
    'SP',
    'SPD',
    'SPDI',
    'SAG',
    'SSOS',
    'SKOM',
    'SKM',
    'SKEP',
    'SIP',
    'SPT',
    'SSI',
    'SFARM',
    'STH',
    'SPI',
    'SKED',
    'SPSI',
    'SSTP',
  ],
  ...['MM', 'MH', 'MT', 'MP', 'MPD', 'MSI', 'MKES', 'MSC', 'MTH', 'MHUM', 'MKOM', 'PHD'],
  ...['AMD', 'AMAPD', 'AMAK', 'AMKEP', 'AMKEB', 'NERS', 'BSC'],
  ...['ALM', 'ALMH', 'ALMARHUM', 'ALMARHUMAH'],
]);

export const CONNECTING_WORDS: ReadonlySet<string> = new Set(['BIN', 'BINTI']);

/** Spellings of one name, each to its first. */
export const SAME_NAME: Readonly<Record<string, string>> = Object.fromEntries(
  ['MUH', 'MOH', 'MOCH', 'MUCH', 'MUHAMAD', 'MOHAMAD', 'MOCHAMAD', 'MUCHAMAD', 'MOHAMED', 'MUHAMED'].map((spelling) => [
    spelling,
    'MUHAMAD',
  ]),
);

/** Spelling before 1972 and letters written for one sound, in this order. */
export const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/OE/g, 'U'],
  [/DJ/g, 'J'],
  [/TJ/g, 'C'],
  [/SJ/g, 'SY'],
  [/NJ/g, 'NY'],
  [/PH/g, 'F'],
  [/TH/g, 'T'],
  [/(.)\1+/g, '$1'],
];

/** What a business is by law, in front of its name or behind it; people write it or leave it out. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set([
  ...['PT', 'CV', 'UD', 'PD', 'PO', 'FA', 'FIRMA', 'NV', 'TBK', 'PERSERO', 'PERUM', 'PERUMDA', 'PERSERODA'],
  ...['KSP', 'KSU', 'KUD', 'KOPDIT', 'KOPERASI', 'YAYASAN', 'BUMDES', 'LTD', 'INC'],
]);
