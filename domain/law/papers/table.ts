import type { PaperTable } from './paper-row.ts';
import { PAPERS_AFTER_ACCIDENT } from './papers-after-accident.ts';
import { PAPERS_AFTER_DEATH } from './papers-after-death.ts';
import { PAPERS_AT_SIGNING } from './papers-at-signing.ts';
import { PAPERS_EVERY_YEAR } from './papers-every-year.ts';

/** rules.md section 6 and law.md section 4 as data; complete by the compiler. */
export const PAPERS: PaperTable = { ...PAPERS_AT_SIGNING, ...PAPERS_AFTER_DEATH, ...PAPERS_AFTER_ACCIDENT, ...PAPERS_EVERY_YEAR };
