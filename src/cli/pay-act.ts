import { PayListOutcomeEntryForm } from '../features/payouts/pay-lists.forms';

/** A list of everybody who is owed by one month's days, one sheet or one list of rewards. */
export class DebtsToPayForm {
  channel: string = '';
  /** `posts`, `works` or `aid`. */
  owedFor: string = '';
  /** The month of the days, the last day of the sheet, the day on which the list was accepted. */
  owedWhen: string = '';
}

/** Which list, by its number in the year. */
export class NumberedListForm {
  number: string = '';
}

/** With the reason that everything which stands out on it is answered by. */
export class SubmittedListForm extends NumberedListForm {
  why: string = '';
}

/** What the bank did with lines of a list. */
export class BankedListForm extends PayListOutcomeEntryForm {
  number: string = '';
}

/** What a story tells of pay lists, by verb, with the field in which its day stands. */
export const PAY_FORMS = {
  pay_list: { form: DebtsToPayForm, day: undefined },
  submit_pay_list: { form: SubmittedListForm, day: undefined },
  agree_pay_list: { form: NumberedListForm, day: undefined },
  send_pay_list: { form: NumberedListForm, day: undefined },
  paid_lines: { form: BankedListForm, day: 'bankDay' },
  failed_lines: { form: BankedListForm, day: 'bankDay' },
} as const;

/** A verb about pay lists. */
export type PayVerb = keyof typeof PAY_FORMS;
