import { type CheckedReentry, checkReentries } from '../../../src/domain/ledger/check-reentries';
import { Findings } from '../../../src/domain/ledger/check-pass';

const whole = {
  ...{ correctsId: 'wrong', entryId: 'right' },
  corrected: { position: 3, statementOn: '2025-06-20' },
  reversal: { position: 5, reason: 'wrongAmount' },
  entry: { position: 6, postedOn: '2025-08-10', statementOn: '2025-06-20', isReversal: false },
};

function told(reentry: CheckedReentry, behind = ''): string[] {
  const findings = new Findings('reentries');
  checkReentries([reentry], behind, findings);
  expect(findings.looked).toBe(1);
  return findings.breaks.map(({ code }) => code);
}

describe('the check of what was entered anew', () => {
  it.each<{ rule: string; change: Partial<CheckedReentry>; behind?: string; codes: string[] }>([
    { rule: 'finds nothing where it counts with what it took the place of', change: {}, codes: [] },
    {
      rule: 'finds that the reversed entry is gone',
      change: { corrected: undefined },
      codes: ['check.reentryLost'],
    },
    { rule: 'finds that the new one is gone', change: { entry: undefined }, codes: ['check.reentryLost'] },
    {
      rule: 'finds that the new one is a reversal',
      change: { entry: { ...whole.entry, isReversal: true } },
      codes: ['check.reentryLost'],
    },
    {
      rule: 'finds that nothing was reversed',
      change: { reversal: undefined },
      codes: ['check.reentryStands'],
    },
    {
      rule: 'finds that it was reversed afterwards only',
      change: { reversal: { ...whole.reversal, position: 7 } },
      codes: ['check.reentryStands'],
    },
    {
      rule: 'finds that it counts on another day',
      change: { entry: { ...whole.entry, statementOn: '2025-08-10' } },
      codes: ['check.reentryDay'],
    },
    {
      rule: 'lets it count on its own day behind two settled periods',
      change: { entry: { ...whole.entry, statementOn: '2025-08-10' } },
      behind: '2025-06-30',
      codes: [],
    },
    {
      rule: 'but not before it',
      change: { entry: { ...whole.entry, statementOn: '2025-08-09' } },
      behind: '2025-06-30',
      codes: ['check.reentryDay'],
    },
    {
      rule: 'lets it count on its own day where the day was wrong',
      change: {
        reversal: { ...whole.reversal, reason: 'wrongDate' },
        entry: { ...whole.entry, statementOn: '2025-08-10' },
      },
      codes: [],
    },
  ])('$rule', ({ change, behind, codes }) => {
    expect(told({ ...whole, ...change }, behind)).toEqual(codes);
  });
});
