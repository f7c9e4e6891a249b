import type { Neighbour } from './neighbours.js';

/** What is said, before a process is written, of those that may already answer it; nothing when there is none. */
export function neighbourLines(near: readonly Neighbour[], mentions: readonly Neighbour[]): readonly string[] {
  const ids = new Set(near.map(({ id }) => id));
  return [
    ...listed('Le catalogue a déjà ceci : à lire d’abord, car un doublon se perd dans la recherche.', near),
    ...listed(
      'On en parle aussi là : l’une de ces fiches y répond peut-être déjà, ou doit nommer la vôtre.',
      mentions.filter(({ id }) => !ids.has(id)),
    ),
  ];
}

function listed(heading: string, found: readonly Neighbour[]): readonly string[] {
  if (found.length === 0) return [];
  return [heading, ...found.map(({ id, title }) => `  ${title}   npm run catalog:show -- ${id}`), ''];
}
