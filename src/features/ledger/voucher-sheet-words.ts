import {
  type PaperShape,
  paperTemplate,
  readPaper,
  type SayPaper,
} from '../../platform/papers/paper-template';

/** What a printed voucher says; its columns are those of the customary form. */
const WORDINGS = {
  title: '',
  document: 'collective!',
  'head.unit': 'collective!',
  'head.date': 'year! month! day!',
  'head.number': 'number!',
  'head.part': 'page! pages!',
  'head.money': '',
  'headings.summary': '',
  'headings.account': '',
  'headings.detail': '',
  'headings.debit': '',
  'headings.credit': '',
  'totals.carried': '',
  'totals.forward': '',
  'totals.capitals': 'figures!',
  attachments: 'count!',
  'signatures.posted': '',
  'signatures.reviewed': '',
  'signatures.cashier': '',
  'signatures.prepared': '',
  'footnotes.proof': 'position! hash!',
  'footnotes.seal': 'seal!',
  specimen: '',
} as const;

export type VoucherWord = keyof typeof WORDINGS;

/** Says a word of the printed voucher, filled in. */
export type SayVoucher = SayPaper<VoucherWord>;

const VOUCHER: PaperShape<VoucherWord> = { paper: 'voucher', wordings: WORDINGS };

let shipped: SayVoucher | undefined;

/** The words this edition of the program ships with. @throws DomainError `template.*` */
export function voucherWords(): SayVoucher {
  shipped ??= paperTemplate(VOUCHER).say;
  return shipped;
}

/** @throws DomainError `template.*` (facts: key) */
export function readVoucherWords(yaml: string): SayVoucher {
  return readPaper(VOUCHER, yaml).say;
}
