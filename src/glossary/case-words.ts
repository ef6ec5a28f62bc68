import { type DomainError } from '../domain/shared/domain-error';
import { FormProblems } from '../domain/shared/problem';
import { problemSentence, sentenceFor } from './sentences';

/** What a person reads of a refusal: every problem's sentence in one line. */
export function refusalText(refusal: DomainError): string {
  if (!(refusal instanceof FormProblems)) return sentenceFor(refusal.code, refusal.facts);
  return refusal.problems.map(problemSentence).join(' ');
}

/** Every problem of a file that could not be read, a line each, with its place. */
export function unreadableText(file: string, refusal: DomainError): string {
  const lines =
    refusal instanceof FormProblems
      ? refusal.problems.map((problem) => `  ${problem.field}  ${problemSentence(problem)}`)
      : [`  ${refusalText(refusal)}`];
  return [`${file}：读不出来`, ...lines, ''].join('\n');
}

/** The case, or a story it tells, is no file that can be opened. */
export function missingCaseText(file: string): string {
  return `${file}：打不开这个案例，或者它引用的经过，请核对文件名。\n`;
}

/** A figure that came out otherwise than the case expects. */
export interface DifferenceWords {
  readonly at: string;
  readonly expected: string;
  readonly got: string;
}

/** What is said of a case that was run. */
export interface CaseWords {
  readonly title: string;
  readonly refusals: readonly { readonly at: string; readonly codes: readonly string[] }[];
  readonly differences: readonly DifferenceWords[];
  readonly held: readonly {
    readonly about: string;
    readonly of: string;
    readonly compared: number;
    readonly unread: number;
    readonly differences: readonly DifferenceWords[];
  }[];
}

const ABOUT: Readonly<Record<string, string>> = {
  surplus: '收益计算表',
  undistributed: '未分配余额',
  plan: '分配方案',
  left_overs: '结转合计',
  ledger: '科目余额',
  slip: '电费结算单',
  notice: '公示',
  payouts: '多次发放',
  split: '收益分到用途',
  year: '全年比例',
};

/** One line for each group of figures; differences in full. */
export function caseText(result: CaseWords): string {
  const lines = [
    result.title,
    ...result.differences.map((difference) => `  经过不对：${differenceText(difference)}`),
    ...result.refusals.map(({ at, codes }) => `  拒绝得对  ${at}：${codes.join('、')}，账没有变`),
    ...result.held.flatMap((held) => [
      `  ${held.differences.length === 0 ? '相符' : '不符'}  ${askedText(held)}：${countText(held)}`,
      ...held.differences.map((difference) => `    ${differenceText(difference)}`),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The last line of a run over several cases. */
export function runText(counts: { readonly cases: number; readonly wrong: number }): string {
  return counts.wrong === 0
    ? `${String(counts.cases)} 个案例都对。\n`
    : `${String(counts.cases)} 个案例里有 ${String(counts.wrong)} 个不对。\n`;
}

/** What the program says when no file is named. */
export function casesUsageText(): string {
  return '用法：npm run cases -- 案例文件…，例如 npm run cases -- test/cases/*.yaml\n';
}

function askedText({ about, of }: { readonly about: string; readonly of: string }): string {
  return `${ABOUT[about] ?? about} ${of}`;
}

function countText(held: { readonly compared: number; readonly unread: number }): string {
  const unread =
    held.unread === 0 ? '' : `，另有 ${String(held.unread)} 处要看打印件，本机没有 pdftotext，没有核`;
  return `核了 ${String(held.compared)} 处${unread}`;
}

/** A figure that came out otherwise, with its place. */
export function differenceText({ at, expected, got }: DifferenceWords): string {
  return `${at}：应是 ${expected === '' ? '（不拒绝）' : expected}，实际 ${got === '' ? '（没有）' : got}`;
}

/** Where the sheets of a story hang. */
export const STORY_BOARD = '村务公开栏';
