import { join } from 'node:path';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { DemoLogInsOfStory } from './cli/demo-log-ins';
import type { DemoStory } from './cli/demo-story';
import { ApprovalsModule } from './features/approvals/approvals.module';
import { AssetLifeModule } from './features/assets/asset-life.module';
import { AssetMattersModule } from './features/assets/asset-matters.module';
import { AssetsModule } from './features/assets/assets.module';
import { AssetFilesModule } from './features/assets/asset-files.module';
import { BookedSpans } from './features/assets/booked-spans.service';
import { FileUses } from './features/assets/file-uses.service';
import { KeptSubjectFilesService } from './features/assets/subject-files.service';
import { ConstructionModule } from './features/assets/construction.module';
import { CollectivesModule } from './features/collectives/collectives.module';
import { MembersModule } from './features/collectives/members.module';
import { CollectivesService } from './features/collectives/collectives.service';
import { BookedDaysService } from './features/deductions/booked-days.service';
import { DeductionsModule } from './features/deductions/deductions.module';
import { MoneyOnItsWay } from './features/distribution/money-on-its-way.service';
import { DistributionModule } from './features/distribution/distribution.module';
import { IncomeModule } from './features/income/income.module';
import { SlipFormsModule } from './features/income/slip-forms.module';
import { AccountChoicesModule } from './features/ledger/account-choices.module';
import { LedgerModule } from './features/ledger/ledger.module';
import { VouchersModule } from './features/ledger/vouchers.module';
import { BankModule } from './features/ledger/bank.module';
import { PaidToHouseholds } from './features/collectives/paid-to-households.service';
import { HouseholdPaymentsService } from './features/distribution/household-payments.service';
import { ShareRollUses } from './features/collectives/share-roll-uses.service';
import { BankCandidates } from './features/ledger/bank-candidates.service';
import { VoucherDesk } from './features/ledger/voucher-desk.service';
import { DividendRollsService } from './features/uses/dividend-rolls.service';
import { BankStepsService } from './features/months/bank-steps.service';
import { MonthsModule } from './features/months/months.module';
import { OfficeDeskService } from './features/months/office-desk.service';
import { VoucherStepsService } from './features/months/voucher-steps.service';
import { PublicityStandings } from './features/approvals/publicity-standings.service';
import { SubjectFiles } from './features/approvals/subject-files.service';
import { OtherSeals, SealsTogether } from './features/collectives/other-seals.service';
import { ObjectionPhonesService } from './features/notices/objection-phones.service';
import { StepFileUsesService } from './features/notices/file-uses.service';
import { DisplaysService } from './features/notices/displays.service';
import { NoticesModule } from './features/notices/notices.module';
import { OversightModule } from './features/oversight/oversight.module';
import { ListedMoneyService } from './features/payouts/listed-money.service';
import { PayeeAccountsService } from './features/payouts/payee-accounts.service';
import { PayoutsModule } from './features/payouts/payouts.module';
import { PolicyModule } from './features/policy/policy.module';
import { SurplusModule } from './features/surplus/surplus.module';
import { DemoLogIns } from './features/users/demo-log-ins.service';
import { RegionTree } from './features/users/region-tree.service';
import { UsersModule } from './features/users/users.module';
import { UsesModule } from './features/uses/uses.module';
import { Clock, SystemClock } from './platform/clock/clock';
import type { Configuration } from './platform/config/configuration';
import { DatabaseModule } from './platform/database/database.module';
import { SEEDS_FOLDER } from './platform/files/seeds-folder';
import { HttpModule } from './platform/http/http.module';
import { OfficeDesk } from './platform/http/office-desk';
import { KeptFormsModule } from './platform/kept-forms/kept-forms.module';
import { SecretsModule } from './platform/secrets/secrets.module';
import { SpreadsheetsModule } from './platform/spreadsheets/spreadsheets.module';

/** The folder of seed files, beside the program's own. */
export const seedsFolder = join(__dirname, '..', 'seeds');

/** The registers, which know no step. */
const registers = [
  UsersModule,
  PolicyModule,
  LedgerModule,
  AccountChoicesModule,
  BankModule,
  VouchersModule,
  ApprovalsModule,
];

/** The steps, in the order in which money flows: each may ask those before it, none those after it. */
const steps = [
  CollectivesModule,
  MembersModule,
  AssetsModule,
  AssetFilesModule,
  AssetLifeModule,
  ConstructionModule,
  AssetMattersModule,
  IncomeModule,
  SlipFormsModule,
  DeductionsModule,
  SurplusModule,
  UsesModule,
  DistributionModule,
  PayoutsModule,
  NoticesModule,
  MonthsModule,
  OversightModule,
];

@Module({})
export class AppModule {
  /** The whole service. The demo and cases hand in a clock of their own, the demo its story, too. */
  static forConfiguration(
    configuration: Configuration,
    clock: Clock = new SystemClock(),
    demo?: DemoStory,
  ): DynamicModule {
    const everywhere: Provider[] = [
      { provide: Clock, useValue: clock },
      { provide: SEEDS_FOLDER, useValue: seedsFolder },
      { provide: RegionTree, useExisting: CollectivesService },
      { provide: OfficeDesk, useExisting: OfficeDeskService },
      { provide: VoucherDesk, useExisting: VoucherStepsService },
      { provide: ShareRollUses, useExisting: DividendRollsService },
      { provide: PaidToHouseholds, useExisting: HouseholdPaymentsService },
      { provide: BankCandidates, useExisting: BankStepsService },
      { provide: MoneyOnItsWay, useExisting: ListedMoneyService },
      {
        provide: OtherSeals,
        useFactory: (...seals: OtherSeals[]) => new SealsTogether(seals),
        inject: [ObjectionPhonesService, PayeeAccountsService],
      },
      { provide: PublicityStandings, useExisting: DisplaysService },
      { provide: SubjectFiles, useExisting: KeptSubjectFilesService },
      { provide: FileUses, useExisting: StepFileUsesService },
      { provide: BookedSpans, useExisting: BookedDaysService },
      { provide: DemoLogIns, useFactory: () => new DemoLogInsOfStory(demo) },
    ];
    return {
      module: AppModule,
      global: true,
      imports: [
        HttpModule.forConfiguration(configuration),
        DatabaseModule.forSettings(configuration.database),
        KeptFormsModule,
        SecretsModule,
        SpreadsheetsModule,
        ...registers,
        ...steps,
      ],
      providers: everywhere,
      exports: everywhere.map((provider) => (typeof provider === 'function' ? provider : provider.provide)),
    };
  }
}
