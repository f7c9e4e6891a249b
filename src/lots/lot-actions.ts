import type { Action } from '../../domain/people/action.js';
import type { LotKind } from '../database/repositories/lots.repository.js';

/** What each kind of lot takes, on every case of it. */
export const LOT_ACTIONS: Readonly<Record<LotKind, Action>> = {
  remind: 'task.remind',
  reassign: 'task.reassign',
  undo: 'task.reassign',
};
