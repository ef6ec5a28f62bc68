import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { invariant } from '../../domain/shared/invariant';
import { Configuration } from '../config/configuration';
import { fingerprintOf, openText, type PersonalKey, personalKeyOf, sealText } from './sealed-text';

/**
 * The keys under which what is known of persons is sealed: the first seals, the others still open what they
 * sealed before a rotation. They stand in `PERSONAL_KEYS`, never in the database or a backup of it; outside
 * production one is made at the first use and kept in `keys/personal-keys` of the data folder.
 */
@Injectable()
export class PersonalKeys {
  private keys: readonly PersonalKey[] | undefined;

  constructor(private readonly configuration: Configuration) {}

  /** The key that seals from now on. */
  get current(): PersonalKey {
    const [first] = this.all();
    invariant(first !== undefined, 'a program has a key for what it seals');
    return first;
  }

  /** Whether what a key sealed can be opened. It makes no key: a start that is refused leaves none behind. */
  has(keyId: string): boolean {
    if (this.keys === undefined && !hasKeys(this.configuration)) return false;
    return this.all().some((each) => each.id === keyId);
  }

  /** Seals a text for a place, see {@link sealText}. */
  seal(place: string, text: string): string {
    return sealText(this.current, place, text);
  }

  /** Opens what was sealed for a place. @throws WrongSeal */
  open(place: string, sealed: string): string {
    return openText(this.all(), place, sealed);
  }

  /** What a number is found by within a scope, under the current key. */
  fingerprint(scope: string, number: string): string {
    return fingerprintOf(this.current, scope, number);
  }

  /** The same under every key: what was found by an earlier key is found until it is sealed anew. */
  fingerprints(scope: string, number: string): string[] {
    return this.all().map((key) => fingerprintOf(key, scope, number));
  }

  /**
   * Puts a new key before the program's own, where it keeps one. @returns whether it does; keys that are
   * given are the operator's to change
   */
  addOwn(): boolean {
    if (this.configuration.personalKeys !== undefined) return false;
    this.writeOwn([newKey(), ...keysOf(this.configuration)]);
    return true;
  }

  /** Forgets every key of the program's own but the first: nothing is sealed under them any more. */
  dropEarlier(): void {
    this.writeOwn(keysOf(this.configuration).slice(0, 1));
  }

  private writeOwn(keys: readonly string[]): void {
    const { file } = ownKeys(this.configuration);
    // Written beside it and moved: broken off in between, the earlier keys are still there.
    writeFileSync(`${file}.new`, `${keys.join('\n')}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    this.keys = undefined;
  }

  private all(): readonly PersonalKey[] {
    this.keys ??= keysOf(this.configuration).map((hex) => personalKeyOf(Buffer.from(hex, 'hex')));
    return this.keys;
  }
}

function hasKeys(configuration: Configuration): boolean {
  return configuration.personalKeys !== undefined || existsSync(ownKeys(configuration).file);
}

function keysOf(configuration: Configuration): readonly string[] {
  if (configuration.personalKeys !== undefined) return configuration.personalKeys;
  const { folder, file } = ownKeys(configuration);
  if (!hasKeys(configuration)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${newKey()}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim().split(/\s+/);
}

function ownKeys({ dataFolder }: Configuration): { readonly folder: string; readonly file: string } {
  const folder = join(dataFolder, 'keys');
  return { folder, file: join(folder, 'personal-keys') };
}

function newKey(): string {
  return randomBytes(32).toString('hex');
}
