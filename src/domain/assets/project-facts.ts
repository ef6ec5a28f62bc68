import { type Fen, plainYuan } from '../money/fen';
import type { About, BooksRecord } from './matter-facts';

/**
 * What a document may ask of a project that is not yet accepted. Its contract sum is its investment; what it
 * was estimated at, and what it will be, the office says.
 */
export function projectRecords(about: About, { contractSum }: { readonly contractSum: Fen }): BooksRecord[] {
  const investment = plainYuan(contractSum);
  return [
    { subject: 'project', about, applies: true, facts: { investment, completed: 'no' } },
    { subject: 'relief_project', about, facts: { investment } },
    { subject: 'industry_project', about, facts: {} },
    {
      subject: 'asset',
      about,
      applies: true,
      facts: { asset_number: '', number_taken: 'no', finished: 'no' },
    },
  ];
}
