import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/allow.js';
import { Database } from '../database/database.js';
import {
  deleteView,
  insertView,
  listViews,
  renameView,
  type SavedViewRow,
  type ViewAudience,
} from '../database/repositories/saved-views.repository.js';
import { Refusal } from '../http/refusal.js';
import type { NewViewDto, ViewDto } from './views.dto.js';

/** Filters that people keep under a name: addresses, so that a view shows to each what each may see. */
@Injectable()
export class ViewsService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, screen: string | undefined): Promise<readonly ViewDto[]> {
    const places = [actor.personId, ...teamsOf(actor), ...organisationsOf(actor)];
    return (await listViews(this.database, places, screen)).map((row) => viewDto(row, actor));
  }

  async add(actor: Actor, { audience, screen, name, query }: NewViewDto, clientKey: string): Promise<ViewDto> {
    const place = placeOf(actor, audience);
    if (place === undefined) throw new Refusal('auth.forbidden');
    const owner = actor.personId;
    const view = { id: uuidv7(), owner, audience, place, screen, name, query, clientKey };
    return viewDto(await insertView(this.database, view), actor);
  }

  async rename(actor: Actor, id: string, name: string): Promise<ViewDto> {
    const row = await renameView(this.database, { id, owner: actor.personId, name });
    if (row === undefined) throw new Refusal('view.not-found');
    return viewDto(row, actor);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    if (!(await deleteView(this.database, id, actor.personId))) throw new Refusal('view.not-found');
  }
}

function viewDto({ id, audience, screen, name, query, owner }: SavedViewRow, actor: Actor): ViewDto {
  return { id, audience, screen, name, query, own: owner === actor.personId };
}

function placeOf(actor: Actor, audience: ViewAudience): string | undefined {
  switch (audience) {
    case 'mine':
      return actor.personId;
    case 'team':
      return teamsOf(actor)[0];
    case 'organisation':
      return organisationsOf(actor)[0];
  }
}

function teamsOf(actor: Actor): readonly string[] {
  return actor.roles.flatMap(({ perimeter }) => perimeter.team ?? []);
}

function organisationsOf(actor: Actor): readonly string[] {
  return [...new Set(actor.roles.flatMap(({ perimeter }) => perimeter.organisation ?? []))];
}
