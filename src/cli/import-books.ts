import 'reflect-metadata';
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DomainError } from '../domain/shared/domain-error';
import { FormProblems } from '../domain/shared/problem';
import { CollectivesService } from '../features/collectives/collectives.service';
import { VoucherImportService } from '../features/ledger/voucher-import.service';
import { UsersService } from '../features/users/users.service';
import { noSuchBooksText } from '../glossary/check-words';
import {
  importedText,
  importUsageText,
  noSuchFileText,
  notBookkeeperText,
  takenBeforeText,
  wrongFileText,
} from '../glossary/import-words';
import { sentenceFor } from '../glossary/sentences';
import { sha256 } from '../platform/digests/sha256';
import { failureText, isNamed, openBooksApp } from './open-books-app';
import { readVouchersFile } from './read-vouchers-file';

interface Asked {
  readonly collective: string;
  readonly by: string;
  readonly file: string;
}

function readAsked(): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { collective: { type: 'string' }, by: { type: 'string' } },
    });
    const [file, more] = positionals;
    const { collective, by } = values;
    if (file === undefined || more !== undefined || collective === undefined || by === undefined) {
      return undefined;
    }
    return { collective, by, file };
  } catch {
    return undefined;
  }
}

/** Takes a file of vouchers over. @returns the exit code: 2 where what was asked for is not there */
async function takeOver(asked: Asked): Promise<number> {
  if (statSync(asked.file, { throwIfNoEntry: false })?.isFile() !== true) {
    process.stderr.write(noSuchFileText(asked.file));
    return 2;
  }
  const bytes = readFileSync(asked.file);
  const vouchers = await readVouchersFile(bytes);
  const app = await openBooksApp();
  try {
    const all = await app.get(CollectivesService).listCollectives();
    const collective = all.find((each) => isNamed(each, asked.collective));
    if (collective === undefined) {
      process.stderr.write(noSuchBooksText(asked.collective));
      return 2;
    }
    const users = app.get(UsersService);
    const person = (await users.listUsers()).find(({ username }) => username === asked.by);
    const post = { role: 'accountant' as const, collectiveId: collective.id };
    if (person === undefined || !(await users.holdsRole(person.userId, post))) {
      process.stderr.write(notBookkeeperText(asked.by, collective.name));
      return 2;
    }
    // The same file under the same key: sent twice, it is taken over once.
    const key = `import-${sha256(bytes)}`;
    const command = { by: person.userId, key };
    const imports = app.get(VoucherImportService);
    const wasTaken = await imports.isTaken(collective.id, key);
    const taken = await imports.importVouchers(collective.id, vouchers, command);
    const text = wasTaken ? takenBeforeText : importedText;
    process.stdout.write(text(collective.name, taken));
    return 0;
  } finally {
    await app.close();
  }
}

/** What is said about a file that was refused; nothing of it was booked. */
function refusalText(error: unknown): string {
  if (error instanceof FormProblems) return wrongFileText(error.problems);
  if (error instanceof DomainError) return `${sentenceFor(error.code, error.facts)}\n`;
  return failureText(error);
}

const asked = readAsked();
if (asked === undefined) {
  process.stderr.write(importUsageText());
  process.exitCode = 2;
} else {
  takeOver(asked)
    .then((code) => {
      process.exitCode = code;
    })
    .catch((error: unknown) => {
      process.stderr.write(refusalText(error));
      process.exitCode = 1;
    });
}
