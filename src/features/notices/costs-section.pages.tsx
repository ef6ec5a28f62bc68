import type { VNode } from 'preact';
import { yuanText } from '../../domain/money/fen';
import type {
  DistributionNotice,
  FenText,
  NoticeDeductionRow,
  PartOfYear,
  Reckoning,
} from '../../domain/notices/distribution-notice';
import { COST_WORDS } from '../../glossary/notice-table';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { Money } from '../../platform/views/money';
import { groupedDecimal } from '../../platform/views/decimal-text';

/** A yearly price charged for a part of the year; a whole year needs no factor. */
const PART_WORDS: Readonly<Record<PartOfYear, string>> = {
  year: '',
  'half-year': '×半年',
  quarter: '×四分之一年',
  month: '×十二分之一年',
};

/** What was paid before anything could be shared out, each with its reckoning and vouchers. */
export function CostsSection({ notice }: { readonly notice: DistributionNotice }): VNode {
  const { deductions, sums } = notice;
  return (
    <section>
      <h2>付掉哪些必要费用</h2>
      {deductions.length === 0 && <p>本期没有付掉的费用。</p>}
      <ul class="rows">
        {deductions.map((row) => (
          <CostItem key={`${row.vouchers.join()} ${costName(row)}`} row={row} received={sums.received} />
        ))}
        <li class="total">
          <span class="name">费用合计</span>
          <Money fen={BigInt(sums.deducted)} />
        </li>
      </ul>
    </section>
  );
}

function CostItem({
  row,
  received,
}: {
  readonly row: NoticeDeductionRow;
  readonly received: FenText;
}): VNode {
  const about = [reckoningWords(row.reckoning, received), reasonWords(row), voucherWords(row)];
  return (
    <li>
      <span class="name">{costName(row)}</span>
      <Money fen={BigInt(row.amount)} />
      <span class="about">{widePunctuation(about.filter((words) => words !== '').join('；'))}</span>
    </li>
  );
}

function costName({ kind, name, asset }: NoticeDeductionRow): string {
  return widePunctuation(`${name ?? COST_WORDS[kind]}${inBrackets(asset)}`);
}

/** Why a cost was paid that the policy does not list, in the words of the printed sheet. */
function reasonWords({ reason }: NoticeDeductionRow): string {
  return reason === undefined ? '' : `理由：${reason}`;
}

function voucherWords({ vouchers }: NoticeDeductionRow): string {
  return vouchers.length === 0 ? '' : `凭证 ${vouchers.join('、')}`;
}

/** How the amount came about, as a sum a reader can do again. `received` is the sheet's whole, in fen. */
function reckoningWords(reckoning: Reckoning, received: FenText): string {
  switch (reckoning.by) {
    case 'area': {
      const { mu, yuanPerMu, part, sharePercent } = reckoning;
      const share = sharePercent === undefined ? '' : `×${sharePercent}%`;
      return `${mu}亩×${yuanPerMu}元/亩·年${PART_WORDS[part]}${share}`;
    }
    case 'percent-of-receipts': {
      const { base, ratePercent, contract } = reckoning;
      return `${base === received ? '本期到账 ' : ''}${yuan(base)}×${ratePercent}%${inBrackets(contract)}`;
    }
    case 'per-watt': {
      const { capacityKw, yuanPerWatt, part, cap } = reckoning;
      const capped = cap === undefined ? '' : `，最高 ${yuan(cap)}`;
      return `${groupedDecimal(capacityKw)}千瓦×${yuanPerWatt}元/瓦·年${PART_WORDS[part]}${capped}`;
    }
    case 'fixed':
      return `${reckoning.covers ?? ''}${inBrackets(reckoning.contract)}`;
    case 'bill': {
      const cap = reckoning.cap === undefined ? '' : `，合同全年上限 ${yuan(reckoning.cap)}`;
      return `${reckoning.covers === undefined ? '' : `${reckoning.covers}，`}发票${reckoning.bills}张${cap}`;
    }
  }
}

function inBrackets(words: string | undefined): string {
  return words === undefined ? '' : `（${words}）`;
}

function yuan(fen: FenText): string {
  return yuanText(BigInt(fen));
}

/** The equation once more, line by line; the line for what was carried over stands even when it is zero. */
export function EquationSection({ notice: { sums } }: { readonly notice: DistributionNotice }): VNode {
  return (
    <section>
      <h2>怎么算出来的</h2>
      <ul class="rows">
        <li>
          <span class="name">上次剩下</span>
          <Money fen={BigInt(sums.carriedOver)} />
        </li>
        <li>
          <span class="name">加 本期到账</span>
          <Money fen={BigInt(sums.received)} />
        </li>
        <li>
          <span class="name">减 必要费用</span>
          <Money fen={BigInt(sums.deducted)} />
        </li>
        <li class="total">
          <span class="name">这次能分（可分配收益）</span>
          <Money fen={BigInt(sums.distributable)} />
        </li>
      </ul>
    </section>
  );
}
