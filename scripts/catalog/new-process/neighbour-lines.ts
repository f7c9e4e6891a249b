import type { Neighbour } from '../neighbours.js';

/** What is said, before a process is written, of those that may already answer it, numbered; nothing when there is none. */
export function neighbourLines(near: readonly Neighbour[], mentions: readonly Neighbour[]): readonly string[] {
  const ids = new Set(near.map(({ id }) => id));
  const others = mentions.filter(({ id }) => !ids.has(id));
  return [
    ...listed('Le catalogue a déjà ceci : à lire d’abord, car un doublon se perd dans la recherche.', near, 1),
    ...listed(
      'On en parle aussi là : l’une de ces fiches y répond peut-être déjà, ou doit nommer la vôtre.',
      others,
      1 + near.length,
    ),
  ];
}

function listed(heading: string, found: readonly Neighbour[], first: number): readonly string[] {
  if (found.length === 0) return [];
  const lines = found.map(({ id, title }, index) => {
    return `  ${String(first + index)}. ${title}   npm run catalog:show -- ${id}`;
  });
  return [heading, ...lines, ''];
}
