import type { Fen } from '../../src/domain/money/fen';
import type { CustodyActsService } from '../../src/features/income/custody-acts.service';
import type { OpenDatabase } from '../support/engines';
import { MonthOwnersTasksService } from '../../src/features/months/month-owners-tasks.service';
import { typedLease } from '../support/leases';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT } from '../support/village';
import type { RuledVillage } from './asset-matters.fixture';
import { TAMPERED_COSTS } from './custody-costs.fixture';
import { codesOf } from './leases.fixture';

const LEASED = { signedOn: '2018-12-20', firstOn: '2019-01-01', lastOn: '2019-12-31' };

/** A house that its household has left: the village lets it, and three quarters of the rent are theirs. */
export class CustodyStory {
  custodyId = '';
  private leaseId = '';
  private readonly month: MonthOwnersTasksService;

  private constructor(
    readonly ruled: RuledVillage,
    private readonly acts: CustodyActsService,
    readonly house: string,
    private readonly before: Fen,
  ) {
    const { joint, custodyCosts, constructionRead } = ruled.village.services;
    this.month = new MonthOwnersTasksService(joint, acts, custodyCosts, constructionRead);
  }

  static async begin(ruled: RuledVillage): Promise<CustodyStory> {
    const { services, id } = ruled.village;
    const title = { assetClass: 'household', titleLevel: 'household', titleHolder: 'the Zhangs' };
    const house = await ruled.addAsset({
      kind: 'other',
      name: 'House',
      acquiredOn: '2010-01-01',
      cost: '',
      ...title,
    });
    await ruled.answer({ kind: 'asset', id: house }, { 'asset.kind': 'none_of_these' });
    const span = { pool: 'other', from: '2018-01-01', to: '2019-12-31' } as const;
    return new CustodyStory(
      ruled,
      services.custodyActs,
      house,
      (await services.surplus.statement(id, span)).received,
    );
  }

  /** What the pool has received since the story began. */
  private async received(): Promise<Fen> {
    const { services, id } = this.ruled.village;
    const span = { pool: 'other', from: '2018-01-01', to: '2019-12-31' } as const;
    return (await services.surplus.statement(id, span)).received - this.before;
  }

  private agree(wish: object = {}): Promise<{ id: string }> {
    const form = {
      ...{ custodyKind: 'keeping', custodyOwner: 'the Zhangs', ownersShare: '75%', signedOn: '2018-12-01' },
      ...{ custodyFrom: '2019-01-01', custodyTo: '2020-12-31', paper: 'agreement 3', ...wish },
    };
    return this.acts.agree(this.ruled.village.id, { assetId: this.house, form }, ACCOUNTANT);
  }

  private async lease(wish: object = {}): Promise<string> {
    const { services, id } = this.ruled.village;
    const rent = { rent: '3000.01', perMonths: '6', everyMonths: '6', dueRule: 'beforeStart', dueDays: '0' };
    const form = {
      ...typedLease({ assetId: this.house, leaseNumber: 'K-1', ...LEASED, ...rent, ...wish }),
      matters: { answers: { 'contract.operator_refused': 'no' }, paper: 'inquiry', reason: '' },
    };
    return (await services.leases.addLease(id, form, ACCOUNTANT)).id;
  }

  async isAgreed(): Promise<void> {
    // What is a household's is not the village's to let, before they agree.
    expect(await codesOf(this.lease())).toEqual(['assets.earnsNothing']);
    expect(await codesOf(this.agree({ ownersShare: '101%' }))).toEqual(['lease.notAShare']);
    this.custodyId = (await this.agree()).id;
    expect(await codesOf(this.agree({ custodyFrom: '2020-12-31', custodyTo: '2021-12-31' }))).toEqual([
      'custody.overlaps',
    ]);
    // Nor is it for days after the agreement.
    expect(await codesOf(this.lease({ lastOn: '2021-01-01' }))).toEqual(['custody.notCovering']);
    this.leaseId = await this.lease();
  }

  async isLet(): Promise<void> {
    const { services, id } = this.ruled.village;
    const book = (from: string) => {
      const nature = { incomeKind: 'none_of_these', incomeReason: 'no workshop' };
      const form = { postedOn: '2019-07-01', attachments: '1', fromAdvance: '', ...nature };
      return services.rentDues.bookDue(id, { leaseId: this.leaseId, from, form }, ACCOUNTANT);
    };
    const first = await book('2019-01-01');
    // Three quarters of 3,000.01 are 2,250.0075, and of twice as much 4,500.015: nothing is lost between.
    expect((await this.standing()).dues.map(({ part }) => part)).toEqual([225_001n]);
    await this.ruled.village.reverse(first.voucher.entryId, '2019-07-01');
    expect((await this.standing()).dues).toEqual([]);
    await book('2019-01-01');
    await book('2019-07-01');
    expect((await this.standing()).dues.map(({ part }) => part)).toEqual([225_001n, 225_001n]);
    expect(await this.received()).toBe(0n);
    expect(await codesOf(this.agree({ custodyFrom: '2018-06-01', custodyTo: '2018-12-31' }))).toEqual([]);
  }

  async isPaidInParts(): Promise<void> {
    const { village } = this.ruled;
    const [due] = await this.rents();
    const part = await village.receive([{ id: due?.id ?? '', outstanding: 100_000n }], '2019-07-05');
    expect([await this.received(), (await this.standing()).owed]).toEqual([25_000n, 75_000n]);
    await village.reverse(part.voucher.entryId, '2019-07-06');
    expect([await this.received(), (await this.standing()).owed]).toEqual([0n, 0n]);
    await village.receive([{ id: due?.id ?? '', outstanding: 100_000n }], '2019-07-07');
    await village.receive(await this.rents(), '2019-07-08');
    // 6,000.02 came, of which 4,500.02 are the owner's.
    expect([await this.received(), (await this.standing()).owed]).toEqual([150_000n, 450_002n]);
    // The month in which it came names it until it is passed on; the one before never did.
    expect(await this.namedIn('2019-07')).toEqual([450_002n]);
    expect(await this.namedIn('2019-06')).toEqual([]);
  }

  async isPaidOn(): Promise<void> {
    const { village } = this.ruled;
    const pay = (amount: string, paidOn = '2019-07-10') => {
      const form = { paidOn, amount, attachments: '1' };
      const asked = { assetId: this.house, custodyId: this.custodyId, form };
      return village.services.custodyCosts.pay(village.id, asked, ACCOUNTANT);
    };
    expect(await codesOf(pay('4500.03'))).toEqual(['custody.aboveOwed']);
    expect(await codesOf(pay('750.01', '2019-07-07'))).toEqual(['custody.aboveOwed']);
    await pay('750.00', '2019-07-07');
    const rest = await pay('3750.02');
    const receipts = (await this.allRents()).flatMap((each) => each.receipts);
    const last = receipts.find(({ receivedOn }) => receivedOn === '2019-07-08')?.entryId ?? '';
    expect(await codesOf(village.reverse(last, '2019-07-11'))).toEqual(['custody.paidOut']);
    await village.reverse(rest.voucher.entryId, '2019-07-11');
    expect((await this.standing()).owed).toBe(375_002n);
    await pay('3000.00', '2019-07-12');
    expect([await this.received(), (await this.standing()).owed]).toEqual([150_000n, 75_002n]);
    expect(await this.namedIn('2019-07')).toEqual([75_002n]);
    const whole = await pay('750.02', '2019-07-13');
    expect(await this.namedIn('2019-07')).toEqual([]);
    await village.reverse(whole.voucher.entryId, '2019-07-13');
    expect(await this.namedIn('2019-07')).toEqual([75_002n]);
  }

  async isEnded(): Promise<void> {
    const end = (custodyEndOn: string) => {
      const form = { custodyEndOn, custodyEndReason: 'they come home' };
      const asked = { assetId: this.house, custodyId: this.custodyId, form };
      return this.acts.end(this.ruled.village.id, asked, ACCOUNTANT);
    };
    expect(await codesOf(end('2019-12-30'))).toEqual(['custody.bookedAfter']);
    await end('2019-12-31');
    expect(await codesOf(end('2019-12-31'))).toEqual(['custody.endedBefore']);
    const typed = {
      ...{ assetId: this.house, stream: 'other', payer: 'Weavers', amount: '10', twiceReason: '' },
      ...{ incomeKind: 'none_of_these', incomeReason: 'a key', dueOn: '2019-07-20', postedOn: '2019-07-20' },
    };
    const { services, id } = this.ruled.village;
    const due = (days: { readonly coversFrom: string; readonly coversTo: string }) =>
      services.income.recordIncomeDue(id, { ...typed, ...days }, ACCOUNTANT);
    expect(await codesOf(due({ coversFrom: '2018-05-01', coversTo: '2018-05-31' }))).toEqual([
      'custody.notInForce',
    ]);
    expect(await codesOf(due({ coversFrom: '2018-12-31', coversTo: '2019-01-31' }))).toEqual([
      'custody.crosses',
    ]);
  }

  /** 105.00 with 5.00 of tax, of which both bear their shares: 75.00 of 100.00 are the owner's. */
  async isTaxed(): Promise<void> {
    const { services, id } = this.ruled.village;
    const book = () => {
      const days = { coversFrom: '2019-07-01', coversTo: '2019-12-31' };
      const form = {
        ...{ assetId: this.house, stream: 'other', payer: 'Weavers', amount: '105.00', twiceReason: '' },
        ...{ incomeKind: 'none_of_these', incomeReason: 'a lamp', dueOn: '2019-07-20', ...days },
        ...{ postedOn: '2019-07-20', taxBasis: 'inclusive', taxPercent: '5', taxAmount: '5.00' },
      };
      return services.income.recordIncomeDue(id, form, ACCOUNTANT);
    };
    expect(await codesOf(book())).toEqual(['custody.taxed']);
    await this.say('tax', 'owner');
    const before = await this.received();
    const first = await book();
    // 78.75 less all of the tax; by the running total half a fen more than alone.
    expect((await this.standing()).dues.at(-1)).toMatchObject({ part: 7_375n, tax: 500n });
    expect(await codesOf(this.say('tax', 'share'))).toEqual(['custody.bearersUsed']);
    await this.ruled.village.reverse(first.voucher.entryId, '2019-07-20');
    await this.say('tax', 'share');
    await book();
    expect((await this.standing()).dues.at(-1)).toMatchObject({ part: 7_500n, tax: 500n });
    expect(await this.received()).toBe(before - 500n);
  }

  say(borne: string, custodyBearer: string, borneKind = 'all'): Promise<{ id: string }> {
    const form = {
      borne,
      custodyBearer,
      borneKind,
      bearersFrom: '2019-01-01',
      paper: 'agreement 3, clause 4',
    };
    const asked = { assetId: this.house, custodyId: this.custodyId, form };
    return this.acts.sayBearers(this.ruled.village.id, asked, ACCOUNTANT);
  }

  async isHeldByTheCheck(opened: OpenDatabase): Promise<void> {
    const { services, id } = this.ruled.village;
    const check = async () =>
      (await services.check.checkBooks(id)).breaks.map(({ pass, code }) => `${pass} ${code}`).sort();
    expect(await check()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.keep();
    for (const [sql, ...told] of [
      ["UPDATE custodies SET share = '74%' WHERE share = '75%'", 'check.custodyPart'],
      ['UPDATE custody_dues SET part_fen = part_fen - 1', 'check.custodyDiffers', 'check.custodyPart'],
      ['UPDATE custody_receipts SET part_fen = part_fen - 1', 'check.custodyDiffers', 'check.custodyPart'],
      ['DELETE FROM custody_receipts', 'check.custodyDiffers', 'check.custodyOverpaid'],
      ['UPDATE custody_payments SET amount_fen = 1', 'check.custodyDiffers'],
      ['DELETE FROM custody_payments', 'check.custodyDiffers'],
      ["UPDATE custody_payments SET entry_id = 'gone'", 'check.factWithoutEntry'],
      ["UPDATE custody_bearers SET tax_bearer = 'village'", 'check.custodyPart'],
      ["UPDATE custody_bearers SET valid_from = '2019-12-31'", 'check.custodyBearer'],
      ['DELETE FROM custody_bearers', 'check.custodyBearer', 'check.custodyPart'],
      ['UPDATE custody_dues SET bearers_id = NULL', 'check.custodyBearer'],
      ['UPDATE custody_costs SET kept_fen = kept_fen - 1 WHERE kept_fen > 2', 'check.custodyDiffers'],
      ['DELETE FROM custody_costs', 'check.custodyDiffers'],
      ['UPDATE receivables SET tax_fen = tax_fen - 2 WHERE tax_fen > 0', 'check.custodyPart'],
    ] as const) {
      await hand.run(sql);
      const found = await check();
      for (const code of told)
        expect([sql, found]).toEqual([sql, expect.arrayContaining([`custody ${code}`])]);
      await hand.putBack();
    }
    for (const [sql, told] of TAMPERED_COSTS) {
      await hand.run(sql);
      expect([sql, await check()]).toEqual([sql, expect.arrayContaining([`custodyCosts ${told}`])]);
      await hand.putBack();
    }
    await hand.close();
  }

  /** What a month says is still to be passed on. */
  async namedIn(month: string) {
    const tasks = await this.month.listTasks(this.ruled.village.id, month);
    return tasks.filter(({ href }) => href?.endsWith(`${this.house}/custody`)).map(({ amount }) => amount);
  }

  async standing() {
    const { custodies } = await this.acts.listOf(this.ruled.village.id, this.house);
    const found = custodies.find(({ id }) => id === this.custodyId);
    if (found === undefined) throw new Error('the agreement is there');
    return found;
  }

  private async allRents() {
    const owed = await this.ruled.village.services.incomeRead.listReceivables(this.ruled.village.id);
    return owed.filter(({ assetId }) => assetId === this.house);
  }

  private async rents() {
    return (await this.allRents()).filter(({ outstanding }) => outstanding > 0n);
  }
}
