import type { Problem } from '../shared/problem';

/** A password somebody wants to have, and whose it is to be. */
export interface WantedPassword {
  readonly password: string;
  readonly username: string;
  readonly displayName: string;
}

export const LEAST_PASSWORD = 10;
const MOST_PASSWORD = 200;

/** What guessing begins with; a password needs some signs more than what of these it holds: {@link REST}. */
const GUESSED = [
  ...['password', 'passw0rd', 'p@ssw0rd', 'qwertyuiop', 'qwerty', 'asdfghjkl', 'asdfgh', 'zxcvbnm', 'zxcvbn'],
  ...['1qaz2wsx', 'qazwsx', 'iloveyou', 'woaini', 'welcome', 'administrator', 'admin', 'abc123', 'a123456'],
  ...['5201314', '1314520', 'kuaiji', 'chuna', 'cunzhang', 'kuaijishi', 'zhenzhang'],
  ...['0123456789', '1234567890', '123456789', '12345678', '1234567', '123456', '987654321', '654321'],
  ...['abcdefghij', 'abcdefgh', 'abcdef', '112233', '123123', '000000', '111111', '666666', '888888'],
];
const REST = 5;
const LEAST_SIGNS = 5;
/** A shorter name in plain letters stands in words by chance. */
const LEAST_NAME = 4;

/**
 * What is wrong with a password that somebody is to log in with. Nobody is asked for signs of several kinds:
 * what is guessed first is refused instead (our choice, after NIST SP 800-63B 5.1.1.2).
 * @returns the first of `users.passwordTooShort`, `form.tooLong`, `users.passwordDigits`,
 *   `users.passwordOfName`, `users.passwordGuessed`, in the field `password`
 */
export function passwordProblems(wanted: WantedPassword): Problem[] {
  const { password } = wanted;
  const field = 'password';
  if ([...password].length < LEAST_PASSWORD)
    return [{ code: 'users.passwordTooShort', field, facts: { min: LEAST_PASSWORD } }];
  if (password.length > MOST_PASSWORD)
    return [{ code: 'form.tooLong', field, facts: { max: MOST_PASSWORD } }];
  const code = weaknessOf(wanted);
  return code === undefined ? [] : [{ code, field }];
}

function weaknessOf({ password, username, displayName }: WantedPassword): string | undefined {
  const plain = password.toLowerCase().replace(/\s/g, '');
  if (/^[\d.\-/+]*$/.test(plain)) return 'users.passwordDigits';
  if (new Set(plain).size < LEAST_SIGNS) return 'users.passwordGuessed';
  const names = [username, displayName].map((name) => name.trim().toLowerCase());
  const spoken = names.map((name) => name.replace(/\s/g, ''));
  if (spoken.some((name) => isSought(name) && plain.includes(name))) return 'users.passwordOfName';
  if (spoken.some((name) => name.length > 1 && restWithout(plain, [name]) < REST))
    return 'users.passwordOfName';
  return restWithout(plain, [...spoken, ...GUESSED]) < REST ? 'users.passwordGuessed' : undefined;
}

/** Whether a name is none that stands in other words by chance, as `li` does in many. */
function isSought(name: string): boolean {
  return name.length >= LEAST_NAME || (name.length > 1 && /[^\x20-\x7e]/.test(name));
}

/** How many signs are left of a password without what of these stands in it. */
function restWithout(plain: string, known: readonly string[]): number {
  const long = known.filter((word) => word.length > 1).sort((one, other) => other.length - one.length);
  return long.reduce((rest, word) => rest.replaceAll(word, ''), plain).length;
}
