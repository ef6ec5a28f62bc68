import { spokenDigits, spokenNumber, spokenYuan } from '../domain/money/capital-figures';
import { type Fen, sumFen } from '../domain/money/fen';
import type { Explained } from '../domain/policy/explanation';
import { figureName } from './figure-words';

/** What is read out of a plan beside its figures. */
export interface BroadcastStory {
  /** The figures of its sheet, as they are explained there. */
  readonly figures: readonly Explained[];
  /** 光伏收益, 其他经营性资产收益. */
  readonly pool: string;
  readonly from: string;
  readonly to: string;
  /** The days its sheet hangs on the wall, once it is published. */
  readonly publicity: { readonly from: string; readonly to: string } | undefined;
  /** A public telephone to ask at. */
  readonly phone: string | undefined;
}

/** The longest sentence that is read out, its stop included, in characters. */
export const LONGEST_SPOKEN = 30;

/** What is read in a minute, in characters: slowly, for old people and in the open. */
const SPOKEN_A_MINUTE = 260;

/** About a minute: with more to read than this, the smallest uses are read as one sum. */
const MOST_READ = 300;

/**
 * The text for the village loudspeaker, about a minute: what there was, what came, what went off, what there
 * is to share, where it goes, where to ask. One figure to a sentence, amounts as they are read, no word that
 * only accountants know. Of many uses the smallest are read as one sum.
 */
export function broadcastSentences(story: BroadcastStory): string[] {
  const { figures, pool } = story;
  const terms = figures.find(({ label }) => label === 'net')?.inputs ?? [];
  const of = (label: string): Fen => sumOf(terms.filter((term) => term.label === label));
  const [carried, costs] = [of('carried_over'), of('cost')];
  const opening = [
    '各位乡亲，现在念账。',
    ...spokenLine(`念的是${pool}`, ''),
    ...periodLines(story),
    `${carried < 0n ? '上次欠下' : '上次剩下'}${spokenYuan(carried)}。`,
    `这次到账${spokenYuan(of('received'))}。`,
    `先付掉费用${spokenYuan(costs)}。`,
    `这次能分${spokenYuan(resultOf(figures, 'net'))}。`,
    '下面念分到哪里。',
  ];
  const ending = [
    `留到下期${spokenYuan(resultOf(figures, 'left'))}。`,
    '加起来一分不差。',
    ...wallLines(story.publicity),
    '哪里不明白，就来问，也可以提意见。',
    ...(story.phone === undefined ? [] : [`电话，${spokenDigits(story.phone)}。`]),
    '念完了，谢谢大家。',
  ];
  const room = MOST_READ - lengthOf([...opening, ...ending]);
  return [...opening, ...useLines(figures, room), ...ending];
}

/** How long it takes to read a text out, in seconds. */
export function secondsOf(sentences: readonly string[]): number {
  return Math.round((lengthOf(sentences) * 60) / SPOKEN_A_MINUTE);
}

/** The uses that get something, as many one by one as there is time for, the largest ones surely. */
function useLines(figures: readonly Explained[], room: number): string[] {
  const uses = figures.filter(({ label, result }) => label === 'use' && result !== 0n);
  const inOrder = [...uses].sort((one, other) => (sumOf([one]) < sumOf([other]) ? 1 : -1));
  const counts = inOrder.map((_, index) => inOrder.length - index);
  // One use alone is read by its name: a sum of one tells less and is no shorter.
  const count = counts
    .filter((each) => each > FEWEST_USES && each !== inOrder.length - 1)
    .find((each) => lengthOf(linesOf(uses, inOrder.slice(0, each))) <= room);
  return linesOf(uses, inOrder.slice(0, count ?? FEWEST_USES));
}

const FEWEST_USES = 3;

function linesOf(uses: readonly Explained[], read: readonly Explained[]): string[] {
  const named = uses
    .filter((use) => read.includes(use))
    .flatMap((use) => spokenLine(figureName(use), spokenYuan(sumOf([use]))));
  const rest = uses.filter((use) => !read.includes(use));
  if (rest.length === 0) return named;
  return [...named, `其余${spokenNumber(BigInt(rest.length))}项，一共${spokenYuan(sumOf(rest))}。`];
}

/** A name with its figure in one sentence, or in as many as it takes. */
function spokenLine(name: string, figure: string): string[] {
  const whole = figure === '' ? `${name}。` : `${name}，${figure}。`;
  if ([...whole].length <= LONGEST_SPOKEN) return [whole];
  const pieces = [...name].flatMap((_, at, all) =>
    at % PIECE === 0 ? [`${all.slice(at, at + PIECE).join('')}，`] : [],
  );
  return [...pieces, figure === '' ? '就是这一项。' : `这一项${figure}。`];
}

const PIECE = LONGEST_SPOKEN - 1;

function periodLines({ from, to }: BroadcastStory): string[] {
  const [first, last] = [from, to].map((day) => `${yearText(day)}${dayText(day)}`);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return sameYear ? [`从${first ?? ''}，到${dayText(to)}。`] : [`从${first ?? ''}，`, `到${last ?? ''}。`];
}

function wallLines(publicity: BroadcastStory['publicity']): string[] {
  if (publicity === undefined) return ['细账会贴在公示栏上。'];
  return ['细账贴在公示栏上。', `从${dayText(publicity.from)}，贴到${dayText(publicity.to)}。`];
}

function yearText(day: string): string {
  return `${spokenDigits(day.slice(0, 4))}年`;
}

function dayText(day: string): string {
  const [month, date] = [day.slice(5, 7), day.slice(8, 10)].map((text) => spokenNumber(BigInt(text)));
  return `${month ?? ''}月${date ?? ''}日`;
}

function resultOf(figures: readonly Explained[], label: string): Fen {
  return sumOf(figures.filter((figure) => figure.label === label));
}

function sumOf(figures: readonly Explained[]): Fen {
  return sumFen(figures.map(({ result }) => (typeof result === 'bigint' ? result : 0n)));
}

function lengthOf(sentences: readonly string[]): number {
  return sentences.reduce((sum, sentence) => sum + [...sentence].length, 0);
}
