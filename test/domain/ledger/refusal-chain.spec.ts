import { createHash } from 'node:crypto';
import {
  canonicalRefusal,
  type ChainedRefusal,
  type RefusedCommand,
  refusalHash,
} from '../../../src/domain/ledger/refusal-chain';
import { findPositionBreak, POSITIONS_START } from '../../../src/domain/ledger/position-chain';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const REFUSED: RefusedCommand = {
  collectiveId: 'village',
  position: 1,
  refusedAt: '2025-07-11T01:02:03.000Z',
  actor: 'accountant',
  ...{ role: null, way: null, address: null },
  command: 'POST /villages/:collectiveId/receipts/new',
  codes: ['form.missing', 'receipt.aboveOutstanding'],
  facts: null,
  inputDigest: 'ab'.repeat(32),
};

const breakOf = (chain: readonly ChainedRefusal[]) =>
  findPositionBreak(chain, (previous, refused) => refusalHash(previous, refused, sha256));

/** So many refusals, each linked to the one before. */
function chainOf(count: number): ChainedRefusal[] {
  const chain: ChainedRefusal[] = [];
  for (let position = 1; position <= count; position += 1) {
    const previousHash = chain.at(-1)?.hash ?? POSITIONS_START;
    const refused = { ...REFUSED, position };
    chain.push({ ...refused, previousHash, hash: refusalHash(previousHash, refused, sha256) });
  }
  return chain;
}

describe('the canonical text of a refusal, version 1', () => {
  it('is for ever what it is', () => {
    expect(canonicalRefusal(REFUSED)).toBe(
      '["refusal/1","village",1,"2025-07-11T01:02:03.000Z","accountant",' +
        '"POST /villages/:collectiveId/receipts/new",["form.missing","receipt.aboveOutstanding"],' +
        `"${'ab'.repeat(32)}"]`,
    );
  });

  it('gives the golden hashes, each linked to the one before', () => {
    expect(chainOf(2).map(({ hash }) => hash)).toEqual([
      '87a81c2d75de6eecc0a632db02a13be7cf676022ded1804940ee65a45430144a',
      '0f9a716729f31de54b3607fb96b1e982454428486be6839ade20f46c918141ce',
    ]);
  });
});

describe('the canonical text of a refusal, version 2', () => {
  const FROM: RefusedCommand = { ...REFUSED, role: 'accountant cashier', way: 'page', address: '10.0.0.7' };

  it('is for ever what it is, and tells from where it came', () => {
    expect(canonicalRefusal(FROM)).toBe(
      '["refusal/2","village",1,"2025-07-11T01:02:03.000Z","accountant",' +
        '"accountant cashier","page","10.0.0.7",' +
        '"POST /villages/:collectiveId/receipts/new",["form.missing","receipt.aboveOutstanding"],' +
        `"${'ab'.repeat(32)}"]`,
    );
  });

  it.each<Partial<RefusedCommand>>([
    { role: 'accountant' },
    { way: 'api' },
    { address: '10.0.0.8' },
    { role: null, way: null, address: null },
  ])('has another hash with %j', (change) => {
    const of = (refused: RefusedCommand): string => refusalHash(POSITIONS_START, refused, sha256);
    expect(of({ ...FROM, ...change })).not.toBe(of(FROM));
  });
});

describe('the canonical text of a refusal, version 3', () => {
  const from = { role: 'accountant', way: 'page', address: '10.0.0.7' } as const;
  const TOLD: RefusedCommand = { ...REFUSED, ...from, facts: '{"why":{}}' };

  it('is for ever what it is, and tells what its sentences say', () => {
    expect(canonicalRefusal(TOLD)).toBe(
      '["refusal/3","village",1,"2025-07-11T01:02:03.000Z","accountant","accountant","page","10.0.0.7",' +
        '"POST /villages/:collectiveId/receipts/new",["form.missing","receipt.aboveOutstanding"],' +
        `"{\\"why\\":{}}","${'ab'.repeat(32)}"]`,
    );
  });

  it.each<Partial<RefusedCommand>>([{ facts: null }, { facts: '{}' }])('is another with %j', (change) => {
    const of = (refused: RefusedCommand): string => refusalHash(POSITIONS_START, refused, sha256);
    expect(of({ ...TOLD, ...change })).not.toBe(of(TOLD));
  });
});

describe('the chain of refusals', () => {
  const changed = (place: number, change: Partial<ChainedRefusal>): ChainedRefusal[] =>
    chainOf(3).map((refused) => (refused.position === place ? { ...refused, ...change } : refused));

  it('holds, also where there is none', () => {
    expect(breakOf([])).toBeUndefined();
    expect(breakOf(chainOf(3))).toBeUndefined();
  });

  it.each<{ rule: string; chain: ChainedRefusal[]; position: number; fault: string }>([
    { rule: 'a first one taken out', chain: chainOf(3).slice(1), position: 1, fault: 'gap' },
    {
      rule: 'one taken out between',
      chain: chainOf(3).filter(({ position }) => position !== 2),
      position: 2,
      fault: 'gap',
    },
    { rule: 'another time', chain: changed(2, { refusedAt: 'x' }), position: 2, fault: 'hash' },
    { rule: 'another person', chain: changed(3, { actor: 'x' }), position: 3, fault: 'hash' },
    { rule: 'another command', chain: changed(1, { command: 'x' }), position: 1, fault: 'hash' },
    { rule: 'another code', chain: changed(1, { codes: ['x'] }), position: 1, fault: 'hash' },
    { rule: 'another input', chain: changed(1, { inputDigest: 'x' }), position: 1, fault: 'hash' },
    { rule: 'another collective', chain: changed(1, { collectiveId: 'x' }), position: 1, fault: 'hash' },
    { rule: 'other facts', chain: changed(1, { way: 'page', facts: '{}' }), position: 1, fault: 'hash' },
    { rule: 'another link', chain: changed(2, { previousHash: 'x' }), position: 2, fault: 'link' },
    {
      rule: 'a text and its hash rewritten',
      chain: changed(1, {
        codes: ['x'],
        hash: refusalHash(POSITIONS_START, { ...REFUSED, codes: ['x'] }, sha256),
      }),
      position: 2,
      fault: 'link',
    },
  ])('breaks at $position with $rule', ({ chain, position, fault }) => {
    expect(breakOf(chain)).toEqual({ position, fault });
  });
});
