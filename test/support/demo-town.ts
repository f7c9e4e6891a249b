import path from 'node:path';
import { PlayTown } from '../../scripts/catalog/play/play-town.js';
import { loadCatalog } from '../../src/catalog/load-catalog.js';
import { readTown } from '../../src/town/read-town.js';

/** The demonstration town and the catalogue as they lie in the repository. */
export class DemoTown extends PlayTown {
  constructor(today = '2026-05-04') {
    super(loadCatalog(path.resolve('process-catalog')), readTown(path.resolve('town/demo')), today);
  }
}
