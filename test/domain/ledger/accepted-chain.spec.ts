import { createHash } from 'node:crypto';
import {
  acceptanceHash,
  type AcceptedCommand,
  canonicalAcceptance,
  type ChainedAcceptance,
} from '../../../src/domain/ledger/accepted-chain';
import {
  findPositionBreak,
  findPositionCut,
  POSITIONS_START,
} from '../../../src/domain/ledger/position-chain';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const ACCEPTED: AcceptedCommand = {
  ...{ collectiveId: 'village', position: 1, acceptedAt: '2025-07-11T01:02:03.000Z', actor: 'ann' },
  ...{ role: 'accountant', way: 'page', address: '192.0.2.7', command: 'income.settlement' },
  inputDigest: 'ab'.repeat(32),
  about: null,
};

function chainOf(count: number): ChainedAcceptance[] {
  const chain: ChainedAcceptance[] = [];
  for (let position = 1; position <= count; position += 1) {
    const previousHash = chain.at(-1)?.hash ?? POSITIONS_START;
    const accepted = { ...ACCEPTED, position };
    chain.push({ ...accepted, previousHash, hash: acceptanceHash(previousHash, accepted, sha256) });
  }
  return chain;
}
const breakOf = (chain: readonly ChainedAcceptance[]) =>
  findPositionBreak(chain, (previous, accepted) => acceptanceHash(previous, accepted, sha256));

describe('the canonical text of an accepted command, version 1', () => {
  it('is for ever what it is', () => {
    expect(canonicalAcceptance(ACCEPTED)).toBe(
      '["accepted/1","village",1,"2025-07-11T01:02:03.000Z","ann","accountant","page","192.0.2.7",' +
        `"income.settlement","${'ab'.repeat(32)}"]`,
    );
  });

  it('gives the golden hashes, each linked to the one before', () => {
    expect(chainOf(2).map(({ hash }) => hash)).toEqual([
      '0f17e5c28bf07bb4c8fe4e2f90e465fdafea484e07d7d56c84c1a444fad03b15',
      'b803eec4ca7684e5e2921ffe7fab123b42db60c298c5d079307acfbe12fb3a22',
    ]);
  });
});

describe('the canonical text of an accepted command, version 2', () => {
  const TOLD: AcceptedCommand = { ...ACCEPTED, about: '{"planId":"p"}' };

  it('is for ever what it is, and tells what it was about', () => {
    expect(canonicalAcceptance(TOLD)).toBe(
      '["accepted/2","village",1,"2025-07-11T01:02:03.000Z","ann","accountant","page","192.0.2.7",' +
        `"income.settlement","{\\"planId\\":\\"p\\"}","${'ab'.repeat(32)}"]`,
    );
  });

  it.each<Partial<AcceptedCommand>>([{ about: null }, { about: '{}' }])('is another with %j', (change) => {
    const of = (accepted: AcceptedCommand): string => acceptanceHash(POSITIONS_START, accepted, sha256);
    expect(of({ ...TOLD, ...change })).not.toBe(of(TOLD));
  });
});

describe('the chain of accepted commands', () => {
  it.each<[string, Partial<ChainedAcceptance>]>([
    ['time', { acceptedAt: 'x' }],
    ['person', { actor: 'x' }],
    ['role', { role: 'x' }],
    ['way', { way: 'api' }],
    ['machine', { address: 'x' }],
    ['command', { command: 'x' }],
    ['question', { inputDigest: 'x' }],
    ['collective', { collectiveId: 'x' }],
    ['matter', { about: '{}' }],
  ])('breaks at another %s', (_, change) => {
    const chain = chainOf(3).map((each) => (each.position === 2 ? { ...each, ...change } : each));
    expect([breakOf(chainOf(3)), breakOf(chain)]).toEqual([undefined, { position: 2, fault: 'hash' }]);
  });

  it('is known to be cut by the end that was seen, or written anew', () => {
    const [, second] = chainOf(2);
    const end = { position: 2, hash: second?.hash ?? '' };
    expect(findPositionCut(chainOf(3), end)).toBeUndefined();
    expect(findPositionCut(chainOf(1), end)).toBe('cut');
    expect(findPositionCut(chainOf(2), { position: 2, hash: 'x' })).toBe('rewritten');
    expect(findPositionCut([], { position: 0, hash: POSITIONS_START })).toBeUndefined();
  });
});
