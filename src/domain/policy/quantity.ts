/**
 * One side of a comparison, in words a clerk can read aloud:
 * - a number (`5000`), a fact (`amount`), a number the document gives (`value:ID`) or leaves open
 *   (`need:ID`);
 * - `50 times days`, `central plus region`, `received minus deducted`;
 * - `value:relief.share of investment`: a share always names what it is a share of;
 * - `labour_pay of investment`: how large a part one fact is of another.
 */
export type Quantity =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'fact' | 'value' | 'need'; readonly id: string }
  | { readonly kind: 'product'; readonly of: readonly Quantity[] }
  | { readonly kind: 'sum'; readonly of: readonly Quantity[]; readonly less: readonly Quantity[] }
  | { readonly kind: 'part'; readonly part: Quantity; readonly whole: Quantity };

/** A fact by its name, or one of a family: `planned:posts` is what is planned for the use `posts`. */
export const FACT_NAME = /^(?!(?:list|value|need):)[a-z][a-z0-9_]*(?::[a-z][a-z0-9_.]*)?$/;
const REFERENCE = /^(value|need):([a-z][a-z0-9_.]*)$/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** Reads one side of a comparison; undefined when it is not one. */
export function readQuantity(text: string): Quantity | undefined {
  const [share = '', ...wholes] = text.split(' of ');
  const left = readSum(share);
  if (wholes.length === 0 || left === undefined) return left;
  const whole = wholes.length === 1 ? readSum(wholes[0] ?? '') : undefined;
  if (whole === undefined) return undefined;
  if (left.kind === 'number' || left.kind === 'value' || left.kind === 'need')
    return { kind: 'product', of: [left, whole] };
  return left.kind === 'product' ? undefined : { kind: 'part', part: left, whole };
}

/** Every simple quantity a compound one is made of, in the order they are read. */
export function atomsOf(quantity: Quantity): Exclude<Quantity, { kind: 'product' | 'sum' | 'part' }>[] {
  switch (quantity.kind) {
    case 'product':
      return quantity.of.flatMap(atomsOf);
    case 'sum':
      return [...quantity.of, ...quantity.less].flatMap(atomsOf);
    case 'part':
      return [...atomsOf(quantity.part), ...atomsOf(quantity.whole)];
    case 'number':
    case 'fact':
    case 'value':
    case 'need':
      return [quantity];
  }
}

function readSum(text: string): Quantity | undefined {
  const added: Quantity[] = [];
  const less: Quantity[] = [];
  for (const [index, piece] of text.split(/ (?=(?:plus|minus) )/).entries()) {
    const [, sign = '', rest = ''] = /^(?:(plus|minus) )?(.*)$/.exec(piece) ?? [];
    const product = (sign === '') === (index === 0) ? readProduct(rest) : undefined;
    if (product === undefined) return undefined;
    (sign === 'minus' ? less : added).push(product);
  }
  const [only] = added;
  return only !== undefined && added.length + less.length === 1 ? only : { kind: 'sum', of: added, less };
}

function readProduct(text: string): Quantity | undefined {
  const factors = text.split(' times ').map(readAtom);
  const known = factors.flatMap((factor) => factor ?? []);
  if (known.length !== factors.length) return undefined;
  return known.length === 1 ? known[0] : { kind: 'product', of: known };
}

function readAtom(text: string): Quantity | undefined {
  if (NUMBER.test(text)) return { kind: 'number', value: text };
  if (FACT_NAME.test(text)) return { kind: 'fact', id: text };
  const [, kind, id = ''] = REFERENCE.exec(text) ?? [];
  return kind === 'value' || kind === 'need' ? { kind, id } : undefined;
}
