import { withoutSeparators } from './parsed.ts';

/** Stands for the participant among the ids of the family. */
export const PARTICIPANT = 'participant';

/** Two people of one file under one NIK, by their ids: the number itself goes nowhere. */
export type SharedNik = readonly [one: string, other: string];

type People = {
  readonly participant: { readonly nik: string };
  readonly family: readonly { readonly id: string; readonly nik?: string | undefined }[];
};

/** One NIK is one person for life. Mostly a slip at the counter, sometimes the dead made into their own heirs. */
export function sharedNiks({ participant, family }: People): readonly SharedNik[] {
  const people = [{ id: PARTICIPANT, nik: participant.nik }, ...family];
  return people.flatMap((one, index) =>
    people
      .slice(index + 1)
      .filter((other) => one.nik !== undefined && other.nik !== undefined && withoutSeparators(one.nik) === withoutSeparators(other.nik))
      .map((other): SharedNik => [one.id, other.id]),
  );
}

export function nikTerm(id: string): string {
  return id === PARTICIPANT ? 'peserta' : id;
}
