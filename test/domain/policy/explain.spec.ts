import * as fc from 'fast-check';
import { markedClause } from '../../../src/domain/policy/explain';
import { readPack } from '../../../src/domain/policy/read-pack';
import { SMALL_PACK_ID, smallPack } from './small-pack';

describe('a marked quotation', () => {
  it('sets a mark before the words that name each use', () => {
    expect(markedClause(readPack(smallPack(), SMALL_PACK_ID), 'uses', 'pv')).toEqual([
      { text: '扣除土地租金后,用于' },
      { mark: 1, text: '公益岗位工资' },
      { text: ',' },
      { mark: 2, text: '必要的奖励补助' },
      { text: ',岗位资金不低于60%' },
    ]);
  });

  it('quotes a clause without marks for a pool it names no use of', () => {
    const pack = readPack(smallPack(), SMALL_PACK_ID);
    expect(markedClause(pack, 'uses', 'other')).toEqual([
      { text: '扣除土地租金后,用于公益岗位工资,必要的奖励补助,岗位资金不低于60%' },
    ]);
    expect(markedClause(pack, 'scale', 'pv')).toHaveLength(1);
  });

  it('numbers marks by the order of the uses even where the clause names them in another', () => {
    const raw = smallPack();
    const buckets = raw.pools['pv']?.['buckets'] as Record<string, unknown>[];
    buckets.reverse();
    const marks = markedClause(readPack(raw, SMALL_PACK_ID), 'uses', 'pv').flatMap(({ mark }) => mark ?? []);
    expect(marks).toEqual([2, 1]);
  });

  it.each<[what: string, first: string, second: string, pieces: string[]]>([
    ['that begin and end the clause', '一二', '九十', ['1 一二', '三四五六七八', '2 九十']],
    ['side by side', '三四', '五六', ['一二', '1 三四', '2 五六', '七八九十']],
    ['over the whole clause', '一二三四五', '六七八九十', ['1 一二三四五', '2 六七八九十']],
  ])('leaves no empty piece beside marks %s', (_what, first, second, pieces) => {
    const raw = smallPack();
    raw.clauses['marks'] = { at: '一', text: '一二三四五六七八九十' };
    Object.assign(raw.pools['pv'] ?? {}, {
      buckets: [
        { id: 'posts', name: '甲', phrase: first, cite: 'marks' },
        { id: 'reward', name: '乙', phrase: second, cite: 'marks' },
        { id: 'own', name: '丙', cite: 'marks' },
      ],
    });
    const found = markedClause(readPack(raw, SMALL_PACK_ID), 'marks', 'pv');
    expect(found.map(({ mark, text }) => (mark === undefined ? text : `${String(mark)} ${text}`))).toEqual(
      pieces,
    );
  });

  it('gives back the clause word for word whatever two parts of it are marked', () => {
    const text = '一二三四五六七八九十';
    const cut = fc.uniqueArray(fc.integer({ min: 0, max: text.length }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(cut, (places) => {
        const [a = 0, b = 0, c = 0, d = 0] = [...places].sort((left, right) => left - right);
        const raw = smallPack();
        raw.clauses['marks'] = { at: '一', text };
        Object.assign(raw.pools['pv'] ?? {}, {
          buckets: [
            { id: 'posts', name: '甲', phrase: text.slice(c, d), cite: 'marks' },
            { id: 'reward', name: '乙', phrase: text.slice(a, b), cite: 'marks' },
          ],
        });
        const pieces = markedClause(readPack(raw, SMALL_PACK_ID), 'marks', 'pv');
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
      { seed: 2025 },
    );
  });
});
