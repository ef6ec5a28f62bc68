import { checkCharges, type KeptCharge } from '../../../src/domain/deductions/check-charges';
import type { ContractTerm } from '../../../src/domain/deductions/contract-term';
import type { CostContract } from '../../../src/domain/deductions/cost-contract';
import { Findings } from '../../../src/domain/ledger/check-pass';

const LAND: ContractTerm = { type: 'landRent', mu: '4.20', yuanPerMuYear: '800', yearPart: 'half-year' };
const DEARER: ContractTerm = { ...LAND, yuanPerMuYear: '900' };
const RATE: ContractTerm = { type: 'percentOfReceipt', rate: '3%' };
const FIELD: CostContract & { name: string } = {
  ...{ name: 'field', term: LAND, validFrom: '2025-04-01', validTo: undefined, changes: [] },
};
const UPKEEP = { ...FIELD, name: 'upkeep', term: RATE, validFrom: '2025-01-01' };
/** 91 of 181 days of 1,680.00. */
const FIRST: KeptCharge = {
  ...{ entryId: 'one', postedOn: '2025-05-10', amount: 84_464n, term: LAND, base: 0n },
  parts: [{ from: '2025-04-01', to: '2025-06-30', term: LAND, days: 91, of: 181, received: 0n }],
  ...{ coversFrom: undefined, position: 3, reversedAt: undefined, refunds: [] },
};
const WHOLE: KeptCharge = {
  ...FIRST,
  ...{ entryId: 'two', postedOn: '2025-12-20', amount: 168_000n, parts: [], position: 7 },
};
const dearerFrom = (effectiveOn: string) => ({ kind: 'price' as const, effectiveOn, value: '900' });
const rated = (received: bigint, amount: bigint, rest: Partial<KeptCharge> = {}): KeptCharge => {
  return { ...WHOLE, term: RATE, base: received, amount, postedOn: '2025-03-20', position: 4, ...rest };
};

function told(contract: typeof FIELD, charges: readonly KeptCharge[]): unknown[] {
  const findings = new Findings('charges');
  checkCharges(contract, charges, findings);
  expect(findings.looked).toBe(charges.length);
  return findings.breaks.map(({ code, at, facts }) => [code, at.position, facts['foundFen']]);
}

describe('the charges of a contract reckoned again', () => {
  it.each<{ what: string; contract?: typeof FIELD; charges: KeptCharge[]; found?: unknown[] }>([
    { what: 'are a part period by its days, and a whole one', charges: [WHOLE, FIRST] },
    {
      what: 'are what a later price leaves as it was charged',
      contract: { ...FIELD, changes: [dearerFrom('2026-01-01')] },
      charges: [FIRST, WHOLE],
    },
    {
      what: 'are what an end and a renewal leave as it was charged',
      contract: {
        ...FIELD,
        changes: [
          { kind: 'end', effectiveOn: '2025-06-30' },
          { kind: 'renewal', effectiveOn: '2025-07-01', lastOn: '2026-12-31', value: '900' },
        ],
      },
      charges: [FIRST, { ...WHOLE, term: DEARER, amount: 189_000n }],
    },
    {
      what: 'of before are whole where the contract filled only a part',
      charges: [{ ...FIRST, parts: [], amount: 168_000n }],
    },
    {
      what: 'on receipts are the running rate, each charge the difference',
      contract: UPKEEP,
      charges: [rated(100_000n, 3_000n), rated(250_000n, 4_500n, { postedOn: '2025-06-25', position: 5 })],
    },
    {
      what: 'on receipts begin again where one was taken back before the next',
      contract: UPKEEP,
      charges: [
        rated(100_000n, 3_000n, { reversedAt: 5 }),
        rated(250_000n, 7_500n, { postedOn: '2025-06-25', position: 6 }),
      ],
    },
    {
      what: 'and stay the difference where one was taken back only afterwards',
      contract: UPKEEP,
      charges: [
        rated(100_000n, 3_000n, { reversedAt: 9 }),
        rated(250_000n, 4_500n, { postedOn: '2025-06-25', position: 6 }),
      ],
    },
    {
      what: 'on receipts have room for what came back of one before, and not for what came later',
      contract: UPKEEP,
      charges: [
        rated(100_000n, 3_000n, {
          refunds: [
            { amount: 500n, position: 5, reversedAt: undefined },
            { amount: 70n, position: 5, reversedAt: 6 },
            { amount: 9n, position: 8, reversedAt: undefined },
          ],
        }),
        rated(250_000n, 5_000n, { postedOn: '2025-06-25', position: 7 }),
      ],
    },
    {
      what: 'on receipts keep the rate of their days',
      contract: { ...UPKEEP, changes: [{ ...dearerFrom('2025-05-01'), value: '4%' }] },
      charges: [rated(100_000n, 3_000n)],
    },
    {
      what: 'by bill are held against the term alone',
      contract: { ...FIELD, term: { type: 'perWattYear', yuanPerWattYear: '0.03', capacityKw: '200' } },
      charges: [
        { ...WHOLE, term: { type: 'perWattYear', capacityKw: '200', yuanPerWattYear: '0.03' }, amount: 5n },
      ],
    },
    { what: 'by a keeper have no term', charges: [{ ...WHOLE, term: undefined, amount: 1n }] },
    {
      what: 'show a price that was changed in the contract',
      contract: { ...FIELD, term: DEARER },
      charges: [FIRST],
      found: [['check.chargeTermOther', 3, undefined]],
    },
    {
      what: 'show a change that was dated back',
      contract: { ...FIELD, changes: [dearerFrom('2025-05-01')] },
      charges: [FIRST],
      found: [['check.chargeTermOther', 3, undefined]],
    },
    {
      what: 'show a first day that was moved',
      contract: { ...FIELD, validFrom: '2025-05-01' },
      charges: [FIRST],
      found: [['check.chargeTermOther', 3, undefined]],
    },
    {
      what: 'show a price that was changed in contract and charge alike',
      contract: { ...FIELD, term: DEARER },
      charges: [{ ...WHOLE, term: DEARER }],
      found: [['check.chargeDiffers', 7, '189000']],
    },
    {
      what: 'show days of a part that were changed',
      charges: [{ ...FIRST, parts: FIRST.parts.map((part) => ({ ...part, from: '2025-04-11', days: 91 })) }],
      found: [['check.chargeDiffers', 3, '75182']],
    },
    {
      what: 'show what was received, where it was changed',
      contract: UPKEEP,
      charges: [rated(100_100n, 3_000n)],
      found: [['check.chargeDiffers', 4, '3003']],
    },
    {
      what: 'show a period that was charged twice',
      charges: [WHOLE, { ...WHOLE, position: 8 }],
      found: [['check.chargeDiffers', 8, '0']],
    },
  ])('$what', ({ contract = FIELD, charges, found = [] }) => {
    expect(told(contract, charges)).toEqual(found);
  });
});
