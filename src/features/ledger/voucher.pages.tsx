import { papersText } from '../../glossary/voucher-remarks';
import type { SignaturePart } from '../../domain/ledger/voucher-hands';
import { capitalFigures } from '../../domain/money/capital-figures';
import type { Fen } from '../../domain/money/fen';
import type { NamedHands } from './voucher-hands.service';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText, yearMonthText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import { Money, SideMoney } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { ScrollBox } from '../../platform/views/table';
import { Reversals, ReverseForm, type VoucherCorrections } from './voucher-corrections.pages';

/** One line of a voucher; exactly one side is above zero, or below it in a reversal. */
export interface VoucherLine {
  readonly accountCode: string;
  readonly accountName: string;
  /** Pool, asset, stream, generation month, counterparty, plan line: each as words. */
  readonly dimensions: readonly string[];
  readonly debit: Fen;
  readonly credit: Fen;
}

/** A voucher as it was booked. Nothing on it can be changed; it can be reversed once. */
export interface VoucherPageProps extends VoucherCorrections {
  readonly frame: OfficeFrameProps;
  /** Whose voucher it is. */
  readonly collective: string;
  readonly number: string;
  /** What happened: one text for all lines. */
  readonly summary: string;
  readonly postedOn: string;
  readonly aboutPeriod: string;
  /** When it was booked, as printed: 2025-07-11 10:42. */
  readonly bookedAt: string;
  /** Who wrote it, looked it over, handled its money, booked it; absent while nobody did. */
  readonly hands: NamedHands;
  /** How many source documents are attached. */
  readonly attachments: number;
  /** The voucher as a sheet to print. */
  readonly printHref?: string | undefined;
  /** The papers behind it, photographed or as PDF: how many are kept, and where. */
  readonly papers?: { readonly href: string; readonly count: number } | undefined;
  /** The signatures the person may give, and what was refused of one. */
  readonly signing?:
    | { readonly action: string; readonly parts: readonly SignaturePart[]; readonly form: FormState }
    | undefined;
  readonly lines: readonly VoucherLine[];
  /** The paper behind it: slip, bank advice, bill. */
  readonly source?: string | undefined;
  /** Its place in the collective's chain, and the digest that seals it and all before it. */
  readonly chainPosition: number;
  readonly chainDigest: string;
  /** Where its money came from and went. */
  readonly traceHref?: string;
  /** Where what comes back of the cost behind it is entered; only of a cost that stands. */
  readonly refundHref?: string | undefined;
  /** Where the opening of the books is put right; only of the one that stands. */
  readonly openingHref?: string | undefined;
}

function Lines({ voucher }: { voucher: VoucherPageProps }) {
  const debits = voucher.lines.reduce((sum, line) => sum + line.debit, 0n);
  const credits = voucher.lines.reduce((sum, line) => sum + line.credit, 0n);
  return (
    <ScrollBox label="分录">
      <table class="data voucher-lines">
        <caption class="read-aloud">分录</caption>
        <thead>
          <tr>
            <th scope="col">摘要</th>
            <th scope="col">科目</th>
            <th scope="col" class="n">
              借方金额
            </th>
            <th scope="col" class="n">
              贷方金额
            </th>
          </tr>
        </thead>
        <tbody>
          {voucher.lines.map((line, index) => (
            <tr>
              {index === 0 && <td rowSpan={voucher.lines.length}>{voucher.summary}</td>}
              <LineCells line={line} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              合计　<span class="capitals">{capitalFigures(debits)}</span>
            </th>
            <td class="n">
              <Money fen={debits} />
            </td>
            <td class="n">
              <Money fen={credits} />
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  );
}

function LineCells({ line }: { line: VoucherLine }) {
  return (
    <>
      <td>
        {`${line.accountCode}　${line.accountName}`}
        {line.dimensions.length > 0 && <small>{line.dimensions.join('　')}</small>}
      </td>
      <td class="n">
        <SideMoney fen={line.debit} />
      </td>
      <td class="n">
        <SideMoney fen={line.credit} />
      </td>
    </>
  );
}

function Hands({ voucher }: { voucher: VoucherPageProps }) {
  const { hands } = voucher;
  const people = [
    ['制单', hands.prepared],
    ['复核', hands.reviewed ?? '还没有'],
    ['出纳', hands.cashier ?? '没有签'],
    ['记账', hands.posted],
  ];
  return (
    <dl class="voucher-head hands">
      {people.map(([part, name]) => (
        <div>
          <dt>{part}</dt>
          <dd>{name}</dd>
        </div>
      ))}
    </dl>
  );
}

const SIGN_WORDS: Readonly<Record<SignaturePart, string>> = {
  review: '看过无误，复核',
  cashier: '钱已收付，出纳签字',
};

function Signing({ signing }: { signing: NonNullable<VoucherPageProps['signing']> }) {
  return (
    <div class="buttons">
      {signing.parts.map((part) => (
        <PostForm action={signing.action}>
          <input type="hidden" name="part" value={part} />
          <button type="submit" class="primary">
            {SIGN_WORDS[part]}
          </button>
        </PostForm>
      ))}
    </div>
  );
}

/** Where its money went, and where what comes back of it is entered. */
function Ways({ voucher: { traceHref, refundHref, openingHref } }: { voucher: VoucherPageProps }) {
  if ([traceHref, refundHref, openingHref].every((href) => href === undefined)) return null;
  return (
    <p class="small">
      {traceHref !== undefined && <a href={traceHref}>这笔钱从哪里来、用到哪里</a>}
      {refundHref !== undefined && (
        <>
          {'　'}
          <a href={refundHref}>这笔费用有钱退回</a>
        </>
      )}
      {openingHref !== undefined && (
        <>
          {'　'}
          <a href={openingHref}>期初余额有错，看能不能更换</a>
        </>
      )}
    </p>
  );
}

/**
 * 记账凭证: head, lines with both sides, total in figures and capitals, its place in the chain, and how to mend
 * it.
 */
export function VoucherPage(voucher: VoucherPageProps) {
  return (
    <OfficeFrame frame={voucher.frame}>
      <div class="alone wide voucher">
        <h1>
          记账凭证<span class="hint">{voucher.number}</span>
        </h1>
        <dl class="voucher-head">
          <div>
            <dt>单位</dt>
            <dd>{voucher.collective}</dd>
          </div>
          <div>
            <dt>日期</dt>
            <dd>{fullDayText(voucher.postedOn)}</dd>
          </div>
          <div>
            <dt>所属月份</dt>
            <dd>{yearMonthText(voucher.aboutPeriod)}</dd>
          </div>
          <div>
            <dt>来源</dt>
            <dd>{`${voucher.source ?? '没有来源'}，附单据 ${voucher.attachments} 张`}</dd>
          </div>
        </dl>
        <Reversals voucher={voucher} />
        <Lines voucher={voucher} />
        <Hands voucher={voucher} />
        {voucher.signing !== undefined && voucher.signing.parts.length > 0 && (
          <Signing signing={voucher.signing} />
        )}
        <p class="small">
          {`系统时间 ${voucher.bookedAt}　金额单位：元　`}
          {voucher.printHref !== undefined && <a href={voucher.printHref}>打印这张凭证</a>}
          {voucher.papers !== undefined && (
            <>
              {'　'}
              <a href={voucher.papers.href}>{papersText(voucher.papers.count)}</a>
            </>
          )}
        </p>
        <Ways voucher={voucher} />
        <p class="small digest">{`链上第 ${voucher.chainPosition} 环，摘要 ${voucher.chainDigest}`}</p>
        {voucher.reversing !== undefined && <ReverseForm reversing={voucher.reversing} />}
      </div>
    </OfficeFrame>
  );
}
