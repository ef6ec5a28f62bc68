import type { ComponentChildren } from 'preact';
import { type Fen, sumFen } from '../../domain/money/fen';
import { PostForm } from '../../platform/views/csrf-field';
import { Money } from '../../platform/views/money';

/** One line of either side. Fen; in above zero. */
export interface MatchLineView {
  readonly id: string;
  /** Month and day, with the year where it is not the statement's. */
  readonly day: string;
  readonly amount: Fen;
  readonly text: string;
  /** Beside the text: counterparty and reference, or the voucher's number. */
  readonly beside: string;
  readonly href: string;
  /** Why it stands alone, where somebody said so. */
  readonly explained?: string | undefined;
}

/** Lines that belong together, or seem to. */
export interface MatchGroupView {
  readonly id: string;
  readonly rule: string;
  readonly bank: readonly MatchLineView[];
  readonly books: readonly MatchLineView[];
  /** Bank less books, and why. */
  readonly difference?: { readonly amount: Fen; readonly reason: string } | undefined;
}

/** Where the forms post, and the digest of what is certain. */
export interface MatchActs {
  readonly match: string;
  readonly accept: string;
  readonly undo: string;
  readonly shown: string;
}

interface GroupsProps {
  readonly groups: readonly MatchGroupView[];
  /** Absent for who may only look. */
  readonly acts: MatchActs | undefined;
}

type Side = 'bank' | 'books';

function sumOf(lines: readonly MatchLineView[]): Fen {
  return sumFen(lines.map(({ amount }) => amount));
}

/** What all groups come to on the bank's side: money in and money out apart. */
function GroupsSum({ groups }: { groups: readonly MatchGroupView[] }) {
  const amounts = groups.flatMap(({ bank }) => bank.map(({ amount }) => amount));
  return (
    <span class="hint">
      收 <Money fen={sumFen(amounts.filter((amount) => amount > 0n))} />
      {'　付 '}
      <Money fen={-sumFen(amounts.filter((amount) => amount < 0n))} />
    </span>
  );
}

function GroupLines({ lines, side }: { lines: readonly MatchLineView[]; side: Side }) {
  return (
    <ul>
      {lines.map((line) => (
        <li>
          <span class="narrow">{line.day}</span>
          <span>
            {line.text}
            {line.beside !== '' && <small>{line.beside}</small>}
          </span>
          <a class="quiet n" href={line.href}>
            <Money fen={line.amount} />
          </a>
        </li>
      ))}
      {lines.length > 1 && (
        <li class="group-sum">
          <span class="narrow">合计</span>
          <span class="word">{`${lines.length} 笔`}</span>
          <Money fen={sumOf(lines)} />
        </li>
      )}
      {lines.length === 0 && <li class="word">{side === 'bank' ? '不经过银行' : '账上没有'}</li>}
    </ul>
  );
}

function Group({ group, children }: { group: MatchGroupView; children?: ComponentChildren }) {
  return (
    <li class="bank-group">
      <GroupLines lines={group.bank} side="bank" />
      <GroupLines lines={group.books} side="books" />
      <div class="bank-group-foot">
        <span class="word">{group.rule}</span>
        {group.difference !== undefined && (
          <span class="explained">
            相差 <Money fen={group.difference.amount} signed />　{group.difference.reason}
          </span>
        )}
        {children}
      </div>
    </li>
  );
}

/** What nothing else could be: accepted at one press. */
export function CertainGroups({ groups, acts }: GroupsProps) {
  if (groups.length === 0) return null;
  return (
    <section class="bank-certain">
      <h2>
        {`能确定的 ${groups.length} 组`}
        <GroupsSum groups={groups} />
        <span class="hint">没有别的可能。看过再认可，程序不会自己配。</span>
      </h2>
      <ol>
        {groups.map((group) => (
          <Group group={group} />
        ))}
      </ol>
      {acts !== undefined && (
        <PostForm action={acts.accept}>
          <input type="hidden" name="shown" value={acts.shown} />
          <div class="buttons">
            <button type="submit" class="primary">{`${groups.length} 组全部认可`}</button>
          </div>
        </PostForm>
      )}
    </section>
  );
}

/** What could be something else: accepted one by one. */
export function PossibleGroups({ groups, acts }: GroupsProps) {
  if (groups.length === 0) return null;
  return (
    <section>
      <h2>
        {`可能的 ${groups.length} 组`}
        <GroupsSum groups={groups} />
        <span class="hint">也可能是别的，一组一组看。</span>
      </h2>
      <ol>
        {groups.map((group) => (
          <Group group={group}>
            {acts !== undefined && (
              <PostForm action={acts.match}>
                {group.bank.map(({ id }) => (
                  <input type="hidden" name={`bank[${id}]`} value="1" />
                ))}
                {group.books.map(({ id }) => (
                  <input type="hidden" name={`books[${id}]`} value="1" />
                ))}
                <button type="submit">认可这一组</button>
              </PostForm>
            )}
          </Group>
        ))}
      </ol>
    </section>
  );
}

/** What was matched, the latest first, and the way to take it apart. */
export function MatchedGroups({ groups, acts, more }: GroupsProps & { readonly more: number }) {
  if (groups.length === 0) return null;
  return (
    <details class="fold">
      <summary>{`已对上的 ${groups.length + more} 组，看最近的`}</summary>
      <ol>
        {groups.map((group) => (
          <Group group={group}>
            {acts !== undefined && (
              <details class="bank-undo">
                <summary>拆开</summary>
                <PostForm action={acts.undo}>
                  <input type="hidden" name="matchId" value={group.id} />
                  <label>
                    为什么拆开
                    <input type="text" name="reason" />
                  </label>
                  <button type="submit">拆开</button>
                </PostForm>
              </details>
            )}
          </Group>
        ))}
      </ol>
    </details>
  );
}
