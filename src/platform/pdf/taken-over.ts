import type { KeptPdf } from './kept-pdf';
import type { PdfFile } from './pdf-file';

/** Objects of a kept PDF written again into another file: their numbers change, their data does not. */
export class TakenOver {
  private readonly waiting: number[] = [];

  /** @param numbers what of the kept file is something that the new one has already, by its number there */
  constructor(
    private readonly from: KeptPdf,
    private readonly into: PdfFile,
    private readonly numbers = new Map<number, number>(),
  ) {}

  /** The number that an object has in the new file; what is asked for is written with the rest. */
  readonly numberOf = (kept: number): number => {
    const known = this.numbers.get(kept);
    if (known !== undefined) return known;
    this.waiting.push(kept);
    const number = this.into.reserve();
    this.numbers.set(kept, number);
    return number;
  };

  /**
   * Writes what was asked for and everything that it names.
   * @param change what becomes of the words of an object without data, by its number in the kept file
   */
  write(change: (told: string, kept: number) => string): void {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      const written = this.from.renumbered(next, this.numberOf);
      if (this.from.hasStream(next)) this.into.again(this.numberOf(next), written);
      else this.into.tell(change(written.toString('latin1'), next), this.numberOf(next));
    }
  }
}
