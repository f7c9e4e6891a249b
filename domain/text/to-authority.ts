/** « au bailleur social », « aux pompiers », « à la préfecture »: « à » before an authority named with its article. */
export function toAuthority(name: string): string {
  const [, article, rest] = /^(les?)\s+(.+)$/i.exec(name) ?? [];
  if (article === undefined || rest === undefined) return `à ${name}`;
  return `${article.toLowerCase() === 'le' ? 'au' : 'aux'} ${rest}`;
}
