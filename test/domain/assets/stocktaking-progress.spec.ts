import {
  type FollowedRound,
  openCount,
  progressOf,
  type RegisterSince,
} from '../../../src/domain/assets/stocktaking-progress';

type Line = FollowedRound['lines'][number];
const STORE: Line = { line: 1, assetId: 'a1', name: 'store', finding: 'missing' };
const HALL: Line = { line: 2, assetId: 'a2', name: 'hall', finding: 'differs' };
const PUMP: Line = { line: 3, assetId: null, name: 'old pump', finding: 'unlisted' };
const REGISTER: RegisterSince['assets'] = [
  { id: 'a1', name: 'store', hasLeft: false },
  { id: 'a2', name: 'hall', hasLeft: false },
];
const NEW = { id: 'c1', name: 'old  pump', hasLeft: false };
/** A round of which nothing is known. */
const NONE: FollowedRound = { id: 'b', lines: [], decisions: [], matches: [], before: new Map() };
const decided = (line: number, decision: 'toDisposal' | 'toRegister' | 'explained') => ({ line, decision });
const told = (
  lines: readonly Line[],
  decisions: FollowedRound['decisions'],
  since: Partial<RegisterSince> = {},
): string[] => {
  const progress = progressOf(
    { ...NONE, lines, decisions },
    { assets: REGISTER, mended: new Set(), ...since },
  );
  return progress.map(({ line, state, by = '', assetId = '' }) =>
    [String(line), state, by, assetId].join(' ').trim(),
  );
};

describe('a difference of a stocktaking', () => {
  it.each<{
    rule: string;
    lines: Line[];
    decisions: FollowedRound['decisions'];
    since?: Partial<RegisterSince>;
    found: string[];
  }>([
    { rule: 'is none where all is found', lines: [{ ...HALL, finding: 'found' }], decisions: [], found: [] },
    { rule: 'is undecided at first', lines: [STORE], decisions: [], found: ['1 undecided'] },
    {
      rule: 'is undecided though the asset has left, since nobody said why',
      lines: [STORE],
      decisions: [],
      since: { assets: [{ id: 'a1', name: 'store', hasLeft: true }] },
      found: ['1 undecided'],
    },
    {
      rule: 'is open until the asset has left',
      lines: [STORE],
      decisions: [decided(1, 'toDisposal')],
      found: ['1 open'],
    },
    {
      rule: 'is not at its end because the register was corrected',
      lines: [STORE],
      decisions: [decided(1, 'toDisposal')],
      since: { mended: new Set(['a1']) },
      found: ['1 open'],
    },
    {
      rule: 'is done once it has',
      lines: [STORE],
      decisions: [decided(1, 'toDisposal')],
      since: { assets: [{ id: 'a1', name: 'store', hasLeft: true }] },
      found: ['1 done left a1'],
    },
    {
      rule: 'is done once the register was put right, of that asset',
      lines: [HALL, { ...HALL, line: 4, assetId: 'a4' }],
      decisions: [decided(2, 'toRegister'), decided(4, 'toRegister')],
      since: { mended: new Set(['a2']) },
      found: ['2 done mended a2', '4 open'],
    },
    {
      rule: 'is done with its reason where it is explained',
      lines: [HALL],
      decisions: [decided(2, 'explained')],
      found: ['2 done explained'],
    },
    {
      rule: 'is open until what was in no register is registered',
      lines: [PUMP],
      decisions: [decided(3, 'toRegister')],
      found: ['3 open'],
    },
    {
      rule: 'is done by an asset of its name that was registered since, each by its own',
      lines: [PUMP, { ...PUMP, line: 4 }],
      decisions: [decided(3, 'toRegister'), decided(4, 'toRegister')],
      since: { assets: [...REGISTER, NEW] },
      found: ['3 done registered c1', '4 open'],
    },
    {
      rule: 'is not done by one that was there before',
      lines: [PUMP],
      decisions: [decided(3, 'toRegister')],
      since: { assets: [{ ...NEW, id: 'a9' }] },
      found: ['3 open'],
    },
    {
      rule: 'is not done by another name',
      lines: [PUMP],
      decisions: [decided(3, 'toRegister')],
      since: { assets: [{ ...NEW, name: 'pump' }] },
      found: ['3 open'],
    },
  ])('$rule', ({ lines, decisions, since, found }) => {
    expect(told(lines, decisions, since)).toEqual(found);
  });

  it('is counted while it is not at its end', () => {
    const round = { ...NONE, lines: [STORE, HALL, PUMP], decisions: [decided(1, 'toDisposal')] };
    const since = { assets: REGISTER, mended: new Set<string>() };
    expect(openCount(progressOf(round, since))).toBe(3);
    const explained = { ...round, decisions: [decided(1, 'explained')] };
    expect(openCount(progressOf(explained, since))).toBe(2);
  });
});
