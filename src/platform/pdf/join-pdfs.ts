import { KeptPdf } from './kept-pdf';

/** A PDF to be joined to others: its bytes, and where it stands among the bookmarks. */
export interface JoinedPart {
  readonly group: string;
  readonly title: string;
  readonly bytes: Buffer;
}

/** What the whole says about itself. */
export interface JoinedInfo {
  readonly title: string;
  readonly author: string;
  readonly createdAt: Date;
}

const CATALOG = 1;
const PAGES = 2;
const INFO = 3;

/**
 * Many PDFs as one, a part after the other, so that no more than one of them lies in memory. What is drawn on
 * a page, and with which font, goes over byte for byte: what was kept is not drawn anew. Only the numbers of
 * the objects change, and what a part says of itself gives way to what the whole says, with a bookmark for
 * each.
 * @throws BrokenInvariant where a part is none of ours
 */
export async function* joinPdfs(parts: AsyncIterable<JoinedPart>, info: JoinedInfo): AsyncGenerator<Buffer> {
  const joined = new JoinedPdf(info);
  yield joined.begin();
  for await (const part of parts) yield joined.take(part);
  yield joined.end();
}

/** A bookmark and where it leads. */
interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly below: Bookmark[];
}

class JoinedPdf {
  /** Where each object begins, by its number. */
  private readonly starts: number[] = [];
  private readonly pages: number[] = [];
  private readonly bookmarks: Bookmark[] = [];
  private written = 0;
  private last = INFO;

  constructor(private readonly info: JoinedInfo) {}

  begin(): Buffer {
    return this.note([Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n\n', 'latin1')]);
  }

  take({ group, title, bytes }: JoinedPart): Buffer {
    const from = new KeptPdf(bytes);
    const numbers = new Map<number, number>(from.nodes.map((node) => [node, PAGES]));
    const waiting: number[] = [];
    const numberOf = (named: number): number => {
      const known = numbers.get(named);
      if (known !== undefined) return known;
      waiting.push(named);
      numbers.set(named, (this.last += 1));
      return this.last;
    };
    const pages = from.pages.map(numberOf);
    const chunks: Buffer[] = [];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      chunks.push(this.object(numberOf(next), from.renumbered(next, numberOf)));
    }
    this.pages.push(...pages);
    this.bookmark(group, { title, page: pages[0] ?? PAGES, below: [] });
    return Buffer.concat(chunks);
  }

  end(): Buffer {
    const { title, author, createdAt } = this.info;
    const moment = createdAt.toISOString().replace(/\D/g, '').slice(0, 14);
    const outlines = (this.last += 1);
    const listed = this.listed(this.bookmarks, outlines);
    const kids = this.pages.map(reference).join(' ');
    const chunks = [
      ...listed.objects,
      this.object(outlines, `<< /Type /Outlines ${listed.ends} /Count ${String(this.bookmarks.length)} >>`),
      this.object(PAGES, `<< /Type /Pages /Count ${String(this.pages.length)} /Kids [${kids}] >>`),
      this.object(
        INFO,
        `<< /Title ${text(title)} /Author ${text(author)} /Creator (Village Ledger) ` +
          `/CreationDate (D:${moment}Z) >>`,
      ),
      this.object(
        CATALOG,
        `<< /Type /Catalog /Pages ${reference(PAGES)} /Outlines ${reference(outlines)} ` +
          '/PageMode /UseOutlines /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> >>',
      ),
    ];
    return Buffer.concat([...chunks, this.table()]);
  }

  /** A group's bookmark leads to its first part, and is opened by hand: a county has hundreds below. */
  private bookmark(group: string, mark: Bookmark): void {
    const last = this.bookmarks.at(-1);
    if (last?.title === group) last.below.push(mark);
    else this.bookmarks.push({ title: group, page: mark.page, below: [mark] });
  }

  private listed(marks: readonly Bookmark[], parent: number): { objects: Buffer[]; ends: string } {
    const numbers = marks.map(() => (this.last += 1));
    const objects = marks.flatMap(({ title, page, below }, place) => {
      const number = numbers[place] ?? parent;
      const under = this.listed(below, number);
      const beside = [
        ['/Prev', numbers[place - 1]],
        ['/Next', numbers[place + 1]],
      ] as const;
      const links = beside.flatMap(([name, to]) => (to === undefined ? [] : [`${name} ${reference(to)}`]));
      const folded = below.length === 0 ? '' : ` ${under.ends} /Count -${String(below.length)}`;
      const told = [`/Title ${text(title)}`, `/Parent ${reference(parent)}`, ...links];
      const whole = `<< ${told.join(' ')} /Dest [${reference(page)} /Fit]${folded} >>`;
      return [...under.objects, this.object(number, whole)];
    });
    const [first, last] = [numbers[0], numbers.at(-1)];
    const ends =
      first === undefined || last === undefined ? '' : `/First ${reference(first)} /Last ${reference(last)}`;
    return { objects, ends };
  }

  private object(number: number, body: Buffer | string): Buffer {
    this.starts[number] = this.written;
    const isWhole = typeof body === 'string';
    const begin = `${String(number)} 0 obj${isWhole ? '\n' : ''}`;
    return this.note([Buffer.from(begin), Buffer.from(body), Buffer.from(isWhole ? '\nendobj\n\n' : '')]);
  }

  private table(): Buffer {
    const count = String(this.last + 1);
    const entries = Array.from({ length: this.last }, (_, place) => {
      return `${String(this.starts[place + 1] ?? 0).padStart(10, '0')} 00000 n \n`;
    });
    const start = this.written;
    const trailer = `<< /Size ${count} /Root ${reference(CATALOG)} /Info ${reference(INFO)} >>`;
    const table = `xref\n0 ${count}\n0000000000 65535 f \n${entries.join('')}`;
    return Buffer.from(`${table}trailer\n${trailer}\nstartxref\n${String(start)}\n%%EOF\n`);
  }

  private note(chunks: readonly Buffer[]): Buffer {
    const whole = Buffer.concat(chunks);
    this.written += whole.length;
    return whole;
  }
}

function reference(number: number): string {
  return `${String(number)} 0 R`;
}

/** A text of any script, in hexadecimal digits of UTF-16. */
function text(words: string): string {
  return `<FEFF${Buffer.from(words, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
