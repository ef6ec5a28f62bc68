import type { CoveredDocument, CoveredRule } from '../domain/policy/coverage';
import type { DomainError } from '../domain/shared/domain-error';
import { FormProblems, type Problem } from '../domain/shared/problem';
import { differenceText, type DifferenceWords, refusalText } from './case-words';
import { problemSentence } from './sentences';

/** How the command is asked. */
export function policyUsageText(): string {
  return [
    '用法：npm run policy -- 做什么 …',
    '  lint [文件…]                      查政策文件写得对不对；不写文件名就查 seeds/policies 里的全部',
    '  verify --sources 文件夹 [政策…]   把每条引文和文件夹里的原文一字一字对',
    '  test [政策…]                      跑政策旁边的例子（生效日.examples.yaml）',
    '  explain 政策 [编号]                讲一份政策，或者其中一条：条文、用到的数、要知道什么',
    '  compare 政策 政策                  两份政策放在一起，只有一份有的、两份不一样的，连条文',
    '  coverage                           核对文件的每一条规定怎样落实（coverage.yaml），报数',
    '政策写编号，例如 341200/2023-09-21；只有一份时写 341200 就行。',
    '',
  ].join('\n');
}

export function noSuchPackText(asked: string, known: readonly string[]): string {
  return `没有政策“${asked}”。有的是：${known.join('、')}\n`;
}

/** A region with several packs was named: which one is meant is not known. */
export function severalPacksText(asked: string, ids: readonly string[]): string {
  return `“${asked}”有 ${String(ids.length)} 份政策：${ids.join('、')}。请写全编号。\n`;
}

export function unopenedText(path: string): string {
  return `${path}：打不开，请核对名称。\n`;
}

/** As many problems of a file as somebody reads before mending the first of them. */
const SHOWN_PROBLEMS = 50;

/**
 * A pack file that is all right, or the problems of it, each with its place, its code and its sentence; of
 * very many the first, and how many more there are.
 */
export function lintText(id: string, problems: readonly Problem[]): string {
  if (problems.length === 0) return `${id}：没有问题\n`;
  const more = problems.length - SHOWN_PROBLEMS;
  const lines = problems.slice(0, SHOWN_PROBLEMS).map((problem) => {
    const field = problem.field === '' ? '整份文件' : problem.field;
    return `  ${field}  ${problem.code}  ${problemSentence({ ...problem, field })}`;
  });
  const rest = more > 0 ? [`  还有 ${String(more)} 处，先改前面的`] : [];
  return [`${id}：${String(problems.length)} 处不对`, ...lines, ...rest, ''].join('\n');
}

export function lintedText(counts: { readonly files: number; readonly wrong: number }): string {
  return counts.wrong === 0
    ? `${String(counts.files)} 份政策文件都对。\n`
    : `${String(counts.files)} 份政策文件里有 ${String(counts.wrong)} 份不对。\n`;
}

/** Every problem of a file that could not be read. */
export function brokenPackText(refusal: DomainError): string {
  if (!(refusal instanceof FormProblems)) return `${refusalText(refusal)}\n`;
  return lintText('', refusal.problems);
}

/** A pack beside the text of its document. */
export interface VerifiedWords {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'held' | 'differs' | 'noText' | 'unseen';
  readonly clauses: number;
  readonly source: string;
  readonly isSameText: boolean;
  readonly sha256: string;
  readonly departures: readonly {
    readonly key: string;
    readonly at: string;
    readonly character: number;
    readonly after: string;
    readonly quoted: string;
    readonly found: string;
    readonly place: { readonly line: number; readonly column: number } | undefined;
  }[];
}

/** What came of it, every clause that differs in a line of its own. */
export function verifiedText(words: VerifiedWords): string {
  const head = `${words.id} 《${words.title}》`;
  if (words.outcome === 'unseen') return `${head}\n  没有见到原文，条文是转述，不核\n`;
  if (words.outcome === 'noText') return `${head}\n  没有找到：文件夹里没有一份原文有它的条文\n`;
  const differing = words.departures.length;
  const print = words.isSameText ? '指纹相符' : `指纹不符：政策文件写的是 ${words.sha256}`;
  const lines = [
    head,
    `  原文 ${words.source}，${print}`,
    ...words.departures.map((departure) => `  ${departureText(departure, words.source)}`),
    differing === 0
      ? `  ${String(words.clauses)} 条引文一字不差`
      : `  ${String(words.clauses)} 条引文里有 ${String(differing)} 条和原文不一样`,
  ];
  return `${lines.join('\n')}\n`;
}

/** What came of the examples of a pack. */
export interface TestedWords {
  readonly id: string;
  readonly examples: number;
  readonly problems: readonly Problem[];
  readonly differences: readonly DifferenceWords[];
}

/** A line for a pack whose examples hold; every difference, and every fault of their file, with its place. */
export function testedText({ id, examples, problems, differences }: TestedWords): string {
  if (problems.length > 0) return lintText(`${id} 的例子`, problems);
  if (examples === 0) return `${id}：旁边没有例子\n`;
  if (differences.length === 0) return `${id}：${String(examples)} 个例子都对\n`;
  const lines = differences.map((difference) => `  ${differenceText(difference)}`);
  return [`${id}：${String(examples)} 个例子，${String(lines.length)} 处不对`, ...lines, ''].join('\n');
}

export function allTestedText(counts: { readonly packs: number; readonly wrong: number }): string {
  return counts.wrong === 0
    ? `${String(counts.packs)} 份政策的例子都对。\n`
    : `${String(counts.packs)} 份政策里有 ${String(counts.wrong)} 份的例子不对。\n`;
}

const CARRIED: Readonly<Record<string, string>> = {
  block: '不合就不能办',
  warn: '不合要写理由',
  indicator: '指标',
  record: '记录',
  disclosure: '公开',
  calendar: '日程',
  entity: '说法',
  not_built: '不做',
};
/** How far a rule of a document is, in words. */
export const STANDING_WORDS: Readonly<Record<string, string>> = {
  wired: '流程里已经在判',
  judged: '给出事实就能判',
  shown: '文件没有给数，只显示',
  kept: '没有要判的',
  none: '不做',
};

/** How many rules are carried out in which way and how far, by document, and what does not hold. */
export function coverageText(
  documents: readonly (CoveredDocument & { readonly problems: readonly Problem[] })[],
): string {
  const all = documents.flatMap(({ covered }) => covered);
  const counted = (texts: readonly string[], names: Readonly<Record<string, string>>): string =>
    Object.entries(names)
      .map(([key, name]) => [name, texts.filter((text) => text === key).length] as const)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${name} ${String(count)}`)
      .join('，');
  const line = (covered: readonly CoveredRule[]): string =>
    [
      `${String(covered.length)} 条：${counted(
        covered.map((rule) => rule.as),
        CARRIED,
      )}`,
      `    ${counted(
        covered.map((rule) => rule.standing),
        STANDING_WORDS,
      )}`,
    ].join('\n');
  return [
    ...documents.flatMap(({ pack, covered, problems }) => [
      `${pack}  ${line(covered)}`,
      ...problems.map((problem) => `  ${problem.field}  ${problem.code}  ${problemSentence(problem)}`),
    ]),
    `合计  ${line(all)}`,
    '',
  ].join('\n');
}

function departureText(departure: VerifiedWords['departures'][number], source: string): string {
  const { key, at, character, after, quoted, found, place } = departure;
  const where = `不符  条款 ${key}（${at}）第 ${String(character)} 个字`;
  if (place === undefined) return `${where}：引文写“${quoted}”，原文里找不到这一条`;
  const inText = `${source} 第 ${String(place.line)} 行第 ${String(place.column)} 个字`;
  const stands = found.trim() === '' ? '这里断开' : `是“${found}”`;
  return `${where}：“${after}”后面引文写“${quoted}”，${inText}${stands}`;
}

/** @param counts `unseen`: packs that were not held against anything, since their text was never seen */
export function allVerifiedText(counts: {
  readonly packs: number;
  readonly wrong: number;
  readonly unseen: number;
}): string {
  const seen = counts.packs - counts.unseen;
  const held =
    counts.wrong === 0
      ? `${String(seen)} 份政策都和原文相符。`
      : `${String(seen)} 份政策里有 ${String(counts.wrong)} 份和原文对不上。`;
  const unseen = `${String(counts.unseen)} 份没有见到原文，没有核。`;
  return `${seen === 0 ? '' : held}${counts.unseen === 0 ? '' : unseen}\n`;
}
