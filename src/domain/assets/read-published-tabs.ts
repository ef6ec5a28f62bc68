import { product, readQuantity } from '../money/charge';
import { type Fen, readYuan } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type CrossTab, type TabCell, together } from './cross-tabs';
import type { RegisterWords } from './register-columns';
import { plainWord } from './register-reading';

/** A table with what is printed under it; where nothing is, its total is what its lines come to. */
export interface PublishedTab extends CrossTab {
  readonly hasTotal: boolean;
}

/** What a county published of its register: by class, by title, each with the total printed under it. */
export interface PublishedTabs {
  readonly byClass?: PublishedTab;
  readonly byTitle?: PublishedTab;
  readonly problems: readonly Problem[];
}

/**
 * Reads tables as they were published: a line for each class or title, with a word, how many, and how much in
 * units of ten thousand yuan; a total belongs to the lines above it. Codes `crossTabs.*`, each with the
 * number of its line.
 */
export function readPublishedTabs(text: string, words: RegisterWords): PublishedTabs {
  const reading = new PublishedReading(words);
  text.split(/\r\n|\r|\n/).forEach((line, place) => {
    if (line.trim() !== '') reading.read(line.trim(), place + 1);
  });
  const byClass = tabOf(reading.tables.assetClass);
  const byTitle = tabOf(reading.tables.titleLevel);
  return {
    ...(byClass === undefined ? {} : { byClass }),
    ...(byTitle === undefined ? {} : { byTitle }),
    problems: reading.problems,
  };
}

/** A table on its way: its lines so far, and its printed total once it was met. */
interface Gathered {
  readonly lines: Map<string, TabCell>;
  total?: TabCell;
}

const AXES = ['assetClass', 'titleLevel'] as const;
const COUNT = /^\d{1,9}$/;

class PublishedReading {
  readonly problems: Problem[] = [];
  readonly tables = { assetClass: newTable(), titleLevel: newTable() };
  private readonly said = new Set<string>();
  private last: Gathered | undefined;

  constructor(private readonly words: RegisterWords) {}

  read(line: string, number: number): void {
    const refuse = (code: string): void => {
      this.problems.push({ code, field: 'published', value: line, facts: { line: number } });
    };
    const [word = '', count = '', amount = '', ...more] = line.split(/\s+/);
    const sum = wanOf(amount);
    if (sum === undefined || !COUNT.test(count) || more.length > 0) refuse('crossTabs.notALine');
    else if (this.words.totals.includes(plainWord(word))) {
      if (this.last === undefined) refuse('crossTabs.totalAlone');
      else this.last.total = { count: Number(count), sum };
    } else {
      const meant = this.meant(plainWord(word));
      if (meant === undefined) refuse('crossTabs.wordUnknown');
      else if (this.isSaid(`${meant.axis} ${plainWord(word)}`)) refuse('crossTabs.lineTwice');
      else this.add(meant, { count: Number(count), sum });
    }
  }

  /** Whether a table has a line of this name: two words may mean one class, one word twice is a slip. */
  private isSaid(word: string): boolean {
    const before = this.said.has(word);
    this.said.add(word);
    return before;
  }

  private add({ axis, key }: Meaning, cell: TabCell): void {
    this.last = this.tables[axis];
    this.last.lines.set(key, together([cell, this.last.lines.get(key) ?? { count: 0, sum: 0n }]));
  }

  /** The usual words of both tables come first; a further one that could mean either, by where it stands. */
  private meant(word: string): Meaning | undefined {
    const among = (usual: boolean): Meaning[] =>
      AXES.flatMap((axis) => {
        const key = codeOf(word, this.words[axis], usual);
        return key === undefined ? [] : [{ axis, key }];
      });
    const usual = among(true);
    return this.nearest(usual.length > 0 ? usual : among(false));
  }

  /** The table whose lines are being read, else one that still wants such a line, else the first. */
  private nearest(meanings: readonly Meaning[]): Meaning | undefined {
    const isOpen = ({ axis }: Meaning): boolean => this.tables[axis].total === undefined;
    return (
      meanings.find((each) => isOpen(each) && this.tables[each.axis] === this.last) ??
      meanings.find((each) => isOpen(each) && !this.tables[each.axis].lines.has(each.key)) ??
      meanings[0]
    );
  }
}

/** What the word of a line means: a class or a title, by its code. */
interface Meaning {
  readonly axis: (typeof AXES)[number];
  readonly key: string;
}

function newTable(): Gathered {
  return { lines: new Map() };
}

/** The code of a word, among the usual words alone or among all. */
function codeOf(word: string, words: ReadonlyMap<string, string>, usual: boolean): string | undefined {
  const code = words.get(word);
  const first = [...words].find((entry) => entry[1] === code)?.[0];
  return usual && first !== word ? undefined : code;
}

function wanOf(amount: string): Fen | undefined {
  const quantity = readQuantity(amount);
  return quantity === undefined ? undefined : readYuan(product(quantity, '10000'));
}

/** Where no total is printed, the lines themselves are the total. */
function tabOf({ lines, total }: Gathered): PublishedTab | undefined {
  if (lines.size === 0) return undefined;
  return { lines, total: total ?? together([...lines.values()]), hasTotal: total !== undefined };
}
