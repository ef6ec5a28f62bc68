import { type KeptBookmark, KeptPdf, renumbered } from './kept-pdf';
import { momentOf, PdfFile, reference, textOf } from './pdf-file';
import { TakenOver } from './taken-over';

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

/**
 * Many PDFs as one, a part after the other, so that no more than one of them lies in memory. What is drawn on
 * a page, and with which font, goes over byte for byte: what was kept is not drawn anew. Only the numbers of
 * the objects change, and what a part says of itself gives way to what the whole says: a bookmark for each
 * part with its own below, and what each tells of its parts one after the other.
 * @throws BrokenInvariant where a part is none of ours
 */
export async function* joinPdfs(parts: AsyncIterable<JoinedPart>, info: JoinedInfo): AsyncGenerator<Buffer> {
  const joined = new JoinedPdf(info);
  for await (const part of parts) yield joined.take(part);
  yield joined.end();
}

/** A bookmark: its title as it is written, where it leads, and those below it. */
interface Bookmark {
  readonly title: string;
  readonly leads: string;
  readonly below: Bookmark[];
}

class JoinedPdf {
  private readonly file = new PdfFile();
  private readonly catalogue = this.file.reserve();
  private readonly above = this.file.reserve();
  private readonly structure = this.file.reserve();
  private readonly pages: number[] = [];
  private readonly bookmarks: Bookmark[] = [];
  /** What stands right under the root of what is told of the parts, and whose marks are whose. */
  private readonly wholes: number[] = [];
  private readonly marks: number[] = [];
  private isTold = true;

  constructor(private readonly info: JoinedInfo) {}

  take({ group, title, bytes }: JoinedPart): Buffer {
    const from = new KeptPdf(bytes);
    const { parts } = from;
    const numbers = new Map<number, number>(from.nodes.map((node) => [node, this.above]));
    if (parts !== undefined) numbers.set(parts.root, this.structure);
    const taken = new TakenOver(from, this.file, numbers);
    const pages = from.pages.map(taken.numberOf);
    const first = this.pages.length;
    if (parts === undefined) this.isTold = false;
    else {
      this.wholes.push(taken.numberOf(parts.whole));
      const rows = renumbered(parts.marks, taken.numberOf).replace(
        /(^|\])\s*(\d+)\[/g,
        (_, before: string, key: string) => `${before}${String(first + Number(key))}[`,
      );
      const limits = `${String(first)} ${String(first + pages.length - 1)}`;
      this.marks.push(this.file.tell(`<</Limits[${limits}]/Nums[${rows}]>>`));
    }
    taken.write((told) =>
      told.replace(
        /(\/StructParents )(\d+)/,
        (_, name: string, key: string) => `${name}${String(first + Number(key))}`,
      ),
    );
    this.pages.push(...pages);
    this.bookmark(group, {
      ...{ title: textOf(title), leads: `${reference(pages[0] ?? this.above)}/Fit` },
      below: from.bookmarks.map((mark) => keptBookmark(mark, taken.numberOf)),
    });
    return this.file.flush();
  }

  end(): Buffer {
    const { title, author, createdAt } = this.info;
    const { file } = this;
    const outlines = file.reserve();
    const ends = this.listed(this.bookmarks, outlines);
    file.tell(`<</Type/Outlines${ends}/Count ${String(this.bookmarks.length)}>>`, outlines);
    const kids = this.pages.map(reference).join(' ');
    file.tell(`<</Type/Pages/Count ${String(this.pages.length)}/Kids[${kids}]>>`, this.above);
    const info = file.tell(
      `<</Title ${textOf(title)}/Author ${textOf(author)}/Creator(Village Ledger)` +
        `/CreationDate${momentOf(createdAt)}>>`,
    );
    file.tell(
      `<</Type/Catalog/Pages ${reference(this.above)}/Outlines ${reference(outlines)}/PageMode/UseOutlines` +
        `/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>${this.parts()}>>`,
      this.catalogue,
    );
    return file.end({ root: this.catalogue, info });
  }

  /** What the whole tells of its parts; that all is told, only where every part does. */
  private parts(): string {
    if (this.wholes.length === 0) return '';
    const { file, structure: whole } = this;
    const number = file.reserve();
    const root = reference(number);
    const [wholes, marks] = [this.wholes, this.marks].map((numbers) => numbers.map(reference).join(' '));
    const parents = reference(file.tell(`<</Kids[${marks ?? ''}]>>`));
    const next = `/ParentTree ${parents}/ParentTreeNextKey ${String(this.pages.length)}`;
    file.tell(`<</S/Document/P ${root}/K[${wholes ?? ''}]>>`, whole);
    file.tell(`<</Type/StructTreeRoot/K ${reference(whole)}${next}>>`, number);
    return `/MarkInfo<</Marked ${String(this.isTold)}>>/StructTreeRoot ${root}`;
  }

  /** A group's bookmark leads to its first part, and is opened by hand: a county has hundreds below. */
  private bookmark(group: string, mark: Bookmark): void {
    const [last, title] = [this.bookmarks.at(-1), textOf(group)];
    if (last?.title === title) last.below.push(mark);
    else this.bookmarks.push({ title, leads: mark.leads, below: [mark] });
  }

  private listed(marks: readonly Bookmark[], parent: number): string {
    const numbers = marks.map(() => this.file.reserve());
    marks.forEach(({ title, leads, below }, place) => {
      const beside = [
        ['/Prev', numbers[place - 1]],
        ['/Next', numbers[place + 1]],
      ] as const;
      const links = beside.map(([name, to]) => (to === undefined ? '' : `${name} ${reference(to)}`)).join('');
      const under = this.listed(below, numbers[place] ?? parent);
      const folded = below.length === 0 ? '' : `${under}/Count -${String(below.length)}`;
      const told = `/Title ${title}/Parent ${reference(parent)}${links}/Dest[${leads}]${folded}`;
      this.file.tell(`<<${told}>>`, numbers[place]);
    });
    const [first, last] = [numbers[0], numbers.at(-1)];
    if (first === undefined || last === undefined) return '';
    return `/First ${reference(first)}/Last ${reference(last)}`;
  }
}

function keptBookmark({ title, page, place }: KeptBookmark, numberOf: (page: number) => number): Bookmark {
  return { title, leads: `${reference(numberOf(page))}${place}`, below: [] };
}
