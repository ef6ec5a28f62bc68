import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  checkApprovals,
  type KeptApproval,
  type KeptDecision,
} from '../../../src/domain/distribution/check-approvals';
import { readRoute } from '../../../src/domain/approvals/read-route';
import { Findings } from '../../../src/domain/ledger/check-pass';

const FOLDER = join(__dirname, '../../../seeds/routes');
const stepsOf = (id: string): KeptApproval['steps'] =>
  readRoute(parse(readFileSync(join(FOLDER, `${id}.yaml`), 'utf8')), id).steps;

const APPROVED = { state: 'approved' } as const;
const ROUTE = 'members-assembly-then-township';
const STEPS = stepsOf(ROUTE);
const VOTE = { due: 90, present: 80, inFavour: 60, against: 10, abstained: 10 };
const PAPER = { title: 'paper', keptAt: 'cabinet', pages: 2, sha256: null } as const;
const SEVEN_DAYS = { 11: '2025-07-17', 12: '2025-07-18' } as const;

/** A step of the assembly's route as it was rightly taken: its papers out ten days before. */
function decision(index: number, over: Partial<KeptDecision> = {}): KeptDecision {
  const step = STEPS[index];
  const isMeeting = step?.kind === 'meeting';
  return {
    ...{ stepNumber: index + 1, stepId: step?.id ?? '', routeId: ROUTE, digest: 'd', outcome: 'passed' },
    ...{ decidedOn: '2025-07-11', decidedBy: index === 0 ? 'ann' : `officer${index}` },
    ...{ counts: isMeeting ? VOTE : null, papersOutOn: isMeeting ? '2025-07-01' : null },
    untilOn: step?.kind === 'publicity' ? SEVEN_DAYS[11] : null,
    ...{ takenAs: 'own', paper: 'minutes 3' },
    papers: (step?.evidence ?? []).map((kind) => ({ kind, ...PAPER })),
    ...over,
  };
}

const plan = ({ files = new Set(['s']), ...over }: Partial<KeptApproval>): KeptApproval => ({
  ...{ of: 'period', hasSheet: true },
  ...{ state: 'submitted', digest: 'd', routeId: ROUTE, draftedBy: 'ann', draftedOn: '2025-06-20' },
  ...{ everyStep: true, steps: STEPS, decisions: [], signatures: [], facts: {} },
  files,
  ...over,
});

function codesOf(...plans: KeptApproval[]): string[] {
  const findings = new Findings('approvals');
  checkApprovals(plans, findings);
  expect(findings.looked).toBe(plans.length);
  return findings.breaks.map(({ code }) => code);
}

/** A plan whose steps up to one were taken rightly but for what is changed of the last. */
const upTo = (index: number, over: Partial<KeptDecision>, of: Partial<KeptApproval> = {}): KeptApproval =>
  plan({
    decisions: STEPS.slice(0, index + 1).map((_, at) => decision(at, at === index ? over : {})),
    ...of,
  });
const at = (kind: string): number => STEPS.findIndex((step) => step.kind === kind);

/** The papers of the meeting, each by a file of these bytes. */
const filed = (sha256: string): KeptDecision['papers'] =>
  (STEPS[at('meeting')]?.evidence ?? []).map((kind) => ({ kind, ...PAPER, sha256 }));

describe('the decisions of plans', () => {
  it('hold where every step was taken rightly, from none to all', () => {
    const whole = STEPS.map((_, index) => decision(index));
    const reviewed = at('review') + 1;
    expect(
      codesOf(
        plan({ state: 'drafted', digest: undefined }),
        plan({ decisions: whole.slice(0, 1) }),
        plan({ decisions: whole.slice(0, 1), state: 'voided' }),
        plan({ decisions: whole.slice(0, reviewed), state: 'approved' }),
        plan({ decisions: whole, state: 'approved' }),
        upTo(at('review'), { outcome: 'returned' }, { state: 'returned' }),
      ),
    ).toEqual([]);
  });

  it.each<[string, KeptApproval, string[]]>([
    ['a step of another route', upTo(at('meeting'), { routeId: 'other' }), ['check.decisionStep']],
    ['a step left out', upTo(at('meeting'), { stepId: STEPS.at(-1)?.id ?? '' }), ['check.decisionStep']],
    ['a gap in the numbers', upTo(at('meeting'), { stepNumber: 9 }), ['check.decisionStep']],
    ['other bytes', upTo(at('meeting'), { digest: 'e' }), ['check.decisionBytes']],
    ['no vote', upTo(at('meeting'), { counts: null }), ['check.decisionVote']],
    [
      'two thirds, reached',
      upTo(at('meeting'), { counts: { ...VOTE, inFavour: 60, against: 20, abstained: 0 } }),
      [],
    ],
    [
      'one vote short of two thirds',
      upTo(at('meeting'), { counts: { ...VOTE, inFavour: 59, against: 11 } }),
      ['check.decisionVote'],
    ],
    [
      'votes that are more than who came',
      upTo(at('meeting'), { counts: { ...VOTE, inFavour: 61 } }),
      ['check.decisionVote'],
    ],
    ['papers ten days before', upTo(at('meeting'), { papersOutOn: '2025-07-01' }), []],
    ['papers nine days before', upTo(at('meeting'), { papersOutOn: '2025-07-02' }), ['check.decisionDays']],
    ['no papers', upTo(at('meeting'), { papersOutOn: null }), ['check.decisionDays']],
    [
      'a day before the draft',
      upTo(at('meeting'), { decidedOn: '2025-06-19', papersOutOn: null }),
      ['check.decisionDays'],
    ],
    [
      'a sheet of one day less',
      upTo(at('publicity'), { untilOn: '2025-07-16' }, APPROVED),
      ['check.decisionDays'],
    ],
    [
      'a sheet put up a day later, of its days',
      upTo(at('publicity'), { decidedOn: '2025-07-12', untilOn: SEVEN_DAYS[12] }, APPROVED),
      [],
    ],
    [
      'a meeting without one of its papers',
      upTo(at('meeting'), { papers: [{ kind: 'minutes', ...PAPER }] }),
      ['check.decisionPapers'],
    ],
    ['a file of a step taken away', upTo(at('meeting'), { papers: filed('gone') }), ['check.decisionFiles']],
    ['a file of a step that is kept', upTo(at('meeting'), { papers: filed('s') }), []],
    ['a file of a step that fell', upTo(at('meeting'), { papers: filed('gone') }, { state: 'voided' }), []],
    ['a meeting shown by nothing', upTo(at('meeting'), { paper: null }), ['check.decisionPapers']],
    ['a sheet without its number', upTo(at('publicity'), { paper: ' ' }, APPROVED), ['check.decisionPapers']],
    ['a meeting of before papers were asked for', upTo(at('meeting'), { papers: null, paper: null }), []],
    ['a published sheet, shown by its display', upTo(at('publicity'), { papers: [] }, APPROVED), []],
    ['a review by who drafted it', upTo(at('review'), { decidedBy: 'ann' }, APPROVED), ['check.decisionOwn']],
  ])('%s', (_, kept, codes) => {
    expect(codesOf(kept)).toEqual(codes);
  });

  it('a step was signed by as many as its route asks for, on its bytes, unless it is an old one', () => {
    const shandong = stepsOf('county-shandong').slice(0, 2);
    const taken = shandong.map(({ id, evidence }, index) => ({
      ...decision(index, { stepId: id, routeId: 'county-shandong', counts: null, papersOutOn: null }),
      papers: evidence.map((kind) => ({ kind, ...PAPER })),
    }));
    const [talk, review] = taken;
    if (talk === undefined || review === undefined) throw new Error('the route has no review');
    const stepId = review.stepId;
    const by = (name: string, digest = 'd') => ({
      stepId,
      digest,
      signer: null,
      name,
      signedOn: '2025-07-10',
    });
    const signed = (names: string[], over: Partial<KeptDecision> = {}, digest?: string): string[] =>
      codesOf(
        plan({
          ...{ routeId: 'county-shandong', steps: stepsOf('county-shandong') },
          ...{ decisions: [talk, { ...review, ...over }], signatures: names.map((name) => by(name, digest)) },
        }),
      );
    expect(signed(['An', 'Bo'])).toEqual([]);
    expect(signed(['An'])).toEqual(['check.decisionSigners']);
    expect(signed(['An', 'An'])).toEqual(['check.decisionSigners']);
    expect(signed(['An', 'Bo'], {}, 'e')).toEqual(['check.decisionSigners']);
    expect(signed([], { takenAs: null })).toEqual([]);
  });

  it('of a year are held against the same rules, what hangs shown by its photo or its sheet', () => {
    const NOTED = { of: 'year', hasSheet: false } as const;
    const year = (index: number, over: Partial<KeptDecision>, of: Partial<KeptApproval> = {}): string[] =>
      codesOf(upTo(index, over, { ...NOTED, ...of }));
    const photo = [{ ...PAPER, kind: 'display_photo' as const, sha256: 's' }];
    const hung = STEPS.map(({ kind }, index) =>
      decision(index, kind === 'publicity' ? { papers: photo } : {}),
    );
    expect(codesOf(plan({ ...NOTED, decisions: hung, state: 'approved' }))).toEqual([]);
    expect(codesOf(plan({ ...NOTED, decisions: hung, state: 'replaced' }))).toEqual([]);
    expect(year(at('publicity'), { papers: [] }, APPROVED)).toEqual(['check.yearDecisionPapers']);
    expect(year(at('publicity'), { papers: [] }, { ...APPROVED, hasSheet: true })).toEqual([]);
    expect(year(at('meeting'), { digest: 'e', stepNumber: 9, counts: null })).toEqual([
      ...['check.yearDecisionStep', 'check.yearDecisionBytes', 'check.yearDecisionVote'],
    ]);
    expect(year(at('meeting'), { papersOutOn: '2025-07-02' })).toEqual(['check.yearDecisionDays']);
    expect(year(at('review'), { decidedBy: 'ann' }, APPROVED)).toEqual(['check.yearDecisionOwn']);
    expect(year(at('meeting'), {}, { state: 'replaced' })).toEqual(['check.yearPlanState']);
  });

  it('where only meetings and reviews were noted, a review by who noted the meeting stands', () => {
    const steps = stepsOf('village-representatives-then-township').filter(({ kind }) => kind !== 'publicity');
    const taken = steps.map((step, index) => ({
      ...decision(index, { stepId: step.id, papersOutOn: null, decidedBy: 'sun' }),
      ...{ counts: step.kind === 'meeting' ? VOTE : null, untilOn: null },
    }));
    const old = plan({ steps, decisions: taken, state: 'approved', everyStep: false });
    expect(codesOf(old)).toEqual([]);
    expect(codesOf({ ...old, everyStep: true })).toEqual(['check.decisionOwn']);
    expect(codesOf({ ...old, draftedBy: 'sun' })).toEqual(['check.decisionOwn']);
  });

  it.each<[string, KeptApproval]>([
    ['decided, and no review', upTo(at('meeting'), {}, APPROVED)],
    ['submitted, and all decided', upTo(at('review'), {})],
    ['voided, and all decided', upTo(at('review'), {}, { state: 'voided' })],
    ['a draft that a meeting decided on', upTo(at('meeting'), {}, { state: 'drafted' })],
    ['returned by nobody', upTo(at('meeting'), {}, { state: 'returned' })],
    ['approved, and returned', upTo(at('review'), { outcome: 'returned' }, APPROVED)],
  ])('%s: it does not stand where its steps led it', (_, kept) => {
    expect(codesOf(kept)).toEqual(['check.planState']);
  });
});
