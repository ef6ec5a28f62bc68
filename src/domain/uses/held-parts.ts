import { type Fen, sumFen } from '../money/fen';
import { sendBack } from './covering';
import type { Held, Paid } from './payment-groups';
import type { PersonsPart } from './persons-parts';
import { least, most } from './split-payments';

/** What people hold of lists that were taken back, less what came back of it. */
export class HeldParts {
  parts: Held[] = [];
  /** How much of what several hold came back, and nobody knows of whom. */
  back: Fen = 0n;

  get sum(): Fen {
    return sumOf(this.parts) - this.back;
  }

  /** What of a group its people have still, whoever gave back what came back. */
  leastOf(group: Paid): PersonsPart[] {
    return this.parts
      .filter(({ from }) => from === group)
      .map(({ memberId, amount }) => ({ memberId, amount: most(0n, amount - this.back) }))
      .filter(({ amount }) => amount > 0n);
  }

  /** So much is held together: of one it is his part, of several nobody knows which part is whose. */
  add(people: readonly PersonsPart[], from: Paid, sum: Fen): void {
    const [first, ...others] = people;
    if (first === undefined) return;
    const parts = others.length === 0 ? [{ ...first, amount: sum }] : people;
    this.parts.push(...parts.map((part) => ({ ...part, from })));
    this.back += sumOf(parts) - sum;
  }

  /** A part of it came back: of the only one who holds something, or of one of several. */
  giveBack(amount: Fen): void {
    const [first] = this.parts;
    if (this.back > 0n || this.parts.some(({ memberId }) => memberId !== first?.memberId)) {
      this.back += amount;
      return;
    }
    let left = amount;
    this.parts = this.parts.flatMap((part) => {
      const taken = least(part.amount, left);
      left -= taken;
      return taken === part.amount ? [] : [{ ...part, amount: part.amount - taken }];
    });
  }

  /** Up to a sum of what one has by a payment that names him came back: how much that was. */
  giveBackOf(isBack: (part: Held) => boolean, sum: Fen): Fen {
    let back = 0n;
    this.parts = this.parts.flatMap((part) => {
      const taken = isBack(part) ? least(part.amount, sum - back) : 0n;
      if (taken === 0n) return [part];
      back += taken;
      sendBack(part.from, taken);
      return taken === part.amount ? [] : [{ ...part, amount: part.amount - taken }];
    });
    return back;
  }

  /** What the parts of these may come to, taken out: what the others hold for certain stays. */
  takeDoubted(isDoubted: (part: Held) => boolean): Fen {
    const doubted = least(sumOf(this.parts.filter(isDoubted)), this.sum);
    const left = this.sum - doubted;
    this.parts = this.parts.filter((part) => !isDoubted(part));
    this.back = sumOf(this.parts) - left;
    return doubted;
  }

  forget(): void {
    this.parts = [];
    this.back = 0n;
  }
}

function sumOf(parts: readonly PersonsPart[]): Fen {
  return sumFen(parts.map(({ amount }) => amount));
}
