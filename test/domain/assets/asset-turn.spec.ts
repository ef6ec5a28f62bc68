import {
  readTurn,
  type TurnFacts,
  type TurnForm,
  turnWithdrawalProblems,
} from '../../../src/domain/assets/asset-turn';
import { checkTurns, type KeptTurn, type TurnTerms } from '../../../src/domain/assets/check-turns';
import { Findings } from '../../../src/domain/ledger/check-pass';

/** A cold store of the village that is depreciated as an operating asset. */
const FACTS: TurnFacts = {
  asset: { name: 'store', acquiredOn: '2020-01-01' },
  today: '2025-07-20',
  events: [],
  ...{ leases: [], custodies: [], earnedUntil: undefined, settledUntil: undefined, use: 'operating' },
};
const STOP: TurnForm = {
  ...{ turnWay: 'suspend', happenedOn: '2025-06-30', ground: 'poorReturn', newUse: '', use: '' },
  ...{ turnReason: '', paper: 'resolution 7', approvedBy: 'representatives' },
};
const CONVERT = { turnWay: 'convert', newUse: 'hall for the elderly' };
const STOPPED = [{ kind: 'suspend', happenedOn: '2025-05-01' }] as const;
const LEASE = { number: 'L-1', tenant: 'Wang', firstOn: '2024-01-01', lastOn: '2025-06-30' };

describe('a decision about an asset that stays', () => {
  it('says what stops and why, and what it is turned into, borne by another expense', () => {
    const stop = readTurn(STOP, FACTS);
    expect(stop.problems).toEqual([]);
    expect(stop.turn).toEqual({
      ...{
        way: 'suspend',
        happenedOn: '2025-06-30',
        ground: 'poorReturn',
        newUse: '',
        use: null,
        reason: '',
      },
      ...{ paper: 'resolution 7', approvedBy: 'representatives' },
    });
    const { turn } = readTurn({ ...STOP, ...CONVERT, use: 'publicWelfare' }, FACTS);
    expect([turn.way, turn.newUse, turn.use]).toEqual(['convert', 'hall for the elderly', 'publicWelfare']);
    const same = readTurn({ ...STOP, ...CONVERT, use: 'operating' }, FACTS);
    expect([same.turn.use, same.problems]).toEqual([null, []]);
    const again = readTurn({ ...STOP, turnWay: 'resume' }, { ...FACTS, events: STOPPED });
    expect([again.turn.ground, again.problems]).toEqual([null, []]);
  });

  it.each<{ rule: string; form?: Partial<TurnForm>; facts?: Partial<TurnFacts>; codes: string[] }>([
    { rule: 'is one of the three', form: { turnWay: 'x' }, codes: ['form.notAllowed turnWay'] },
    { rule: 'has a day', form: { happenedOn: '2025-02-30' }, codes: ['calendar.notADay happenedOn'] },
    { rule: 'has come', form: { happenedOn: '2025-07-21' }, codes: ['assetLife.notYet happenedOn'] },
    {
      rule: 'is about what is there',
      form: { happenedOn: '2019-12-31' },
      codes: ['assetLife.beforeAsset happenedOn'],
    },
    {
      rule: 'does not come before what happened since',
      facts: { events: [{ kind: 'improvement', happenedOn: '2025-07-01' }] },
      codes: ['assetLife.laterExists happenedOn'],
    },
    {
      rule: 'is about what has not left',
      facts: { events: [{ kind: 'sale', happenedOn: '2025-05-01' }] },
      codes: ['assetLife.left '],
    },
    { rule: 'has a ground', form: { ground: '' }, codes: ['form.notAllowed ground'] },
    { rule: 'says which other ground', form: { ground: 'other' }, codes: ['form.missing turnReason'] },
    {
      rule: 'rests on a paper of a body',
      form: { paper: ' ', approvedBy: '' },
      codes: ['form.missing paper', 'form.missing approvedBy'],
    },
    {
      rule: 'names no person by a number',
      form: { approvedBy: '13812345678' },
      codes: ['form.privateNumber approvedBy'],
    },
    {
      rule: 'does not stop what stands still',
      facts: { events: STOPPED },
      codes: ['turn.suspended turnWay'],
    },
    { rule: 'does not resume what runs', form: { turnWay: 'resume' }, codes: ['turn.runs turnWay'] },
    {
      rule: 'stops nothing that is leased on',
      facts: { leases: [{ ...LEASE, lastOn: '2025-07-01' }] },
      codes: ['turn.leased happenedOn'],
    },
    {
      rule: 'stops nothing that is leased from later on',
      facts: { leases: [{ ...LEASE, firstOn: '2025-08-01', lastOn: '2026-07-31' }] },
      codes: ['turn.leased happenedOn'],
    },
    {
      rule: 'stops what is leased until that day, or never came to be',
      facts: { leases: [LEASE, { ...LEASE, firstOn: '2025-08-01', lastOn: '2025-07-31' }] },
      codes: [],
    },
    {
      rule: 'stops nothing that the village keeps for another',
      facts: { custodies: [{ firstOn: '2025-01-01', lastOn: '2026-12-31' }] },
      codes: ['turn.kept happenedOn'],
    },
    {
      rule: 'leaves no income behind',
      facts: { earnedUntil: '2025-07-01' },
      codes: ['assetLife.earnedBeyond happenedOn'],
    },
    {
      rule: 'leaves no slip behind',
      facts: { settledUntil: '2025-07' },
      codes: ['departure.settledLater happenedOn'],
    },
    {
      rule: 'turns what is leased: the contract goes on',
      form: CONVERT,
      facts: { leases: [{ ...LEASE, lastOn: '2026-06-30' }], earnedUntil: '2025-07-01' },
      codes: [],
    },
    { rule: 'says into what it is turned', form: { turnWay: 'convert' }, codes: ['form.missing newUse'] },
    { rule: 'knows the uses', form: { ...CONVERT, use: 'x' }, codes: ['form.notAllowed use'] },
    {
      rule: 'changes no expense where nothing is depreciated',
      form: { ...CONVERT, use: 'management' },
      facts: { use: undefined },
      codes: ['form.notAllowed use'],
    },
  ])('$rule', ({ form, facts, codes }) => {
    const { problems } = readTurn({ ...STOP, ...form }, { ...FACTS, ...facts });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it('is withdrawn for a reason without a number of a person', () => {
    expect(turnWithdrawalProblems(' ').map(({ code }) => code)).toEqual(['form.missing']);
    expect(turnWithdrawalProblems('13812345678').map(({ code }) => code)).toEqual(['form.privateNumber']);
    expect(turnWithdrawalProblems('another store')).toEqual([]);
  });
});

describe('the check of decisions about assets that stay', () => {
  const turn: KeptTurn = {
    ...{ assetId: 'a', way: 'convert', happenedOn: '2025-06-30', use: 'management', termsNumber: 2 },
    isWithdrawn: false,
  };
  const terms: TurnTerms = {
    ...{ assetId: 'a', number: 2, basis: 'changed', use: 'management', from: '2025-07', isWithdrawn: false },
  };
  const stop = { ...turn, way: 'suspend', use: null, termsNumber: null } as const;
  it.each<[rule: string, turns: KeptTurn[], terms: TurnTerms[], parts: string[]]>([
    ['finds nothing where all agree', [turn, stop, { ...stop, way: 'resume' }], [terms], []],
    ['finds another expense', [turn], [{ ...terms, use: 'operating' }], ['use']],
    ['finds another month', [turn], [{ ...terms, from: '2025-08' }], ['from']],
    ['finds terms that are gone', [turn], [], ['use', 'from', 'basis', 'stands']],
    [
      'finds terms of another asset',
      [turn],
      [{ ...terms, assetId: 'b' }],
      ['use', 'from', 'basis', 'stands'],
    ],
    ['finds terms withdrawn alone', [turn], [{ ...terms, isWithdrawn: true }], ['stands']],
    ['finds terms left behind', [{ ...turn, isWithdrawn: true }], [terms], ['stands']],
    ['finds what is stopped twice', [stop, stop], [], ['state']],
    ['finds what runs again and never stopped', [{ ...stop, way: 'resume' }], [], ['state']],
    ['counts no withdrawn stop', [{ ...stop, isWithdrawn: true }, stop], [], []],
  ])('%s', (_rule, turns, kept, parts) => {
    const findings = new Findings('assetLife');
    checkTurns(turns, kept, findings);
    expect(findings.breaks.map(({ facts }) => facts['part'])).toEqual(parts);
  });
});
