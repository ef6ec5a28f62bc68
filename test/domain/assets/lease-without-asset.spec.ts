import { withoutAssetProblems } from '../../../src/domain/assets/lease-without-asset';
import type { LeaseForm } from '../../../src/domain/assets/read-lease';
import { typedLease } from '../../support/leases';

const KNOWN = { today: '2025-01-10', numbersTaken: ['L-0'] };

describe('a contract that names no asset', () => {
  it.each<[what: string, wish: Partial<LeaseForm>, told: string[]]>([
    ['is told that alone where nothing else is wrong', {}, ['form.missing assetId']],
    ['in spaces, too', { assetId: '  ' }, ['form.missing assetId']],
    [
      'and all else that is wrong with it by itself',
      { tenant: '', rent: '-5', deposit: 'abc', leaseNumber: 'L-0' },
      [
        ...['form.missing assetId', 'form.missing tenant', 'lease.numberTaken leaseNumber'],
        ...['money.notPositive rent', 'money.notAnAmount deposit'],
      ],
    ],
    ['is read with its asset once it names one', { assetId: 'a', rent: '-5' }, []],
  ])('%s', (_what, wish, told) => {
    const problems = withoutAssetProblems(typedLease(wish), KNOWN);
    expect(problems.map(({ code, field }) => `${code} ${field}`).sort()).toEqual([...told].sort());
  });
});
