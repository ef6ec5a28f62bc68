import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { invariant } from '../../domain/shared/invariant';
import { sha256 } from '../digests/sha256';

/** A key of 32 bytes for what is known of persons, and what is made of it. */
export interface PersonalKey {
  /** Names the key in what it sealed, without telling anything of it. */
  readonly id: string;
  /** Seals what a program must be able to read again. */
  readonly sealing: Buffer;
  /** Makes of a number what it is found by, and nobody without the key can make. */
  readonly finding: Buffer;
}

/** Takes the parts of a key of 32 bytes, so that no bytes serve two ends. */
export function personalKeyOf(bytes: Buffer): PersonalKey {
  invariant(bytes.length === 32, 'a key has 32 bytes');
  const part = (name: string): Buffer => Buffer.from(hkdfSync('sha256', bytes, '', name, 32));
  const id = sha256(part('name')).slice(0, 8);
  return { id, sealing: part('seal'), finding: part('find') };
}

const FORM = 's1';
const NONCE_BYTES = 12;
/** A shorter tag is no proof. */
const PROOF = { authTagLength: 16 };

/**
 * Seals a text (AES-256-GCM, a new nonce each time): nobody reads or changes it without the key.
 * @param place whose it is and which field: what was sealed for one place does not open in another
 */
export function sealText(key: PersonalKey, place: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.sealing, nonce, PROOF).setAAD(Buffer.from(place, 'utf8'));
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const parts = [nonce, hidden, cipher.getAuthTag()].map((bytes) => bytes.toString('base64url'));
  return [FORM, key.id, ...parts].join('.');
}

/**
 * Opens what was sealed for a place. @throws WrongSeal where no key of those given sealed it, or it was
 * changed or moved
 */
export function openText(keys: readonly PersonalKey[], place: string, sealed: string): string {
  const [form, id, ...parts] = sealed.split('.');
  const key = keys.find((each) => each.id === id);
  const [nonce, hidden, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (form !== FORM || key === undefined || nonce === undefined || hidden === undefined || tag === undefined)
    throw new WrongSeal(id ?? '');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.sealing, nonce, PROOF).setAAD(
      Buffer.from(place, 'utf8'),
    );
    return Buffer.concat([decipher.setAuthTag(tag).update(hidden), decipher.final()]).toString('utf8');
  } catch {
    throw new WrongSeal(key.id);
  }
}

/** The name of the key that sealed a text. */
export function sealedBy(sealed: string): string {
  return sealed.split('.')[1] ?? '';
}

/** What a number is found by: the same for the same number and scope, and told by nobody without the key. */
export function fingerprintOf(key: PersonalKey, scope: string, number: string): string {
  return createHmac('sha256', key.finding).update(`${scope}\n${number}`, 'utf8').digest('hex');
}

/** What is sealed does not open: the key is another, or the bytes are not those that were sealed. */
export class WrongSeal extends Error {
  constructor(readonly keyId: string) {
    super(`sealed under key ${keyId}: it does not open`);
    this.name = 'WrongSeal';
  }
}
