import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import type { Pool } from '../../domain/ledger/journal-entry';
import { STEPPED_POOLS } from '../../domain/ledger/manual-voucher';
import { plainYuan, sumFen } from '../../domain/money/fen';
import { reserveWords } from '../../glossary/terms-reserves';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import {
  filledForm,
  keepsBooksOf,
  OfficeDesk,
  officePage,
  refusedForm,
} from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { PromisedMoneyService } from '../ledger/promised-money.service';
import { ReservesService } from '../ledger/reserves.service';
import { ReserveEntryForm, ReserveReleaseForm } from './reserves.forms';
import { ReservesPage } from './reserves.pages';
import { SurplusService } from './surplus.service';
import { StatementQuery } from './surplus.queries';

/** The page of a pool's money that is set aside. */
@ApiExcludeController()
@Controller('villages/:collectiveId/reserves')
export class ReservesPagesController {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reserves: ReservesService,
    private readonly promises: PromisedMoneyService,
    private readonly surplus: SurplusService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @HtmlPage()
  show(
    @Param('collectiveId') collectiveId: string,
    @Query() { pool = 'pv' }: StatementQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const form = filledForm({ reservedOn: this.clock.today(), releasedOn: this.clock.today() });
    return this.draw(visit, { collectiveId, pool }, form);
  }

  @Post()
  @HtmlPage()
  setAside(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const pool = STEPPED_POOLS.find((each) => each === post.body['pool']) ?? 'pv';
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(ReserveEntryForm, post.body);
        await this.reserves.setAside(collectiveId, form, post.command);
        return { next: withQuery(villagePaths(collectiveId).reserves, { pool }), said: 'reserveSet' };
      },
      showAgain: (refused) => this.draw(post, { collectiveId, pool }, refusedForm(refused)),
    });
  }

  @Post('releases')
  @HtmlPage()
  release(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const poolOf = async (): Promise<Pool> => {
      const told = await this.reserves.listTold(collectiveId);
      return told.find(({ id }) => id === post.body['reserveId'])?.pool ?? 'pv';
    };
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(ReserveReleaseForm, post.body);
        await this.reserves.release(collectiveId, form, post.command);
        const paths = villagePaths(collectiveId);
        return { next: withQuery(paths.reserves, { pool: await poolOf() }), said: 'reserveReleased' };
      },
      showAgain: async (refused) =>
        this.draw(post, { collectiveId, pool: await poolOf() }, refusedForm(refused)),
    });
  }

  private async draw(
    visit: PageVisit,
    { collectiveId, pool }: { readonly collectiveId: string; readonly pool: Pool },
    form: FormState,
  ): Promise<string> {
    const at = { pool, day: this.clock.today() };
    const told = await this.reserves.listTold(collectiveId, pool);
    const undistributed = await this.surplus.undistributed(collectiveId, at);
    const free = await this.promises.freeOn(collectiveId, at);
    const rows = told.map(({ id, purpose, setOn, amount, paper, releases }) => {
      return { id, purpose, setOn, amount, paper, released: sumFen(releases.map((each) => each.amount)) };
    });
    const paths = villagePaths(collectiveId);
    const keepsBooks = keepsBooksOf(visit.actor, collectiveId);
    const page = {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'surplus' }),
      ...{ pool, poolName: labelOf(`pool.${pool}`), form, rows, undistributed },
      pools: STEPPED_POOLS.map((each) => ({
        ...{ label: labelOf(`pool.${each}`), href: withQuery(paths.reserves, { pool: each }) },
        current: each === pool,
      })),
      ...{ promised: 0n, reserved: 0n, ...(free ?? { free: undistributed }) },
      releases: told.flatMap(({ purpose, releases }) =>
        releases.map(({ releasedOn, amount, reason }) => ({ purpose, releasedOn, amount, reason })),
      ),
      ...(keepsBooks
        ? { setAction: paths.reserves, releaseAction: `${paths.reserves}/releases` }
        : { setAction: undefined, releaseAction: undefined }),
      standing: rows
        .filter(({ amount, released }) => amount > released)
        .map((row) => ({
          value: row.id,
          label: reserveWords.choice(row, plainYuan(row.amount - row.released)),
        })),
      backHref: withQuery(paths.surplus, { pool }),
    };
    return officePage(visit, 'reserves', h(ReservesPage, page));
  }
}
