import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { noticeProblems } from '../../../src/domain/approvals/notice-days';
import { decidedOn, isInOrder, readStep, type StepForm } from '../../../src/domain/approvals/procedure';
import { meetingProblems } from '../../../src/domain/approvals/quorum';
import { readRoute } from '../../../src/domain/approvals/read-route';
import {
  isVillageMeeting,
  type MeetingStep,
  type Route,
  type Step,
} from '../../../src/domain/approvals/route';

const FOLDER = join(__dirname, '../../../seeds/routes');
const routeOf = (id: string): Route => readRoute(parse(readFileSync(join(FOLDER, `${id}.yaml`), 'utf8')), id);
const IDS = readdirSync(FOLDER).map((name) => name.slice(0, -'.yaml'.length));

function meetingOf(id: string, stepId: string): MeetingStep {
  const step = routeOf(id).steps.find((each) => each.id === stepId);
  if (step?.kind !== 'meeting') throw new Error(`${id} has no meeting ${stepId}`);
  return step;
}

/** A step in one word: its kind, whose it is, its days. */
function told(step: Step): string {
  if (step.kind === 'publicity')
    return `hangs ${step.days}${step.firstDayCounts ? '' : '+'}${step.of === 'result' ? ' result' : ''}`;
  if (step.kind === 'review' || step.kind === 'filing') return `${step.kind} ${step.office}`;
  return `${step.kind === 'meeting' ? 'meets' : 'talks'} ${step.body}`;
}

describe('the orders of the seeds', () => {
  const ORDERS: [string, string[]][] = [
    [
      'members-assembly-then-township',
      ['talks party_branch', 'meets members_assembly', 'review township', 'hangs 7'],
    ],
    [
      'representatives-assembly-papers-out',
      ['talks party_branch', 'meets members_representatives_assembly', 'review township', 'hangs 10'],
    ],
    [
      'representatives-assembly-then-township',
      ['meets members_representatives_assembly', 'review township', 'hangs 7'],
    ],
    [
      'village-representatives-then-township',
      ['meets village_representatives_meeting', 'review township', 'hangs 7'],
    ],
    [
      'village-representatives-three-days',
      ['meets village_representatives_meeting', 'review township', 'hangs 3+'],
    ],
    [
      'four-deliberations-two-disclosures',
      [
        ...['talks party_branch', 'talks two_committees', 'talks party_members'],
        ...['meets members_representatives_assembly', 'hangs 7', 'review township', 'hangs 7 result'],
      ],
    ],
    [
      'village-four-deliberations',
      [
        ...['talks party_branch', 'talks two_committees', 'meets party_members'],
        ...['meets village_representatives_meeting', 'hangs 7', 'review township', 'filing county'],
        'hangs 7 result',
      ],
    ],
    [
      'county-guantao',
      ['meets village_representatives_meeting', 'hangs 5', 'review township', 'filing county'],
    ],
    [
      'county-yingshan',
      ['talks village_committee', 'meets village_representatives_meeting', 'review township', 'hangs 7'],
    ],
    [
      'county-shandong',
      [
        ...['talks village_committee', 'review supervision', 'talks two_committees'],
        ...['meets village_representatives_meeting', 'hangs 5'],
      ],
    ],
  ];
  it.each(ORDERS)('%s', (id, order) => {
    expect(routeOf(id).steps.map(told)).toEqual(order);
  });

  it('are all told here, and each step of each rests on something', () => {
    expect(IDS.sort()).toEqual(ORDERS.map(([id]) => id).sort());
    for (const id of IDS) for (const { basis } of routeOf(id).steps) expect(basis.length).toBeGreaterThan(0);
  });

  it('hold the meeting of the Party’s members by the Party’s rules, all others by the route’s law', () => {
    const laws = routeOf('village-four-deliberations').steps.map(({ law }) => law);
    expect(laws.slice(0, 4)).toEqual([
      'party_rules',
      'village_committee',
      'party_rules',
      'village_committee',
    ]);
    expect(routeOf('four-deliberations-two-disclosures').steps.map(({ law }) => law)).toEqual(
      Array(7).fill('collective_organization'),
    );
  });
});

describe('who has to be there and who has to agree', () => {
  const CASES: [string, string, [due: number, present: number, inFavour: number], string[]][] = [
    // Members' assembly: two thirds of all members come, two thirds of all members agree (art. 27).
    ['members-assembly-then-township', 'assembly', [300, 200, 200], []],
    ['members-assembly-then-township', 'assembly', [300, 250, 199], ['inFavour']],
    ['members-assembly-then-township', 'assembly', [300, 199, 199], ['present', 'inFavour']],
    ['members-assembly-then-township', 'assembly', [301, 201, 201], []],
    ['members-assembly-then-township', 'assembly', [301, 201, 200], ['inFavour']],
    // Representatives: two thirds of all representatives agree (art. 28); how many come is not asked apart.
    ['representatives-assembly-papers-out', 'assembly', [42, 28, 28], []],
    ['representatives-assembly-papers-out', 'assembly', [42, 42, 27], ['inFavour']],
    // More than twenty of them there are (art. 28).
    ['representatives-assembly-papers-out', 'assembly', [21, 21, 21], []],
    ['representatives-assembly-papers-out', 'assembly', [20, 20, 20], ['due']],
    ['representatives-assembly-then-township', 'assembly', [1, 1, 1], ['due']],
    // Of a members' assembly no law names the least.
    ['members-assembly-then-township', 'assembly', [15, 12, 12], []],
    // Party members: two thirds of those due come, more than half of those due agree.
    ['village-four-deliberations', 'party_members', [30, 20, 16], []],
    ['village-four-deliberations', 'party_members', [30, 20, 15], ['inFavour']],
    ['village-four-deliberations', 'party_members', [30, 19, 19], ['present']],
    ['village-four-deliberations', 'party_members', [31, 21, 16], []],
    ['village-four-deliberations', 'party_members', [31, 20, 16], ['present']],
    // Villagers' representatives: two thirds come, more than half of those who came agree (art. 26).
    ['village-four-deliberations', 'representatives_meeting', [36, 24, 13], []],
    ['village-four-deliberations', 'representatives_meeting', [36, 24, 12], ['inFavour']],
    ['village-four-deliberations', 'representatives_meeting', [36, 23, 23], ['present']],
    ['county-guantao', 'representatives_meeting', [36, 24, 13], []],
    ['county-yingshan', 'representatives_meeting', [36, 24, 12], ['inFavour']],
    ['county-shandong', 'representatives_meeting', [36, 23, 23], ['present']],
  ];
  it.each(CASES)('%s, %s: %p refuses %p', (id, stepId, [due, present, inFavour], fields) => {
    const counts = { due, present, inFavour, against: present - inFavour, abstained: 0 };
    expect(meetingProblems(meetingOf(id, stepId), counts).map(({ field }) => field)).toEqual(fields);
  });
});

describe('papers out before a meeting', () => {
  const CASES: [string, number, boolean, string, string[]][] = [
    ['2025-06-01', 10, false, '2025-06-10', ['approvals.papersLate']],
    ['2025-06-01', 10, false, '2025-06-11', []],
    ['2025-06-01', 10, true, '2025-06-09', ['approvals.papersLate']],
    ['2025-06-01', 10, true, '2025-06-10', []],
    ['2024-02-20', 10, false, '2024-02-29', ['approvals.papersLate']],
    ['2024-02-20', 10, false, '2024-03-01', []],
    ['2025-02-20', 10, false, '2025-03-01', ['approvals.papersLate']],
    ['2025-12-25', 10, false, '2026-01-03', ['approvals.papersLate']],
    ['2025-12-25', 10, false, '2026-01-04', []],
    ['2025-06-01', 3, false, '2025-06-03', ['approvals.papersLate']],
    ['2025-06-01', 3, false, '2025-06-04', []],
    ['2025-06-11', 10, false, '2025-06-11', ['approvals.papersLate']],
    ['2025-05-31', 10, false, '2025-06-20', ['approvals.papersBeforeGround']],
  ];
  it.each(CASES)(
    'out on %s, %i days, first day counts %p, held on %s: %p',
    (outOn, days, first, heldOn, codes) => {
      const step = { noticeDays: days, noticeFirstDayCounts: first };
      const from = outOn === '2025-05-31' ? '2025-06-01' : '2024-01-01';
      expect(noticeProblems(step, { outOn, heldOn, from }).map(({ code }) => code)).toEqual(codes);
    },
  );

  it('are asked of no meeting whose route does not ask', () => {
    const step = meetingOf('village-representatives-then-township', 'representatives_meeting');
    expect(noticeProblems(step, { outOn: '2025-06-10', heldOn: '2025-06-10', from: '2025-06-01' })).toEqual(
      [],
    );
  });
});

describe('a step as typed', () => {
  const typed: StepForm = {
    ...{ stepNumber: '2', heldOn: '2025-06-20', stepPaper: '会议记录第3页', papersOutOn: '2025-06-05' },
    ...{ due: '300', present: '250', inFavour: '220', against: '20', abstained: '10' },
  };
  const ground = {
    taken: [{ stepId: 'party_branch', heldOn: '2025-06-02' }],
    from: '2025-06-01',
    today: '2025-07-01',
  };
  const assembly = meetingOf('members-assembly-then-township', 'assembly');
  const refused = (step: Step, change: Partial<StepForm>): string[] =>
    readStep(step, { ...typed, ...change }, ground).problems.map(({ field, code }) => `${field}: ${code}`);

  it('keeps the day on which the papers were out', () => {
    expect(readStep(assembly, typed, ground)).toMatchObject({
      problems: [],
      read: { heldOn: '2025-06-20', papersOutOn: '2025-06-05', paper: '会议记录第3页' },
    });
  });

  it.each([
    [{ papersOutOn: '' }, ['papersOutOn: form.missing']],
    [{ papersOutOn: undefined }, ['papersOutOn: form.missing']],
    [{ papersOutOn: '6月5日左右' }, ['papersOutOn: calendar.notADay']],
    [{ papersOutOn: '2025-06-11' }, ['papersOutOn: approvals.papersLate']],
    [{ papersOutOn: '2025-06-10' }, []],
    [{ papersOutOn: '2025-05-31' }, ['papersOutOn: approvals.papersBeforeGround']],
    [{ stepPaper: '' }, ['stepPaper: form.missing']],
  ])('of a members’ assembly, %p: %p', (change, problems) => {
    expect(refused(assembly, change)).toEqual(problems);
  });

  it('asks the committee for its signed paper, a filing for its number, an office for neither', () => {
    const stepOf = (id: string, kind: Step['kind']): Step => {
      const step = routeOf(id).steps.find((each) => each.kind === kind);
      if (step === undefined) throw new Error(`${id} has no ${kind}`);
      return step;
    };
    expect(refused(stepOf('county-shandong', 'review'), { stepPaper: ' ' })).toEqual([
      'stepPaper: form.missing',
    ]);
    expect(refused(stepOf('county-guantao', 'filing'), { stepPaper: '' })).toEqual([
      'stepPaper: form.missing',
    ]);
    expect(refused(stepOf('county-guantao', 'review'), { stepPaper: '' })).toEqual([]);
  });

  it('is the village’s decision where its representatives met, not where the Party’s members did', () => {
    const route = routeOf('village-four-deliberations');
    const taken = [
      { stepId: 'party_branch', heldOn: '2025-06-01' },
      { stepId: 'committees', heldOn: '2025-06-02' },
      { stepId: 'party_members', heldOn: '2025-06-06' },
    ];
    expect(decidedOn(route, taken)).toBeUndefined();
    const met = [...taken, { stepId: 'representatives_meeting', heldOn: '2025-06-08' }];
    expect([decidedOn(route, met), isInOrder(route, met)]).toEqual(['2025-06-08', true]);
    expect(route.steps.filter(isVillageMeeting).map(({ id }) => id)).toEqual(['representatives_meeting']);
  });
});
