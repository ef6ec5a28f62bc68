import type { VNode } from 'preact';
import { costKindOf } from '../../domain/distribution/year-plan';
import { type Fen, yuanText } from '../../domain/money/fen';
import { yearShares } from '../../domain/notices/check-year-plan-notice';
import type {
  YearChangeRow,
  YearMoneyRow,
  YearPlanNotice,
  YearUseRow,
} from '../../domain/notices/year-plan-notice';
import { yearPlanWords } from '../../glossary/year-plan-words';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { fullDayText } from '../../platform/views/day-text';
import { Money } from '../../platform/views/money';
import { NoticeFrame, type NoticeFrameProps } from './notice-frame.pages';
import { ToldObjections } from './public-objections.pages';
import { isSaid, shareWords, UseItem, WrittenReasons } from './uses-section.pages';

interface OfPlan {
  readonly notice: YearPlanNotice;
}

/**
 * The public page of a yearly use plan's sheet: whether it holds, what is expected in plain sentences, what
 * it is for, where it comes from, what a revision changed, the steps, the proof.
 */
export function PublicYearPlanPage(page: NoticeFrameProps<YearPlanNotice>): VNode {
  const { notice } = page;
  return (
    <NoticeFrame page={page}>
      <YearStory notice={notice} />
      <ChangeSection notice={notice} />
      <YearUses notice={notice} />
      <YearMoney notice={notice} />
      <ToldObjections rows={page.told} />
      <StepsSection notice={notice} />
    </NoticeFrame>
  );
}

function Amount({ fen }: { readonly fen: string }): VNode {
  return (
    <b>
      <Money fen={BigInt(fen)} /> 元
    </b>
  );
}

/** Short sentences, one number each; the third is the largest figure of the page. */
function YearStory({ notice: { heading, sums, uses } }: OfPlan): VNode {
  return (
    <div class="story">
      <p>
        {`${heading.periodFrom.slice(0, 4)}年预计收到`} <Amount fen={sums.income} />
        ，要付费用 <Amount fen={sums.costs} />
        ，加上往年剩下的 <Amount fen={sums.carriedOver} />：
      </p>
      <p class="result">
        <span class="result-word">{yearPlanWords.expected}</span>
        <b class="result-figure">
          <Money fen={BigInt(sums.expected)} /> 元
        </b>
      </p>
      <p>
        打算用 <Amount fen={sums.used} />，{uses.rows.length}个用处；预留 <Amount fen={sums.reserve} />
        ；还没安排 <Amount fen={sums.left} />。
      </p>
      <p class="note">这些是预计的数。钱到了账，一期一期地分，到时候再公示。</p>
    </div>
  );
}

/** Each use with its posts, its share and its clause; what is kept back and what is left stand last. */
function YearUses({ notice }: OfPlan): VNode {
  const { uses, sums, clauses } = notice;
  const shares = yearShares(notice);
  const kept = [
    { name: yearPlanWords.reserve, amount: sums.reserve, share: shares?.reserve, about: uses.reserveFor },
    { name: yearPlanWords.left, amount: sums.left, share: shares?.left, about: undefined },
  ].filter(({ name, amount }) => name !== yearPlanWords.reserve || amount !== '0');
  return (
    <section>
      <h2>打算用到哪里</h2>
      {shares !== undefined && (
        <p class="note">
          占比 = 该项金额 ÷ 预计能用 <Money fen={BigInt(sums.expected)} />
        </p>
      )}
      <ul class="rows">
        {uses.rows.map((row, index) => (
          <UseItem
            key={`${row.bucket} ${index}`}
            row={{ ...row, description: useWords(row) }}
            share={shares?.rows[index]}
            clauses={clauses}
          />
        ))}
        {kept.map(({ name, amount, share, about = '' }) => (
          <li key={name}>
            <span class="name">{name}</span>
            <Money fen={BigInt(amount)} />
            <span class="about">{[widePunctuation(about), shareWords(share)].filter(isSaid).join('，')}</span>
          </li>
        ))}
        <li class="total">
          <span class="name">{yearPlanWords.expected}</span>
          <Money fen={BigInt(sums.expected)} />
        </li>
      </ul>
      <WrittenReasons clauses={clauses} />
    </section>
  );
}

function useWords({ description, posts }: YearUseRow): string {
  if (posts === undefined) return description;
  const { people, months, standard } = posts;
  return yearPlanWords.posts(description, { people, months, standard: yuanText(BigInt(standard)) });
}

/** What is expected to come in, and what will have to be paid, each with where its figure comes from. */
function YearMoney({ notice: { money, sums } }: OfPlan): VNode {
  const costs = money.filter(({ code }) => costKindOf(code) !== undefined);
  const came = money.filter((row) => !costs.includes(row));
  return (
    <>
      <section>
        <h2>预计收到多少钱</h2>
        <MoneyRows rows={came} total={BigInt(sums.carriedOver) + BigInt(sums.income)} />
      </section>
      <section>
        <h2>预计要付的费用</h2>
        {costs.length === 0 ? <p>没有预计的费用。</p> : <MoneyRows rows={costs} total={BigInt(sums.costs)} />}
      </section>
    </>
  );
}

function MoneyRows({ rows, total }: { readonly rows: readonly YearMoneyRow[]; readonly total: Fen }): VNode {
  return (
    <ul class="rows">
      {rows.map(({ code, name, from, why, amount }) => (
        <li key={code}>
          <span class="name">{name}</span>
          <Money fen={BigInt(amount)} />
          <span class="about">{widePunctuation(from)}</span>
          {why !== undefined && <span class="about">{widePunctuation(`为什么不一样：${why}`)}</span>}
        </li>
      ))}
      <li class="total">
        <span class="name">合计</span>
        <Money fen={total} />
      </li>
    </ul>
  );
}

/** What a revision changed, by how much, and why. */
function ChangeSection({ notice: { change } }: OfPlan): VNode | null {
  if (change === undefined) return null;
  return (
    <section>
      <h2>这次改了什么</h2>
      <p>{widePunctuation(`为什么改：${change.why}`)}</p>
      <ul class="rows">
        {change.rows.map((row) => (
          <li key={row.name}>
            <span class="name">{row.name}</span>
            <Money fen={BigInt(row.after)} />
            <span class="about">{changeWords(row)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function changeWords({ before, after }: YearChangeRow): string {
  const difference = BigInt(after) - BigInt(before);
  const sign = difference > 0n ? '+' : '';
  return `原来 ${yuanText(BigInt(before))}，相差 ${sign}${yuanText(difference)}`;
}

function StepsSection({ notice: { draftedOn, steps, heading } }: OfPlan): VNode {
  return (
    <section>
      <h2>走过的步骤</h2>
      <ol>
        <li>{`${fullDayText(draftedOn)}由${heading.issuer}起草`}</li>
        {steps.map(({ name, on }) => (
          <li key={name}>{`${fullDayText(on)}${name}`}</li>
        ))}
      </ol>
    </section>
  );
}
