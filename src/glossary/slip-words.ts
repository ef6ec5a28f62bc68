import { capitalFigures } from '../domain/money/capital-figures';
import { yuanText } from '../domain/money/fen';
import type { NoticeIncome } from '../domain/notices/distribution-notice';
import type { SlipPart } from '../domain/notices/household-slip';
import type { Explained } from '../domain/policy/explanation';
import { widePunctuation } from '../platform/text/wide-punctuation';
import { fullDayText, yearMonthText } from '../platform/views/day-text';
import { tellFigure } from './reckoning-words';
import { problemSentence } from './sentences';
import { labelOf } from './terms';

/** What a household's slip tells: from the station to the fen in its hand. */
export interface SlipStory {
  readonly income: NoticeIncome;
  /** The figures of the sheet, as they are explained there. */
  readonly figures: readonly Explained[];
  /** What the plan is called, and the day its meeting passed it. */
  readonly plan: string;
  readonly decidedOn: string | undefined;
  readonly document: string;
  readonly use: string;
  /** What of the use it is, and how much that comes to for all it goes to. */
  readonly claim: string;
  readonly unit: string;
  readonly part: SlipPart;
  readonly claimed: bigint;
  /** What of that is not paid any more, so that the rest is shared. */
  readonly released: bigint;
}

/** One line of a slip: what is asked, and the answer. */
export interface SlipLine {
  readonly asks: string;
  readonly answer: string;
}

/** Why a household gets what it gets: stations and months, the batch, the rule, its own part. */
export function slipLines(story: SlipStory): SlipLine[] {
  const { figures, use, part, claimed, released, claim, document, unit } = story;
  const net = figures.find(({ label }) => label === 'net');
  const line = figures.find((figure) => figure.label === 'use' && figure.subject === use);
  const told = net === undefined ? undefined : tellFigure(net);
  const rule = line === undefined ? undefined : tellFigure(line);
  const ruleText = rule === undefined ? `${use}。` : `${rule.name} ${rule.amount} 元：${rule.how}`;
  const shared = `${widePunctuation(claim)}，一共 ${yuanText(claimed)} 元${releasedText(claimed, released)}`;
  return [
    { asks: '钱从哪来', answer: incomeText(story.income) },
    ...(told === undefined ? [] : [{ asks: '能分多少', answer: `${told.amount} 元：${told.how}` }]),
    { asks: '哪一批', answer: batchText(story) },
    {
      asks: '按哪条',
      answer: `《${widePunctuation(document)}》。${ruleText}`,
    },
    {
      asks: '怎么分',
      answer:
        `${shared}，分给${String(part.people)}${unit}，` +
        `一共 ${String(part.weights)} 份，您是 ${String(part.weight)} 份。` +
        part.reasons.map((reason) => problemSentence({ ...reason, field: '' })).join(''),
    },
    { asks: '您得多少', answer: `${yuanText(part.amount)} 元（${capitalFigures(part.amount)}）` },
  ];
}

/** What of a sum is not paid any more, and what is. */
function releasedText(claimed: bigint, released: bigint): string {
  if (released === 0n) return '';
  return `，其中 ${yuanText(released)} 元不再发，发 ${yuanText(claimed - released)} 元`;
}

/** What every station brought, by stream, and for which months; what brought nothing goes without saying. */
function incomeText({ rows, months }: NoticeIncome): string {
  const spans = new Map(
    months.map(({ stream, from, to }) => [
      stream,
      from === to ? yearMonthText(from) : `${yearMonthText(from)}到${yearMonthText(to)}`,
    ]),
  );
  const said = rows.flatMap(({ asset, receipts }) => {
    const came = receipts.filter(({ received }) => BigInt(received) !== 0n);
    const streams = came.map(({ stream, received }) => {
      const span = spans.get(stream);
      const of = span === undefined ? '' : `（${span}）`;
      return `${labelOf(`stream.${stream}`)}${of} ${yuanText(BigInt(received))}`;
    });
    return streams.length === 0 ? [] : [`${widePunctuation(asset)}：${streams.join('，')}`];
  });
  return said.length === 0 ? '这次没有钱到账，分的是上次剩下的。' : `${said.join('；')}。`;
}

function batchText({ plan, decidedOn }: SlipStory): string {
  return decidedOn === undefined ? `${plan}，还没有通过。` : `${plan}，${fullDayText(decidedOn)}开会通过。`;
}
