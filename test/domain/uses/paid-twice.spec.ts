import { readWorkSheet, type WorkSheetForm } from '../../../src/domain/uses/work-sheet';

describe('a labour sheet of who was on a post in its month', () => {
  const FORM: WorkSheetForm = {
    ...{ item: 'labour_pay', from: '2025-07-01', to: '2025-07-05' },
    ...{ labourRows: '1 5 120', paper: 'signed list' },
  };
  const fit = { age: 40, labour: 'able', officerRelation: 'none' } as const;
  const workers = [{ memberId: 'm1', memberNumber: 1, name: 'Li', status: undefined, ...fit }];
  const terms = { leastAge: 16, mostAge: 60, dayAsksAbove: '500' };
  const post = { from: '2025-07-01', to: '2025-07-31' };

  // July has 31 days, five of them on the sheet.
  it.each<[halfDays: number, bothWhy: string, found: string[], kept: string]>([
    [52, '', [], ''],
    [52, 'needless', [], ''],
    [53, '', ['works.alsoOnPost'], ''],
    [53, 'yes', ['policy.reasonTooShort'], 'yes'],
    [53, 'nights', [], 'nights'],
    [53, 'ask 13800138000', ['form.privateNumber'], ''],
    [0, '', [], ''],
  ])('for %d half days, with the reason "%s"', (halfDays, bothWhy, found, kept) => {
    const onPosts = ['m1', 'somebody else'].map((memberId) => ({ ...post, memberId, halfDays }));
    const facts = { today: '2025-07-05', workers, worked: [], onPosts, terms };
    const { sheet, problems } = readWorkSheet({ ...FORM, bothWhy }, facts);
    expect([problems.map(({ code }) => code), sheet.bothWhy]).toEqual([found, kept]);
    const asked = { number: 1, from: '2025-07-01', to: '2025-07-31', days: 31.5, most: 31 };
    for (const problem of problems.filter(({ code }) => code === 'works.alsoOnPost'))
      expect(problem).toEqual({ code: 'works.alsoOnPost', field: 'bothWhy', facts: asked });
  });
});
