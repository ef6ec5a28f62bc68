import { PaidGrantsService } from '../../src/features/distribution/paid-grants.service';
import { ManualVouchersService } from '../../src/features/ledger/manual-vouchers.service';
import type { BookedEntry } from '../../src/features/ledger/ledger.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { VoucherStepsService } from '../../src/features/months/voucher-steps.service';
import { USUAL_ROUTE } from '../support/kit-routes';
import { typedLine, typedVoucher } from '../support/vouchers';
import { addVillage, openWith, type VillageApp } from './api-village.fixture';

type Typed = Parameters<typeof typedLine>[0];

/** A plan whose meeting and review are done, and that waits for its sheet. */
export interface Decided {
  readonly path: string;
  readonly planId: string;
  readonly claimId: string;
}

/** A line on 211, or on another account, in the pool of the station. */
export const debit = (sum: string, more: Partial<Typed> = {}): Typed => ({
  ...{ ledgerAccount: '211', debit: sum, pool: 'pv' },
  ...more,
});
export const credit = (sum: string, more: Partial<Typed> = {}): Typed => ({
  ...{ ledgerAccount: '211', credit: sum, pool: 'pv' },
  ...more,
});

/** A village with 5,000.00 of its station's money, whose plans wait for their sheets. */
export class WaitingPlanVillage {
  private constructor(
    private readonly village: VillageApp,
    readonly added: Awaited<ReturnType<typeof addVillage>>,
  ) {}

  static async start(village: VillageApp, name: string): Promise<WaitingPlanVillage> {
    const added = await addVillage(village, { name, routeId: USUAL_ROUTE });
    await openWith(village.app, added.id, 500_000n);
    return new WaitingPlanVillage(village, added);
  }

  /** A plan of a quarter with 600.00 for a reward, decided on that day. */
  async decide(from: string, to: string, heldOn: string): Promise<Decided> {
    const { accountant, books } = this.added;
    const claim = { bucket: 'reward', forWhat: '奖励', beneficiaries: '3', unit: 'household' };
    const claims = [{ ...claim, targetGroup: 'lifted_out', amount: '600.00' }];
    const form = { pool: 'pv', from, to, reasons: {}, leftOverNote: '维修', claims };
    const planId = String((await accountant.post(`${books}/plans`, form)).body['id']);
    const path = `${books}/plans/${planId}`;
    const { digest } = (await accountant.post(`${path}/submit`, {})).body;
    const voted = { due: '30', present: '25', inFavour: '24', against: '0', abstained: '1' };
    await accountant.post(`${path}/meeting`, { heldOn, ...voted, stepPaper: 'minutes' });
    await this.village.officer.post(`${path}/review`, { outcome: 'passed', digest });
    const { lines } = (await accountant.get(path)).body as { lines: { claims: { id: string }[] }[] };
    return { planId, path, claimId: lines[0]?.claims[0]?.id ?? '' };
  }

  async grant({ path, claimId }: Decided, grantedOn: string): Promise<unknown> {
    const form = { claimId, grantedOn, wholeWhy: '按户发，没有名单，村里开会定的' };
    const { status, body } = await this.village.officer.post(`${path}/grants`, form);
    return status === 201 ? 'granted' : [status, body['code'], body['sentence']];
  }

  post(lines: readonly Typed[], postedOn: string): Promise<BookedEntry> {
    const hands = { preparedBy: 'wang', reviewedBy: 'li' };
    return this.village.app
      .get(ManualVouchersService)
      .postVoucher(
        this.added.id,
        typedVoucher({ postedOn, lines: lines.map((line) => typedLine(line)) }),
        hands,
      );
  }

  reverse(entryId: string, postedOn: string): Promise<BookedEntry> {
    return this.village.app
      .get(VoucherStepsService)
      .reverseVoucher(this.added.id, { entryId, reason: 'bookedTwice', postedOn }, { by: 'wang' });
  }

  /** What is paid of each grant, in fen. */
  async paid(): Promise<string[]> {
    const grants = await this.village.app.get(PaidGrantsService).listGrants(this.added.id);
    return grants.map((each) => `${each.voucher.postedOn} ${String(each.paid)} of ${String(each.amount)}`);
  }

  async breaks(): Promise<readonly unknown[]> {
    return (await this.village.app.get(BooksCheckService).checkBooks(this.added.id)).breaks;
  }
}
