import type { PackDifference, QuotedItem } from '../domain/policy/compare-packs';
import type { PolicyPack } from '../domain/policy/pack';
import type { RuleInputs } from '../domain/policy/rule-inputs';
import { DECIDER_WORDS, FACT_WORDS, FORCE_WORDS, PART_WORDS, UNIT_WORDS } from './terms-policy';

/** Which document a pack is, and from when to when it holds. */
export function packHeadText({ id, region, valid, source }: PolicyPack): string {
  const until = valid.to === undefined ? '没有写到哪一天' : `到 ${valid.to}`;
  const confirm =
    valid.confirmAfter === undefined ? '' : `；${valid.confirmAfter} 以后还用，要有人确认仍然有效`;
  return [
    `${id} ${region.name}《${source.title}》（${source.issuer}）`,
    `  从 ${valid.from} 起，${until}${confirm}`,
    '',
  ].join('\n');
}

export function noSuchLineText(asked: string, known: readonly string[]): string {
  return `这份政策没有“${asked}”。有的是：${known.join('、')}\n`;
}

/** One line of a pack in one line of text. */
export function itemLine(item: QuotedItem): string {
  return `  ${headText(item)}\n`;
}

/** One line of a pack in full: what it says, how hard it presses, its clause, its numbers, what it needs. */
export function itemText(item: QuotedItem, { facts, written, values, needs }: RuleInputs): string {
  const numbers = [
    ...written.filter((number) => number !== '0').map((number) => `${number}（写在规定里）`),
    ...values.map(({ id, value, unit }) => `${value}${UNIT_WORDS[unit] ?? ''}（${id}）`),
  ];
  const open = needs.map(
    ({ id, says, decidedBy }) =>
      `${says}（${id}，${DECIDER_WORDS[decidedBy] ?? ''}定；没有定就是定不了，不算通过）`,
  );
  const lines = [
    headText(item),
    `  条文：${quoteText(item)}`,
    ...numbers.map((number) => `  文件给的数：${number}`),
    ...open.map((need) => `  还要有人定的数：${need}`),
    ...(facts.length === 0 ? [] : [`  要知道的事：${facts.map(factWord).join('、')}`]),
  ];
  return `${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

/** Two packs side by side. */
export function comparedText(compared: {
  readonly left: PolicyPack;
  readonly right: PolicyPack;
  readonly differences: readonly PackDifference[];
}): string {
  const { left, right, differences } = compared;
  const only = (text: string, items: readonly (QuotedItem | undefined)[]): string[] => {
    const there = items.flatMap((item) => item ?? []);
    return there.length === 0
      ? []
      : [text, ...there.flatMap((item) => [`  ${headText(item)}`, `    ${quoteText(item)}`])];
  };
  const both = differences.flatMap((difference) =>
    difference.left === undefined || difference.right === undefined
      ? []
      : [
          `  甲  ${headText(difference.left)}`,
          `    ${quoteText(difference.left)}`,
          `  乙  ${headText(difference.right)}`,
          `    ${quoteText(difference.right)}`,
        ],
  );
  const lines = [
    `甲：${packHeadText(left)}乙：${packHeadText(right)}`.trimEnd(),
    ...(both.length === 0 ? [] : ['两份都有，不一样：', ...both]),
    ...only(
      '只有甲有：',
      differences.filter((each) => each.right === undefined).map((each) => each.left),
    ),
    ...only(
      '只有乙有：',
      differences.filter((each) => each.left === undefined).map((each) => each.right),
    ),
    ...(differences.length === 0 ? ['两份政策定的一样。'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** A fact in words, a family with its member behind it: `planned:posts`. */
function factWord(fact: string): string {
  const [name = '', member] = fact.split(':');
  const word = FACT_WORDS[name] ?? name;
  return member === undefined ? word : `${word}（${member}）`;
}

function headText({ part, id, says, force }: QuotedItem): string {
  const presses = force === undefined ? '' : `（${FORCE_WORDS[force] ?? ''}）`;
  return `${PART_WORDS[part] ?? part} ${id}：${says}${presses}`;
}

function quoteText({ at, text, isParaphrase }: QuotedItem): string {
  return isParaphrase ? `${at}：${text}` : `${at}“${text}”`;
}
