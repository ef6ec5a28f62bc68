import { basisText } from '../../src/glossary/year-money-words';
import { ownBeside, withProposed } from '../../src/features/distribution/year-plan-form.view';

const row = (index: number, fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`uses[${String(index)}][${name}]`, value]),
  );
const USES = [
  { bucket: 'posts', forWhat: 'cleaning', amount: 2_000_00n },
  { bucket: 'labour', forWhat: 'ditches', amount: 300_00n },
];

describe('what a keeper proposes, put into what a village typed', () => {
  it('comes after the rest, and under a row that is blank', () => {
    const typed = row(0, { bucket: 'posts', forWhat: 'cleaning ', amount: '' });
    expect(withProposed(typed, { proposalId: 'p', uses: USES })).toEqual({
      ...row(0, { bucket: 'posts', forWhat: 'cleaning', amount: '2000.00' }),
      ...row(1, { bucket: 'labour', forWhat: 'ditches', amount: '300.00' }),
      proposal: 'p',
    });
    expect(ownBeside(typed, USES)).toEqual([]);
  });

  it.each<[string, Record<string, string>, number]>([
    ['another sum', { amount: '2500.00' }, 1],
    ['posts', { postPeople: '6', postStandard: '300', postMonths: '12' }, 1],
    ['posts half typed', { postPeople: '6' }, 1],
    ['what is no sum', { amount: 'many' }, 1],
    ['the same sum', { amount: '2,000' }, 0],
  ])('leaves %s of the village’s own and names it', (_what, figure, named) => {
    const own = row(3, { bucket: 'posts', forWhat: 'cleaning', ...figure });
    expect(withProposed(own, { proposalId: 'p', uses: USES })).toMatchObject(own);
    expect(ownBeside(own, USES)).toEqual(USES.slice(0, named));
  });
});

describe('a figure of the year before', () => {
  it.each([
    ['2025-07-14', 2025, '照上年实际'],
    ['2025-07-14', 2026, '照上年到7月实际'],
    ['2025-12-31', 2026, '照上年到12月实际'],
  ])('drafted on %s for %s is told as %s', (draftedOn, year, told) => {
    expect(basisText({ basis: 'lastYear' }, { year, draftedOn })).toBe(told);
    expect(basisText({ basis: 'owed' }, { year, draftedOn })).toBe('应收、还没到的');
  });
});
