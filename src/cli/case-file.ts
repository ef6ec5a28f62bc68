import type { AssetForm } from '../domain/assets/asset';
import type { CalendarDay, Month } from '../domain/calendar/calendar-day';
import type { CostContractForm } from '../domain/deductions/read-cost-contract';
import type { IncomeDueForm } from '../domain/income/rent';
import type { Pool, Stream } from '../domain/ledger/journal-entry';
import type { ConfirmationForm } from '../domain/policy/confirmation';
import type { StandardForm } from '../domain/policy/local-standard';
import type { ClaimForm } from '../domain/uses/claim';
import type { ShareTableForm } from '../features/assets/assets.service';
import type { NewCollective } from '../features/collectives/collectives.service';
import type { RecordDeductionForm } from '../features/deductions/read-cost';
import type { DraftForm } from '../features/distribution/drafting.service';
import type { MeetingForm } from '../features/distribution/deciding.service';
import type { HeldRole } from '../platform/http/actor';
import type { AssetAct } from './asset-act';
import type { BooksAct } from './books-act';
import type { FormAct } from './form-act';
import type { SumAsked } from './sum-asked';
import type { YearPlanAct } from './year-plan-act';

/** A collective as a story names it; `key` is how the rest of the story points to it. */
export interface CollectiveEntry extends Omit<NewCollective, 'parentId'> {
  readonly key: string;
  readonly below: string | undefined;
}

/** A person as a story names one. Without a password nobody can log in as this person. */
export interface UserEntry {
  readonly key: string;
  readonly who: string;
  readonly username: string;
  readonly displayName: string;
  readonly password: string | undefined;
  readonly office: string;
  readonly roles: readonly { readonly role: HeldRole['role']; readonly of: string }[];
}

/** Income by the asset's name, stream and months it is for; `to` is the same month where one is named. */
export interface ClearedIncome {
  readonly asset: string;
  readonly stream: string;
  readonly from: Month;
  readonly to: Month;
  /** As typed; undefined takes all that is outstanding. */
  readonly amount: string | undefined;
}

/** What the books start with; amounts as typed, assets by name. */
export interface OpeningAct {
  readonly verb: 'opening';
  readonly bank: readonly { readonly pool: Pool; readonly amount: string }[];
  readonly receivables: readonly {
    readonly asset: string;
    readonly stream: Stream;
    readonly month: Month;
    readonly payer: string;
    readonly amount: string;
  }[];
  /** Whatever else stands in the books: account, side, pool; it balances by itself. */
  readonly accounts: readonly {
    readonly ledgerAccount: string;
    readonly side: 'debit' | 'credit';
    readonly pool: Pool;
    readonly asset: string | undefined;
    readonly amount: string;
  }[];
}

/** A settlement slip; prices left out are the register's. */
export interface SettlementAct {
  readonly verb: 'settlement';
  readonly asset: string;
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly energy: string;
  readonly energyUnit: string;
  readonly priceUnit: string;
  readonly energyPrice: string | undefined;
  readonly subsidyPrice: string | undefined;
  readonly energyAmount: string;
  /** Why more energy than is likely is right all the same. */
  readonly reason: string;
  readonly subsidyAmount: string;
}

/** One thing a person does; assets and contracts by name, plans by the key the story gave them. */
export type Act =
  | AssetAct
  | BooksAct
  | FormAct
  | YearPlanAct
  | { readonly verb: 'asset'; readonly form: AssetForm & { readonly shareTable?: ShareTableForm } }
  | {
      readonly verb: 'contract';
      readonly asset: string | undefined;
      readonly form: Omit<CostContractForm, 'assetId'>;
    }
  | OpeningAct
  | SettlementAct
  | {
      readonly verb: 'receipt';
      readonly amount: string;
      readonly fromAdvance: boolean;
      readonly clears: readonly ClearedIncome[];
    }
  /** Pays the owners of kept stations all that came for them. */
  | { readonly verb: 'pay_owners'; readonly owners: readonly string[] }
  | {
      readonly verb: 'income_due';
      readonly asset: string;
      readonly form: Omit<IncomeDueForm, 'postedOn' | 'dueOn'> & { readonly dueOn: string | undefined };
    }
  | {
      readonly verb: 'deduction';
      readonly contract: string | undefined;
      readonly asset: string | undefined;
      readonly form: Omit<RecordDeductionForm, 'contractId' | 'assetId' | 'postedOn'>;
    }
  | { readonly verb: 'confirm'; readonly form: ConfirmationForm }
  /** An office gives a number that a document leaves open. */
  | { readonly verb: 'standard'; readonly form: StandardForm }
  | { readonly verb: 'hold'; readonly month: Month }
  /** Looks over what nobody else has, and seals the month. */
  | { readonly verb: 'seal'; readonly month: Month }
  | {
      readonly verb: 'plan';
      readonly plan: string;
      readonly form: Omit<DraftForm, 'claims'> & { readonly claims: readonly ClaimForm[] };
    }
  | { readonly verb: 'submit'; readonly plan: string }
  | { readonly verb: 'meeting'; readonly plan: string; readonly form: Omit<MeetingForm, 'heldOn'> }
  | {
      readonly verb: 'review';
      readonly plan: string;
      readonly outcome: 'passed' | 'returned';
      readonly reason: string;
    }
  | {
      readonly verb: 'grant';
      readonly plan: string;
      readonly use: string;
      /** Why there is no list, where people get it. */
      readonly why: string;
    }
  | { readonly verb: 'publish' | 'hang'; readonly plan: string }
  | { readonly verb: 'pack'; readonly pack: string; readonly withLine: string };

/**
 * An act on a day by a person. Where `refused` names codes, exactly these must come back and nothing may
 * change.
 */
export interface Step {
  /** Its place in the file, `books.0.events.3`. */
  readonly at: string;
  /** The posting day, to which the clock moves; undefined is the day the books open. */
  readonly on: CalendarDay | undefined;
  readonly by: string | undefined;
  readonly refused: readonly string[];
  readonly act: Act;
}

/** What happens in one collective's books, in order; `by` names who does it unless a step says otherwise. */
export interface BooksEntry {
  readonly of: string;
  readonly by: string;
  readonly steps: readonly Step[];
}

/** Expected figures by name: texts, rows of them, or figures within figures. */
export type Figures = string | readonly Figures[] | { readonly [name: string]: Figures };

/** What is asked about; the figures that answer are drawn by name, from the books or from the sum itself. */
export type Asked =
  | SumAsked
  | {
      readonly about: 'surplus';
      readonly of: string;
      readonly pool: Pool;
      readonly from: CalendarDay;
      readonly to: CalendarDay;
    }
  | { readonly about: 'undistributed'; readonly of: string; readonly pool: Pool; readonly on: CalendarDay }
  | { readonly about: 'plan'; readonly of: string; readonly plan: string }
  | { readonly about: 'left_overs'; readonly of: string; readonly plans: readonly string[] }
  | { readonly about: 'ledger'; readonly of: string; readonly to: Month }
  | { readonly about: 'slip'; readonly of: string; readonly asset: string; readonly month: Month }
  | { readonly about: 'notice'; readonly of: string; readonly plan: string };

/** A group of expected figures, and words the printed sheet must show. */
export interface Expectation {
  readonly at: string;
  readonly asked: Asked;
  readonly figures: Figures;
  readonly says: readonly string[];
}

/** A story: who there is and what happens. */
export interface Story {
  readonly collectives: readonly CollectiveEntry[];
  readonly users: readonly UserEntry[];
  readonly books: readonly BooksEntry[];
}

/** A case: the stories told first, by their files, its own story, and what must come out. */
export interface Case extends Story {
  readonly title: string;
  readonly stories: readonly string[];
  /** The day on which the story stands when all is told; undefined leaves the last step's. */
  readonly standsOn: CalendarDay | undefined;
  readonly expect: readonly Expectation[];
}
