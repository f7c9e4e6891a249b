import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** Beyond this many entries, the expired ones are swept, then the oldest. */
const MOST_KEPT = 5_000;

/**
 * What the embedded provider remembers of sign-ins under way, in memory: a restart makes those begin again, and ends
 * nobody's session in Parvis.
 */
export function createEmbeddedStore(): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  return (model) => new EmbeddedStore(model, kept);
}

class EmbeddedStore implements Adapter {
  constructor(
    private readonly model: string,
    private readonly kept: Map<string, Kept>,
  ) {}

  upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const expiresAt = expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000;
    this.kept.set(this.keyOf(id), { payload: structuredClone(payload), expiresAt });
    if (this.kept.size > MOST_KEPT) this.sweep();
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    const found = this.kept.get(this.keyOf(id));
    return Promise.resolve(found !== undefined && found.expiresAt > Date.now() ? found.payload : undefined);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.first((payload) => payload.uid === uid));
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.first((payload) => payload.userCode === userCode));
  }

  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
  }

  destroy(id: string): Promise<void> {
    this.kept.delete(this.keyOf(id));
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.kept) if (payload.grantId === grantId) this.kept.delete(key);
    return Promise.resolve();
  }

  private keyOf(id: string): string {
    return `${this.model}:${id}`;
  }

  private first(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    const now = Date.now();
    for (const [key, { payload, expiresAt }] of this.kept) {
      if (key.startsWith(`${this.model}:`) && expiresAt > now && matches(payload)) return payload;
    }
    return undefined;
  }

  /** A map keeps the order of insertion: the first are the oldest. */
  private sweep(): void {
    const now = Date.now();
    for (const [key, { expiresAt }] of this.kept) if (expiresAt <= now) this.kept.delete(key);
    for (const key of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) return;
      this.kept.delete(key);
    }
  }
}
