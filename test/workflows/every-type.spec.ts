import { DemoTown } from '../support/demo-town.js';
import { mergedTasks, ordersOf, SandboxCase } from '../support/sandbox-case.js';
import { bundleOf } from '../support/workflow-bundle.js';
import { WorkflowSandbox } from '../support/workflow-sandbox.js';

const town = new DemoTown();
const every = town.definitions.map((definition) => [definition.processId, definition] as const);
let sandbox: WorkflowSandbox;

beforeAll(async () => {
  sandbox = await WorkflowSandbox.open(await bundleOf());
});

afterAll(() => sandbox.close());

describe('every process, as its own workflow type on the real interpreter', () => {
  it.each(every)('starts, reaches its reply by its shortest path and survives replay: %s', async (_id, definition) => {
    const run = await SandboxCase.open({ sandbox, town }, definition);
    const caseFile = await run.liveToTheEnd();
    expect(caseFile).toMatchObject({ reply: { state: 'gone' }, status: { conclusion: { kind: 'answered' } } });

    const live = ordersOf(run.activations.map(({ done }) => done));
    expect(ordersOf(await run.replay())).toEqual(live);
    expect(ordersOf(await run.replay(mergedTasks(run.activations)))).toEqual(live);
    await run.dispose();
  });
});
