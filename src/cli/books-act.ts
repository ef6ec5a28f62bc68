import type { Pool } from '../domain/ledger/journal-entry';
import type { ClosingStep } from '../domain/months/year-end';

/** A line of a voucher a person writes: accounts by code or name, assets by name. */
export interface VoucherLineEntry {
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
  readonly pool: string;
  readonly asset: string | undefined;
}

/** What is done in the books by hand, or at the end of a year. */
export type BooksAct =
  | {
      readonly verb: 'voucher';
      readonly summary: string;
      readonly attachments: string;
      readonly about: string;
      /** Who looked it over: another person of the story. */
      readonly reviewedBy: string;
      readonly lines: readonly VoucherLineEntry[];
    }
  | {
      readonly verb: 'year_end';
      readonly year: number;
      readonly step: ClosingStep;
      readonly explanation: string;
      readonly reserves: Readonly<Partial<Record<Pool, string>>>;
      readonly paper: string;
    }
  | {
      readonly verb: 'chart_change';
      readonly year: number;
      readonly chart: string;
      readonly choices: Readonly<Record<string, string>>;
    }
  | {
      readonly verb: 'give_shares';
      readonly pool: Pool;
      readonly amount: string;
      readonly why: string;
      /** Key of the person of the township who agrees. */
      readonly agreedBy: string;
    }
  | { readonly verb: 'pay_shares'; readonly pool: Pool; readonly holder: string };
