/** One Message-ID an effect (and recipient), whatever the attempt: servers and readers can tell a copy. */
export function messageIdOf(effectId: string, recipient?: number): string {
  const part = recipient === undefined ? '' : `.${String(recipient)}`;
  return `<${effectId}${part}@parvis.invalid>`;
}
