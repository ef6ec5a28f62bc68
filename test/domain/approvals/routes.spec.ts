import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Decision, decisionProblems } from '../../../src/domain/approvals/who-may-decide';
import { publicityPeriod } from '../../../src/domain/approvals/publicity';
import { type MeetingCounts, meetingProblems, neededVotes } from '../../../src/domain/approvals/quorum';
import { readRoute } from '../../../src/domain/approvals/read-route';
import type { MeetingStep, Route } from '../../../src/domain/approvals/route';
import { FormProblems } from '../../../src/domain/shared/problem';
import * as fc from 'fast-check';

const rawRoute = (id: string): unknown =>
  parse(readFileSync(join(__dirname, '../../../seeds/routes', `${id}.yaml`), 'utf8'));
const COLLECTIVE = readRoute(
  rawRoute('representatives-assembly-then-township'),
  'representatives-assembly-then-township',
);
const VILLAGE = readRoute(
  rawRoute('village-representatives-then-township'),
  'village-representatives-then-township',
);

function meetingOf(route: Route): MeetingStep {
  const [step] = route.steps;
  if (step?.kind !== 'meeting') throw new Error('a route begins with its meeting');
  return step;
}

function codes(route: Route, counts: MeetingCounts): string[] {
  return meetingProblems(meetingOf(route), counts).map(({ code, field }) => `${field}: ${code}`);
}

function votes(due: number, inFavour: number, against: number, abstained = 0): MeetingCounts {
  return { due, present: inFavour + against + abstained, inFavour, against, abstained };
}

describe('the routes of the seeds', () => {
  it.each([
    [COLLECTIVE, 'collective_organization'],
    [VILLAGE, 'village_committee'],
  ])('meet, are reviewed by the township, then hang seven days with the first one counted', (route, law) => {
    expect(route.law).toBe(law);
    expect(route.steps.map(({ kind }) => kind)).toEqual(['meeting', 'review', 'publicity']);
    expect(route.steps[2]).toMatchObject({ days: 7, firstDayCounts: true });
    expect(route.steps.every(({ basis }) => basis.length > 0)).toBe(true);
  });
});

describe('the collective organization’s law: two thirds of all representatives agree', () => {
  const cases: [MeetingCounts, string[]][] = [
    [votes(42, 28, 0), []],
    [votes(42, 27, 15), ['inFavour: approvals.noMajority']],
    [votes(42, 27, 0), ['inFavour: approvals.noMajority']],
    [votes(40, 27, 10, 3), []],
    [votes(40, 26, 14), ['inFavour: approvals.noMajority']],
    [votes(41, 28, 0), []],
    [votes(41, 27, 0), ['inFavour: approvals.noMajority']],
    [votes(42, 0, 0), ['inFavour: approvals.noMajority']],
  ];
  it.each(cases)('%p', (counts, expected) => {
    expect(codes(COLLECTIVE, counts)).toEqual(expected);
  });
});

describe('the village committee’s law: two thirds attend, more than half of those present agree', () => {
  const cases: [MeetingCounts, string[]][] = [
    [votes(42, 35, 2), []], // 37 of 42 came, 35 agreed: the vote of the pictures’ story
    [votes(42, 15, 13), []],
    [votes(42, 14, 14), ['inFavour: approvals.noMajority']],
    [votes(42, 14, 12, 2), ['inFavour: approvals.noMajority']],
    [votes(42, 27, 0), ['present: approvals.noQuorum']],
    [votes(42, 13, 14), ['present: approvals.noQuorum', 'inFavour: approvals.noMajority']],
    [votes(40, 14, 13), []],
    [votes(40, 14, 12), ['present: approvals.noQuorum']],
    [votes(3, 2, 0), []],
    [votes(3, 1, 1), ['inFavour: approvals.noMajority']],
    [votes(3, 0, 0), ['present: approvals.noQuorum', 'inFavour: approvals.noMajority']],
  ];
  it.each(cases)('%p', (counts, expected) => {
    expect(codes(VILLAGE, counts)).toEqual(expected);
  });

  it('says how many were needed, and of how many', () => {
    expect(meetingProblems(meetingOf(VILLAGE), votes(42, 13, 14)).map(({ facts }) => facts)).toEqual([
      { present: 27, needed: 28, base: 42 },
      { inFavour: 13, needed: 14, base: 27 },
    ]);
  });
});

describe('counts of a vote', () => {
  const good = votes(42, 35, 2);
  const cases: [string, Partial<MeetingCounts>, string[]][] = [
    ['more came than may vote', { due: 36 }, ['present']],
    ['fewer votes than people', { against: 1 }, ['inFavour']],
    ['more votes than people', { abstained: 1 }, ['inFavour']],
    ['half a person', { present: 36.5 }, ['present']],
    ['a negative count', { against: -1 }, ['against']],
    ['no number', { inFavour: Number.NaN }, ['inFavour']],
    ['two bad counts', { due: -42, abstained: 0.5 }, ['due', 'abstained']],
    ['nobody may vote', { due: 0, present: 0, inFavour: 0, against: 0 }, ['due']],
  ];
  it.each(cases)('are refused before any majority when they do not add up: %s', (_, change, fields) => {
    for (const route of [COLLECTIVE, VILLAGE]) {
      expect(codes(route, { ...good, ...change })).toEqual(
        fields.map((field) => `${field}: approvals.countsDoNotAddUp`),
      );
    }
  });

  it('never call a vote lost that has the votes said to be needed, nor won one vote below', () => {
    const people = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(people, people, (due, came) => {
        const present = Math.min(due, came);
        const share = meetingOf(VILLAGE).majority.inFavour;
        const needed = neededVotes(share, votes(due, present, 0));
        const noMajority = (inFavour: number) =>
          codes(VILLAGE, votes(due, inFavour, present - inFavour)).includes('inFavour: approvals.noMajority');
        expect(needed).toBe(Math.floor(present / 2) + 1);
        expect(noMajority(needed - 1)).toBe(true);
        if (needed <= present) expect(noMajority(needed)).toBe(false);
      }),
      { seed: 2025 },
    );
  });
});

describe('who may decide', () => {
  const cases: [string, Partial<Decision>, string[]][] = [
    ['anybody who had no hand in it', {}, []],
    ['not who wrote the draft', { draftedBy: 'u2' }, ['approvals.ownDraft']],
    ['not who noted a step of it', { tookPart: ['u3', 'u2'] }, ['approvals.tookPart']],
    ['not who keeps the books or the money there', { isOfItsAccounts: true }, ['approvals.ofItsAccounts']],
    [
      'told one reason at a time',
      { draftedBy: 'u2', tookPart: ['u2'], isOfItsAccounts: true },
      ['approvals.ownDraft'],
    ],
  ];
  it.each(cases)('is %s', (_who, change, expected) => {
    const decision = { draftedBy: 'u1', tookPart: ['u3'], decidedBy: 'u2', isOfItsAccounts: false };
    const found = decisionProblems({ ...decision, ...change });
    expect(found.map(({ code }) => code)).toEqual(expected);
    expect(found.every(({ field, value }) => field === 'decidedBy' && value === 'u2')).toBe(true);
  });
});

describe('the days of publicity', () => {
  const cases: [string, number, boolean, string][] = [
    ['2025-07-11', 7, true, '2025-07-17'],
    ['2025-07-11', 7, false, '2025-07-18'],
    ['2024-09-09', 10, true, '2024-09-18'],
    ['2021-01-22', 10, true, '2021-01-31'],
    ['2024-02-28', 2, true, '2024-02-29'],
    ['2025-12-31', 1, true, '2025-12-31'],
    ['2025-12-31', 1, false, '2026-01-01'],
  ];
  it.each(cases)('from %s, %i of them, first day counts %p, end on %s', (from, days, firstDayCounts, to) => {
    expect(publicityPeriod({ days, firstDayCounts }, from)).toEqual({ from, to, days, firstDayCounts });
  });
});

describe('reading a route', () => {
  const step = (change: object = {}) => ({
    id: 'meeting',
    name: '会议',
    kind: 'meeting',
    body: 'village_representatives_meeting',
    majority: {
      quorum: { share: '2/3', bound: 'at_least', of: 'due' },
      in_favour: { share: '1/2', bound: 'more_than', of: 'present' },
    },
    basis: [{ source: '样例', confirmed: 'unconfirmed', says: '样例' }],
    ...change,
  });
  const route = (...steps: object[]) => ({ format: '1', name: '样例', law: 'village_committee', steps });
  const majority = (quorum: object, favour: object) => ({
    majority: {
      quorum: { share: '2/3', bound: 'at_least', of: 'due', ...quorum },
      in_favour: { share: '1/2', bound: 'more_than', of: 'present', ...favour },
    },
  });
  const publicity = { ...step(), id: 'wall', kind: 'publicity', body: undefined, majority: undefined };
  const days = { days: 7, first_day_counts: false };

  const cases: [string, unknown, string[]][] = [
    ['a whole one', route(step()), []],
    ['one with papers out ten days before', route(step({ notice_days: 10 })), []],
    ['a key it does not know', { ...route(step()), county: 'x' }, ['county: approvals.unknownKey']],
    ['a key of another kind of step', route(step({ days: 7 })), ['steps.0.days: approvals.unknownKey']],
    ['a missing key', route(step({ body: undefined })), ['steps.0.body: approvals.missingKey']],
    [
      'no days',
      route(step(), omit({ ...publicity, first_day_counts: true })),
      ['steps.1.days: approvals.missingKey'],
    ],
    [
      'zero days',
      route(step(), omit({ ...publicity, ...days, days: 0 })),
      ['steps.1.days: approvals.wrongType'],
    ],
    ['days and a first day', route(step(), omit({ ...publicity, ...days })), []],
    [
      'a first day by word',
      route(step(), omit({ ...publicity, days: 7, first_day_counts: 'yes' })),
      ['steps.1.first_day_counts: approvals.wrongType'],
    ],
    ['a law that is none', { ...route(step()), law: 'custom' }, ['law: approvals.notInList']],
    ['one id twice', route(step(), step()), ['steps.1.id: approvals.duplicateId']],
    ['a step that rests on nothing', route(step({ basis: [] })), ['steps.0.basis: approvals.noBasis']],
    ['no meeting', route(), ['steps: approvals.noMeeting']],
    [
      'a share above one',
      route(step(majority({ share: '4/3' }, {}))),
      ['steps.0.majority.quorum.share: approvals.notAShare'],
    ],
    [
      'a share of nothing',
      route(step(majority({}, { share: '1/0' }))),
      ['steps.0.majority.in_favour.share: approvals.notAShare'],
    ],
    [
      'more than all',
      route(step(majority({}, { share: '3/3' }))),
      ['steps.0.majority.in_favour: approvals.notAShare'],
    ],
    ['all of them', route(step(majority({}, { share: '1/1', bound: 'at_least' }))), []],
    [
      'a quorum of those present',
      route(step(majority({ of: 'present' }, {}))),
      ['steps.0.majority.quorum: approvals.notAShare'],
    ],
    [
      'a share as a number',
      route(step(majority({ share: 0.66 }, {}))),
      ['steps.0.majority.quorum.share: approvals.wrongType'],
    ],
  ];
  it.each(cases)('%s', (_, raw, expected) => {
    expect(problemsOf(raw)).toEqual(expected);
  });

  it.each([[undefined], [null], [7], [[]], [{}], ['text']])('answers %p with problems', (raw) => {
    expect(problemsOf(raw).length).toBeGreaterThan(0);
  });

  function problemsOf(raw: unknown): string[] {
    try {
      readRoute(raw, 'sample');
      return [];
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error;
      return error.problems.map(({ field, code }) => `${field}: ${code}`);
    }
  }

  function omit(value: Record<string, unknown>): object {
    return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
  }
});
