import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { sectionsOf } from '../../../src/catalog/reply-template.js';
import { eachDefinition, faultIn } from './check-rule.js';
import { fault } from './reply-fault.js';
import { allPieces, modelOf, UNWRITTEN } from '../writing-model.js';
import type { WritingModel } from '../writing-model.js';

const RULE = 'text.unwritten';
const ADVICE = 'remplacer ce texte par le vôtre';
/** A model is read at a glance: of a long text, its beginning. */
const MODEL_LENGTH = 300;

/** What `new-process` left to be written, place by place, each with what a finished process says there. */
export const unwrittenRules = eachDefinition((loaded, catalog) => {
  const places = [...unwrittenTexts(loaded), ...unwrittenSources(loaded)];
  const inLetter = (loaded.reply.text ?? '').includes(UNWRITTEN);
  if (places.length === 0 && !inLetter) return [];
  const model = modelOf(loaded.definition, catalog);
  return [
    ...places.map(({ pointer, text }) => ({
      ...faultIn(loaded, { rule: RULE, pointer, message: leftToWrite(text), advice: ADVICE }),
      ...modelLines(model, model?.textAt(pointer)),
    })),
    ...unwrittenLetter(loaded, model),
  ];
});

interface Place {
  readonly pointer: string;
  readonly text: string;
}

function unwrittenTexts(loaded: LoadedDefinition): readonly Place[] {
  return allPieces(loaded).filter(({ text }) => text.includes(UNWRITTEN));
}

function unwrittenSources({ source }: LoadedDefinition): readonly Place[] {
  return (source.facts ?? []).flatMap((fact, index) => {
    const { reference } = fact.source;
    return reference.includes(UNWRITTEN)
      ? [{ pointer: `/facts/${String(index)}/source/reference`, text: reference }]
      : [];
  });
}

function unwrittenLetter(loaded: LoadedDefinition, model: WritingModel | undefined): readonly CatalogFault[] {
  return sectionsOf(loaded.reply.text ?? '').flatMap(({ names, line, text }) =>
    text.split('\n').flatMap((written, index) => {
      if (!written.includes(UNWRITTEN)) return [];
      const example = names.flatMap((name) => model?.letterOf(name) ?? [])[0];
      return [
        { ...fault(loaded, line + index + 1, [RULE, leftToWrite(written), ADVICE]), ...modelLines(model, example) },
      ];
    }),
  );
}

function modelLines(model: WritingModel | undefined, text: string | undefined): Pick<CatalogFault, 'below'> {
  if (model === undefined || text === undefined || text === '') return {};
  const shown = text.length > MODEL_LENGTH ? `${text.slice(0, MODEL_LENGTH)}…` : text;
  return { below: [`    comme ${model.id} : « ${shown.replaceAll('\n', ' ')} »`] };
}

function leftToWrite(text: string): string {
  const what = text.slice(text.indexOf(UNWRITTEN) + UNWRITTEN.length).replace(/^\s*:\s*/u, '');
  return `reste à écrire : ${what.trim()}`;
}
