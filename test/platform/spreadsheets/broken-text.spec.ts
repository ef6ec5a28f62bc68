import { isUtf8 } from 'node:buffer';
import * as fc from 'fast-check';
import { decode, encode } from 'iconv-lite';
import { FormProblems } from '../../../src/domain/shared/problem';
import { decodeText } from '../../../src/platform/spreadsheets/text-table';

const MARK = [0xef, 0xbb, 0xbf];

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const gb = (text: string): Buffer => encode(text, 'gb18030');
const without = (bytes: Buffer, at: number): Buffer =>
  Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);

/** What a file is read as, or why it is not, with the line where one is named. */
function readOf(bytes: Buffer): string {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (!(error instanceof FormProblems)) throw error;
    return error.problems.map(({ code, facts }) => [code, facts?.['line']].join(' ').trim()).join();
  }
}

const TABLE = '日期,摘要,金额\n2025-01-03,买纸,12.50\r\n2025-01-04,收刘大同场地租金,300.00\n';

describe('a file of text', () => {
  it.each([
    ['UTF-8', utf8(TABLE), TABLE],
    ['UTF-8 with its mark', Buffer.from([...MARK, ...utf8(TABLE)]), TABLE],
    ['GB18030', gb(TABLE), TABLE],
    ['GB18030 with characters of four bytes', gb('王㐱，𠀀'), '王㐱，𠀀'],
    ['ASCII', utf8('day,amount\n2025-01-03,12.50\n'), 'day,amount\n2025-01-03,12.50\n'],
    ['UTF-8 of letters with signs above', utf8('café'), 'café'],
    ['GB18030 of the old long characters', gb('結轉業務費，讓與'), '結轉業務費，讓與'],
    ['GB18030 that names 瑜波 in each row', gb('付瑜波\n收瑜波\n'.repeat(50)), '付瑜波\n收瑜波\n'.repeat(50)],
  ])('in %s is read as it was written', (_name, bytes, text) => {
    expect(readOf(bytes)).toBe(text);
  });

  // Words whose bytes look like UTF-8, wholly or in part.
  it.each(['一', '涔', '瑜波', '李瑜波', '昊波', '瑜波瑜波', '王昊', '联通', '淇', '，'])(
    'of the one word %s in GB18030 is read as it was written',
    (word) => {
      expect(readOf(gb(word))).toBe(word);
    },
  );

  const start = utf8('日期,摘要').indexOf(utf8('期')[1] ?? 0);
  it.each([
    ['at its start', without(utf8(TABLE), start), 'file.brokenText 1'],
    ['in its middle', without(utf8(TABLE), utf8(TABLE).indexOf(utf8('纸')) + 2), 'file.brokenText 2'],
    ['before a comma', without(utf8(TABLE), utf8(TABLE).indexOf(utf8('租金')) + 5), 'file.brokenText 3'],
    ['at its end', utf8(`${TABLE}合计`).subarray(0, -1), 'file.brokenText 4'],
    ['after its mark', Buffer.from([...MARK, 0x61, 0xb9]), 'file.brokenText 1'],
    ['after lines that end in the old way', utf8('一月\r二月\r三月').subarray(0, -1), 'file.brokenText 3'],
    [
      'in one of two short words',
      Buffer.concat([utf8('{"summary":"买纸"}\n{"summary":"'), Buffer.from([0xe4, 0xb9]), utf8('"}\n')]),
      'file.brokenText 2',
    ],
    [
      'overwritten by another byte',
      Buffer.from(utf8(TABLE)).fill(0xff, start, start + 1),
      'file.brokenText 1',
    ],
    ['of four bytes', without(utf8('𠀀王大同付款'), 2), 'file.brokenText 1'],
    ['where a part is in GB18030', Buffer.concat([utf8('收到场地租金\n'), gb(TABLE)]), 'file.brokenText 2'],
    [
      'where most is in GB18030',
      Buffer.concat([gb(TABLE.repeat(9)), utf8('收到场地租金\n')]),
      'file.brokenText 1',
    ],
    [
      'that was spelt longer than need be',
      Buffer.from([...utf8('收到租金'), 0xe0, 0x80, 0x80]),
      'file.brokenText 1',
    ],
  ])('in UTF-8 with a broken character %s is refused by its line', (_name, bytes, refusal) => {
    expect(readOf(bytes)).toBe(refusal);
  });

  it.each([
    ['bytes of neither', [0x61, 0xff, 0xff, 0x62]],
    ['half a character of GB18030', [...gb('收款'), 0xb0]],
    ['half a picture', [0x89, 0x00, 0xff, 0xd8, 0xff, 0xe0]],
  ])('of %s is refused', (_name, bytes) => {
    expect(readOf(Buffer.from(bytes))).toBe('file.encoding');
  });

  /** A character of everyday use, as GB2312 lists them first. */
  const everyday = fc
    .tuple(fc.integer({ min: 0xb0, max: 0xd6 }), fc.integer({ min: 0xa1, max: 0xfe }))
    .map((pair) => decode(Buffer.from(pair), 'gb18030').codePointAt(0) ?? 0);
  /** Signs and figures between them, and characters so rare that GB18030 gives them four bytes. */
  const character = fc.oneof(
    { weight: 9, arbitrary: everyday },
    fc.constantFrom(...Array.from('，。、（）0123456789,\n').map((sign) => sign.codePointAt(0) ?? 0)),
    fc.integer({ min: 0x20000, max: 0x2a6d6 }),
  );
  const textOf = (characters: readonly number[]): string => String.fromCodePoint(...characters);

  it('is read back from GB18030, whatever it says in everyday characters', () => {
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 60 }).map(textOf), (text) => {
        // 谩 alone is á in UTF-8: of bytes that are both nobody can tell.
        fc.pre(!isUtf8(gb(text)));
        expect(readOf(gb(text))).toBe(text);
      }),
      { seed: 20_251_128, numRuns: 3_000 },
    );
  });

  it('is refused where a byte of its UTF-8 is cut out, or read where it is whole still', () => {
    const sentence = fc.array(everyday, { minLength: 4, maxLength: 60 });
    fc.assert(
      fc.property(sentence.map(textOf), fc.nat(), (text, place) => {
        const bytes = utf8(`${text}, 1.00\n`);
        const at = place % bytes.length;
        const isWhole = at >= utf8(text).length;
        expect(readOf(without(bytes, at))).toBe(
          isWhole
            ? utf8(text).toString() + without(utf8(', 1.00\n'), at - utf8(text).length).toString()
            : 'file.brokenText 1',
        );
      }),
      { seed: 20_251_128, numRuns: 3_000 },
    );
  });
});
