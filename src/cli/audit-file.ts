import 'reflect-metadata';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { DomainError } from '../domain/shared/domain-error';
import { CollectivesService } from '../features/collectives/collectives.service';
import { AuditFileService } from '../features/oversight/audit-file.service';
import { auditUsageText, noSuchBooksText, writtenText } from '../glossary/check-words';
import { sentenceFor } from '../glossary/sentences';
import { failureText, isNamed, openBooksApp } from './open-books-app';

interface Asked {
  readonly collective: string;
  readonly year: number;
  readonly to: string;
}

function readAsked(): Asked | undefined {
  try {
    const { values } = parseArgs({
      options: { collective: { type: 'string' }, year: { type: 'string' }, to: { type: 'string' } },
    });
    const { collective, year = '', to } = values;
    if (collective === undefined || to === undefined || !/^\d{4}$/.test(year)) return undefined;
    return { collective, year: Number(year), to };
  } catch {
    return undefined;
  }
}

/** Writes the audit file of one collective and year. @returns the exit code */
async function write(asked: Asked): Promise<number> {
  const app = await openBooksApp();
  try {
    const all = await app.get(CollectivesService).listCollectives();
    const collective = all.find((each) => isNamed(each, asked.collective));
    if (collective === undefined) {
      process.stderr.write(noSuchBooksText(asked.collective));
      return 2;
    }
    const { bytes } = await app.get(AuditFileService).open(collective.id, asked.year);
    await pipeline(bytes, createWriteStream(asked.to));
    process.stdout.write(writtenText(collective.name, asked));
    return 0;
  } finally {
    await app.close();
  }
}

const asked = readAsked();
if (asked === undefined) {
  process.stderr.write(auditUsageText());
  process.exitCode = 2;
} else {
  write(asked)
    .then((code) => {
      process.exitCode = code;
    })
    .catch((error: unknown) => {
      const said =
        error instanceof DomainError ? `${sentenceFor(error.code, error.facts)}\n` : failureText(error);
      process.stderr.write(said);
      process.exitCode = 1;
    });
}
