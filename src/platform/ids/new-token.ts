import { randomBytes } from 'node:crypto';

/** 32 characters that nobody mistakes for one another, and that a QR code holds in least room. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CHARACTERS = 16;

/** A name that nobody guesses (80 random bits), for an address everyone may open who was given it. */
export function newToken(): string {
  return [...randomBytes(CHARACTERS)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}
