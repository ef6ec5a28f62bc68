import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import type { Collective } from '../features/collectives/collectives.service';
import { DomainError } from '../domain/shared/domain-error';
import { sentenceFor } from '../glossary/sentences';
import { wrongSettingsText } from '../glossary/start-up';
import { readConfiguration, WrongConfiguration } from '../platform/config/configuration';
import type { DatabaseSettings } from '../platform/database/engine';
import { errorCode } from '../platform/database/faults';
import { isBehind } from '../platform/database/migrate';
import { placeProblems } from '../platform/config/place-problems';

/** The configured service without a door, for a command that reads its books; nothing is migrated. */
export async function openBooksApp(): Promise<INestApplicationContext> {
  const configuration = readConfiguration(process.env);
  const problems = placeProblems(configuration);
  if (problems.length > 0) throw new WrongConfiguration(problems);
  await requireTables(configuration.database);
  const root = AppModule.forConfiguration(configuration);
  return NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
}

/** What PostgreSQL says where a role does not see which migrations ran: it may make no list, or has one. */
const UNSEEN = ['42501', '42P07'];

/**
 * That the tables are those of this program.
 * @throws DomainError `config.tablesOlder`, `config.tablesUnseen` where the role may not see which they are
 */
export async function requireTables(settings: DatabaseSettings): Promise<void> {
  const behind = await isBehind(settings).catch((error: unknown) => {
    if (UNSEEN.includes(errorCode(error) ?? '')) throw new DomainError('config.tablesUnseen');
    throw error;
  });
  if (behind) throw new DomainError('config.tablesOlder');
}

/** Whether a collective is the one that was asked for, by id or by name. */
export function isNamed(collective: Collective, asked: string): boolean {
  return collective.id === asked || collective.name === asked;
}

/** What a command says when it could not be carried out. */
export function failureText(error: unknown): string {
  if (error instanceof WrongConfiguration) return wrongSettingsText(error.problems);
  if (error instanceof DomainError) return `${sentenceFor(error.code, error.facts)}\n`;
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}
