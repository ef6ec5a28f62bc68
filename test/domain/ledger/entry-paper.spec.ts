import { paperOf } from '../../../src/domain/ledger/entry-paper';
import type { Stream } from '../../../src/domain/ledger/journal-entry';

describe('the paper that shows an entry', () => {
  it.each<[what: string, kind: string, streams: (Stream | undefined)[], moves: boolean, paper: string]>([
    ['money that came', 'receipt', ['energy'], true, 'receipt'],
    ['what money of before pays', 'receipt', ['rent'], false, 'offset'],
    ['subsidy that a notice cuts', 'subsidyCut', ['subsidy', undefined], false, 'subsidyCut'],
    ['the last of a fee, which no notice names', 'subsidyCut', [undefined, 'energy'], false, 'feeCut'],
    ['both at once', 'subsidyCut', ['subsidy', 'energy'], false, 'subsidyAndFeeCut'],
    ['a cost', 'deduction', ['other'], true, 'deduction'],
  ])('is of %s', (_what, kind, streams, moves, paper) => {
    const postings = streams.map((stream) => (stream === undefined ? {} : { stream }));
    expect(paperOf({ source: { kind }, postings }, moves)).toBe(paper);
  });
});
