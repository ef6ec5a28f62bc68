import type { VNode } from 'preact';
import { noticeShares } from '../../domain/notices/check-distribution-notice';
import type {
  DistributionNotice,
  NoticeClauses,
  NoticeUseRow,
} from '../../domain/notices/distribution-notice';
import { plainYuan } from '../../domain/money/fen';
import { quotedWithin } from '../../platform/text/quoted-within';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { Money } from '../../platform/views/money';

/** Every use with its amount, share and clause, down to a total that meets the equation. */
export function UsesSection({ notice }: { readonly notice: DistributionNotice }): VNode {
  const { uses, sums, clauses } = notice;
  const shares = noticeShares(notice);
  return (
    <section>
      <h2>分到哪里</h2>
      {shares !== undefined && (
        <p class="note">
          占比 = 该项金额 ÷ 可分配收益 <Money fen={BigInt(sums.distributable)} />
        </p>
      )}
      <ul class="rows">
        {uses.rows.map((row, index) => (
          <UseItem
            key={`${row.bucket} ${index}`}
            row={row}
            share={shares?.rows[index]}
            clauses={notice.clauses}
          />
        ))}
        <li>
          <span class="name">留到下期</span>
          <Money fen={BigInt(sums.leftOver)} />
          <span class="about">
            {[widePunctuation(uses.leftOverFor ?? ''), shareWords(shares?.leftOver)]
              .filter(isSaid)
              .join('，')}
          </span>
        </li>
        <li class="total">
          <span class="name">可分配收益</span>
          <Money fen={BigInt(sums.distributable)} />
        </li>
      </ul>
      <WrittenReasons clauses={clauses} />
      {uses.paidByCardOnly && <p class="note">都打到本人卡上，不发现金。</p>}
    </section>
  );
}

interface UseItemProps {
  readonly row: Omit<NoticeUseRow, 'bucket'>;
  /** In hundredths of a percent. */
  readonly share: bigint | undefined;
  readonly clauses: NoticeClauses;
}

/** Reasons the village wrote where a rule asked for one. */
export function WrittenReasons({ clauses }: { readonly clauses: NoticeClauses }): VNode {
  return (
    <>
      {clauses.writtenReasons.map((reason) => (
        <p class="note" key={reason}>
          村里写明的理由：{widePunctuation(reason)}
        </p>
      ))}
    </>
  );
}

/** A use with its amount, what it is for, its share, and the words that allow it. */
export function UseItem({ row, share, clauses }: UseItemProps): VNode {
  return (
    <li>
      <span class="name">{row.name}</span>
      <Money fen={BigInt(row.amount)} />
      <span class="about">
        {[widePunctuation(row.description), shareWords(share)].filter(isSaid).join('，')}
      </span>
      {row.granted !== undefined && (
        <span class="about">
          其中 <Money fen={BigInt(row.granted)} /> 已按月列支，不重复算
        </span>
      )}
      {row.clauseMark === undefined ? (
        <span class="about">文件没有写到，由村里定</span>
      ) : (
        <ClauseDetails of={row.name} mark={row.clauseMark} clauses={clauses} />
      )}
    </li>
  );
}

/** A share in percent: hundredths of a percent have the two decimals of yuan. */
export function shareWords(share: bigint | undefined): string {
  return share === undefined ? '' : `占${plainYuan(share)}%`;
}

export function isSaid(words: string): boolean {
  return words !== '';
}

interface ClauseDetailsProps {
  readonly of: string;
  readonly mark: number;
  readonly clauses: NoticeClauses;
}

/** The words that allow the use, opened in place: verbatim in quotation marks, a paraphrase without. */
function ClauseDetails({ of, mark, clauses }: ClauseDetailsProps): VNode {
  const quotes = clauses.quotes.filter(({ pieces }) => pieces.some((piece) => piece.mark === mark));
  return (
    <details class="clause">
      <summary>
        依据哪一条<span class="unseen">（{of}）</span>
      </summary>
      {quotes.map(({ document, item, pieces, paraphrased }) => (
        <blockquote key={`${document} ${item}`}>
          {pieces
            .filter((piece) => piece.mark === mark)
            .map(({ text }) => (
              <p class="quote" key={text}>
                {paraphrased ? `大意：${withoutEdges(text)}` : `“${quotedWithin(withoutEdges(text))}”`}
              </p>
            ))}
          <p class="note">{widePunctuation(`《${document}》${item}`)}</p>
        </blockquote>
      ))}
    </details>
  );
}

/** A piece cut from a longer sentence loses the comma it was cut at. */
function withoutEdges(text: string): string {
  return widePunctuation(text).replace(/^[，、；：。]+|[，、；：。]+$/g, '');
}
