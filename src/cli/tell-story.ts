import { DomainError } from '../domain/shared/domain-error';
import { FormProblems } from '../domain/shared/problem';
import { refusalText } from '../glossary/case-words';
import { newId } from '../platform/ids/new-id';
import type { BooksEntry, CollectiveEntry, Step, Story, UserEntry } from './case-file';
import type { Difference } from './compare-figures';
import { dayByDay } from './day-by-day';
import type { Services } from './services';
import type { Scene } from './scene';
import { tellAct } from './tell-act';
import { ToldNames } from './told-names';

/**
 * What came of a story: the ids behind its names, the refusals that came as expected, and where it went
 * otherwise.
 */
export interface Told {
  readonly names: ToldNames;
  /** The steps that were refused as expected, each with its codes. */
  readonly refusals: readonly { readonly at: string; readonly codes: readonly string[] }[];
  readonly differences: readonly Difference[];
}

/**
 * Tells a story through the services, each step on its day. A step refused against expectation ends the
 * story, because what
 * follows builds on it; a step expected to be refused must leave books, register and plans as they were.
 */
export async function tellStory(story: Story, services: Services): Promise<Told> {
  const names = new ToldNames();
  const told: { names: ToldNames; refusals: Told['refusals'][number][]; differences: Difference[] } = {
    names,
    refusals: [],
    differences: [],
  };
  for (const collective of story.collectives) await addCollective(collective, { services, names });
  for (const user of story.users) await addUser(user, { services, names });
  for (const { step, books, opened, day } of dayByDay(story)) {
    services.clock.moveTo(day);
    const outcome = await tellStep(step, sceneOf(step, { books, opened, services, names }));
    if (outcome.difference !== undefined) told.differences.push(outcome.difference);
    else if (step.refused.length > 0) told.refusals.push({ at: step.at, codes: step.refused });
    if (outcome.ends) return told;
  }
  return told;
}

interface Telling {
  readonly services: Services;
  readonly names: ToldNames;
}

async function addCollective(entry: CollectiveEntry, { services, names }: Telling): Promise<void> {
  const { key, below, ...collective } = entry;
  const parentId = below === undefined ? null : names.requireCollective(below);
  services.clock.moveTo(collective.booksOpenOn);
  const { id } = await services.collectives.createCollective({
    ...collective,
    parentId,
    madeUp: services.madeUp,
  });
  names.collectives.set(key, id);
}

async function addUser(entry: UserEntry, { services, names }: Telling): Promise<void> {
  const { key, username, displayName, password, office, roles } = entry;
  const id = await services.users.createUser({
    username,
    displayName,
    password: password ?? newId(),
    officeId: names.requireCollective(office),
    roles: roles.map(({ role, of }) => ({ role, collectiveId: names.requireCollective(of) })),
  });
  names.users.set(key, id);
}

function sceneOf(step: Step, given: Telling & { books: BooksEntry; opened: string }): Scene {
  const { services, names, books, opened } = given;
  return {
    services,
    names,
    of: books.of,
    collectiveId: names.requireCollective(books.of),
    command: { by: names.requireUser(step.by ?? books.by) },
    on: step.on ?? opened,
  };
}

async function tellStep(step: Step, scene: Scene): Promise<{ difference?: Difference; ends: boolean }> {
  const before = step.refused.length > 0 ? await stateOf(scene) : '';
  const refusal = await refusalOf(() => tellAct(step.act, scene));
  const got = refusal === undefined ? [] : codesOf(refusal);
  const expected = [...step.refused].sort();
  if (got.join() !== expected.join()) {
    const difference = { at: step.at, expected: expected.join(), got: gotText(refusal) };
    return { difference, ends: expected.length === 0 };
  }
  if (step.refused.length === 0 || (await stateOf(scene)) === before) return { ends: false };
  return {
    difference: { at: `${step.at} (books after the refusal)`, expected: 'as before', got: 'changed' },
    ends: false,
  };
}

/** Everything a refused step must leave as it was: chain, balances, register and plans. */
async function stateOf({ services, collectiveId }: Scene): Promise<string> {
  const months = { first: '1949-01', last: '2199-12' };
  const state = {
    chain: await services.books.requireChain(collectiveId),
    months: await services.books.listMonths(collectiveId),
    balances: (await services.books.trialBalance(collectiveId, months)).rows,
    assets: await services.assets.listAssets(collectiveId),
    receivables: await services.incomeRead.listReceivables(collectiveId),
    plans: await services.plans.listPlans(collectiveId),
  };
  return JSON.stringify(state, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

async function refusalOf(act: () => Promise<void>): Promise<DomainError | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function codesOf(refusal: DomainError): string[] {
  if (!(refusal instanceof FormProblems)) return [refusal.code];
  return [...new Set(refusal.problems.map(({ code }) => code))].sort();
}

function gotText(refusal: DomainError | undefined): string {
  return refusal === undefined ? '' : `${codesOf(refusal).join()}: ${refusalText(refusal)}`;
}
