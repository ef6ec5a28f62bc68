import { type PdfFile, reference, textOf } from './pdf-file';

/**
 * What a part of a sheet is to somebody who has it read to him (PDF 1.7, 14.8.4). The same object names the
 * same part: lines of one paragraph, rows of one table, on whichever page they stand.
 */
export interface Tag {
  readonly type: 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
  /** What it is a part of; of the whole where nothing is said. */
  readonly of?: Tag;
  /** What is said in its place where it is no text. */
  readonly alt?: string;
  /** What it is called among the bookmarks. */
  readonly bookmark?: string;
}

/** A part with what it holds: other parts, and stretches of pages by their numbers there. */
interface Element {
  readonly tag: Tag | undefined;
  readonly kids: (Element | { readonly page: number; readonly mark: number })[];
}

/** Where a bookmark leads, in points from the lower edge of its page. */
interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly top: number;
}

/** The parts of one document in the order in which they are read. */
export class TagTree {
  private readonly whole: Element = { tag: undefined, kids: [] };
  private readonly elements = new Map<Tag, Element>();
  /** Of each page the elements that its marks belong to. */
  private readonly marks: Element[][] = [];
  private readonly bookmarks: Bookmark[] = [];

  /** What a text drawn under a tag is a part of: of one of its own where the tag holds parts alone. */
  leafOf(tag: Tag | undefined): Tag {
    if (tag === undefined || tag.type === 'Table') return { type: 'P' };
    return tag.type === 'TR' ? { type: 'TD', of: tag } : tag;
  }

  /** Has a part be there though nothing is drawn of it: the empty cell of a row. */
  take(tag: Tag): void {
    this.elementOf(tag);
  }

  /**
   * Begins a stretch of a part, its upper edge so many points above the page's lower one. @returns its
   * number
   */
  mark(tag: Tag, page: number, top: number): number {
    const { bookmark: title } = tag;
    if (title !== undefined && !this.elements.has(tag)) this.bookmarks.push({ title, page, top });
    const element = this.elementOf(tag);
    const marks = (this.marks[page] ??= []);
    const mark = marks.push(element) - 1;
    element.kids.push({ page, mark });
    return mark;
  }

  /** Whether a stretch of a page is a part's. */
  isOf(tag: Tag, page: number, mark: number | undefined): boolean {
    const element = mark === undefined ? undefined : this.marks[page]?.[mark];
    return element !== undefined && element.tag === tag;
  }

  /** Tells the parts and the bookmarks. @returns what the catalogue says of them */
  write(file: PdfFile, pages: readonly number[]): string {
    const root = file.reserve();
    const numbers = new Map<Element, number>();
    this.number(this.whole, numbers, file);
    for (const [element, number] of numbers)
      file.tell(this.told(element, { parent: root, numbers, pages }), number);
    const rows = pages.map((_, page) => {
      const held = (this.marks[page] ?? []).map((element) => reference(numbers.get(element) ?? root));
      return `${String(page)}[${held.join(' ')}]`;
    });
    const parents = file.tell(`<</Nums[${rows.join('')}]>>`);
    const next = `/ParentTreeNextKey ${String(pages.length)}`;
    const first = reference(numbers.get(this.whole) ?? root);
    file.tell(`<</Type/StructTreeRoot/K ${first}/ParentTree ${reference(parents)}${next}>>`, root);
    return `/MarkInfo<</Marked true>>/StructTreeRoot ${reference(root)}${this.outlines(file, pages)}`;
  }

  private elementOf(tag: Tag): Element {
    const known = this.elements.get(tag);
    if (known !== undefined) return known;
    const element: Element = { tag, kids: [] };
    this.elements.set(tag, element);
    (tag.of === undefined ? this.whole : this.elementOf(tag.of)).kids.push(element);
    return element;
  }

  private number(element: Element, numbers: Map<Element, number>, file: PdfFile): void {
    numbers.set(element, file.reserve());
    for (const kid of element.kids) if ('kids' in kid) this.number(kid, numbers, file);
  }

  private told(
    { tag, kids }: Element,
    {
      parent,
      numbers,
      pages,
    }: {
      readonly parent: number;
      readonly numbers: ReadonlyMap<Element, number>;
      readonly pages: readonly number[];
    },
  ): string {
    const above = tag === undefined ? undefined : tag.of === undefined ? this.whole : this.elementOf(tag.of);
    const held = reference((above === undefined ? undefined : numbers.get(above)) ?? parent);
    const own = kids.find((kid) => 'page' in kid)?.page;
    const listed = kids.map((kid) => {
      if ('kids' in kid) return reference(numbers.get(kid) ?? parent);
      if (kid.page === own) return String(kid.mark);
      return `<</Type/MCR/Pg ${reference(pages[kid.page] ?? 0)}/MCID ${String(kid.mark)}>>`;
    });
    return [
      `<</S/${tag?.type ?? 'Document'}/P ${held}`,
      own === undefined ? '' : `/Pg ${reference(pages[own] ?? 0)}`,
      tag?.alt === undefined ? '' : `/Alt ${textOf(tag.alt)}`,
      tag?.type === 'TH' ? '/A<</O/Table/Scope/Column>>' : '',
      listed.length === 0 ? '' : `/K[${listed.join(' ')}]`,
      '>>',
    ].join('');
  }

  private outlines(file: PdfFile, pages: readonly number[]): string {
    if (this.bookmarks.length === 0) return '';
    const root = file.reserve();
    const numbers = this.bookmarks.map(() => file.reserve());
    this.bookmarks.forEach(({ title, page, top }, place) => {
      const beside = [
        ['Prev', numbers[place - 1]],
        ['Next', numbers[place + 1]],
      ] as const;
      const links = beside
        .map(([name, to]) => (to === undefined ? '' : `/${name} ${reference(to)}`))
        .join('');
      const leads = `/Dest[${reference(pages[page] ?? 0)}/XYZ null ${String(Math.round(top))} null]`;
      file.tell(`<</Title ${textOf(title)}/Parent ${reference(root)}${links}${leads}>>`, numbers[place]);
    });
    const ends = `/First ${reference(numbers[0] ?? 0)}/Last ${reference(numbers.at(-1) ?? 0)}`;
    file.tell(`<</Type/Outlines${ends}/Count ${String(numbers.length)}>>`, root);
    return `/Outlines ${reference(root)}/PageMode/UseOutlines`;
  }
}
