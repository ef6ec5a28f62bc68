import { PAY_CHANNELS } from '../../domain/payouts/pay-list';
import { RETURN_KINDS, type OutcomeForm } from '../../domain/payouts/read-outcomes';
import {
  ChoiceField,
  ReasonField,
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

  /** `voucher:person` of each part, with commas between. */
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
