import {
  checkYearClaims,
  type KeptYearClaim,
  type KeptYearClaims,
} from '../../../src/domain/distribution/check-year-claims';
import { Findings } from '../../../src/domain/ledger/check-pass';

const YEAR = { id: 'year', pool: 'pv', year: 2025 };
const SPRING = { id: 'spring', pool: 'pv', periodTo: '2025-06-30' };
const AUTUMN = { id: 'autumn', pool: 'pv', periodTo: '2025-12-31' };
const LINE = { id: 'line', planId: 'spring', bucket: 'posts', amount: 100n };
const LATER = { ...LINE, id: 'later', planId: 'autumn' };

const APRIL: KeptYearClaim = {
  ...{ claimId: 'april', planId: 'year', month: '2025-04', pool: 'pv', use: 'posts', granted: 60n },
};
const JUNE = { ...APRIL, claimId: 'june', month: '2025-06', granted: 40n };
const JULY = { ...APRIL, claimId: 'july', month: '2025-07' };

const grantOf = ({ claimId, planId, granted }: KeptYearClaim) => ({ claimId, planId, amount: granted });
const linkOf = ({ claimId }: KeptYearClaim) => ({ claimId, planId: 'spring', planLineId: 'line' });

/** April and June were taken over by the spring's line of 100 fen, to the fen; July waits for the autumn. */
const KEPT: KeptYearClaims = {
  years: [YEAR],
  claims: [APRIL, JUNE, JULY],
  grants: [APRIL, JUNE, JULY].map(grantOf),
  taken: [APRIL, JUNE].map(linkOf),
  periods: [SPRING],
  lines: [LINE, LATER],
};

function found(changed: Partial<KeptYearClaims>): string[] {
  const findings = new Findings('settled');
  checkYearClaims({ ...KEPT, ...changed }, findings);
  return findings.breaks.map(({ code, facts }) => [code, ...Object.values(facts)].join(' ')).sort();
}

const [of, of2] = ['check.yearClaim april', 'check.yearClaim july'];

describe('months granted under the plan of a year and what took them over', () => {
  it('are in order where each is granted and its period took it over, and are counted', () => {
    const findings = new Findings('settled');
    checkYearClaims(KEPT, findings);
    expect([findings.breaks, findings.looked]).toEqual([[], 3]);
  });

  it.each<[string, Partial<KeptYearClaims>, string[]]>([
    ['a month of another year', { claims: [{ ...APRIL, month: '2024-04' }, JUNE, JULY] }, [of]],
    ['a month under no plan of a year', { years: [] }, [of, of2, 'check.yearClaim june']],
    ['a claim of another pool', { claims: [{ ...APRIL, pool: 'other' }, JUNE, JULY] }, [of]],
    ['a claim that is gone', { claims: [APRIL, JUNE, { ...JULY, pool: undefined }] }, [of2]],
    ['a month that nobody granted', { grants: [APRIL, JUNE].map(grantOf) }, [of2]],
    [
      'a grant of it under a distribution',
      { grants: [...KEPT.grants, { ...grantOf(JULY), planId: 'spring' }] },
      [of2],
    ],
    ['a grant under the year of no month', { claims: [APRIL, JUNE] }, [of2]],
    ['a month of a settled period not taken over', { taken: [linkOf(JUNE)] }, [of]],
    [
      'one that had been taken back before',
      { claims: [{ ...APRIL, granted: 0n }, JUNE, JULY], taken: [linkOf(JUNE)] },
      [],
    ],
    ['one that was taken back after', { claims: [{ ...APRIL, granted: 0n }, JUNE, JULY] }, []],
    [
      'a month after the period taken over',
      { taken: [...KEPT.taken, linkOf(JULY)], lines: [{ ...LINE, amount: 160n }] },
      [of2],
    ],
    [
      'a later period in place of the first',
      {
        periods: [AUTUMN, SPRING],
        taken: [{ ...linkOf(APRIL), planId: 'autumn', planLineId: 'later' }, linkOf(JUNE)],
        claims: [APRIL, JUNE],
        grants: [APRIL, JUNE].map(grantOf),
      },
      [of],
    ],
    ['a period that is not decided', { periods: [] }, [of, 'check.yearClaim june']],
    ['a period of another pool', { periods: [{ ...SPRING, pool: 'other' }] }, [of, 'check.yearClaim june']],
    ['a line of another use', { lines: [{ ...LINE, bucket: 'labour' }] }, [of, 'check.yearClaim june']],
    ['a line of another plan', { lines: [{ ...LINE, planId: 'autumn' }] }, [of, 'check.yearClaim june']],
    ['a claim of no month taken over', { claims: [JUNE, JULY], grants: [JUNE, JULY].map(grantOf) }, [of]],
    ['a line a fen short', { lines: [{ ...LINE, amount: 99n }] }, ['check.takenAbove line 99 100']],
    [
      'a grant a fen more',
      { grants: [{ ...grantOf(APRIL), amount: 61n }, ...[JUNE, JULY].map(grantOf)] },
      ['check.takenAbove line 100 101'],
    ],
    ['no such line', { lines: [] }, ['check.takenAbove line 0 100', of, 'check.yearClaim june']],
  ])('finds %s', (_what, changed, codes) => {
    expect(found(changed)).toEqual(codes);
  });
});
