import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { dataSourceOptions } from './data-source-options';
import { Database } from './database';
import type { DatabaseSettings } from './engine';

/** Both connections and the one door to them. Each feature adds its own entities with {@link ownTables}. */
@Global()
@Module({})
export class DatabaseModule {
  static forSettings(settings: DatabaseSettings): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot(connectionOptions(settings, 'writer')),
        TypeOrmModule.forRoot(connectionOptions(settings, 'reader')),
      ],
      providers: [Database],
      exports: [Database],
    };
  }
}

/** Registers a feature's entities with both connections. */
export function ownTables(...entities: (new () => object)[]): DynamicModule[] {
  return [TypeOrmModule.forFeature(entities, 'writer'), TypeOrmModule.forFeature(entities, 'reader')];
}

function connectionOptions(settings: DatabaseSettings, use: 'reader' | 'writer'): TypeOrmModuleOptions {
  return { ...dataSourceOptions(settings, use), autoLoadEntities: true, retryAttempts: 3, retryDelay: 500 };
}
