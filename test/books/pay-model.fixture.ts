/** What is tried with lists, in the words of the model. */
export const PAY_ACTS = [
  ...(['accept', 'draft', 'submit', 'agree', 'return', 'recall', 'send'] as const),
  ...(['confirm', 'fail', 'giveBack'] as const),
];
export type PayAct = (typeof PAY_ACTS)[number];

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
}

export interface ModelList {
  readonly id: string;
  state: ListState;
  readonly lines: readonly ModelLine[];
}

/** In which states a list is for an act to be done with it, as the people who use it are told. */
const WHEN: Readonly<Record<Exclude<PayAct, 'accept' | 'draft'>, readonly ListState[]>> = {
  submit: ['drafted'],
  agree: ['submitted'],
  return: ['submitted'],
  recall: ['drafted', 'submitted', 'approved'],
  send: ['approved'],
  confirm: ['sent'],
  fail: ['sent'],
  giveBack: ['sent', 'settled'],
};

/** Which lines an act of the bank is about. */
const OF_LINES: Readonly<Partial<Record<PayAct, LineState>>> = {
  confirm: 'open',
  fail: 'open',
  giveBack: 'confirmed',
};

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
  fitting(act: PayAct, { lines }: ModelList): readonly ModelLine[] {
    const wanted = OF_LINES[act];
    return wanted === undefined ? lines : lines.filter(({ state }) => state === wanted);
  }

  may(act: Exclude<PayAct, 'accept' | 'draft'>, list: ModelList, lines: readonly ModelLine[]): boolean {
    const wanted = OF_LINES[act];
    const isOfLines = lines.length > 0 && lines.every(({ state }) => state === wanted);
    return WHEN[act].includes(list.state) && (wanted === undefined || isOfLines);
  }

  take(act: Exclude<PayAct, 'accept' | 'draft'>, list: ModelList, lines: readonly ModelLine[]): void {
    if (act === 'submit') list.state = 'submitted';
    if (act === 'agree') list.state = 'approved';
    if (act === 'send') list.state = 'sent';
    if (act === 'return' || act === 'recall') {
      list.state = act === 'return' ? 'returned' : 'recalled';
      for (const line of list.lines) line.state = 'dropped';
    }
    if (OF_LINES[act] === undefined) return;
    for (const line of lines) line.state = act === 'confirm' ? 'confirmed' : 'returned';
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
