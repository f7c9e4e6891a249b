/** Kinds of files that a browser may show in the page; the rest are only taken down. */
const SHOWN = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'text/plain']);

/** `Content-Disposition` with the name in both spellings (RFC 6266): plain for old readers, UTF-8 for the others. */
export function dispositionOf(
  { name, type }: { readonly name: string; readonly type: string },
  wanted: 'inline' | 'attachment',
): string {
  const kind = wanted === 'inline' && SHOWN.has(type) ? 'inline' : 'attachment';
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
