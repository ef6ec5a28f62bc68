import { hash } from 'node:crypto';

/**
 * SHA-256 of a text, as UTF-8, or of bytes: 64 hexadecimal digits. In one call, which takes half the time of
 * a hash that is built up; a posting makes two, and every column of a row on record two.
 */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}
