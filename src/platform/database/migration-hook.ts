import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

type MigrationClass = new () => MigrationInterface;

/** A migration that runs `<migration>.sql` of a folder first, where the folder has one. */
export function withHook(migration: MigrationClass, hooksFolder: string | undefined): MigrationClass {
  if (hooksFolder === undefined) return migration;
  const file = join(hooksFolder, `${migration.name}.sql`);
  if (!existsSync(file)) return migration;
  const hooked = class extends migration {
    override async up(runner: QueryRunner): Promise<void> {
      await runner.query(readFileSync(file, 'utf8'));
      await super.up(runner);
    }
  };
  Object.defineProperty(hooked, 'name', { value: migration.name });
  return hooked;
}
