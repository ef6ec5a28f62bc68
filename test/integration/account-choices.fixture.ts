import type { PostingUse } from '../../src/domain/ledger/chart';
import { FormProblems } from '../../src/domain/shared/problem';
import { AccountChoicesService } from '../../src/features/ledger/account-choices.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import type { SetClock } from '../../src/platform/clock/clock';
import { run } from '../../src/platform/database/statements';
import type { OpenDatabase } from '../support/engines';
import { confirmPolicy } from '../support/policy-register';
import { seedRegisters } from '../support/seed-registers';
import { claimOf, servicesOn, Village } from '../support/village';
import { KIT_ROUTE } from '../support/kit-routes';

const COUNTY = { by: 'officer of the county' };
const WISH = { ledgerAccount: '322', fromYear: '2025', reason: 'a distribution with us' };

/** A county's office and the villages in it. */
export interface County {
  readonly officeId: string;
  /** Its region's code. */
  readonly under: string;
  readonly villages: readonly Village[];
}

/** The codes of what was refused with their facts; none where it went through. */
export const refusalOf = (work: Promise<unknown>): Promise<unknown[]> =>
  work.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code, facts }) => [code, facts ?? {}]);
      throw error;
    },
  );

/** Counties on one database, each of a region of its own, and what their villages book. */
export class Counties {
  private regions = 990_100;

  constructor(
    private readonly opened: OpenDatabase,
    private readonly clock: SetClock,
  ) {}

  get choices(): AccountChoicesService {
    return new AccountChoicesService(this.opened.database, this.clock, seedRegisters().charts);
  }

  choose(officeId: string, useName: PostingUse, wish: Partial<typeof WISH & { chart: string }> = {}) {
    const { chart = '2023', ...form } = wish;
    const asked = { use: { chart, useName }, form: { ...WISH, ...form } };
    return this.choices.choose(officeId, asked, COUNTY);
  }

  /** An office and so many villages below it, each with money. */
  async found(count = 1): Promise<County> {
    const under = String((this.regions += 1));
    const services = servicesOn(this.opened.database, this.clock);
    const { id: officeId } = await services.collectives.createCollective({
      ...{ parentId: null, kind: 'county', name: under, organisationName: 'county office', contacts: [] },
      ...{ regionPath: [under, '341200'], noticeLabel: under, routeId: null, booksOpenOn: '2025-01-01' },
    });
    const villages: Village[] = [];
    for (let each = 0; each < count; each += 1) villages.push(await this.villageIn(under));
    return { officeId, under, villages };
  }

  /** One village of a new county. */
  async foundOne(): Promise<County & { readonly village: Village }> {
    const county = await this.found();
    const [village] = county.villages;
    if (village === undefined) throw new Error('a county of one village');
    return { ...county, village };
  }

  /** Two villages of a new county. */
  async foundTwo(): Promise<County & { readonly village: Village; readonly beside: Village }> {
    const county = await this.foundOne();
    return { ...county, beside: await this.villageIn(county.under) };
  }

  /** A village whose books are kept under a version of the chart. */
  async villageIn(under: string, chart = '2023'): Promise<Village> {
    const services = servicesOn(this.opened.database, this.clock);
    const { id } = await services.collectives.createCollective({
      ...{ parentId: null, kind: 'village', name: `${under} ${chart}`, organisationName: 'a', contacts: [] },
      ...{ regionPath: [under, '341200'], noticeLabel: 'O', chart, booksOpenOn: '2025-01-01' },
      routeId: KIT_ROUTE,
    });
    await confirmPolicy(services.confirmations, { officeId: id, today: this.clock.today() });
    const village = Village.at(this.opened.database, id, this.clock);
    await village.openWith(500_000n);
    return village;
  }

  /** Grants a claim of each use today; the accounts they were booked on. */
  async grant(village: Village, ...buckets: string[]): Promise<string[]> {
    const claims = buckets.map((bucket) => {
      const targetGroup = bucket === 'posts' ? 'lifted_out' : 'unknown';
      return claimOf(10_000n, { bucket, forWhat: bucket, targetGroup });
    });
    const plan = await village.approvedPlan(claims);
    const accounts: string[] = [];
    for (const claimId of plan.claimIds) {
      const { voucher } = await village.grant(plan.id, claimId);
      accounts.push(await this.debitOf(village, voucher.entryId));
    }
    return accounts;
  }

  /** The account that a voucher grants on. */
  async debitOf(village: Village, entryId: string): Promise<string> {
    const { postings } = await village.services.books.requireEntry(village.id, entryId);
    return postings.find(({ poolFlow }) => poolFlow === 'granted')?.ledgerAccount ?? '';
  }

  /** What a village keeps of its years. */
  async keptOf({ id }: Village): Promise<string[]> {
    const rows = await run<{ posting_use: string; fiscal_year: number; ledger_account: string }>(
      this.opened.database.reader,
      `SELECT fiscal_year, posting_use, ledger_account FROM year_accounts WHERE collective_id = ?
       ORDER BY fiscal_year, posting_use`,
      [id],
    );
    return rows.map((row) => [row.fiscal_year, row.posting_use, row.ledger_account].join(' '));
  }

  /** What a voucher of a use would be booked on, which fixes the year as it would. */
  accountFor(
    { id, services }: Village,
    use: PostingUse,
    { on = this.clock.today(), ledger = services.ledger }: { on?: string; ledger?: LedgerService } = {},
  ): Promise<string> {
    return this.opened.database.inTransaction(id, async (tx) => {
      const chart = await ledger.requireChartFor(tx, id, { on, use });
      return chart.choices[use];
    });
  }
}
