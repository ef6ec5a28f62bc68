import type { Section } from '../domain/shared/file-reader';
import { CLOSING_STEPS } from '../domain/months/year-end';
import type { BooksAct } from './books-act';
import type { Act } from './case-file';
import { POOLS } from './pools';

/** The verbs of the books and of the year end, each with how it is read. */
export const BOOKS_VERBS: Readonly<Record<BooksAct['verb'], (section: Section) => BooksAct>> = {
  voucher: (voucher) => ({
    verb: 'voucher',
    summary: voucher.text('summary'),
    attachments: voucher.optionalText('attachments') ?? '1',
    about: voucher.optionalText('about') ?? '',
    reviewedBy: voucher.id('reviewed_by'),
    lines: voucher.list('lines').map((line) => ({
      account: line.text('account'),
      debit: line.optionalText('debit') ?? '',
      credit: line.optionalText('credit') ?? '',
      pool: line.optionalText('pool') ?? '',
      asset: line.optionalText('asset'),
    })),
  }),
  year_end: (closing) => ({
    verb: 'year_end',
    year: Number(closing.text('year')),
    step: closing.oneOf('step', CLOSING_STEPS),
    explanation: closing.optionalText('explanation') ?? '',
    reserves: Object.fromEntries(
      closing.optionalList('reserves').map((row) => [row.oneOf('pool', POOLS), row.text('take')]),
    ),
    paper: closing.optionalText('paper') ?? '',
  }),
  chart_change: (change) => ({
    verb: 'chart_change',
    year: Number(change.text('year')),
    chart: change.text('chart'),
    choices: Object.fromEntries(
      change.optionalList('choices').map((row) => [row.text('from'), row.text('to')]),
    ),
  }),
  give_shares: (shares) => ({
    verb: 'give_shares',
    pool: shares.oneOf('pool', POOLS),
    amount: shares.text('amount'),
    why: shares.optionalText('why') ?? '',
    agreedBy: shares.id('agreed_by'),
  }),
  pay_shares: (shares) => ({
    verb: 'pay_shares',
    pool: shares.oneOf('pool', POOLS),
    holder: shares.optionalText('holder') ?? '',
  }),
};

/** Whether an act is one of these. */
export function isBooksAct(act: Act): act is BooksAct {
  return act.verb in BOOKS_VERBS;
}
