import { parse } from 'yaml';

export const read = parse;
