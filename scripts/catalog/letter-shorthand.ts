/**
 * A letter as one types it: `<date>` is a value, and `[ pour le <1>]` holds the answer to the first question and goes with it
 * when it is missing. In a template: `{{ recue_le }}`, `{% if champs.jour %} pour le {{ champs.jour }}{% endif %}`.
 */
const VALUES: Readonly<Record<string, string | undefined>> = {
  date: 'recue_le',
  'date prévue': 'date_prevue',
  motif: 'motif',
  lieu: 'champs.lieu',
};

/** Liquid, of what was typed; `keys` are those of the questions, in order. A mark that means nothing stays as it is. */
export function templateOf(typed: string, keys: readonly string[]): string {
  const nameOf = (mark: string): string | undefined => {
    const key = keys[Number(mark) - 1];
    return key === undefined ? VALUES[mark.trim().toLowerCase()] : `champs.${key}`;
  };
  const isAnswer = (name: string | undefined): boolean => name?.startsWith('champs.') ?? false;
  return typed
    .replace(/\[[^[\]]*\]|<([^<>]+)>/g, (whole, mark: string | undefined) =>
      mark !== undefined && isAnswer(nameOf(mark)) ? `[${whole}]` : whole,
    )
    .replace(/\[([^[\]]*<([^<>]+)>[^[\]]*)\]/g, (whole, inner: string, mark: string) => {
      const name = nameOf(mark);
      return isAnswer(name) ? `{% if ${name ?? ''} %}${inner}{% endif %}` : whole;
    })
    .replace(/<([^<>]+)>/g, (whole, mark: string) => {
      const name = nameOf(mark);
      return name === undefined ? whole : `{{ ${name} }}`;
    });
}

/** The other way round, of a template that holds no other condition than whether one value is there. */
export function shorthandOf(template: string): string {
  const marks = Object.entries(VALUES).map(([mark, name]) => [`{{ ${name ?? ''} }}`, `<${mark}>`] as const);
  return marks.reduce(
    (text, [printed, mark]) => text.replaceAll(printed, mark),
    template.replace(/\{% if [\w.]+ %\}(.*?)\{% endif %\}/g, '[$1]'),
  );
}
