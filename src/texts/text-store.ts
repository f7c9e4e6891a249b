import { createHmac, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { TextRef } from '../../domain/case/text-ref.js';
import type { Sql } from '../database/database.js';

export interface NewText {
  readonly caseId: string;
  readonly organisation: string;
  readonly sector: string;
  readonly kind: string;
  readonly author: string;
  readonly body: string;
}

/** Stores a text before anything speaks of it; elsewhere it is known by its id and its keyed hash. */
export async function storeText(sql: Sql, text: NewText): Promise<TextRef> {
  const id = uuidv7();
  const key = randomBytes(32);
  const hmac = createHmac('sha256', key).update(text.body).digest('hex');
  await sql.insert(
    `INSERT INTO texts (id, case_id, organisation, sector, kind, author, body, hmac_key, hmac)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, text.caseId, text.organisation, text.sector, text.kind, text.author, text.body, key, hmac],
  );
  return { id, hmac };
}
