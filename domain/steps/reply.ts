import type { ActOf, CaseCommand } from '../case/case-command.js';
import type { CaseEvent } from '../case/case-event.js';
import type { CaseFile, Reply } from '../case/case-file.js';
import { closeTasks, forgetEffect, openTask, orderEffect, todayOf, withCase, type Turn } from '../case/turn.js';
import { CITIZEN_RELATIONS } from '../people/citizen-relations.js';
import type { LocalDate } from '../time/local-date.js';
import { stay, taskRefusal, type StepHandler, type StepOutcome } from './step-kind.js';

/** Sends the reply by the channel the citizen chose. It is never sent twice by the system: in doubt, a person looks. */
export const reply: StepHandler<'reply'> = {
  onEnter(turn) {
    const { replyChannel } = turn.caseFile;
    if (replyChannel === 'email' || replyChannel === 'letter') return stay(send(turn, replyChannel));
    return gone(turn, turn.today);
  },
  onEvent(turn, _step, event) {
    return event.kind === 'command' ? onCommand(turn, event.command) : onFact(turn, event);
  },
  refusalOf({ caseFile }, command) {
    switch (command.act.kind) {
      case 'confirmPosting':
      case 'settleDoubt':
        return taskRefusal(caseFile, command, command.act.kind);
      default:
        return undefined;
    }
  },
};

function onFact(turn: Turn, event: Exclude<CaseEvent, { kind: 'command' }>): StepOutcome {
  if (!('effect' in event)) return stay(turn);
  const id = typeof event.effect === 'string' ? event.effect : event.effect.id;
  if (turn.caseFile.reply?.effect !== id) return stay(turn);
  switch (event.kind) {
    case 'replySent':
      return gone(forgetEffect(turn, id), turn.today);
    case 'replyToPost':
      return stay(openDeskTask(withReply(forgetEffect(turn, id), 'toPost'), 'confirmPosting'));
    case 'replyInDoubt':
      return stay(openDeskTask(withReply(forgetEffect(turn, id), 'inDoubt'), 'settleDoubt'));
    case 'effectFailed':
      return stay(withReply(turn, 'failed'));
    default:
      return stay(turn);
  }
}

function onCommand(turn: Turn, command: CaseCommand): StepOutcome {
  const { act } = command;
  switch (act.kind) {
    case 'confirmPosting':
      return gone(turn, postingDay(turn, act.postedOn));
    case 'settleDoubt':
      return settle(turn, act.decision);
    case 'changeReplyChannel':
      return changeChannel(turn);
    case 'retryEffect':
      return stay(turn.caseFile.reply?.effect === act.effect ? withReply(turn, 'sending') : turn);
    case 'skipEffect':
      return turn.caseFile.reply?.effect === act.effect ? gone(turn, turn.today) : stay(turn);
    default:
      return stay(turn);
  }
}

/** Clocks are judged on the day of the posting: never later than today, nor earlier than the letter was there to post. */
function postingDay(turn: Turn, postedOn: LocalDate): LocalDate {
  const { reply: current, organisation } = turn.caseFile;
  const ready = current === undefined ? turn.today : todayOf(turn.rules, organisation, current.at);
  if (postedOn < ready) return ready;
  return postedOn < turn.today ? postedOn : turn.today;
}

/** A person looked whether the reply had left. */
function settle(turn: Turn, decision: ActOf<'settleDoubt'>['decision']): StepOutcome {
  const settled = closeTasks(turn, (task) => task.kind === 'settleDoubt');
  if (decision === 'itLeft') return gone(settled, turn.today);
  return stay(send(settled, decision === 'byLetter' ? 'letter' : channelOf(turn.caseFile)));
}

/** A reply that could not leave (a mail address that is refused) leaves by the other channel. */
function changeChannel(turn: Turn): StepOutcome {
  const { reply: current, replyChannel } = turn.caseFile;
  if (current?.state !== 'failed' && current?.state !== 'toPost') return stay(turn);
  const given = current.effect === undefined ? turn : forgetEffect(turn, current.effect);
  const cleared = closeTasks(given, (task) => task.kind === 'confirmPosting');
  if (replyChannel === 'email' || replyChannel === 'letter') return stay(send(cleared, replyChannel));
  return gone(cleared, turn.today);
}

function send(turn: Turn, channel: 'email' | 'letter'): Turn {
  const letter = turn.caseFile.signature?.signedLetter ?? turn.caseFile.answer?.letter;
  if (letter === undefined) return turn;
  const ordered = orderEffect(turn, { kind: 'sendReply', letter: letter.id, letterHash: letter.hash, channel });
  return withCase(ordered.turn, { reply: { effect: ordered.id, channel, state: 'sending', at: turn.at } });
}

function gone(turn: Turn, on: string): StepOutcome {
  const sent: Reply = turn.caseFile.reply ?? { channel: turn.caseFile.replyChannel, state: 'gone', at: turn.at };
  const closed = closeTasks(turn, () => true);
  return { turn: withCase(closed, { reply: { ...sent, state: 'gone', at: turn.at } }), go: { kind: 'conclude', on } };
}

function withReply(turn: Turn, state: Reply['state']): Turn {
  const { reply: current } = turn.caseFile;
  return current === undefined ? turn : withCase(turn, { reply: { ...current, state, at: turn.at } });
}

/** What the team of ambassadors does by hand; for a sensitive case, the department itself. */
function openDeskTask(turn: Turn, kind: 'confirmPosting' | 'settleDoubt'): Turn {
  const { organisation, sensitive, route } = turn.caseFile;
  if (sensitive)
    return openTask(turn, { kind, role: 'referent', organisation, department: route.department, team: route.team });
  return openTask(turn, { kind, role: 'ambassador', organisation, ...CITIZEN_RELATIONS });
}

function channelOf(caseFile: CaseFile): 'email' | 'letter' {
  return caseFile.reply?.channel === 'letter' ? 'letter' : 'email';
}
