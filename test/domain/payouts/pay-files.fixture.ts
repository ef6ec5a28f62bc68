import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'iconv-lite';
import { parse } from 'yaml';
import type { PayFileLine, PayFileList } from '../../../src/domain/payouts/pay-file';
import type { PayFileLayout } from '../../../src/domain/payouts/pay-file-layout';
import { readPayFileLayout, readPayResultWords } from '../../../src/domain/payouts/read-pay-file-layout';

const seeds = join(__dirname, '../../../seeds');

export const LAYOUTS: readonly PayFileLayout[] = readdirSync(join(seeds, 'pay-files')).map((name) =>
  readPayFileLayout(parse(readFileSync(join(seeds, 'pay-files', name), 'utf8'))),
);
export const WORDS = readPayResultWords(parse(readFileSync(join(seeds, 'pay-results/generic.yaml'), 'utf8')));

export function layoutCalled(id: string): PayFileLayout {
  const found = LAYOUTS.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no layout ${id}`);
  return found;
}

/** Bytes of a text in a layout's encoding. */
export const measured =
  ({ file }: PayFileLayout) =>
  (text: string): number =>
    encode(text, file.encoding).length;

/** A payment of 920.00 to 王秀英, with what a case says otherwise. */
export function payment(line: Partial<PayFileLine> = {}): PayFileLine {
  return {
    ...{ number: 1, payee: '王秀英', account: '6228480402564890018', kind: 'card' as const },
    ...{ bank: '石桥信用社', amount: 92_000n, memo: '2025年7月岗位补贴' },
    ...line,
  };
}

export function listOf(...lines: readonly PayFileLine[]): PayFileList {
  return {
    ...{ list: '2025-0007', day: '2025-08-05', payer: '石桥村股份经济合作社' },
    ...{ payerAccount: '1210000100001', lines },
  };
}
