import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readWitnessedHead, type WitnessedHead } from '../domain/ledger/check-chain';
import { CollectivesService } from '../features/collectives/collectives.service';
import { BooksCheckService } from '../features/months/books-check.service';
import { checkedText, checkText, checkUsageText, noSuchBooksText } from '../glossary/check-words';
import { printedHead } from '../platform/text/printed-head';
import { failureText, isNamed, openBooksApp } from './open-books-app';

/** A head as given: whose books, by id or name, and what the paper says. */
interface GivenHead {
  readonly of: string;
  readonly head: WitnessedHead;
}

interface Asked {
  readonly collective: string | undefined;
  readonly heads: readonly GivenHead[];
}

function readAsked(): Asked | undefined {
  try {
    const { values } = parseArgs({
      options: { collective: { type: 'string' }, head: { type: 'string', multiple: true } },
    });
    const heads = (values.head ?? []).map(readHead);
    if (!heads.every((each) => each !== undefined)) return undefined;
    return { collective: values.collective, heads };
  } catch {
    return undefined;
  }
}

function readHead(given: string): GivenHead | undefined {
  const [of = '', typed = ''] = given.split('=');
  const head = readWitnessedHead(typed);
  return head === undefined ? undefined : { of, head };
}

/** Checks the books of one collective or of all. @returns the exit code: 1 where any do not hold */
async function checkAll(asked: Asked): Promise<number> {
  const app = await openBooksApp();
  try {
    const all = await app.get(CollectivesService).listCollectives();
    const { collective: only } = asked;
    const named = [...(only === undefined ? [] : [only]), ...asked.heads.map(({ of }) => of)];
    const unknown = named.find((name) => !all.some((each) => isNamed(each, name)));
    if (unknown !== undefined) {
      process.stderr.write(noSuchBooksText(unknown));
      return 2;
    }
    const chosen = all.filter((each) => only === undefined || isNamed(each, only));
    let broken = 0;
    for (const collective of chosen) {
      const heads = asked.heads.filter(({ of }) => isNamed(collective, of)).map(({ head }) => head);
      const result = await app.get(BooksCheckService).checkBooks(collective.id, heads);
      const printed = { collectiveId: collective.id, printedHead: printedHead(result.head.hash) };
      process.stdout.write(checkText({ name: collective.name, ...printed, result }));
      if (result.breaks.length > 0) broken += 1;
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
