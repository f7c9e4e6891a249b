import { blocksToText } from './blocks/block-text.js';
import { parseMarkdown } from './blocks/parse-markdown.js';
import { ReplyTemplateError, renderReplyTemplate, replyTemplateVariables } from './reply-template.js';

const textOf = (template: string, variables: object): string =>
  blocksToText(parseMarkdown(renderReplyTemplate(template, variables)));

const errorOf = (template: string, variables = {}): unknown => {
  try {
    return renderReplyTemplate(template, variables);
  } catch (error) {
    return error;
  }
};

describe('renderReplyTemplate', () => {
  it('says « de » before a name as French does', () => {
    const said = (name: string): string =>
      renderReplyTemplate('Les obsèques {{ champs.defunt | de }}.', { champs: { defunt: name } });
    expect(said('Rosine Passerose')).toBe('Les obsèques de Rosine Passerose.');
    expect(said('Élise Exemple')).toBe('Les obsèques d’Élise Exemple.');
    expect(() => renderReplyTemplate('{{ champs.defunt | de }}', { champs: {} })).toThrow(ReplyTemplateError);
  });

  it('prints a number of the town where it has one, and reads on where it has not', () => {
    const template = 'Appelez l’urgence eau{{ "ville.eau" | telephone }}.';
    const phone = { key: 'ville.eau', label: 'Urgence eau', number: '03 53 01 00 21', hours: 'jour et nuit' };
    expect(renderReplyTemplate(template, { telephones: new Map([[phone.key, phone]]) })).toBe(
      'Appelez l’urgence eau (03\u00a053\u00a001\u00a000\u00a021, jour et nuit).',
    );
    expect(renderReplyTemplate(template, {})).toBe('Appelez l’urgence eau.');
  });

  it('fills the variables and the fields of the form', () => {
    expect(
      textOf('Votre demande n° {{ numero }} du {{ recue_le }}, au **{{ champs.adresse }}**.', {
        numero: 'D-2026-00421',
        recue_le: 'jeudi 26 novembre 2026',
        champs: { adresse: '12 rue des Tilleuls' },
      }),
    ).toBe('Votre demande n°\u00a0D-2026-00421 du jeudi 26\u00a0novembre 2026, au 12 rue des\nTilleuls.');
  });

  it('keeps the Markdown and the lines of the agent’s own text', () => {
    const blocks = parseMarkdown(
      renderReplyTemplate('{{ texte }}\n\nCordialement,', { texte: 'Ligne un\nLigne **deux**\n- a\n- b\r\n\r\nFin' }),
    );
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'list', 'paragraph', 'paragraph']);
    expect(blocks[0]).toMatchObject({
      spans: [{ text: 'Ligne un' }, { kind: 'break' }, { text: 'Ligne ' }, { kind: 'strong' }],
    });
  });

  it('makes a citizen’s text inert, whatever filter the template applies', () => {
    const hostile = '- x\n\n**gras** [cliquez](https://mal.example) {{ numero }} <b>';
    for (const output of ['{{ champs.x }}', '{{ champs.x | raw }}', '{{ champs.x | upcase | downcase }}']) {
      const blocks = parseMarkdown(renderReplyTemplate(output, { numero: '1', champs: { x: hostile } }));
      expect(blocks).toEqual([
        {
          kind: 'paragraph',
          spans: [{ kind: 'text', text: '- x **gras** [cliquez](https://mal.example) {{ numero }} <b>' }],
        },
      ]);
    }
  });

  it('names the missing variable in French', () => {
    const error = errorOf('{{ champs.adresse }}', { champs: {} });
    expect(error).toBeInstanceOf(ReplyTemplateError);
    expect(error).toMatchObject({
      code: 'reply-template.missing-variable',
      variable: 'champs.adresse',
      message: 'La variable «\u00a0champs.adresse\u00a0» du modèle de réponse n’a pas de valeur.',
    });
    expect(errorOf('{{ motif }}')).toMatchObject({ variable: 'motif' });
  });

  it('lets a template ask whether a value is there', () => {
    expect(textOf('Bonjour.{% if motif %} Motif : {{ motif }}.{% endif %}', {})).toBe('Bonjour.');
    expect(textOf('Bonjour.{% if motif %} Motif : {{ motif }}.{% endif %}', { motif: 'doublon' })).toBe(
      'Bonjour. Motif\u00a0: doublon.',
    );
  });

  it('refuses a template that is badly written, reads files or reaches for members of objects', () => {
    expect(errorOf('{% if %}')).toMatchObject({ code: 'reply-template.invalid' });
    expect(errorOf("{% include '/etc/passwd' %}")).toBeInstanceOf(Error);
    expect(errorOf('{{ champs.constructor }}', { champs: {} })).toMatchObject({ variable: 'champs.constructor' });
  });

  it('lists what a template uses', () => {
    expect(replyTemplateVariables('{{ numero }} {{ champs.adresse }} {% if motif %}x{% endif %}').sort()).toEqual([
      'champs.adresse',
      'motif',
      'numero',
    ]);
  });

  it('contracts « à » with the article of the authority that takes over, and leaves what an agent wrote', () => {
    const template = 'Nous l’avons transmise à {{ transmis_a }}. {{ texte }}';
    const filled = renderReplyTemplate(template, { transmis_a: 'le bailleur social', texte: 'Reste à le dire.' });
    expect(filled).toBe('Nous l’avons transmise au bailleur social. Reste à le dire.');
  });
});
