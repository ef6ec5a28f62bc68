import { join } from 'node:path';
import { runPolicyCommand } from './policy-command';

const { text, code } = runPolicyCommand(process.argv.slice(2), join(__dirname, '..', '..', 'seeds'));
(code === 2 ? process.stderr : process.stdout).write(text);
process.exitCode = code;
