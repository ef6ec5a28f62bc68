import * as fc from 'fast-check';
import { departureFrom } from '../../../src/domain/policy/departure';

const TEXT = '第一条 总则\n第二条 在扣除土地租金、运维管理费用后,主要用于公益性岗位。\n第三条 附则';

describe('a quotation beside its text', () => {
  it.each(['在扣除土地租金、运维管理费用后', '第一条 总则', '附则', '则\n第'])(
    'stands there word for word: %s',
    (quotation) => {
      expect(departureFrom(TEXT, quotation)).toBeUndefined();
    },
  );

  type Place = [line: number, column: number] | undefined;
  it.each<[what: string, quotation: string, character: number, quoted: string, found: string, place: Place]>([
    ['a changed word', '在扣除土地租金、运维费用后', 11, '费', '管', [2, 15]],
    ['another sign', '费用后，主要用于', 4, '，', ',', [2, 20]],
    ['a sign too many', '在扣除土地租金、、运维', 9, '、', '运', [2, 13]],
    ['a first word changed', '从扣除土地租金、运维管理费用后', 1, '从', '在', [2, 5]],
    ['a quotation over the end of the text', '第三条 附则完', 7, '完', '', [3, 7]],
    ['a quotation over the end of a line', '第一条 总则第二条', 7, '第', '\n', [1, 7]],
    ['nothing of it', '光', 1, '光', '', undefined],
  ])('leaves it at %s', (_what, quotation, character, quoted, found, place) => {
    const departure = departureFrom(TEXT, quotation);
    const at = departure?.place;
    expect(departure).toMatchObject({ character, quoted, found });
    expect(at && [at.line, at.column]).toEqual(place);
  });

  it('counts characters as people do, beyond the basic plane too', () => {
    expect(departureFrom('𠮷村收入', '𠮷村支出')).toMatchObject({
      character: 3,
      after: '𠮷村',
      quoted: '支',
      found: '收',
      place: { line: 1, column: 3 },
    });
  });

  it.each<[what: string, quotation: string, character: number, quoted: string, found: string]>([
    ['its beginning where four characters of it stand', '主要用于小型公益性岗位', 5, '小', '公'],
    ['its beginning where as much of it stands as of its end', '公益岗位', 3, '岗', '性'],
    ['its end where only one character of its beginning stands', '用在扣除土地租金', 1, '用', ' '],
    [
      'its end where three characters of its beginning stand, and more of that',
      '在扣除主要用于公益',
      1,
      '在',
      '用',
    ],
    ['its beginning where four do', '在扣除土主要用于公益', 5, '主', '地'],
  ])('is laid beside the text at %s', (_what, quotation, character, quoted, found) => {
    expect(departureFrom(TEXT, quotation)).toMatchObject({ character, quoted, found });
  });

  it.each([
    ['第二条 在扣除土地租金、、', '在扣除土地租金、'],
    ['土地租金、、', '土地租金、'],
    ['从扣除土地租金', ''],
    ['光', ''],
  ])('shows the last eight characters that still agree: %s', (quotation, after) => {
    expect(departureFrom(TEXT, quotation)?.after).toBe(after);
  });

  it('is never found different where it was cut out, and always where one sign was changed', () => {
    const cut = fc.tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: TEXT.length }));
    fc.assert(
      fc.property(cut, fc.nat(), ([start, length], at) => {
        const quotation = TEXT.slice(start, start + length);
        expect(departureFrom(TEXT, quotation)).toBeUndefined();
        const spoilt = at % quotation.length;
        const changed = `${quotation.slice(0, spoilt)}※${quotation.slice(spoilt + 1)}`;
        expect(departureFrom(TEXT, changed)).toMatchObject({ character: spoilt + 1, quoted: '※' });
      }),
      { seed: 2025 },
    );
  });
});
