import { groupedDecimal } from '../../platform/views/decimal-text';
import type { VNode } from 'preact';
import { sumFen } from '../../domain/money/fen';
import type {
  DistributionNotice,
  NoticeIncomeRow,
  NoticeReceipt,
} from '../../domain/notices/distribution-notice';
import { Money } from '../../platform/views/money';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { monthsWords, STREAM_WORDS } from './public-words.pages';

/** What came in, asset by asset and stream by stream, with what has not come yet. */
export function IncomeSection({ notice }: { readonly notice: DistributionNotice }): VNode {
  const { income, sums } = notice;
  return (
    <section>
      <h2>收到多少钱</h2>
      <ul class="rows">
        {income.rows.map((row) => (
          <IncomeItem key={row.asset} row={row} />
        ))}
        {income.taxOwed !== undefined && (
          <li>
            <span class="name">减：欠交的增值税</span>
            <Money fen={-BigInt(income.taxOwed)} />
          </li>
        )}
        <li class="total">
          <span class="name">到账合计</span>
          <Money fen={BigInt(sums.received)} />
        </li>
      </ul>
      {income.taxKept !== undefined && (
        <p class="note">
          电网另代扣增值税 <Money fen={BigInt(income.taxKept)} />
          ，由电网代交；到账数是扣税以后的。
        </p>
      )}
      {income.months.length > 0 && (
        <p class="note">
          {income.months
            .map(({ stream, from, to }) => `${STREAM_WORDS[stream]}：${monthsWords(from, to)}`)
            .join('；')}
          。
        </p>
      )}
    </section>
  );
}

function IncomeItem({ row }: { readonly row: NoticeIncomeRow }): VNode {
  const about = aboutAsset(row);
  return (
    <li>
      <span class="name">{row.asset}</span>
      <Money fen={sumFen(row.receipts.map(({ received }) => BigInt(received)))} />
      {about !== '' && <span class="about">{about}</span>}
      {row.receipts.flatMap(({ stream, called = [] }) =>
        called.map((words) => (
          <span class="about" key={`${stream} ${words}`}>
            {widePunctuation(`${STREAM_WORDS[stream]}照文件叫${words}`)}
          </span>
        )),
      )}
      <span class="about streams">
        {row.receipts.map((receipt) => (
          <ReceiptWords key={receipt.stream} receipt={receipt} />
        ))}
      </span>
    </li>
  );
}

function aboutAsset({ capacityKw, energyKwh, sharePercent }: NoticeIncomeRow): string {
  const joint = sharePercent !== undefined;
  const parts = [
    ...(capacityKw === undefined ? [] : [`${groupedDecimal(capacityKw)}千瓦`]),
    ...(joint ? [`本村占${sharePercent}%`] : []),
    ...(energyKwh === undefined ? [] : [`上网${groupedDecimal(energyKwh)}度${joint ? '（按占比）' : ''}`]),
  ];
  return parts.join('，');
}

function ReceiptWords({ receipt }: { readonly receipt: NoticeReceipt }): VNode {
  const nothingYet = BigInt(receipt.received) === 0n && BigInt(receipt.outstanding) !== 0n;
  return (
    <span>
      {STREAM_WORDS[receipt.stream]} {nothingYet ? '未到账' : <Money fen={BigInt(receipt.received)} />}
    </span>
  );
}

/** What has not come yet, each by name with its amount and what will happen to it. */
export function OutstandingNote({ notice }: { readonly notice: DistributionNotice }): VNode | null {
  const open = notice.income.rows.flatMap(({ asset, shortName, receipts }) =>
    receipts
      .map(({ stream, outstanding, outstandingMonths: span }) => ({
        name: shortName ?? asset,
        stream,
        fen: BigInt(outstanding),
        months: span === undefined ? '' : `${monthsWords(span.from, span.to)}的`,
      }))
      .filter(({ fen }) => fen > 0n),
  );
  if (open.length === 0) return null;
  return (
    <ul class="notes">
      {open.map(({ name, stream, fen, months }) => (
        <li key={`${name} ${stream}`}>
          {name}
          {months}
          {STREAM_WORDS[stream]}还有 <Money fen={fen} /> 元没到账，到账后列入下期。
        </li>
      ))}
    </ul>
  );
}
