import type { INestApplicationContext } from '@nestjs/common';
import { DomainError } from '../domain/shared/domain-error';
import { refusalText } from '../glossary/case-words';
import type { Case, Expectation } from './case-file';
import { compareFigures, type Difference } from './compare-figures';
import { type Books, drawFigures } from './draw-figures';
import { servicesOf } from './services';
import { plainWords, sheetText } from './sheet-text';
import { tellStory, type Told } from './tell-story';

/** One expectation held against the books. */
export interface Held {
  readonly at: string;
  readonly about: Expectation['asked']['about'];
  readonly of: string;
  /** How many figures and words were compared. */
  readonly compared: number;
  /** How many words of the sheet were not looked at because the machine cannot read a PDF. */
  readonly unread: number;
  readonly differences: readonly Difference[];
}

/** What came of a case. It holds when no difference is left anywhere. */
export interface CaseResult {
  readonly title: string;
  readonly refusals: Told['refusals'];
  readonly held: readonly Held[];
  /** Differences of the story itself: a step refused, or not refused as expected. */
  readonly differences: readonly Difference[];
}

/** Tells a case in an empty application and holds every expected figure against its books. */
export async function runCase(told: Case, app: INestApplicationContext): Promise<CaseResult> {
  const services = servicesOf(app);
  const { names, refusals, differences } = await tellStory(told, services);
  if (told.standsOn !== undefined) services.clock.moveTo(told.standsOn);
  const held: Held[] = [];
  for (const expectation of told.expect) held.push(await hold(expectation, { services, names }));
  return { title: told.title, refusals, held, differences };
}

/** Every difference of a case, its story's first. */
export function differencesOf(result: CaseResult): Difference[] {
  return [...result.differences, ...result.held.flatMap((held) => held.differences)];
}

async function hold(expectation: Expectation, books: Books): Promise<Held> {
  const { at, asked, figures } = expectation;
  const named = { at, about: asked.about, of: asked.of };
  try {
    const { differences, compared } = compareFigures(figures, await drawFigures(asked, books), asked.about);
    const words = await compareWords(expectation, books);
    return {
      ...named,
      compared: compared + words.compared,
      unread: words.unread,
      differences: [...differences, ...words.differences],
    };
  } catch (error) {
    // A plan or a sheet the story did not get to: all that was expected of it is missing.
    if (!(error instanceof DomainError)) throw error;
    const difference = { at: asked.about, expected: JSON.stringify(figures), got: refusalText(error) };
    return { ...named, compared: 1, unread: 0, differences: [difference] };
  }
}

async function compareWords(
  { asked, says }: Expectation,
  { services, names }: Books,
): Promise<{ differences: Difference[]; compared: number; unread: number }> {
  if (says.length === 0 || asked.about !== 'notice') {
    const differences = says.map((expected) => ({ at: 'says', expected, got: `? ${asked.about}` }));
    return { differences, compared: says.length, unread: 0 };
  }
  const collectiveId = names.requireCollective(asked.of);
  const pdf = await services.sheets.requireSheet(collectiveId, names.requireNotice(asked.of, asked.plan));
  const words = sheetText(pdf);
  if (words === undefined) return { differences: [], compared: 0, unread: says.length };
  const missing = says.filter((expected) => !words.includes(plainWords(expected)));
  return {
    differences: missing.map((expected) => ({ at: 'says', expected, got: '' })),
    compared: says.length,
    unread: 0,
  };
}
