import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { plainYuan } from '../../domain/money/fen';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { AttendanceService } from '../uses/attendance.service';
import { AttendanceAcceptForm, AttendanceAddress, AttendanceEntryForm } from './attendance.forms';
import { PostWagesService } from './post-wages.service';

/** A sheet as programs read it: amounts in yuan, people by their appointments. */
interface SheetForPrograms {
  readonly id: string;
  readonly sheetNumber: number;
  readonly state: string;
  readonly amount: string;
  readonly lines: readonly {
    readonly appointmentId: string;
    readonly halfDays: number;
    readonly amount: string;
  }[];
}

/** The days of a month on posts: entered by one, accepted by another, then owed. */
@ApiRoom('posts')
@Controller('api/villages/:collectiveId/attendance/:month')
export class AttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly wages: PostWagesService,
  ) {}

  /** The sheets of a month, in the order of entry. */
  @Get()
  async list(@Param() { collectiveId, month }: AttendanceAddress): Promise<PageOf<SheetForPrograms>> {
    const sheets = await this.attendance.listSheets(collectiveId, month);
    const items = sheets.map(({ id, sheetNumber, state, amount, lines }) => ({
      ...{ id, sheetNumber, state, amount: plainYuan(amount) },
      lines: lines.map(({ appointmentId, halfDays, amount: own }) => ({
        ...{ appointmentId, halfDays, amount: plainYuan(own) },
      })),
    }));
    return pageOf(items, {});
  }

  /** Enters the days of a month; nothing is owed by it. */
  @Post()
  enter(
    @Param() { collectiveId, month }: AttendanceAddress,
    @Body() { days, attendanceReason, bothWhy, basedOn }: AttendanceEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.attendance.enterSheet(
      collectiveId,
      { month, days, attendanceReason, bothWhy, basedOn },
      command,
    );
  }

  /** Accepts a sheet that somebody else entered: now it is owed. */
  @Post('acceptance')
  accept(
    @Param() { collectiveId, month }: AttendanceAddress,
    @Body() { sheetId, claimId, acceptedOn, placeOf }: AttendanceAcceptForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.wages.acceptSheet(collectiveId, { sheetId, claimId, acceptedOn, placeOf, month }, command);
  }
}
