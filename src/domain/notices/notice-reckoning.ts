import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { type Explained, type FigureSource, givenFigure, reckonedFigure } from '../policy/explanation';
import type { Decider, Unit } from '../policy/pack-words';
import type { StandardPaper } from '../policy/local-standard';

/**
 * A figure of a sheet with how it came about, as plain JSON: the tree of the plan, with the place in the
 * document in place of the clause's key. Exactly one of `fen` and `text` says what it came to.
 */
export interface NoticeFigure {
  readonly label: string;
  readonly subject: string;
  readonly formula: string;
  readonly inputs: readonly NoticeFigure[];
  /** Where in the document it is asked for. */
  readonly item?: string;
  readonly source?: FigureSource['kind'];
  /** Whole fen as digits. */
  readonly fen?: string;
  readonly text?: string;
}

/**
 * A number the plan was judged by that its document leaves open, or in whose place the county gave a
 * stricter one, with the paper it stands in. Without a value nobody has given it.
 */
export interface NoticeNumber {
  /** What it is, in the words of the policy. */
  readonly says: string;
  readonly decidedBy: Decider;
  readonly item: string;
  readonly unit: Unit;
  /** A plain decimal in its unit, or a day. */
  readonly value?: string;
  /** What the document itself says, where a stricter number of the county stands in its place. */
  readonly given?: string;
  readonly from?: CalendarDay;
  readonly paper?: {
    readonly title: string;
    readonly number?: string;
    readonly issuer: string;
    readonly issuedOn: CalendarDay;
  };
}

/** What a sheet puts into words in place of the keys of a policy's file. */
export interface NoticeNames {
  readonly itemOf: (clause: string) => string;
  readonly numberOf: (id: string) => string;
  /** A rule in one sentence. */
  readonly ruleOf: (id: string) => string;
}

/** What the sheet says a use gets, and what is left. */
export interface NoticeAmounts {
  readonly uses: readonly { readonly name: string; readonly amount: Fen }[];
  readonly leftOver: Fen;
}

/**
 * The figures of a sheet in its own order: what there is, each use it prints, what is left, what the document
 * fixes for several uses, where the year stands. A use whose amount differs by a fen from what the document's
 * share would round to, or that the tree does not know, is told as it was decided: the sheet's own amounts
 * stand.
 */
export function noticeFigures(tree: Explained, amounts: NoticeAmounts, names: NoticeNames): NoticeFigure[] {
  const of = (label: string): Explained[] => tree.inputs.filter((figure) => figure.label === label);
  const [net] = of('net');
  const terms = net?.inputs ?? [];
  const uses = amounts.uses.map(({ name, amount }) => {
    const told = of('use').find(({ subject }) => subject === name);
    return told?.result === amount ? told : asDecided(name, amount, told?.inputs);
  });
  const planned = sumFen(amounts.uses.map(({ amount }) => amount));
  const left = reckonedFigure('left', {
    formula: 'net_less_uses',
    inputs: [givenFigure('net', amounts.leftOver + planned), givenFigure('planned', -planned)],
    result: amounts.leftOver,
  });
  return [...of('net'), ...uses, left, ...of('exactly'), ...of('year')].map((figure) =>
    noticeFigure(withTerms(figure, terms), names),
  );
}

/**
 * A whole that shares are taken of, with the terms it is the sum of where they are those of the period: all
 * that came in, that less every cost, or all there is to distribute.
 */
function withTerms(figure: Explained, terms: readonly Explained[]): Explained {
  const inputs = figure.inputs.map((input) => withTerms(input, terms));
  if (figure.label !== 'whole' || inputs.length > 0) return { ...figure, inputs };
  const received = terms.filter(({ label }) => label === 'received');
  const earned = terms.filter(({ label }) => label !== 'carried_over');
  const made = [received, earned, terms].find((each) => each.length > 0 && sumOf(each) === figure.result);
  return { ...figure, inputs: made ?? [] };
}

function sumOf(figures: readonly Explained[]): Fen {
  return sumFen(figures.map(({ result }) => (typeof result === 'bigint' ? result : 0n)));
}

/** Names of who is paid stay out of it, and so do counts of them: a sheet holds no person. */
function noticeFigure(figure: Explained, names: NoticeNames): NoticeFigure {
  const { label, subject, formula, inputs, clause, source, result } = figure;
  const came = typeof result === 'bigint' ? { fen: result.toString() } : { text: result };
  const missing = label === 'missing' ? { text: missingText(figure, names) } : {};
  return {
    ...{ label, formula, subject: label === 'gate' ? names.ruleOf(subject) : subject },
    inputs: inputs.filter((input) => input.label !== 'claim').map((input) => noticeFigure(input, names)),
    ...(clause === undefined ? {} : { item: names.itemOf(clause) }),
    ...(source === undefined ? {} : { source: source.kind }),
    ...came,
    ...missing,
  };
}

/** Between the names of several numbers: an ideographic comma. */
const SEPARATOR = '\u3001';

function missingText({ result }: Explained, { numberOf }: NoticeNames): string {
  return String(result).split(', ').map(numberOf).join(SEPARATOR);
}

function asDecided(name: string, amount: Fen, inputs: readonly Explained[] = []): Explained {
  const decided = givenFigure('amount', amount, { source: { kind: 'village', id: 'plan' } });
  const bounds = inputs.filter(({ label }) => label === 'floor' || label === 'cap');
  return reckonedFigure('use', {
    subject: name,
    formula: 'as_decided',
    inputs: [decided, ...bounds],
    result: amount,
  });
}

/** A figure of a sheet as the tree it was made from, the place in the document as its clause. */
export function toldFigure({ inputs, item, source, fen, text, ...figure }: NoticeFigure): Explained {
  return {
    ...figure,
    inputs: inputs.map(toldFigure),
    clause: item,
    source: source === undefined ? undefined : { kind: source, id: '' },
    result: fen === undefined ? (text ?? '') : BigInt(fen),
  };
}

/** A paper as a sheet keeps it: what it lacks is left out. */
export function noticePaper({
  title,
  number,
  issuer,
  issuedOn,
}: StandardPaper): NonNullable<NoticeNumber['paper']> {
  return { title, ...(number === undefined || number === '' ? {} : { number }), issuer, issuedOn };
}
