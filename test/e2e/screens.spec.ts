import { Console } from '../support/e2e.js';
import { runningTownHall } from '../support/running-product.js';
import { Stage } from './screens/stage.js';
import type { State } from './screens/states.js';
import { SCREENS } from './screens/table.js';
import { tryCell, type Tried } from './screens/try-cell.js';

let stage: Stage;

beforeAll(async () => {
  stage = new Stage(new Console(), runningTownHall());
  await stage.set();
});

afterAll(async () => {
  await stage.strike();
  await stage.console_.close();
  await stage.hall.close();
});

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
      expect(await tryCell(stage, tried)).toEqual([]);
    },
  );
});
