/** What is tried with lists, in the words of the model. */
export const PAY_ACTS = [
  ...(['accept', 'draft', 'submit', 'agree', 'return', 'recall', 'send'] as const),
  ...(['confirm', 'fail', 'giveBack', 'notFailed'] as const),
];
export type PayAct = (typeof PAY_ACTS)[number];
export type ListAct = Exclude<PayAct, 'accept' | 'draft'>;

type ListState = 'drafted' | 'submitted' | 'returned' | 'approved' | 'sent' | 'settled' | 'recalled';
type LineState = 'open' | 'confirmed' | 'returned' | 'dropped';

/** Somebody's part of a debt. */
export interface ModelPart {
  readonly key: string;
  readonly who: string;
  readonly amount: bigint;
}

export interface ModelLine extends ModelPart {
  state: LineState;
  /** Whether the bank is said not to have paid it; else it came back after it was paid. */
  hasFailed: boolean;
}

export interface ModelList {
  readonly id: string;
  state: ListState;
  readonly lines: readonly ModelLine[];
  /** For whom a reason was given when it was submitted, as they were to be paid twice at that time. */
  reasonsFor?: ReadonlySet<string>;
}

/** In which states a list is for an act to be done with it, as the people who use it are told. */
const WHEN: Readonly<Record<ListAct, readonly ListState[]>> = {
  submit: ['drafted'],
  agree: ['submitted'],
  return: ['submitted'],
  recall: ['drafted', 'submitted', 'approved'],
  send: ['approved'],
  confirm: ['sent'],
  fail: ['sent'],
  giveBack: ['sent', 'settled'],
  notFailed: ['sent', 'settled'],
};

/** Which lines an act of the bank is about. */
const OF_LINES: Readonly<Partial<Record<PayAct, LineState>>> = {
  confirm: 'open',
  fail: 'open',
  giveBack: 'confirmed',
  notFailed: 'returned',
};

/** What can be done with a list, and with which of its lines it goes through. */
export interface ModelChance {
  readonly act: ListAct;
  readonly list: ModelList;
  readonly lines: readonly ModelLine[];
}

/**
 * What lists are, written from what the issue says of them and from nothing of the program: a part is on one
 * list only until it is paid or back, is paid once, and what came back may go out again.
 */
export class PayModel {
  readonly parts: ModelPart[] = [];
  readonly lists: ModelList[] = [];

  /** Whether a part may be put on a list. */
  isFree({ key }: Pick<ModelPart, 'key'>): boolean {
    return !this.lines(key).some(({ state }) => state === 'open' || state === 'confirmed');
  }

  mayDraft(parts: readonly ModelPart[]): boolean {
    return parts.length > 0 && parts.every((part) => this.isFree(part));
  }

  /** The lines of a list with which an act of the bank goes through; all of them for any other act. */
  fitting(act: ListAct, { lines }: ModelList): readonly ModelLine[] {
    return OF_LINES[act] === undefined ? lines : lines.filter((line) => this.fits(act, line));
  }

  /** The lines in the state that an act wants, whatever else bars them. */
  near(act: ListAct, { lines }: ModelList): readonly ModelLine[] {
    const wanted = OF_LINES[act];
    return lines.filter(({ state }) => wanted === undefined || state === wanted);
  }

  may(act: ListAct, list: ModelList, lines: readonly ModelLine[]): boolean {
    const isOfLines = lines.length > 0 && lines.every((line) => this.fits(act, line));
    if (!WHEN[act].includes(list.state) || (OF_LINES[act] !== undefined && !isOfLines)) return false;
    // What was said to have failed may stand again beside a list that went on since.
    if (act !== 'agree' && act !== 'send') return true;
    return [...this.paidTwice(list)].every((who) => list.reasonsFor?.has(who) === true);
  }

  /** Who stands on the list and on it again, or on one before it: all that is given here is of one day. */
  private paidTwice(list: ModelList): Set<string> {
    const before = this.lists.slice(0, this.lists.indexOf(list)).flatMap(({ lines }) => lines);
    const lives = before.filter(({ state }) => state === 'open' || state === 'confirmed');
    return new Set(
      list.lines
        .filter((line) =>
          [...lives, ...list.lines].some(({ who, key }) => who === line.who && key !== line.key),
        )
        .map(({ who }) => who),
    );
  }

  /** Everything that goes through now, of every list. */
  chances(): ModelChance[] {
    const acts = PAY_ACTS.filter((act) => act !== 'accept' && act !== 'draft');
    return this.lists.flatMap((list) =>
      acts
        .map((act) => ({ act, list, lines: this.fitting(act, list) }))
        .filter((chance) => this.may(chance.act, list, chance.lines)),
    );
  }

  /** What is said to have failed by mistake must not be on another list or paid since. */
  private fits(act: ListAct, line: ModelLine): boolean {
    if (line.state !== OF_LINES[act]) return false;
    return act !== 'notFailed' || (line.hasFailed && this.isFree(line));
  }

  take(act: ListAct, list: ModelList, lines: readonly ModelLine[]): void {
    if (act === 'submit') {
      list.state = 'submitted';
      list.reasonsFor = this.paidTwice(list);
    }
    if (act === 'agree') list.state = 'approved';
    if (act === 'send') list.state = 'sent';
    if (act === 'return' || act === 'recall') {
      list.state = act === 'return' ? 'returned' : 'recalled';
      for (const line of list.lines) line.state = 'dropped';
    }
    if (OF_LINES[act] === undefined) return;
    for (const line of lines) {
      line.state = act === 'confirm' ? 'confirmed' : act === 'notFailed' ? 'open' : 'returned';
      line.hasFailed = act === 'fail';
    }
    if (act === 'notFailed') list.state = 'sent';
    if (!list.lines.some(({ state }) => state === 'open')) list.state = 'settled';
  }

  /** What somebody is owed and was paid. */
  standing(who: string): { readonly owed: bigint; readonly paid: bigint } {
    const own = this.parts.filter((part) => part.who === who);
    const paid = own.filter(({ key }) => this.lines(key).some(({ state }) => state === 'confirmed'));
    const sum = (parts: readonly ModelPart[]): bigint =>
      parts.reduce((total, { amount }) => total + amount, 0n);
    return { owed: sum(own) - sum(paid), paid: sum(paid) };
  }

  private lines(key: string): ModelLine[] {
    return this.lists.flatMap(({ lines }) => lines.filter((line) => line.key === key));
  }
}
