import { told } from './explore.ts';
import { type Scenario, severalLines } from './scenarios.ts';

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'nothing goes wrong': {},
  'the bank does one thing wrong': { faults: 1 },
  'the claim is opened again, or its entitlement changes': { changes: 1 },
  'the bank does something wrong and the entitlement changes': { faults: 1, changes: 1, depth: 10 },
  'the bank does two things wrong': { faults: 2, depth: 7 },
};

describe('two payees and their late compensation, through every step of people: the claim is paid what it is entitled to when', () => {
  test.each(Object.entries(SCENARIOS))('%s', async (name, scenario) => {
    const verdict = await severalLines(scenario);
    process.stdout.write(`${name}: ${told(verdict)}\n`);
    expect(verdict.broken && told(verdict)).toBeUndefined();
    expect(verdict.worlds).toBeGreaterThan(50);
  });
});
