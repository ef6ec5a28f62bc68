import { choosePack, requireSeenText } from '../../../src/domain/policy/choose-pack';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import { readPack } from '../../../src/domain/policy/read-pack';
import { DomainError } from '../../../src/domain/shared/domain-error';
import { smallPack } from './small-pack';

function packOf(region: string, from: string, to: string | null): { pack: PolicyPack } {
  const raw = smallPack();
  raw.region.code = region;
  Object.assign(raw.valid, { from, to, confirm_after: null });
  raw.source['issued_on'] = from;
  return { pack: readPack(raw, `${region}/${from}`) };
}

const city = packOf('341200', '2023-09-21', null);
const county = packOf('341204', '2025-01-01', '2025-06-30');
const countyNext = packOf('341204', '2025-06-30', null);

describe('the pack in force', () => {
  const path = ['341204', '341200', '340000'];
  const cases: [string, string[], string | undefined][] = [
    ['2023-09-20', path, undefined],
    ['2023-09-21', path, '341200/2023-09-21'],
    ['2024-12-31', path, '341200/2023-09-21'],
    ['2025-01-01', path, '341204/2025-01-01'],
    ['2025-06-29', path, '341204/2025-01-01'],
    ['2025-07-01', path, '341204/2025-06-30'],
    ['2025-03-01', ['341225', '341200', '340000'], '341200/2023-09-21'],
    ['2025-03-01', ['340000'], undefined],
    ['2025-03-01', [], undefined],
  ];
  it.each(cases)('is the nearest region’s on %s for %p: %s', (day, regions, id) => {
    expect(choosePack([city, countyNext, county], regions, day)?.pack.id).toBe(id);
  });

  it('refuses to choose between two of one region on one day', () => {
    try {
      choosePack([city, countyNext, county], path, '2025-06-30');
      throw new Error('it chose one');
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({
        code: 'policy.twoPacksInForce',
        facts: { region: '341204', day: '2025-06-30', packs: ['341204/2025-01-01', '341204/2025-06-30'] },
      });
    }
  });
});

describe('a pack whose text nobody has seen', () => {
  const retold = {
    ...city.pack,
    source: { ...city.pack.source, kind: 'second_hand' as const, textSha256: undefined },
  };
  const outcomeOf = (pack: PolicyPack, areReal: boolean): unknown => {
    try {
      requireSeenText(pack, { areReal });
      return undefined;
    } catch (error) {
      return error instanceof DomainError ? [error.code, error.facts] : error;
    }
  };

  it('keeps real books from going by it, and no others', () => {
    expect(outcomeOf(retold, true)).toEqual([
      'policy.textNotSeen',
      { pack: '341200/2023-09-21', title: retold.source.title },
    ]);
    expect(outcomeOf(retold, false)).toBeUndefined();
    expect(outcomeOf(city.pack, true)).toBeUndefined();
  });
});
