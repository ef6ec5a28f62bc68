import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { DomainError } from '../domain/shared/domain-error';
import { FormProblems } from '../domain/shared/problem';
import { CollectivesService } from '../features/collectives/collectives.service';
import { AccountsService } from '../features/users/accounts.service';
import { NewAccountsService } from '../features/users/new-accounts.service';
import { accountToldText, accountUsageText, codeEndedText } from '../glossary/account-words';
import { noSuchBooksText } from '../glossary/check-words';
import { problemSentence } from '../glossary/sentences';
import { newPassword } from '../platform/ids/new-password';
import { failureText, isNamed, openBooksApp } from './open-books-app';

/** An account to be made for an office, or one to be given another password. */
interface Asked {
  readonly username: string;
  /** Why the code beside the password is asked for no more. */
  readonly endCode?: string;
  readonly office?: { readonly name: string; readonly displayName: string };
}

function readAsked(): Asked | undefined {
  try {
    const { values } = parseArgs({
      options: {
        office: { type: 'string' },
        name: { type: 'string' },
        username: { type: 'string' },
        anew: { type: 'boolean' },
        'end-code': { type: 'string' },
      },
    });
    const { office, name, username, anew = false, 'end-code': endCode } = values;
    if (username === undefined) return undefined;
    if (endCode !== undefined)
      return anew || (office ?? name) !== undefined ? undefined : { username, endCode };
    if (anew) return office === undefined && name === undefined ? { username } : undefined;
    if (office === undefined || name === undefined) return undefined;
    return { username, office: { name: office, displayName: name } };
  } catch {
    return undefined;
  }
}

/**
 * Makes an account for a county's officer, whom no office above could let in, sets his password anew, or ends
 * his second factor. The password is told once, and the first log-in changes it. @returns the exit code
 */
async function carryOut({ username, office, endCode }: Asked): Promise<number> {
  const app = await openBooksApp();
  try {
    if (endCode !== undefined) {
      await app.get(AccountsService).endSecondFactorByCommand(username, endCode);
      process.stdout.write(codeEndedText(username));
      return 0;
    }
    const password = newPassword();
    if (office === undefined) {
      await app.get(AccountsService).setPasswordByCommand(username, password);
    } else {
      const all = await app.get(CollectivesService).listCollectives();
      const found = all.find((each) => isNamed(each, office.name));
      if (found === undefined) {
        process.stderr.write(noSuchBooksText(office.name));
        return 2;
      }
      const { displayName } = office;
      const person = { username, displayName, password, officeId: found.id };
      await app.get(NewAccountsService).makeByCommand(person);
    }
    process.stdout.write(accountToldText(username, password));
    return 0;
  } finally {
    await app.close();
  }
}

function refusalText(error: unknown): string {
  if (error instanceof FormProblems) return `${error.problems.map(problemSentence).join('\n')}\n`;
  if (error instanceof DomainError && error.code === 'access.otherCollective') return accountUsageText();
  return failureText(error);
}

const asked = readAsked();
if (asked === undefined) {
  process.stderr.write(accountUsageText());
  process.exitCode = 2;
} else {
  carryOut(asked)
    .then((code) => {
      process.exitCode = code;
    })
    .catch((error: unknown) => {
      process.stderr.write(refusalText(error));
      process.exitCode = 1;
    });
}
