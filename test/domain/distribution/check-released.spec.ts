import { checkReleased, type ReleasableClaim } from '../../../src/domain/distribution/check-released';
import { Findings } from '../../../src/domain/ledger/check-pass';
import type { PromiseRelease } from '../../../src/domain/ledger/promise-releases';

const CLAIM: ReleasableClaim = {
  ...{
    claimId: 'c',
    planLineId: 'l',
    amount: 60_000n,
    promisedOn: '2025-07-05',
    granted: 0n,
    bySheets: false,
  },
};
const RELEASE: PromiseRelease = {
  ...{ id: 'r', planId: 'p', planLineId: 'l', claimId: 'c', amount: 10_000n },
  ...{ releasedOn: '2025-07-20', withdrawnOn: undefined },
};

it.each<{ rule: string; claim?: object; release?: object; more?: object; codes: string[] }>([
  { rule: 'nothing where part of a claim is open', codes: [] },
  { rule: 'nothing where all of it is released', release: { amount: 60_000n }, codes: [] },
  { rule: 'nothing where the rest is granted', claim: { granted: 50_000n }, codes: [] },
  {
    rule: 'nothing where it was taken back and all is granted',
    ...{ claim: { granted: 60_000n }, release: { withdrawnOn: '2025-07-21' }, codes: [] },
  },
  { rule: 'more than the claim', release: { amount: 60_001n }, codes: ['check.releaseDiffers'] },
  { rule: 'two that are more together', more: { amount: 50_001n }, codes: ['check.releaseDiffers'] },
  { rule: 'money that is granted, too', claim: { granted: 50_001n }, codes: ['check.releaseDiffers'] },
  { rule: 'a grant of too little', claim: { granted: 49_999n }, codes: ['check.releaseDiffers'] },
  { rule: 'nothing where sheets have granted some', claim: { granted: 49_999n, bySheets: true }, codes: [] },
  { rule: 'a claim of no plan', release: { claimId: 'x' }, codes: ['check.releaseUnpromised'] },
  { rule: 'a claim of another line', release: { planLineId: 'x' }, codes: ['check.releaseUnpromised'] },
  { rule: 'a day before the approval', release: { releasedOn: '2025-07-04' }, codes: ['check.releaseDay'] },
  { rule: 'nothing on the day of it', release: { releasedOn: '2025-07-05' }, codes: [] },
  {
    rule: 'a return before the release',
    release: { withdrawnOn: '2025-07-19' },
    codes: ['check.releaseDay'],
  },
])('what was released shows $rule', ({ claim, release, more, codes }) => {
  const findings = new Findings('releases');
  const releases = [{ ...RELEASE, ...release }, ...(more ? [{ ...RELEASE, id: 's', ...more }] : [])];
  checkReleased({ claims: [{ ...CLAIM, ...claim }], releases }, findings);
  expect(findings.breaks.map(({ code }) => code)).toEqual(codes);
  expect(findings.looked).toBe(releases.length);
});
