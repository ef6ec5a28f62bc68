import type { ComponentChildren, VNode } from 'preact';
import { monthOf } from '../../domain/calendar/calendar-day';
import type { DistributionNotice, FenText } from '../../domain/notices/distribution-notice';
import { COST_WORDS } from '../../glossary/notice-table';
import { Money } from '../../platform/views/money';
import { listWords, monthsWords } from './public-words.pages';

/** Four sentences, one thing each; the third is the largest figure of the page. */
export function NoticeStory({ notice }: { readonly notice: DistributionNotice }): VNode {
  const { heading, sums, uses } = notice;
  return (
    <div class="story">
      <p>
        {monthsWords(monthOf(heading.periodFrom), monthOf(heading.periodTo))}，{sourceWords(notice)}到账{' '}
        <Amount fen={sums.received} />。
        <CostWords notice={notice} />
        加上上次剩下的 <Amount fen={sums.carriedOver} />：
      </p>
      <p class="result">
        <span class="result-word">这次能分</span>
        <b class="result-figure">
          <Money fen={BigInt(sums.distributable)} /> 元
        </b>
      </p>
      <p>
        其中 <Amount fen={sums.planned} /> 分到{uses.rows.length}个用处，
        <Amount fen={sums.leftOver} /> 留到下期。
      </p>
    </div>
  );
}

function Amount({ fen }: { readonly fen: FenText }): VNode {
  return (
    <b>
      <Money fen={BigInt(fen)} /> 元
    </b>
  );
}

function sourceWords({ heading, income }: DistributionNotice): string {
  return `村里${income.rows.length}${heading.pool === 'pv' ? '个光伏电站' : '处资产'}`;
}

function CostWords({ notice }: { readonly notice: DistributionNotice }): ComponentChildren {
  const { deductions, sums } = notice;
  const words = deductions.map(({ kind, name }) => name ?? COST_WORDS[kind]);
  if (words.length === 0) return <>没有付掉的费用，</>;
  return (
    <>
      付掉{listWords([...new Set(words)])} <Amount fen={sums.deducted} />，
    </>
  );
}
