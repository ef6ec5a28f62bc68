/** A value of a paper, as it is written in an object. */
export type PdfValue =
  | { readonly kind: 'word' | 'name' | 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly PdfValue[] }
  | { readonly kind: 'ref'; readonly number: number }
  | PdfDictionary;

/** Values by name; a name that stands there twice is read by nobody for certain, so it is refused. */
export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** An object, with the place of its data where it has any. */
export interface PdfObject {
  readonly number: number;
  readonly value: PdfValue;
  readonly data?: { readonly from: number; readonly to: number };
}

/** What was read: objects, the dictionaries in them at any depth, and the text that is no data. */
export interface PdfRead {
  readonly objects: readonly PdfObject[];
  readonly dictionaries: readonly PdfDictionary[];
  readonly open: readonly string[];
}

const BLANKS = '\0\t\n\f\r ';
const TOKEN = /<<|>>|[[\]]|\/?[^\0\t\n\f\r ()<>[\]{}/%]+|\/|<[\0\t\n\f\r 0-9A-Fa-f]*>/y;
const NUMBER = /^[+-]?[0-9.]+$/;
const WORDS = ['true', 'false', 'null'];
/** What stands between objects, beside numbers. */
const BETWEEN = ['xref', 'startxref', 'n', 'f', 'endobj'];
const DEEPEST = 60;
const END_OF_DATA = 'endstream';

/** That a paper is not written as one is. */
class TornPdf extends Error {}

/**
 * Reads a whole paper from its first byte to its last, as strictly as its format says: only what stands
 * behind a dictionary of an object is data. A reader of papers may begin an object wherever a table says,
 * also in data, a string or a remark: wherever one could begin, it must have been met here as one.
 * @returns undefined where anything stands there that is not understood
 */
export function readPdf(text: string): PdfRead | undefined {
  return orTorn(() => new PaperReader(text).readAll());
}

/**
 * Reads objects that are packed together: numbers and places at first, then the objects.
 * @returns undefined where they are not written so
 */
export function readPacked(text: string, first: number): PdfRead | undefined {
  const head = text.slice(0, first);
  if (/[^\0\t\n\f\r 0-9]/.test(head)) return undefined;
  const numbers = [...head.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return orTorn(() => {
    const reader = new PaperReader(text);
    const objects: PdfObject[] = [];
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const [number = 0, offset = 0] = numbers.slice(at, at + 2);
      objects.push({ number, value: reader.valueAt(first + offset) });
    }
    return { objects, dictionaries: reader.dictionaries, open: [text] };
  });
}

/** Any letter of a name may be written by its number: `/J#53` is `/JS`. */
export function plain(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_all, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

class PaperReader {
  readonly dictionaries: PdfDictionary[] = [];
  private readonly objects: PdfObject[] = [];
  private readonly open: string[] = [];
  private readonly begun = new Set<number>();
  private at = 0;

  constructor(private readonly text: string) {}

  valueAt(at: number): PdfValue {
    this.at = at;
    return this.value(this.token(), 0);
  }

  readAll(): PdfRead {
    let numbers: number[] = [];
    let isStreamDue = false;
    let openFrom = 0;
    for (let token = this.token(); token !== ''; token = this.token()) {
      const isDataHere = isStreamDue && token === 'stream';
      isStreamDue = false;
      if (/^\d+$/.test(token)) numbers.push(Number(token));
      else if (token === 'obj' && numbers.length > 1) {
        isStreamDue = this.object(numbers.at(-2) ?? 0);
        numbers = [];
      } else if (isDataHere) {
        this.open.push(this.text.slice(openFrom, this.at));
        openFrom = this.data();
      } else if (token === 'trailer') {
        this.begun.add(this.at - token.length);
        this.value(this.token(), 0);
      } else if (BETWEEN.includes(token)) numbers = [];
      else throw new TornPdf();
    }
    this.open.push(this.text.slice(openFrom));
    this.requireEveryObject();
    return { objects: this.objects, dictionaries: this.dictionaries, open: this.open };
  }

  /** @returns whether data may follow */
  private object(number: number): boolean {
    this.begun.add(this.at - 'obj'.length);
    const token = this.token();
    if (token === 'endobj') return false;
    const value = this.value(token, 0);
    this.objects.push({ number, value });
    return value.kind === 'dictionary';
  }

  /** The data of the object that was read last. @returns where they end */
  private data(): number {
    const from = /\r?\n/y;
    from.lastIndex = this.at;
    if (!from.test(this.text)) throw new TornPdf();
    const object = this.objects.pop();
    if (object?.value.kind !== 'dictionary') throw new TornPdf();
    const begin = from.lastIndex;
    const length = object.value.entries.get('Length');
    const said = length?.kind === 'word' ? begin + Number(length.text) : begin;
    const end = this.endOfData(begin, said);
    this.objects.push({ ...object, data: { from: begin, to: end } });
    this.at = this.text.indexOf(END_OF_DATA, end) + END_OF_DATA.length;
    return end;
  }

  /** Where data end: where they say, or else where it is written that they do. */
  private endOfData(begin: number, said: number): number {
    let at = said;
    while (at < this.text.length && BLANKS.includes(this.text.charAt(at))) at += 1;
    if (said > begin && this.text.startsWith(END_OF_DATA, at)) return said;
    const end = this.text.indexOf(END_OF_DATA, begin);
    if (end === -1) throw new TornPdf();
    return end;
  }

  private value(token: string, depth: number): PdfValue {
    if (depth > DEEPEST) throw new TornPdf();
    if (token === '<<') return this.dictionary(depth);
    if (token === '[') return { kind: 'list', items: this.values(']', depth) };
    if (token === '(') return { kind: 'text', text: this.string() };
    if (token.startsWith('/')) return { kind: 'name', text: plain(token.slice(1)) };
    if (token.startsWith('<')) return { kind: 'text', text: ofHex(token) };
    if (NUMBER.test(token) || WORDS.includes(token)) return { kind: 'word', text: token };
    throw new TornPdf();
  }

  private dictionary(depth: number): PdfDictionary {
    const values = this.values('>>', depth);
    const entries = new Map<string, PdfValue>();
    for (let at = 0; at < values.length; at += 2) {
      const [name, value] = values.slice(at, at + 2);
      if (name?.kind !== 'name' || value === undefined || entries.has(name.text)) throw new TornPdf();
      entries.set(name.text, value);
    }
    const read: PdfDictionary = { kind: 'dictionary', entries };
    this.dictionaries.push(read);
    return read;
  }

  private values(end: string, depth: number): PdfValue[] {
    const values: PdfValue[] = [];
    for (let token = this.token(); token !== end; token = this.token()) {
      if (token !== 'R') {
        values.push(this.value(token, depth + 1));
        continue;
      }
      const [number] = values.splice(-2);
      if (number?.kind !== 'word' || !/^\d+$/.test(number.text)) throw new TornPdf();
      values.push({ kind: 'ref', number: Number(number.text) });
    }
    return values;
  }

  /** A string behind its opening bracket; brackets in it stand in pairs. */
  private string(): string {
    const begin = this.at;
    for (let open = 1; open > 0; this.at += 1) {
      const sign = this.text[this.at];
      if (sign === undefined) throw new TornPdf();
      if (sign === '\\') this.at += 1;
      else if (sign === '(') open += 1;
      else if (sign === ')') open -= 1;
    }
    return this.text.slice(begin, this.at - 1);
  }

  /** The next token, behind blanks and remarks; blank at the end. */
  private token(): string {
    const { text } = this;
    for (; this.at < text.length; this.at += 1) {
      if (text[this.at] === '%') while (this.at < text.length && !isLineEnd(text[this.at])) this.at += 1;
      else if (!BLANKS.includes(text.charAt(this.at))) break;
    }
    if (this.at >= text.length) return '';
    if (text[this.at] === '(') {
      this.at += 1;
      return '(';
    }
    TOKEN.lastIndex = this.at;
    const [found] = TOKEN.exec(text) ?? [];
    if (found === undefined) throw new TornPdf();
    this.at += found.length;
    return found;
  }

  private requireEveryObject(): void {
    for (const { index } of this.text.matchAll(/obj|trailer/g)) {
      if (this.begun.has(index)) continue;
      if (this.text[index] === 't' || couldBegin(this.text, index)) throw new TornPdf();
    }
  }
}

/** Whether an object could begin here for some reader: behind two numbers, or behind a remark after one. */
function couldBegin(text: string, index: number): boolean {
  const generation = backOverBlanks(text, index);
  if (generation === undefined) return true;
  let begin = generation;
  while (isOfNumber(text[begin - 1])) begin -= 1;
  if (begin === generation) return false;
  const number = backOverBlanks(text, begin);
  return number === undefined || (number < begin && isOfNumber(text[number - 1]));
}

/** @returns undefined where a remark may stand in between */
function backOverBlanks(text: string, from: number): number | undefined {
  let at = from;
  let isOverLine = false;
  while (at > 0 && BLANKS.includes(text.charAt(at - 1))) {
    at -= 1;
    isOverLine ||= isLineEnd(text[at]);
  }
  if (!isOverLine) return at;
  let begin = at;
  while (begin > 0 && !isLineEnd(text[begin - 1])) begin -= 1;
  return /(?:^|[0-9.])[\0\t\f ]*%/.test(text.slice(begin, at)) ? undefined : at;
}

function isOfNumber(sign: string | undefined): boolean {
  return sign !== undefined && /[0-9.+-]/.test(sign);
}

function isLineEnd(sign: string | undefined): boolean {
  return sign === '\n' || sign === '\r';
}

/** A string written as digits; what is of two bytes a sign keeps them. */
function ofHex(token: string): string {
  return Buffer.from(token.replace(/[^0-9A-Fa-f]/g, ''), 'hex').toString('latin1');
}

function orTorn(read: () => PdfRead): PdfRead | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof TornPdf) return undefined;
    throw error;
  }
}
