/**
 * Which edition of the claim's rules an answer belongs to. A running workflow that is replayed decides its old messages once more, and a
 * receipt is decided again years later: both must come to the facts of then, in number and content. So a change of `decide`, `receive` or
 * `consequences` that would answer an old message otherwise asks `isSince`; new facts and new commands need not.
 *
 * 1: releases up to 0.2.0. 2: 0.3.0.
 */
export type Edition = 1 | 2;
export const EDITION: Edition = 2;

/** Contexts made today name no edition and get today's rules; a replay and a receipt without one are of the first. */
export function isSince({ edition = EDITION }: { readonly edition?: Edition }, since: Edition): boolean {
  return edition >= since;
}
