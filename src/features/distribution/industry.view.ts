import type { Fen } from '../../domain/money/fen';
import type { ReturnYear } from '../../domain/uses/industry';
import type { CheckView } from '../../platform/views/check-result';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import type { GlyphState } from '../../platform/views/state-glyph';

/** A stage in the list of its project. */
export interface StageRow {
  readonly number: number;
  readonly reachedOn: string;
  readonly done: string;
  readonly paper: string;
  readonly amount: Fen;
  readonly state: GlyphState;
  readonly stateWord: string;
  /** The voucher by which it is owed; why it was withdrawn. */
  readonly voucher: { readonly href: string; readonly label: string } | undefined;
  readonly note: string;
}

/** A household that is carried along. */
export interface LinkRow {
  readonly number: string;
  readonly href: string;
  readonly way: string;
  readonly status: string;
  readonly since: string;
  readonly until: string;
}

/** What came back. */
export interface ReturnRow {
  readonly year: number;
  readonly href: string;
  readonly voucher: string;
  readonly amount: Fen;
  readonly note: string;
}

/** An industry project with everything noted of it, and where more is noted. */
export interface IndustryPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly operator: string;
  readonly forWhat: string;
  readonly planHref: string;
  readonly listHref: string;
  readonly planned: Fen;
  readonly owed: Fen;
  readonly waiting: Fen;
  readonly byOthers: Fen;
  /** How many households it carries along beside what it promised and what the document asks, in words. */
  readonly duty: readonly string[];
  readonly checks: readonly CheckView[];
  readonly stages: readonly StageRow[];
  /** The reversed stages of the claim whose place the one that waits may take, and that it is another. */
  readonly places: readonly Option[];
  readonly links: readonly LinkRow[];
  /** What it is to give back a year, and from which year on; undefined where nothing was agreed. */
  readonly agreed: { readonly yearly: Fen; readonly from: number } | undefined;
  readonly years: readonly ReturnYear[];
  readonly returns: readonly ReturnRow[];
  readonly reviews: readonly {
    readonly on: string;
    readonly finding: string;
    readonly gain: Fen | undefined;
  }[];
  /** That it is finished or withdrawn, with the reason, or that a reversal opened it again, in words. */
  readonly end: string | undefined;
  /** Field names: those of the domain's forms of stages, links, returns and reviews. */
  readonly form: FormState;
  readonly ways: readonly Option[];
  readonly openLinks: readonly Option[];
  readonly vouchers: readonly Option[];
  /** The returns that count, to be withdrawn. */
  readonly openReturns: readonly Option[];
  /** Where things are posted, each absent where this person may not, or where there is nothing to post. */
  readonly actions: {
    readonly stage: string | undefined;
    readonly accept: string | undefined;
    readonly withdraw: string | undefined;
    readonly finish: string | undefined;
    readonly follow: string | undefined;
    /** Where the project itself is taken back: it was typed wrongly, and nothing of it stands. */
    readonly withdrawAll: string | undefined;
  };
  /** Why this person cannot accept the stage that waits. */
  readonly barred: string | undefined;
  readonly rosterHref: string;
}
