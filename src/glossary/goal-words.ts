import { labelOf } from './terms';

/**
 * `2024年 其中的数 12，2025-01-05 统计表`, or that it is not there; a source without a value is of what was
 * typed before the books came to say otherwise.
 */
export function figureText(told: {
  readonly figure: string;
  readonly year: number;
  readonly value: string | undefined;
  readonly source: string | undefined;
  /** Between what the books see it. */
  readonly bounds: { readonly least: string | undefined; readonly most: string | undefined };
}): string {
  const { figure, year, value, source, bounds } = told;
  const name = `${String(year)}年${labelOf(`matterFact.${figure}`)}`;
  const missing = source === undefined ? '还没有' : `还没有（${source}填的和账上对不上，不算，请重填）`;
  const said = value === undefined ? missing : `${value}（${source ?? '账上算的'}）`;
  return `${name}：${said}${boundsText(bounds)}`;
}

function boundsText({ least, most }: Parameters<typeof figureText>[0]['bounds']): string {
  const words = [
    ...(least === undefined ? [] : [`不少于 ${least}`]),
    ...(most === undefined ? [] : [`不多于 ${most}`]),
  ];
  return words.length === 0 ? '' : `　账上：${words.join('，')}`;
}

/** `达到 3，没达到 4，定不了 5`, of so many. */
export function aboutsText(counts: {
  readonly all: number;
  readonly met: number;
  readonly missed: number;
  readonly undecided: number;
}): string {
  const { all, met, missed, undecided } = counts;
  return `${String(all)} 处：达到 ${String(met)}，没达到 ${String(missed)}，缺数 ${String(undecided)}`;
}

/** `20万元以上不满50万元：3 个村，要 100 个`. */
export function bandText(row: {
  readonly from: string;
  readonly to: string | undefined;
  readonly count: number;
  readonly wanted: string | undefined;
}): string {
  const { from, to, count, wanted } = row;
  const span = to === undefined ? `${from} 元以上` : `${from} 元以上不满 ${to} 元`;
  return `${span}：${String(count)} 个村${wanted === undefined ? '' : `，要 ${wanted} 个`}`;
}

/** How many villages' books do not know the year. */
export function bandUnknownText(count: number): string {
  return `还有 ${String(count)} 个村账上没有这一年`;
}

/** Of so many, how many have a figure of a goal that names no number. */
export function shownText(counts: { readonly all: number; readonly known: number }): string {
  return `${String(counts.all)} 处，有数的 ${String(counts.known)} 处`;
}

/** Of which month, by which day, and the day it was done. */
export function dueText(told: {
  readonly about: string;
  readonly lastDay: string;
  readonly doneOn: string | undefined;
}): string {
  const { about, lastDay, doneOn } = told;
  return `${about}　${lastDay} 以前${doneOn === undefined ? '' : `　${doneOn} 办`}`;
}

const ONE_OF_MANY: Readonly<Record<string, string>> = {
  household: '户',
  contract: '份合同',
  department: '个单位',
};

/** `每一户都要达到：填最低的那一户的数`; undefined where a figure stands for nothing but itself. */
export function standsForText(level: string, which: 'lowest' | 'highest' | undefined): string | undefined {
  const one = ONE_OF_MANY[level];
  if (one === undefined || which === undefined) return undefined;
  return `每一${one}都要做到：填${which === 'lowest' ? '最低' : '最高'}的那一${one}的数`;
}
