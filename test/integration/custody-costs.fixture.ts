import type { Fen } from '../../src/domain/money/fen';
import { ACCOUNTANT } from '../support/village';
import type { CustodyStory } from './custody.fixture';
import { codesOf } from './leases.fixture';

/** What of costs is changed by hand, and what the check tells of it. */
export const TAMPERED_COSTS = [
  ["UPDATE custodies SET share = '74%' WHERE share = '75%'", 'check.custodyCostPart'],
  ["UPDATE custody_cost_bearers SET bearer = 'owner'", 'check.custodyCostPart'],
  ["UPDATE custody_cost_bearers SET valid_from = '2019-12-31'", 'check.custodyCostBearer'],
  ["UPDATE custody_cost_bearers SET cost_kind = 'land_rent'", 'check.custodyCostBearer'],
  ["UPDATE custody_costs SET cost_kind = 'land_rent' WHERE paid_by = 'owner'", 'check.custodyCostOther'],
  ['UPDATE custody_costs SET part_fen = part_fen - 1 WHERE kept_fen = 10000', 'check.custodyCostPart'],
  ['UPDATE custody_costs SET kept_fen = kept_fen + 1 WHERE kept_fen > 2', 'check.custodyCostAbove'],
  ['UPDATE custody_costs SET kept_fen = 1 WHERE kept_fen = 2', 'check.custodyCostOther'],
  ["UPDATE custody_costs SET last_on = '2019-07-11'", 'check.custodyCostOther'],
  ['UPDATE custody_costs SET amount_fen = amount_fen + 1', 'check.custodyCostOther'],
  ["UPDATE deductions SET amount_fen = 39999 WHERE name = 'roof'", 'check.custodyCostOther'],
  ['UPDATE cost_refunds SET amount_fen = 1', 'check.custodyCostOther'],
] as const;

/** What the house of a {@link CustodyStory} costs: bills that its owner bears by his share. */
export class CustodyUpkeep {
  constructor(private readonly story: CustodyStory) {}

  /**
   * 750.02 came for the owner and stands. A roof of 400.00 and a lock of 0.02: three quarters of each are
   * 300.00 and 0.015; of both 300.015, which is 300.02 rounded once.
   */
  async isUpkept(): Promise<void> {
    const { services, id } = this.story.ruled.village;
    const bill = (name: string, amount: string, more: object = {}) => {
      const form = {
        kind: 'o_and_m',
        name,
        assetId: this.story.house,
        amount,
        postedOn: '2019-07-10',
        ...more,
      };
      return services.deductions.recordDeduction(id, { reason: 'rain', ...form }, ACCOUNTANT);
    };
    const roof = await bill('roof', '400.00', { settling: 'owed', creditor: 'Roofers' });
    const lock = await bill('lock', '0.02');
    expect(await codesOf(bill('door', '9.00', { postedOn: '2018-05-31' }))).toEqual([
      'custody.costNotInForce',
    ]);
    const before = await bill('stove', '9.00', {
      ...{ servedFrom: '2018-12-31', servedTo: '2019-01-01', otherYear: 'winter' },
    });
    const keep = (borneCost: string, keptBackAmount: string, keptBackOn = '2019-07-14', borneBy = '') => {
      const asked = { assetId: this.story.house, custodyId: this.story.custodyId };
      const form = { borneCost, keptBackAmount, keptBackOn, borneBy };
      return services.custodyCosts.keepBack(id, { ...asked, form }, ACCOUNTANT);
    };
    const costs = async () => {
      const all = await this.costs();
      return all.map(({ name, is, part, kept, open }) => [name, is, part, kept, open]);
    };
    expect(await codesOf(keep(roof.id, '1.00'))).toEqual(['custody.costUnknown']);
    expect((await costs()).map(([, is]) => is)).toEqual(['village', 'village', 'village']);
    await this.story.say('costs', 'share');
    expect(await costs()).toEqual([
      ['roof', 'unpaid', 30_000n, 0n, 30_000n],
      ['lock', 'borne', 2n, 0n, 2n],
      ['stove', 'crosses', 0n, 0n, 0n],
    ]);
    // While somebody waits for the bill nothing is kept back for it; he may bring his part himself.
    expect(await codesOf(keep(roof.id, '1.00'))).toEqual(['custody.costUnpaid']);
    expect(await codesOf(keep(roof.id, '300.01', '2019-07-11', 'owner'))).toEqual(['custody.aboveCost']);
    expect(await codesOf(keep(roof.id, '1.00', '2019-07-09', 'owner'))).toEqual(['custody.beforeBill']);
    const early = await keep(roof.id, '299.00', '2019-07-11', 'owner');
    expect((await costs())[0]).toEqual(['roof', 'unpaid', 30_000n, 29_900n, 100n]);
    await this.story.ruled.village.reverse(early.voucher.entryId, '2019-07-11');
    const { costPayments } = services;
    const paid = { paidOn: '2019-07-12', amount: '400.00' };
    await costPayments.payCost(id, { deductionId: roof.id, form: paid }, ACCOUNTANT);
    const deducted = await this.deducted();
    expect(await codesOf(keep(roof.id, '300.01'))).toEqual(['custody.aboveCost']);
    expect(await codesOf(keep(roof.id, '1.00', '2019-07-11'))).toEqual(['custody.beforeCost']);
    expect(await codesOf(keep(before.id, '1.00'))).toEqual(['custody.costUnknown']);
    // The month names both: what is to be kept back, and what is left to be passed on.
    expect(await this.story.namedIn('2019-07')).toEqual([30_002n, 45_000n]);
    await this.isPaidTheRest('450.01', ['custody.costsFirst']);
    const half = await keep(roof.id, '100.00');
    await keep(roof.id, '200.00');
    expect(await codesOf(keep(roof.id, '0.01'))).toEqual(['custody.costUnknown']);
    await keep(lock.id, '0.02');
    expect(await this.deducted()).toBe(deducted - 30_002n);
    expect((await this.story.standing()).owed).toBe(45_000n);
    await this.isPaidTheRest('450.00', []);
    // Nothing came for him since: what he bears of another bill waits, and is not claimed.
    const tiles = await bill('tiles', '10.00');
    expect(await codesOf(keep(tiles.id, '0.01'))).toEqual(['custody.costAboveOwed']);
    expect(await this.story.namedIn('2019-07')).toEqual([]);
    await this.isPaidByHim(keep, tiles.id);
    // What is taken back opens it again; a bill stands as long as something of it was kept back.
    expect(await codesOf(this.story.ruled.village.reverse(lock.voucher.entryId, '2019-07-15'))).toEqual([
      'deductions.refundedAlready',
    ]);
    const refund = { amount: '1.00', refundedOn: '2019-07-15', reason: 'too much', byPaper: 'slip' };
    expect(
      await codesOf(services.costRefunds.refund(id, { deductionId: roof.id, form: refund }, ACCOUNTANT)),
    ).toEqual(['custody.costSplit']);
    await this.story.ruled.village.reverse(half.voucher.entryId, '2019-07-15');
    expect((await costs())[0]).toEqual(['roof', 'borne', 30_000n, 20_000n, 10_000n]);
    expect(await codesOf(this.story.say('costs', 'owner'))).toEqual(['custody.costsUsed']);
    await keep(roof.id, '99.99', '2019-07-16');
  }

  /** 7.50 of 10.00: he brings 5.00 to the bank, the rest in cash; what is owed to him stays as it was. */
  private async isPaidByHim(
    keep: (id: string, amount: string, on: string, by: string) => Promise<unknown>,
    id: string,
  ): Promise<void> {
    const deducted = await this.deducted();
    const { owed } = await this.story.standing();
    await keep(id, '5.00', '2019-07-15', 'owner');
    expect(await codesOf(keep(id, '2.51', '2019-07-15', 'owner'))).toEqual(['custody.aboveCost']);
    expect(await codesOf(keep(id, '2.51', '2019-07-16', 'ownerCash'))).toEqual(['custody.aboveCost']);
    expect(await codesOf(keep(id, '2.50', '2019-07-16', 'cash'))).toEqual([
      ...['form.notAllowed', 'custody.costAboveOwed'],
    ]);
    await keep(id, '2.50', '2019-07-16', 'ownerCash');
    const { services, id: villageId } = this.story.ruled.village;
    const july = await services.books.listVouchers(villageId, { first: '2019-07', last: '2019-07' });
    const [last] = july.slice(-1);
    const [into] = last?.postings ?? [];
    expect([into?.ledgerAccount, into?.side, into?.amount]).toEqual(['101', 'debit', 250n]);
    expect((await this.costs()).find((cost) => cost.id === id)).toMatchObject({ part: 750n, open: 0n });
    expect([await this.deducted(), (await this.story.standing()).owed]).toEqual([deducted - 750n, owed]);
    // Of another kind he bears all from July on; upkeep was split, and stays as it is.
    expect(await codesOf(this.story.say('costs', 'owner', 'o_and_m'))).toEqual(['custody.costsUsed']);
    await this.story.say('costs', 'owner', 'insurance');
    expect((await this.costs()).find((cost) => cost.id === id)).toMatchObject({ part: 750n, is: 'borne' });
  }

  private async isPaidTheRest(amount: string, codes: readonly string[]): Promise<void> {
    const { services, id } = this.story.ruled.village;
    const form = { paidOn: '2019-07-14', amount, attachments: '1' };
    const asked = { assetId: this.story.house, custodyId: this.story.custodyId, form };
    expect(await codesOf(services.custodyCosts.pay(id, asked, ACCOUNTANT))).toEqual(codes);
  }

  private costs() {
    const { services, id } = this.story.ruled.village;
    const { house: assetId, custodyId } = this.story;
    return services.custodyCosts.list(id, { assetId, custodyId });
  }

  private async deducted(): Promise<Fen> {
    const { services, id } = this.story.ruled.village;
    const span = { pool: 'other', from: '2018-01-01', to: '2019-12-31' } as const;
    return (await services.surplus.statement(id, span)).deducted;
  }
}
