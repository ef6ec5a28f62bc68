import { yuanText } from '../domain/money/fen';
import type { NoticeNumber } from '../domain/notices/notice-reckoning';
import type { Explained } from '../domain/policy/explanation';
import { widePunctuation } from '../platform/text/wide-punctuation';
import { fullDayText } from '../platform/views/day-text';
import { coveredNames, figureName, outcomeText, termName } from './figure-words';
import { numberText, paperText } from './policy-register-texts';
import { labelOf } from './terms';

/** A figure told in plain words: what it is, what it came to, and how, as one paragraph. */
export interface ToldFigure {
  readonly name: string;
  readonly amount: string;
  readonly how: string;
}

/**
 * How a figure of a plan came about, in plain words: the arithmetic with every figure named and every share
 * beside what it is a share of, who says a number that the document does not, the place in the document.
 * @param figure its clauses are places in the document as print shows them
 */
export function tellFigure(figure: Explained): ToldFigure {
  const { result, clause } = figure;
  const how = [...sentencesOf(figure), ...(clause === undefined ? [] : [`依据${widePunctuation(clause)}。`])];
  return {
    name: figureName(figure),
    amount: typeof result === 'bigint' ? yuanText(result) : '',
    how: how.join(''),
  };
}

function sentencesOf(figure: Explained): string[] {
  const { label, formula, inputs } = figure;
  if (label === 'year') return yearSentences(figure);
  if (label === 'net') return [`${sumText(inputs)}，都是账上的数。`];
  if (label === 'left') return [`${sumText(inputs)}。`];
  return [...takeSentences(formula, inputs), ...inputs.flatMap(boundSentence), ...wholeSentences(inputs)];
}

/** What the shares above are shares of, each once, as the sum it is. */
function wholeSentences(inputs: readonly Explained[]): string[] {
  const wholes = [...inputs, ...inputs.flatMap((input) => input.inputs)].filter(
    (input) => input.label === 'whole' && input.inputs.length > 1,
  );
  return [...new Set(wholes.map(wholeSentence))];
}

function wholeSentence(whole: Explained): string {
  const sum = whole.inputs.length > 1 ? ` = ${sumText(whole.inputs)}` : '';
  return `${termName(whole)} ${resultText(whole)}${sum}。`;
}

/** How much a use takes: as it was decided, a share of a whole, what others leave, what agreements say. */
function takeSentences(formula: string, inputs: readonly Explained[]): string[] {
  const own = inputs.filter(({ label }) => label !== 'floor' && label !== 'cap');
  const find = (label: string): Explained | undefined => own.find((input) => input.label === label);
  switch (formula) {
    case 'as_decided':
      return [`${SAID[find('amount')?.source?.kind ?? 'village'] ?? ''}。`];
    case 'share_of':
      return [`${shareOf(own)}。`, ...roundingSentence(find('rounding'))];
    case 'rest':
      return [`${differenceText(find('available'), find('beside'))}，其余的都给这一项。`];
    case 'dues':
      return ['按协议应付的数。'];
    default:
      return [`${undecidedText(own)}。`];
  }
}

const SAID: Readonly<Record<string, string>> = {
  village: '村里商量定的数',
  county: '县里定的数',
  document: '文件定的数',
  books: '账上的数',
};

/** `60%（县里定的数）×扣除费用后 77,807.62`: the share, who says it, and what it is a share of. */
function shareOf(inputs: readonly Explained[]): string {
  const share = inputs.find(({ label }) => label === 'share');
  const whole = inputs.find(({ label }) => label === 'whole');
  if (share === undefined || whole === undefined) return undecidedText(inputs);
  return `${resultText(share)}${saidBy(share)} × ${termName(whole)} ${resultText(whole)}`;
}

/** Who says a number, where neither document nor books do: they go without saying. */
function saidBy({ source }: Explained): string {
  return source?.kind === 'county' || source?.kind === 'village' ? `（${SAID[source.kind] ?? ''}）` : '';
}

function roundingSentence(rounding: Explained | undefined): string[] {
  if (rounding === undefined) return [];
  const how = ROUNDINGS[rounding.formula];
  return how === undefined ? [] : [`算到分还有 ${String(rounding.result)} 分的零头，${how}。`];
}

const ROUNDINGS: Readonly<Record<string, string>> = {
  largest_remainder: '先补给零头大的',
  up_to_floor: '要够最低数，往上进',
  down_to_cap: '不能超过最高数，舍去',
};

function differenceText(available: Explained | undefined, beside: Explained | undefined): string {
  const before = `轮到时还有 ${available === undefined ? '' : resultText(available)}`;
  const taken = beside !== undefined && beside.result !== 0n;
  return taken ? `${before}，同时分的别项用 ${resultText(beside)}` : before;
}

function boundSentence({ label, formula, inputs, result, clause }: Explained): string[] {
  if (label !== 'floor' && label !== 'cap') return [];
  const name = label === 'floor' ? '最低' : '最高';
  const item = clause === undefined ? '' : `（${widePunctuation(clause)}）`;
  if (typeof result !== 'bigint') return [`${name}多少还定不了，${undecidedText(inputs)}。`];
  if (formula === 'share_of') return [`${name} ${yuanText(result)} = ${shareOf(inputs)}${item}。`];
  return [`${name} ${yuanText(result)}${item}。`];
}

function undecidedText(inputs: readonly Explained[]): string {
  const missing = inputs.filter(({ label }) => label === 'missing').map(resultText);
  return missing.length === 0 ? '还定不了' : `还缺：${missing.join('、')}`;
}

/** Where the year stands: used so much, of so much, and what the document asks of the whole year. */
function yearSentences({ formula, inputs, result }: Explained): string[] {
  const find = (label: string): Explained | undefined => inputs.find((input) => input.label === label);
  const [covered, whole, share] = [find('covered'), find('whole'), find('share')];
  if (covered === undefined || whole === undefined) return [];
  const bound = find('floor') ?? find('cap');
  const asked = share === undefined ? '' : `${termName(whole)}的 ${resultText(share)}`;
  const limit = bound === undefined ? '' : `，照现在的数是 ${resultText(bound)}`;
  const outcome = typeof result === 'string' ? outcomeText('year', result) : '';
  return [
    `全年到现在，${coveredNames(inputs)}一共 ${resultText(covered)}。`,
    wholeSentence(whole),
    ...(asked === '' ? [] : [`规定全年${labelOf(`formula.${formula}`)}${asked}${limit}；${outcome}。`]),
    ...(asked === '' ? [`${undecidedText(inputs)}。`] : []),
  ];
}

/** `上期结转 3,412.66 + 到账 85,466.14 − 土地租金 3,000.00`. */
function sumText(terms: readonly Explained[]): string {
  return terms
    .map((term, index) => {
      const amount = typeof term.result === 'bigint' ? term.result : 0n;
      const sign = amount < 0n ? '−' : '+';
      const size = yuanText(amount < 0n ? -amount : amount);
      return `${index === 0 && amount >= 0n ? '' : `${sign} `}${termName(term)} ${size}`;
    })
    .join(' ');
}

function resultText({ label, result }: Explained): string {
  return typeof result === 'bigint' ? yuanText(result) : outcomeText(label, result);
}

/** A number the document leaves open, told with who gave it and in which paper it stands. */
export interface ToldNumber {
  /** What it is and how much: `最低占多少：60%`. */
  readonly title: string;
  readonly paper: string;
}

/**
 * @param decision who decided the plan, and when: what the village says of its own stands in that decision
 */
export function tellNumber(
  number: NoticeNumber,
  decision: { readonly body: string; readonly decidedOn: string } | undefined,
): ToldNumber {
  const { says, item, decidedBy, value, unit, given } = number;
  const place = item === '' ? '' : `文件${widePunctuation(item)}`;
  const name = widePunctuation(says);
  if (value === undefined) {
    const who = decidedBy === 'county' ? '由县里定，县里还没给' : '由村里定，村里还没填';
    return { title: `${name}：还没定`, paper: `${place}没有写死，${who}。` };
  }
  const before =
    given === undefined ? `${place}没有写死` : `${place}写的是${numberText(given, unit)}，县里更严`;
  return { title: `${name}：${numberText(value, unit)}`, paper: `${before}；${basisOf(number, decision)}。` };
}

function basisOf({ from, paper }: NoticeNumber, decision: Parameters<typeof tellNumber>[1]): string {
  if (paper === undefined) {
    if (decision === undefined) return '由村里和方案一起开会定';
    return `${fullDayText(decision.decidedOn)}经${decision.body}定`;
  }
  const since = from === undefined ? '' : `，${fullDayText(from)}起用`;
  return `${widePunctuation(paperText({ number: undefined, ...paper }))}${since}`;
}
