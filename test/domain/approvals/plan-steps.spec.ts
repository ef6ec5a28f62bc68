import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  decidingCount,
  isDecided,
  lastDecidingDay,
  officeAgreement,
  standingOf,
  villageDecision,
} from '../../../src/domain/approvals/plan-steps';
import { readRoute } from '../../../src/domain/approvals/read-route';
import type { Step } from '../../../src/domain/approvals/route';

const FOLDER = join(__dirname, '../../../seeds/routes');
const stepsOf = (id: string): readonly Step[] =>
  readRoute(parse(readFileSync(join(FOLDER, `${id}.yaml`), 'utf8')), id).steps;

/** The steps of a route as if each had been taken on a day of July, one a day, the sheets to the 31st. */
const takenOf = (id: string) =>
  stepsOf(id).map((step, index) => ({
    ...{ stepId: step.id, outcome: 'passed', decidedOn: `2025-07-0${index + 1}` },
    untilOn: step.kind === 'publicity' ? '2025-07-31' : null,
  }));

describe('a plan is decided when all but the last publicity, and what is filed after it, was taken', () => {
  const CASES: [string, number, string][] = [
    ['village-representatives-then-township', 2, 'township_review'],
    ['members-assembly-then-township', 3, 'township_review'],
    ['four-deliberations-two-disclosures', 6, 'township_review'],
    ['village-four-deliberations', 7, 'county_filing'],
    ['county-guantao', 3, 'township_review'],
    ['county-yingshan', 3, 'township_review'],
    ['county-shandong', 4, 'representatives_meeting'],
  ];
  it.each(CASES)('%s: after %i steps, the last of them %s', (id, count, last) => {
    const steps = stepsOf(id);
    expect([decidingCount(steps), steps[count - 1]?.id]).toEqual([count, last]);
    expect([isDecided(steps, count - 1), isDecided(steps, count)]).toEqual([false, true]);
    expect(isDecided(steps, steps.length)).toBe(true);
    const decisions = takenOf(id);
    expect(lastDecidingDay({ steps, decisions })).toBe(`2025-07-0${count}`);
  });

  it('not while it hangs a first time: what hangs last but one has hung when the next step is taken', () => {
    const steps = stepsOf('four-deliberations-two-disclosures').filter(({ kind }) => kind !== 'review');
    expect([decidingCount(steps), isDecided(steps, 5), isDecided(steps, 6)]).toEqual([5, false, true]);
  });

  it('in every route of the seeds by a meeting of the village’s own', () => {
    for (const name of readdirSync(FOLDER)) {
      const id = name.slice(0, -'.yaml'.length);
      const steps = stepsOf(id);
      const decisions = takenOf(id).slice(0, decidingCount(steps));
      expect([id, villageDecision({ steps, decisions }) !== undefined]).toEqual([id, true]);
    }
  });
});

describe('who decided', () => {
  const steps = stepsOf('village-four-deliberations');
  const decisions = takenOf('village-four-deliberations');

  it('is the village’s body, not the Party’s members; the office above agrees, no talk before does', () => {
    const until = (count: number) => ({ steps, decisions: decisions.slice(0, count) });
    expect([3, 4, 6].map((count) => villageDecision(until(count))?.stepId)).toEqual([
      ...[undefined, 'representatives_meeting', 'representatives_meeting'],
    ]);
    expect([5, 6].map((count) => officeAgreement(until(count))?.stepId)).toEqual([
      ...[undefined, 'township_review'],
    ]);
  });

  it('is nobody where the plan was returned', () => {
    const returned = decisions
      .slice(0, 6)
      .map((each) => (each.stepId === 'township_review' ? { ...each, outcome: 'returned' } : each));
    expect(officeAgreement({ steps, decisions: returned })).toBeUndefined();
  });
});

describe('how a decided plan stands', () => {
  const steps = stepsOf('village-representatives-then-township');
  const decided = takenOf('village-representatives-then-township').slice(0, 2);
  const hung = [...decided, { decidedOn: '2025-07-03', untilOn: '2025-07-09' }];
  it.each([
    ['before its sheet hangs', decided, '2025-07-03', 'decided'],
    ['on its first day', hung, '2025-07-03', 'hanging'],
    ['on its last day', hung, '2025-07-09', 'hanging'],
    ['on the day after', hung, '2025-07-10', 'closed'],
  ])('%s', (_, passed, today, standing) => {
    expect(standingOf(steps, passed, today)).toBe(standing);
  });
});
