import { told } from './explore.ts';
import { PLANTS, tryPlant } from './planted.ts';
import { oneLine } from './scenarios.ts';

describe('the model check finds, with a shortest way to it, that', () => {
  test.each(Object.entries(PLANTS))('%s', async (name, plant) => {
    const verdict = await tryPlant(plant);
    process.stdout.write(`${name}: ${told(verdict)}\n\n`);
    expect(verdict.broken?.why).toMatch(plant.finds);
  });
});

/**
 * What the guarantee rests on: between the written intent and the call a try does not sleep for longer than the bank is given to know an
 * order. Should it, the bank's own memory of references is all that is left.
 */
test('a try that sleeps between intent and call until the bank has denied the order pays twice at a bank that forgets', async () => {
  const verdict = await oneLine({ faults: 1, twins: 1, maySleep: true, depth: 24 });
  expect(verdict.broken?.why).toMatch(/was paid/);
});
