import { randomInt } from 'node:crypto';

/** Small letters and digits that nobody mistakes for one another. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const GROUPS = 3;
const SIGNS = 4;

/** A password that nobody guesses (59 random bits), for one log-in: it is told once and changed then. */
export function newPassword(): string {
  const sign = (): string => ALPHABET.charAt(randomInt(ALPHABET.length));
  return Array.from({ length: GROUPS }, () => Array.from({ length: SIGNS }, sign).join('')).join('-');
}
