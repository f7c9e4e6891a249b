import { plainDate, typeset } from '../../domain/text/french-typography.js';
import type { TrialDifference } from '../database/repositories/process-trials.repository.js';
import { withoutNames } from './bench.js';
import type { BenchFrameDto } from './design.dto.js';

/** What a trial expects of one moment: nothing that changes with who works there. */
export interface ExpectedFrame {
  readonly title: string;
  readonly refused?: string;
  readonly state: string;
  readonly clocks: readonly { readonly name: string; readonly state: string; readonly dueOn?: string }[];
  readonly mails: readonly string[];
}

/** What a play gave, as a trial keeps it: where the case stood, its due dates, what left. */
export function expectedOf(frames: readonly BenchFrameDto[]): readonly ExpectedFrame[] {
  return frames.map(({ title, refused, state, clocks, mails }) => ({
    ...{ title, state, clocks },
    ...(refused === undefined ? {} : { refused }),
    mails: mails.map(({ words }) => withoutNames(words)),
  }));
}

/** What a replay gives otherwise, moment by moment, in words. Empty: the same. */
export function differencesOf(
  expected: readonly ExpectedFrame[],
  given: readonly ExpectedFrame[],
): readonly TrialDifference[] {
  return expected.flatMap((before, step) => {
    const now = given[step];
    const words = now === undefined ? ['ce moment n’arrive plus'] : frameDifferences(before, now);
    return words.map((one) => ({ step, title: before.title, words: typeset(one) }));
  });
}

function frameDifferences(before: ExpectedFrame, now: ExpectedFrame): readonly string[] {
  return [
    ...(before.refused === now.refused
      ? []
      : [now.refused === undefined ? 'l’action, qui était refusée, passe' : `l’action est refusée : ${now.refused}`]),
    ...(before.state === now.state ? [] : [`état attendu « ${before.state} », obtenu « ${now.state} »`]),
    ...clockDifferences(before, now),
    ...before.mails.filter((mail) => !now.mails.includes(mail)).map((mail) => `ne part plus : ${mail}`),
    ...now.mails.filter((mail) => !before.mails.includes(mail)).map((mail) => `part désormais : ${mail}`),
  ];
}

function clockDifferences(before: ExpectedFrame, now: ExpectedFrame): readonly string[] {
  const gone = before.clocks.filter(({ name }) => !now.clocks.some((one) => one.name === name));
  const changed = now.clocks.flatMap((clock) => {
    const known = before.clocks.find(({ name }) => name === clock.name);
    if (known === undefined) return [`nouveau délai : ${clock.name}, ${dueWords(clock.dueOn)}`];
    return [
      ...(known.dueOn === clock.dueOn
        ? []
        : [`${clock.name} : échéance attendue ${dueWords(known.dueOn)}, obtenue ${dueWords(clock.dueOn)}`]),
      ...(known.state === clock.state ? [] : [`${clock.name} : attendu « ${known.state} », obtenu « ${clock.state} »`]),
    ];
  });
  return [...gone.map(({ name }) => `délai disparu : ${name}`), ...changed];
}

function dueWords(day: string | undefined): string {
  return day === undefined ? 'sans date' : `le ${plainDate(day)}`;
}
