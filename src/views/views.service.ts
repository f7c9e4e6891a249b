import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/allow.js';
import { Database } from '../database/database.js';
import {
  deleteView,
  findOwnView,
  insertView,
  listViews,
  rankViews,
  updateView,
  type SavedViewRow,
  type ViewAudience,
} from '../database/repositories/saved-views.repository.js';
import { definedOf } from '../http/defined-of.js';
import { Refusal } from '../http/refusal.js';
import type { ChangedViewDto, NewViewDto, ViewDto, ViewOrderDto } from './views.dto.js';

/** Filters that people keep under a name: addresses, so that a view shows to each what each may see. */
@Injectable()
export class ViewsService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, screen: string | undefined): Promise<readonly ViewDto[]> {
    const views = await listViews(this.database, { person: actor.personId, places: placesOf(actor), screen });
    return views.map((row) => viewDto(row, actor));
  }

  async add(actor: Actor, { audience, place, screen, name, query }: NewViewDto, clientKey: string): Promise<ViewDto> {
    const owner = actor.personId;
    const view = {
      id: uuidv7(),
      owner,
      audience,
      place: placeOf(actor, audience, place),
      screen,
      name,
      query,
      clientKey,
    };
    return viewDto(await insertView(this.database, view), actor);
  }

  /** Changes what is given on the version read. @throws Refusal `request.version-mismatch` with what is stored now */
  async change(actor: Actor, id: string, version: number, { place, ...change }: ChangedViewDto): Promise<ViewDto> {
    const known = await this.own(actor, id);
    if (change.audience === undefined && place !== undefined) throw placeAlone();
    const stays = change.audience === undefined || (change.audience === known.audience && place === undefined);
    const moved = stays ? {} : { place: placeOf(actor, change.audience ?? known.audience, place) };
    const row = await updateView(this.database, { ...known, ...definedOf(change), ...moved, version });
    if (row === undefined) throw await this.changedMeanwhile(actor, id);
    return viewDto(row, actor);
  }

  /** The order of the reader’s own list: it moves nothing for anybody else. */
  async order(actor: Actor, { screen, ids }: ViewOrderDto): Promise<void> {
    const order = { person: actor.personId, places: placesOf(actor), screen, ids };
    await this.database.transaction((sql) => rankViews(sql, order));
  }

  async remove(actor: Actor, id: string, version: number): Promise<void> {
    await this.own(actor, id);
    if (!(await deleteView(this.database, id, version))) throw await this.changedMeanwhile(actor, id);
  }

  private async own(actor: Actor, id: string): Promise<SavedViewRow> {
    const row = await findOwnView(this.database, id, actor.personId);
    if (row === undefined) throw new Refusal('view.not-found');
    return row;
  }

  private async changedMeanwhile(actor: Actor, id: string): Promise<Refusal> {
    return new Refusal('request.version-mismatch', { current: viewDto(await this.own(actor, id), actor) });
  }
}

function viewDto({ id, version, audience, place, screen, name, query, owner }: SavedViewRow, actor: Actor): ViewDto {
  return { id, version, audience, place, screen, name, query, own: owner === actor.personId };
}

/** A team says nothing by itself: it may be the place of a view only where the view is a team’s. */
function placeAlone(): Refusal {
  const detail = 'Dites aussi à qui montrer la vue : à vous, à une équipe ou à une organisation.';
  return new Refusal('request.invalid', {
    faults: [{ pointer: '/place', code: 'view.place-without-audience', detail }],
  });
}

/** Where a view is shown: the place that was asked for, or the first of that kind. @throws Refusal for one that is not theirs */
function placeOf(actor: Actor, audience: ViewAudience, asked: string | undefined): string {
  const places = PLACES[audience](actor);
  const place = asked === undefined ? places[0] : places.find((one) => one === asked);
  if (place === undefined) throw new Refusal('auth.forbidden');
  return place;
}

const PLACES: Readonly<Record<ViewAudience, (actor: Actor) => readonly string[]>> = {
  mine: ({ personId }) => [personId],
  team: ({ roles }) => [...new Set(roles.flatMap(({ perimeter }) => perimeter.team ?? []))],
  organisation: ({ roles }) => [...new Set(roles.flatMap(({ perimeter }) => perimeter.organisation ?? []))],
};

function placesOf(actor: Actor): readonly string[] {
  return Object.values(PLACES).flatMap((of) => of(actor));
}
