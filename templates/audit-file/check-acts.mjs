// The fourth part of the checker: who did what, and what was refused, each in a chain of its own.
import { must, sha256, START, text } from './check-files.mjs';

const CHAINS = {
  // What is older, and what tells nothing, says not what it was about.
  'accepted.jsonl': ({ collectiveId, ...row }) => [
    ...[row.about === null ? 'accepted/1' : 'accepted/2', collectiveId, row.position, row.acceptedAt],
    ...[row.actor, row.role, row.way, row.address, row.command],
    ...(row.about === null ? [] : [row.about]),
    row.inputDigest,
  ],
  // Refusals of before say not from where they came, nor what their sentences say.
  'refused.jsonl': ({ collectiveId, ...row }) => [
    ...[refusalVersion(row), collectiveId, row.position, row.refusedAt, row.actor],
    ...(row.way === null ? [] : [row.role, row.way, row.address]),
    ...[row.command, row.codes],
    ...(row.way === null || row.facts === null ? [] : [row.facts]),
    row.inputDigest,
  ],
};

function refusalVersion({ way, facts }) {
  if (way === null) return 'refusal/1';
  return facts === null ? 'refusal/2' : 'refusal/3';
}

/** Every line links to the one before it, and the last is the end that chain.json names. @returns how many */
export function checkActs(chain, name, end) {
  const lines = text(name).split('\n').slice(0, -1);
  let previous = START;
  for (const [index, line] of lines.entries()) {
    const place = `${name} line ${index + 1}`;
    const row = JSON.parse(line);
    must(row.position === index + 1, place, `is number ${row.position}`);
    must(row.previousHash === previous, place, 'does not link to the line before it');
    const says = CHAINS[name]({ ...row, collectiveId: chain.collectiveId });
    previous = sha256(`${previous}\n${JSON.stringify(says)}`);
    must(row.hash === previous, place, 'was changed');
  }
  const ends = lines.length === end.position && previous === end.hash;
  must(ends, name, `ends at ${lines.length}, chain.json says ${end.position}`);
  return lines.length;
}
