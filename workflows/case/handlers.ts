import { ApplicationFailure, setHandler } from '@temporalio/workflow';
import { calendarChangedSignal, commandUpdate, stateQuery, type CommandMessage } from '../contract/messages.js';
import type { CaseRoom } from './case-room.js';

/**
 * Sets the handlers, before the first `await` of the run. None is async, none issues a command or waits; the validator is
 * a plain function (an async one would not be waited for and the command would go through).
 */
export function setHandlers(room: CaseRoom): void {
  setHandler(commandUpdate, (message) => room.command(message), {
    validator: (message: CommandMessage) => {
      const refused = room.refusalOf(message, Date.now());
      if (refused !== undefined) throw ApplicationFailure.nonRetryable(refused, refused);
    },
  });
  setHandler(calendarChangedSignal, (revision) => {
    room.calendarChanged(revision, Date.now());
  });
  setHandler(stateQuery, () => room.state());
}
