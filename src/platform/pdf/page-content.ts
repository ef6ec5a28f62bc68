/** A4, in points. */
export const WIDTH = 595.28;
export const HEIGHT = 841.89;

/** How and where a text is set: points, from the lower left corner. */
export interface SetAt {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly grey: number | undefined;
  /** Between two characters. */
  readonly spacing: number;
}

/**
 * What is drawn on one page, in points from its lower left corner; what stays as it was is not said again.
 */
export class PageContent {
  private readonly words: string[] = [];
  private said = new Map<string, string>();
  /** What the stretch being drawn is a part of; nothing, what is no part, or the number of its mark. */
  private open: 'nothing' | 'artifact' | number = 'nothing';
  /** The names of the fonts on it. */
  readonly fonts = new Set<string>();

  /** The number of marks whose stretch is being drawn; undefined where none is. */
  get mark(): number | undefined {
    return typeof this.open === 'number' ? this.open : undefined;
  }

  /** Goes on with a stretch: of a part, or of what is none (rules, frames, what is said on every page). */
  within(stretch: 'artifact' | number): void {
    if (this.open === stretch) return;
    this.close();
    this.words.push(stretch === 'artifact' ? '/Artifact BMC' : `/P<</MCID ${String(stretch)}>>BDC`);
    this.open = stretch;
  }

  /** Draws in a frame of its own: its turn and what it says end with it. */
  turned(angle: number, [x, y]: readonly [x: number, y: number], draw: () => void): void {
    const turn = (angle * Math.PI) / 180;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)].map(finely);
    const before = this.said;
    this.said = new Map();
    this.words.push(`q ${cos ?? ''} ${sin ?? ''} ${minus(sin)} ${cos ?? ''} ${short(x)} ${short(y)} cm`);
    draw();
    this.words.push('Q');
    this.said = before;
  }

  text(encoded: string, font: string, { x, y, size, grey, spacing }: SetAt): void {
    this.fonts.add(font);
    this.say('Tf', `/${font} ${short(size)}`);
    this.say('Tc', short(spacing));
    this.say('g', short(grey ?? 0));
    this.words.push(`BT ${short(x)} ${short(y)} Td<${encoded}>Tj ET`);
  }

  /** Draws lines that are no surface. @param path as PDF says it */
  stroke(path: string, line: { readonly weight: number; readonly grey: number }): void {
    this.say('w', short(line.weight));
    this.say('G', short(line.grey));
    this.words.push(`${path} S`);
  }

  /** Ends what was said of dashes. */
  solid(): void {
    this.words.push('[] 0 d');
  }

  fill(path: string, grey: number): void {
    this.say('g', short(grey));
    this.words.push(`${path} f`);
  }

  /** Everything drawn on it. */
  end(): Buffer {
    this.close();
    return Buffer.from(this.words.join('\n'), 'latin1');
  }

  private close(): void {
    if (this.open !== 'nothing') this.words.push('EMC');
    this.open = 'nothing';
  }

  private say(operator: string, words: string): void {
    if (this.said.get(operator) === words) return;
    this.said.set(operator, words);
    this.words.push(`${words} ${operator}`);
  }
}

function minus(number = ''): string {
  return number.startsWith('-') ? number.slice(1) : `-${number}`;
}

/** How much something is turned or enlarged: a hundred-thousandth of a page is finer than a point. */
export function finely(number: number): string {
  return String(Math.round(number * 100_000) / 100_000);
}

/** A number as short as it can be drawn: a hundredth of a point is finer than any printer. */
export function short(number: number): string {
  return String(Math.round(number * 100) / 100);
}
