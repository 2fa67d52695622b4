import { told } from './explore.ts';
import { type Scenario, severalLines } from './scenarios.ts';

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'nothing goes wrong but its lateness': { isLate: true },
  'it is opened again, or its entitlement changes, and it was late': { changes: 1, isLate: true },
  'the bank does one thing wrong': { faults: 1 },
  'the bank does one thing wrong, and it was late': { faults: 1, isLate: true, depth: 8 },
  'the bank does something wrong and the entitlement changes': { faults: 1, changes: 1 },
  'the bank does two things wrong': { faults: 2, depth: 6 },
};

describe('two payees and their compensation, through every step of people: the claim comes to be paid what it is entitled to when', () => {
  test.each(Object.entries(SCENARIOS))('%s', async (name, scenario) => {
    const verdict = await severalLines(scenario);
    process.stdout.write(`${name}: ${told(verdict)}\n`);
    expect(verdict.broken && told(verdict)).toBeUndefined();
    expect(verdict.worlds).toBeGreaterThan(50);
  });
});
