import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { DomainError } from '../../domain/shared/domain-error';
import { widePunctuation } from '../../platform/text/wide-punctuation';

const WORDS = [
  'title',
  'unit',
  'date',
  'number',
  'part',
  'money',
  'summary',
  'account',
  'detail',
  'debit',
  'credit',
  'carried',
  'forward',
  'total',
  'capitals',
  'attachments',
  'prepared',
  'reviewed',
  'cashier',
  'posted',
  'proof',
  'seal',
  'specimen',
  'document',
] as const;

export type VoucherWord = (typeof WORDS)[number];

/** Says a word of the printed voucher, filled in. */
export type SayVoucher = (word: VoucherWord, facts?: Readonly<Record<string, string | number>>) => string;

const TEMPLATE = resolve(__dirname, '../../../templates/vouchers/voucher.yaml');

let shipped: SayVoucher | undefined;

/** The words this edition of the program ships with. @throws DomainError `template.wordMissing` */
export function voucherWords(): SayVoucher {
  shipped ??= readVoucherWords(readFileSync(TEMPLATE, 'utf8'));
  return shipped;
}

/** @throws DomainError `template.wordMissing` (facts: key) where a word of the sheet is not there */
export function readVoucherWords(yaml: string): SayVoucher {
  const read: unknown = parse(yaml);
  const entries: [string, unknown][] = typeof read === 'object' && read !== null ? Object.entries(read) : [];
  const words = new Map(entries.map(([key, value]) => [key, typeof value === 'string' ? value : '']));
  const missing = WORDS.find((word) => (words.get(word) ?? '') === '');
  if (missing !== undefined) throw new DomainError('template.wordMissing', { key: missing });
  return (word, facts = {}) =>
    widePunctuation(
      (words.get(word) ?? '').replace(/\{(\w+)\}/g, (_hole, name: string) => String(facts[name] ?? '')),
    );
}
