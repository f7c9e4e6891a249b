import { SCREENS } from './table.js';
import { STATES, type Screen, type State } from './states.js';

const ORDER = Object.keys(STATES) as State[];

/** `docs/screen-states.md`: the same table, to be read. */
export function tableInWords(): string {
  const reasons = [...new Set(SCREENS.flatMap(({ cells }) => ORDER.map((state) => cells[state])))].filter(
    (cell) => typeof cell === 'string',
  );
  const tried = SCREENS.flatMap(({ cells }) => Object.values(cells)).filter((cell) => typeof cell !== 'string').length;
  return [
    '# Every screen of the console, in each of its states',
    '',
    'Generated from `test/e2e/screens/`; `PARVIS_WRITE=docs npm run test:conventions` writes it again.',
    '',
    `✓ is a cell that \`test/e2e/screens.spec.ts\` brings about in a real browser, against the running product (${String(tried)}`,
    'of them): its words must be there, with one title and one `h1`; axe must find nothing, in light and in dark at',
    '1440 px, then at 320 px, which is also 1280 px at 400 %, where nothing may have to be scrolled sideways. A number is',
    'the reason, below, why the screen has no such state or where it is tried instead.',
    '',
    ...ORDER.map((state) => `- **${state}**: ${STATES[state]}`),
    '',
    `| screen | address | ${ORDER.join(' | ')} |`,
    `|---|---|${ORDER.map(() => ':-:').join('|')}|`,
    ...SCREENS.map((screen) => row(screen, reasons)),
    '',
    '## Reasons',
    '',
    ...reasons.map((reason, index) => `${String(index + 1)}. ${reason}`),
    '',
  ].join('\n');
}

function row({ name, route, cells }: Screen, reasons: readonly string[]): string {
  const marks = ORDER.map((state) => {
    const cell = cells[state];
    return typeof cell === 'string' ? String(reasons.indexOf(cell) + 1) : '✓';
  });
  return `| ${name} | \`${route.startsWith('/') ? route : `/${route}`}\` | ${marks.join(' | ')} |`;
}
