import { Injectable } from '@nestjs/common';
import { DomainError } from '../../domain/shared/domain-error';
import { type BankCandidate, BankCandidates } from './bank-candidates.service';
import type { BankPlace } from './bank-matched';
import { BankReadService, type BankState, type LineState } from './bank-read.service';

/** A line of one side of a bank account, and what the steps would book for it. */
export interface BankLineSteps {
  readonly account: BankState['account'];
  readonly side: 'bank' | 'books';
  readonly line: LineState;
  /** Whether it has no counterpart yet, in an account that is not closed. */
  readonly isOpen: boolean;
  /** Of an open line of the bank; none of any other. */
  readonly candidates: readonly BankCandidate[];
}

/** One line of the bank as its page and the API tell it. */
@Injectable()
export class BankLineStepsService {
  constructor(
    private readonly reading: BankReadService,
    private readonly candidates: BankCandidates,
  ) {}

  /** @throws DomainError `bank.unknown`, `bank.lineUnknown` */
  async requireLine({ collectiveId, accountId }: BankPlace, lineId: string): Promise<BankLineSteps> {
    const state = await this.reading.requireState(collectiveId, accountId);
    const side = state.bank.some(({ id }) => id === lineId) ? 'bank' : 'books';
    const line = state[side].find(({ id }) => id === lineId);
    if (line === undefined) throw new DomainError('bank.lineUnknown', { id: lineId });
    const isOpen = line.matchId === undefined && state.account.closedOn === null;
    const asked = side === 'bank' && isOpen ? [line] : [];
    const found = await this.candidates.candidatesFor(collectiveId, asked);
    return { account: state.account, side, line, isOpen, candidates: found.get(lineId) ?? [] };
  }
}
