import type { CaseDetail, JournalLine } from './api-shapes.js';

/** The conclusions after which a reply has left, where the citizen chose a channel for it. */
const WITHOUT_REPLY: readonly (string | undefined)[] = ['withdrawn', 'noCitizenReply'];

/**
 * Every reply left once or is in doubt. The journal tells how often one left since the case was opened, or opened again;
 * the mail server, how often each message reached it.
 */
export function replyBreaches(
  detail: CaseDetail,
  lines: readonly JournalLine[],
  mails: ReadonlyMap<string, number> | undefined,
): readonly string[] {
  const lives = livesOf(lines);
  const last = lives.at(-1) ?? [];
  return [
    ...lives.filter((life) => life.filter(leaves).length > 1).map(() => 'une réponse est partie deux fois'),
    ...endBreaches(detail, last),
    ...doubtBreaches(detail),
    ...(mails === undefined ? [] : mailBreaches(detail.caseId, lines, mails)),
  ];
}

/** Closed by its reply where one left, and nowhere else; unless an administrator gave the sending up. */
function endBreaches(
  { status, conclusion, replyChannel }: CaseDetail,
  last: readonly JournalLine[],
): readonly string[] {
  const departed = last.some(leaves);
  const answered = status !== 'open' && !WITHOUT_REPLY.includes(conclusion);
  if (departed) return answered ? [] : ['une réponse est partie, mais le dossier n’est pas clos par elle'];
  const needed = answered && (replyChannel === 'email' || replyChannel === 'letter');
  const givenUp = last.some(({ code }) => code === 'command.skipEffect');
  return needed && !givenUp ? ['clos avec réponse, mais rien n’est parti'] : [];
}

/** A case lives again each time it is reopened. */
function livesOf(lines: readonly JournalLine[]): readonly (readonly JournalLine[])[] {
  const lives: JournalLine[][] = [[]];
  for (const line of lines) {
    if (line.code === 'command.reopen') lives.push([]);
    lives.at(-1)?.push(line);
  }
  return lives;
}

/** Lines by which a reply is known to have left: sent, posted, or seen by a person to have left. */
function leaves({ code, event }: JournalLine): boolean {
  if (code === 'event.replySent' || code === 'command.confirmPosting') return true;
  const act = event?.command?.act;
  return code === 'command.settleDoubt' && act?.decision === 'itLeft';
}

function doubtBreaches({ status, replyState, messages, tasks }: CaseDetail): readonly string[] {
  const reserved = messages.filter(({ kind, state }) => kind === 'sendReply' && state === 'reserved').length;
  if (status !== 'open' || reserved === 0 || replyState === 'sending') return [];
  const asked = replyState === 'inDoubt' && tasks.some(({ kind }) => kind === 'settleDoubt');
  return asked ? [] : ['un envoi n’est ni parti ni soumis à une personne'];
}

/** The mail server got each reply that the journal calls sent, once, and none twice. */
function mailBreaches(
  caseId: string,
  lines: readonly JournalLine[],
  mails: ReadonlyMap<string, number>,
): readonly string[] {
  const sent = lines
    .filter(({ code }) => code === 'event.replySent')
    .map(({ event }) => `<${String(event?.effect)}@parvis.invalid>`);
  const replies = new Set(sent);
  const twice = [...mails].filter(([id, count]) => id.startsWith(`<${caseId}.`) && count > 1);
  return [
    ...[...replies].filter((id) => !mails.has(id)).map((id) => `le courriel ${id} n’est jamais arrivé au serveur`),
    ...twice.map(([id, count]) => `le courriel ${id} est parti ${String(count)} fois`),
  ];
}
