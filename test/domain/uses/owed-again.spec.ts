import { listAgainProblems, type SheetPaper, sheetAgainProblems } from '../../../src/domain/uses/owed-again';

const AT = { voucherYear: 2026, voucherNumber: 9 };
const LIST = { id: 'l1', claimId: 'c', voucherEntryId: 'v1', state: 'takenBack', kind: 'own' };
const list = {
  ...LIST,
  ...{ listNumber: 1, ground: 'clean yards', lines: [{ householdId: 'h1' }] },
};
const other = { ...list, id: 'l2', listNumber: 2, state: 'owed', voucherEntryId: 'v5' };
const free = { reversalId: 'v3', on: '2026-01-20', takenBy: undefined };
const held = { ...free, takenBy: { id: 'v5', ...AT } };

const SPAN = { from: '2025-07-01', to: '2025-07-05' };
const sheet: SheetPaper = {
  ...{ id: 's1', claimId: 'c', voucherEntryId: 'v1', state: 'takenBack', sheetNumber: 1 },
  ...{ workId: 'w1', workName: 'east ditch', ...SPAN, lines: [{ memberId: 'm1' }] },
};
const later: SheetPaper = { ...sheet, id: 's2', sheetNumber: 2, state: 'owed', voucherEntryId: 'v5' };

describe('a list that is owed again', () => {
  it.each<[name: string, asked: ReturnType<typeof listAgainProblems>, codes: string[]]>([
    ['never taken back', listAgainProblems(list, [other], undefined), []],
    ['alone', listAgainProblems(list, [list], free), []],
    ['the same between', listAgainProblems(list, [list, other], free), ['aid.againBeside']],
    ['accepted before', listAgainProblems(list, [{ ...other, voucherEntryId: 'v2' }], free), []],
    ['taken back too', listAgainProblems(list, [{ ...other, state: 'takenBack' }], free), []],
    ['of another claim', listAgainProblems(list, [{ ...other, claimId: 'd' }], free), []],
    ['of another kind', listAgainProblems(list, [{ ...other, kind: 'FY-13' }], free), []],
    [
      'of another kind, in its place',
      listAgainProblems(list, [{ ...other, kind: 'FY-13' }], held),
      ['aid.againBeside'],
    ],
    ['what is no list in its place', listAgainProblems(list, [], held), ['aid.againElsewhere']],
  ])('%s', (_, asked, codes) => {
    expect(asked.map(({ code }) => code)).toEqual(codes);
  });

  it('names the voucher that stands in its place', () => {
    const facts = { on: '2026-01-20', year: '2026', number: 9 };
    expect(listAgainProblems(list, [], held)).toEqual([
      { code: 'aid.againElsewhere', field: 'aidReason', facts },
    ]);
    expect(sheetAgainProblems(sheet, [], held)).toEqual([
      { code: 'works.againElsewhere', field: 'againWhy', facts },
    ]);
  });
});

describe('a labour sheet that is owed again', () => {
  it.each<[name: string, beside: Partial<SheetPaper>, codes: string[]]>([
    ['the same days of the same work', { lines: [] }, ['works.againBeside']],
    ['its last day', { from: '2025-07-05', to: '2025-07-09' }, ['works.againBeside']],
    ['the day after', { from: '2025-07-06', to: '2025-07-09' }, []],
    ['its first day', { from: '2025-06-20', to: '2025-07-01' }, ['works.againBeside']],
    ['the day before', { from: '2025-06-20', to: '2025-06-30' }, []],
    ['another work with its people', { workId: 'w2' }, ['works.againBeside']],
    ['another work with others', { workId: 'w2', lines: [{ memberId: 'm2' }] }, []],
    ['accepted before', { voucherEntryId: 'v2' }, []],
  ])('%s', (_, beside, codes) => {
    const asked = sheetAgainProblems(sheet, [sheet, { ...later, ...beside }], free);
    expect(asked.map(({ code }) => code)).toEqual(codes);
  });
});
