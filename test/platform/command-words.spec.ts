import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_TERMS } from '../../src/glossary/terms-commands';

const SRC = join(__dirname, '../../src');

/** The names that commands are given where they are carried out once. */
function commandNames(): string[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ts$/.test(name));
  const names = files.flatMap((name) => {
    const text = readFileSync(join(SRC, name), 'utf8');
    const named = /(?:onceOf\(\s*[\w.]+,\s*|asked: \[|noteOwnAct\([^)]*)'([a-z]\w*\.\w+)'/gi;
    return [...text.matchAll(named)].map(([, found = '']) => found);
  });
  return [...new Set(names)].sort();
}

it('says every command in a word of its own', () => {
  const named = commandNames();
  expect(named.length).toBeGreaterThan(150);
  expect(named.filter((name) => !(`command.${name}` in COMMAND_TERMS))).toEqual([]);
  // The acts on a plan are named by one place.
  const acts = ['distribution', 'yearPlan'].flatMap((plan) =>
    ['submit', 'step', 'review', 'sign', 'withdrawSignature', 'file'].map((act) => `${plan}.${act}`),
  );
  // What of persons is opened is no command, and stands among the acts as one.
  acts.push(...['readIdentity', 'readAccount', 'readMobile', 'seekNumber'].map((act) => `members.${act}`));
  acts.push('objections.readPhone');
  const words = Object.keys(COMMAND_TERMS).filter((word) => word.startsWith('command.'));
  expect(words.filter((word) => ![...named, ...acts].includes(word.slice('command.'.length)))).toEqual([]);
});
