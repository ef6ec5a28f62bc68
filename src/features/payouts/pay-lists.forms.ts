import { PAY_CHANNELS } from '../../domain/payouts/pay-list';
import { RETURN_KINDS, type OutcomeForm } from '../../domain/payouts/read-outcomes';
import {
  ChoiceField,
  PastedField,
  ReasonField,
  TextByIdField,
  TextField,
  TextsField,
  TypedDayField,
} from '../../platform/http/form-fields';
import type { PayListForm } from './pay-list-drafting.service';
import type { PayListReviewForm } from './pay-lists.service';

/** A list as typed: which parts go by which channel. */
export class PayListEntryForm implements PayListForm {
  /** How the money goes. */
  @ChoiceField(['', ...PAY_CHANNELS])
  channel: string = '';

  /** `voucher:person` of each part, with commas between; `all` for all that can go so. */
  @TextField(200_000)
  parts: string = '';

  /** Why in cash; blank otherwise. */
  @ReasonField(200)
  cashWhy: string = '';
}

/** A list that goes to its approval. */
export class PayListSubmissionForm {
  /** Why it goes on although something stands out, by the code of the check that asks. */
  @TextsField()
  reasons: Record<string, string> = {};
}

/** A review of a list: the digest says of which bytes. */
export class PayListReviewEntryForm implements PayListReviewForm {
  /** `passed` or `returned`. */
  @TextField(20)
  outcome: string = '';

  /** Needed where it is returned. */
  @ReasonField(200)
  reason: string = '';

  @TextField(64)
  digest: string = '';
}

/** Why a whole list is called back. */
export class PayListRecallEntryForm {
  @ReasonField(200)
  reason: string = '';
}

/** What the bank did with lines of a list. */
export class PayListOutcomeEntryForm implements OutcomeForm {
  /** The bank's day. */
  @TypedDayField()
  bankDay: string = '';

  /** The numbers of the lines, with commas between; every open one where blank. */
  @TextField(20_000)
  lineNumbers: string = '';

  /** Why it came back; blank of what was paid. */
  @ChoiceField(['', ...RETURN_KINDS])
  returnKind: string = '';

  /** In words, where the kind does not say it. */
  @ReasonField(200)
  returnWords: string = '';
}

/** Lines that were noted as not paid by mistake. */
export class PayListMistakeEntryForm {
  /** The numbers of the lines, with commas between. */
  @TextField(20_000)
  lineNumbers: string = '';

  /** How it came out. */
  @ReasonField(200)
  returnWords: string = '';
}

/** In which form the bank wants its file. */
export class PayFileEntryForm {
  /** The id of a layout, as the files of a list tell. */
  @TextField(60)
  layout: string = '';
}

/** A list as its page posts it: a tick for each part, or everybody who can be paid so. */
export class PayListPageForm {
  @ChoiceField(['', ...PAY_CHANNELS])
  channel: string = '';

  @TextByIdField({ optional: true })
  chosen: Record<string, string> = {};

  @TextField(3, { optional: true })
  everybody: string = '';

  @ReasonField(200, { optional: true })
  cashWhy: string = '';
}

/** By which way of paying a list is drafted. */
export class PayListQuery {
  @TextField(20, { optional: true })
  channel?: string;
}

/** Why a list is called back, as its page posts it. */
export class PayListRecallPageForm {
  @ReasonField(200, { optional: true })
  recallWhy: string = '';
}

/** What a bank may have done with lines; the last: it was noted by mistake that it did not pay. */
export const BANK_DIDS = ['confirmed', 'failed', 'givenBack', 'notFailed'] as const;
export type BankDid = (typeof BANK_DIDS)[number];

/** What the bank did, as the page posts it. */
export class PayListOutcomePageForm implements OutcomeForm {
  @ChoiceField(BANK_DIDS)
  bankDid: BankDid | '' = '';

  @TypedDayField()
  bankDay: string = '';

  @TextField(20_000, { optional: true })
  lineNumbers: string = '';

  @ChoiceField(['', ...RETURN_KINDS], { optional: true })
  returnKind: string = '';

  @ReasonField(200, { optional: true })
  returnWords: string = '';
}

/** The bank's day of an answer by file. */
export class PayResultTakeForm {
  @TypedDayField()
  bankDay: string = '';
}

/** An answer of the bank that is pasted; a file comes beside it. */
export class PayResultUploadForm {
  @PastedField()
  pasted?: string;
}

/** Whose pay advices are printed: blank of whoever has none, `all`, or one person's id. */
export class PayAdvicesForm {
  @TextField(100, { optional: true })
  adviceFor: string = '';
}
