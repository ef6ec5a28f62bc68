import type { Once } from '../database/database';
import { newId } from '../ids/new-id';

/** Who gives a command, and the key under which giving it twice does it once. */
export interface Command {
  /** The user's id. */
  readonly by: string;
  /** The page's or the program's own key for this one act; absent where repeating is harmless. */
  readonly key?: string;
  /** The voucher that was reversed and is entered anew by this act: its id. */
  readonly corrects?: string;
}

/** The command's key as the database wants it: name and input tell a repetition from another command. */
export function onceOf(command: Command, name: string, input: unknown): Once | undefined {
  const { by, corrects } = command;
  if (corrects === undefined) {
    return command.key === undefined ? undefined : { key: command.key, asked: [name, by, input] };
  }
  // Without a key, giving it twice is refused all the same: a fact is entered anew once.
  return { key: command.key ?? newId(), asked: [name, by, input, corrects], corrects };
}
