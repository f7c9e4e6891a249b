import { aCase, aCommand } from '../../test/support/builders/a-case.js';
import {
  aDefinition,
  aLegalClock,
  answerStep,
  endorsedBy,
  on,
  replyStep,
  ROUTE,
} from '../../test/support/builders/rules-for-tests.js';
import type { ActOf } from '../case/case-command.js';
import type { ProcessId } from '../process/process-ref.js';
import type { RunnableDefinition } from '../process/runnable.js';
import type { CasePlayer } from '../../src/catalog/case-player.js';

const WITHOUT_PROCESS = {
  steps: [{ kind: 'qualification', team: 'grc.ambassadeurs' }, answerStep, replyStep],
} as const;

const POTHOLE = aDefinition({
  processId: 'voirie.nid-de-poule' as ProcessId,
  hash: 'definition-pothole',
  steps: [{ kind: 'assignment', team: 'voirie.chaussee', byQuartier: false }, answerStep, replyStep],
});

function qualifyAs(definition: RunnableDefinition): ActOf<'qualify'> {
  const { processId, version, hash, organisation, sector, sensitive } = definition;
  const ref = { processId, version, hash };
  return { kind: 'qualify', definition: ref, organisation, sector, sensitive, answers: {}, route: ROUTE };
}

function qualified(play: CasePlayer, definition = POTHOLE): string | undefined {
  return play.play({ actor: 'p-ambassadrice', actorRole: 'ambassador', act: qualifyAs(definition), definition });
}

describe('qualification', () => {
  it('asks the team of ambassadors to find the process', () => {
    expect(aCase(WITHOUT_PROCESS).build().caseFile.tasks).toMatchObject([
      { kind: 'qualify', role: 'ambassador', team: 'grc.ambassadeurs' },
    ]);
  });

  it('goes on under the process found, whose first step is entered at once', () => {
    const play = aCase(WITHOUT_PROCESS).build();
    expect(qualified(play)).toBeUndefined();
    expect(play.caseFile.definition.processId).toBe('voirie.nid-de-poule');
    expect(play.caseFile.tasks).toMatchObject([{ kind: 'answer', holder: 'p-referent' }]);
  });

  it('keeps the clocks as they run from receipt', () => {
    const play = aCase(WITHOUT_PROCESS).until('2026-04-23').build();
    const before = play.caseFile.clocks;
    qualified(play);
    expect(play.caseFile.clocks).toEqual(before);
  });

  it('changes a process in the middle of its chain for a shorter one', () => {
    const play = aCase().answeredBy('p-referent').endorsedBy('headOfDepartment').build();
    expect(qualified(play)).toBeUndefined();
    expect(play.caseFile.definition.hash).toBe('definition-pothole');
    expect(play.caseFile.answer).toBeUndefined();
    expect(play.caseFile.endorsements).toEqual([]);
    expect(play.caseFile.tasks.map(({ kind }) => kind)).toEqual(['answer']);
  });

  it('drops what was still asked, and lets the clock run again', () => {
    const play = aCase({ clocks: [{ ...aLegalClock(), missingItem: 'pauseUntilAnswer' }] })
      .where('referent asks the citizen')
      .until('2026-04-24')
      .build();
    expect(play.caseFile.clocks[0]?.state).toBe('paused');
    qualified(play);
    expect(play.caseFile.openRequests).toEqual([]);
    expect(play.caseFile.clocks[0]?.state).toBe('running');
  });

  it('asks the opinions of the new process, although those of the old one were asked', () => {
    const opinion = { department: 'juridique', team: 'juridique.conseil', required: true };
    const play = aCase({ steps: [{ kind: 'answer', opinions: [opinion] }, replyStep] }).build();
    qualified(
      play,
      aDefinition({ hash: 'other', steps: [{ kind: 'answer', opinions: [opinion, opinion] }, replyStep] }),
    );
    expect(play.caseFile.openRequests).toHaveLength(2);
  });

  it('is refused once the reply is on its way', () => {
    const play = aCase({ steps: [answerStep, replyStep] })
      .repliedBy('letter')
      .answeredBy('p-referent')
      .build();
    expect(qualified(play)).toBe('case.already-answered');
  });

  it('lets the ambassador answer at once where the process allows it', () => {
    const play = aCase(WITHOUT_PROCESS).where('ambassador answers at once').build();
    expect(play.caseFile.status).toMatchObject({ kind: 'closed', conclusion: { kind: 'answered' } });
  });

  it('refuses an answer at once by a role that the process does not name', () => {
    const play = aCase(WITHOUT_PROCESS).build();
    const act = {
      kind: 'answer',
      text: play.text(),
      letter: play.letter(),
      conclusion: { kind: 'answered' },
      atOnce: true,
    } as const;
    expect(play.play({ actor: 'p-x', actorRole: 'referent', act })).toBe('case.not-at-once');
  });

  it('refuses an answer at once when one is already in the chain', () => {
    const play = aCase({ steps: [answerStep, endorsedBy(['dgs']), replyStep] })
      .answeredBy('p-referent')
      .build();
    const act = {
      kind: 'answer',
      text: play.text(),
      letter: play.letter(),
      conclusion: { kind: 'answered' },
      atOnce: true,
    } as const;
    expect(play.play({ actor: 'p-x', actorRole: 'ambassador', act })).toBe('case.already-answered');
  });

  it('comes back to its answer when it is reopened after a reply at once', () => {
    const play = aCase(WITHOUT_PROCESS).where('ambassador answers at once').until('2026-04-27').build();
    play.take({
      kind: 'command',
      at: on('2026-04-27'),
      command: aCommand(play, { kind: 'reopen', reason: play.text() }),
    });
    expect(play.caseFile.tasks.map(({ kind }) => kind)).toEqual(['answer']);
  });
});
