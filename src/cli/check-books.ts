import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { ChainEnd, CheckResult } from '../domain/ledger/check-pass';
import {
  readWitnessedHead,
  readWitnessedSeal,
  type WitnessedHead,
  type WitnessedSeal,
} from '../domain/ledger/witness';
import { DomainError } from '../domain/shared/domain-error';
import { type Collective, CollectivesService } from '../features/collectives/collectives.service';
import { BookChecksService } from '../features/oversight/book-checks.service';
import {
  checkedText,
  checkText,
  checkUsageText,
  noSuchBooksText,
  uncheckedText,
} from '../glossary/check-words';
import { isUnreadableRow } from '../platform/database/unreadable-row';
import { printedHead, printedSeal } from '../platform/text/printed-head';
import { failureText, isNamed, openBooksApp } from './open-books-app';

/** What was given of one paper: whose books, by id or name, and what it says. */
interface Given<Seen> {
  readonly of: string;
  readonly seen: Seen;
}

interface Asked {
  readonly collective: string | undefined;
  readonly heads: readonly Given<WitnessedHead>[];
  readonly seals: readonly Given<WitnessedSeal>[];
  /** Where the records ended, as a check printed it. */
  readonly records: readonly Given<ChainEnd>[];
}

function readAsked(): Asked | undefined {
  try {
    const { values } = parseArgs({
      options: {
        collective: { type: 'string' },
        head: { type: 'string', multiple: true },
        seal: { type: 'string', multiple: true },
        records: { type: 'string', multiple: true },
      },
    });
    const heads = (values.head ?? []).map((given) => readGiven(given, readWitnessedHead));
    const seals = (values.seal ?? []).map((given) => readGiven(given, readWitnessedSeal));
    if (!heads.every((each) => each !== undefined)) return undefined;
    const records = (values.records ?? []).map((given) => readGiven(given, readRecordsEnd));
    if (!seals.every((each) => each !== undefined)) return undefined;
    if (!records.every((each) => each !== undefined)) return undefined;
    return { collective: values.collective, heads, seals, records };
  } catch {
    return undefined;
  }
}

function readGiven<Seen>(given: string, read: (typed: string) => Seen | undefined): Given<Seen> | undefined {
  const [of = '', typed = ''] = given.split('=');
  const seen = read(typed);
  return seen === undefined ? undefined : { of, seen };
}

/** The number and the whole hash of the last record, as printed: `23:4f…`. */
function readRecordsEnd(typed: string): ChainEnd | undefined {
  const [, position, hash] = /^(\d+):([0-9a-f]{64})$/.exec(typed) ?? [];
  return hash === undefined ? undefined : { position: Number(position), hash };
}

/** What was given of one collective. */
function seenOf<Seen>(collective: Collective, given: readonly Given<Seen>[]): Seen[] {
  return given.filter(({ of }) => isNamed(collective, of)).map(({ seen }) => seen);
}

/** Checks one and tells it: what stands in its rows keeps no other from being checked. */
async function checkOne(
  { id: collectiveId, name }: Collective,
  check: () => Promise<CheckResult>,
): Promise<boolean> {
  try {
    const result = await check();
    process.stdout.write(checkText({ name, collectiveId, printedHead, printedSeal, result }));
    return result.breaks.length === 0;
  } catch (error) {
    if (!(error instanceof DomainError) && !isUnreadableRow(error)) throw error;
    const [says = ''] = failureText(error).split('\n');
    process.stdout.write(uncheckedText({ name, collectiveId, says }));
    return false;
  }
}

/** Checks the books of one collective or of all. @returns the exit code: 1 where any do not hold */
async function checkAll(asked: Asked): Promise<number> {
  const app = await openBooksApp();
  try {
    const all = await app.get(CollectivesService).listCollectives();
    const { collective: only } = asked;
    const named = [
      ...(only === undefined ? [] : [only]),
      ...[...asked.heads, ...asked.seals, ...asked.records].map(({ of }) => of),
    ];
    const unknown = named.find((name) => !all.some((each) => isNamed(each, name)));
    if (unknown !== undefined) {
      process.stderr.write(noSuchBooksText(unknown));
      return 2;
    }
    const chosen = all.filter((each) => only === undefined || isNamed(each, only));
    let broken = 0;
    for (const collective of chosen) {
      const witnessed = { heads: seenOf(collective, asked.heads), seals: seenOf(collective, asked.seals) };
      const ends = new Map(seenOf(collective, asked.records).map((end) => ['records', end]));
      const isSound = await checkOne(collective, () =>
        app.get(BookChecksService).checkBeside(collective.id, witnessed, ends),
      );
      if (!isSound) broken += 1;
    }
    process.stdout.write(checkedText({ checked: chosen.length, broken }));
    return broken === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
}

const asked = readAsked();
if (asked === undefined) {
  process.stderr.write(checkUsageText());
  process.exitCode = 2;
} else {
  checkAll(asked)
    .then((code) => {
      process.exitCode = code;
    })
    .catch((error: unknown) => {
      process.stderr.write(failureText(error));
      process.exitCode = 1;
    });
}
