import type { PersonForm } from '../../src/domain/collectives/person';
import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';
import { problemSentence, sentenceFor } from '../../src/glossary/sentences';
import type { WorkForm } from '../../src/domain/uses/work';
import type { WorkSheetForm } from '../../src/domain/uses/work-sheet';

/** A head of a household. */
export const PERSON: PersonForm = {
  ...{ personName: 'Li Si', identity: '341202193602290014', relation: 'head', labour: 'able' },
  ...{ officerRelation: 'none', belongs: 'yes', accountKind: '', accountNumber: '', bank: '' },
  ...{ mobile: '', fromDay: '2025-01-01' },
};
/** A work without relief funds, that forms no asset. */
export const WORK: WorkForm = {
  ...{ claimId: '', workName: 'ditch', workInvestment: '', workCentral: '', workRegion: '' },
  projectId: '',
};
/** Two people, each up to five days. */
export const SHEET: WorkSheetForm = {
  ...{ item: 'labour_pay', from: '2025-07-09', to: '2025-07-13' },
  ...{ labourRows: '1 5 120\n2 4.5 120', paper: 'signed list' },
  // The first is older than a post takes people.
  labourWhy: 'light work only',
};

/** The codes of what was refused, with the rule that a document broke. */
export const codesOf = (refused: Promise<unknown>): Promise<string[]> =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems)
        return error.problems.map(({ code, facts }) => [code, facts?.['rule'] ?? ''].join(' ').trim());
      return [error instanceof DomainError ? error.code : String(error)];
    },
  );

/** What was refused, as people read it. */
export function wordsOf(error: unknown): string[] {
  if (error instanceof FormProblems) return error.problems.map((each) => problemSentence(each));
  if (error instanceof DomainError) return [sentenceFor(error.code, error.facts)];
  throw error;
}
