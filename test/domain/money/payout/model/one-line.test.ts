import { told } from './explore.ts';
import { oneLine, type Scenario } from './scenarios.ts';

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'the bank does one thing wrong': { faults: 1 },
  'a worker dies anywhere': { crashes: 1 },
  'the bank does something wrong and a worker dies': { faults: 1, crashes: 1, depth: 18 },
  'a retry begins while the first try still runs': { twins: 1, depth: 20 },
  'the bank does something wrong under two tries at once': { faults: 1, twins: 1, depth: 14 },
  'the entitlement changes and the bank does something wrong': { faults: 1, changes: 1, depth: 19 },
  // What takes more steps than that is looked for with each activity in one go.
  'the bank does two things wrong': { faults: 2, inOneGo: true },
};

describe('one line, through every step of claim, workflow, activities, store and bank: at most what is entitled is paid when', () => {
  test.each(Object.entries(SCENARIOS))('%s', async (name, scenario) => {
    const verdict = await oneLine(scenario);
    process.stdout.write(`${name}: ${told(verdict)}\n`);
    expect(verdict.broken && told(verdict)).toBeUndefined();
    expect(verdict.worlds).toBeGreaterThan(500);
  });
});
