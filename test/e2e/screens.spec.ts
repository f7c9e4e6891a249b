import { Console, printMeasure } from '../support/e2e.js';
import { runningTownHall } from '../support/running-product.js';
import { Stage } from './screens/stage.js';
import type { State } from './screens/states.js';
import { SCREENS } from './screens/table.js';
import { tryCell, type Tried } from './screens/try-cell.js';

let stage: Stage;
/** What each cell that was looked at gave, for the figure at the end. */
const looked: (readonly string[])[] = [];

beforeAll(async () => {
  stage = new Stage(new Console(), runningTownHall());
  await stage.set();
});

afterAll(async () => {
  // Titles, words and boxes are judged there too; the target speaks of what axe finds.
  const violations = looked.flat().filter((finding) => AXE.test(finding)).length;
  printMeasure(
    'T8 axe violations (0), light, dark and at 320 px',
    `${String(violations)} in ${String(looked.length)} states of ${String(SCREENS.length)} screens`,
  );
  await stage.strike();
  await stage.console_.close();
  await stage.hall.close();
});

/** A finding of axe, as `look.ts` says it. */
const AXE = /^(light|dark|narrow): [a-z-]+ ×\d/;

// That the table has every screen and a reason for each blank is checked without the product: test/conventions.
const CELLS = SCREENS.flatMap((screen) =>
  Object.entries(screen.cells).flatMap(([state, cell]): Tried[] =>
    typeof cell === 'string' ? [] : [{ screen, state: state as State, cell }],
  ),
);

describe.each(SCREENS)('the screen « $name »', ({ name }) => {
  it.each(CELLS.filter(({ screen }) => screen.name === name))(
    '$state: its words, its title, light, dark and narrow',
    async (tried) => {
      const findings = await tryCell(stage, tried);
      looked.push(findings);
      expect(findings).toEqual([]);
    },
  );
});
