import 'reflect-metadata';
import { KeyRotationService } from '../features/collectives/key-rotation.service';
import { keysRotatedText } from '../glossary/start-up';
import { PersonalKeys } from '../platform/secrets/personal-keys';
import { failureText, openBooksApp } from './open-books-app';

/**
 * Seals what is known of persons under the first of `PERSONAL_KEYS`; outside production, where the key is the
 * program's own, under a new one that takes its place. The program is stopped meanwhile.
 */
async function rotate(): Promise<void> {
  const app = await openBooksApp();
  try {
    const rotation = app.get(KeyRotationService);
    const keys = app.get(PersonalKeys);
    await rotation.requireKeys();
    const own = keys.addOwn();
    const sealed = await rotation.sealAnew();
    if (own) keys.dropEarlier();
    process.stdout.write(keysRotatedText({ sealed, keyId: keys.current.id, own }));
  } finally {
    await app.close();
  }
}

rotate().catch((error: unknown) => {
  process.stderr.write(failureText(error));
  process.exitCode = 1;
});
