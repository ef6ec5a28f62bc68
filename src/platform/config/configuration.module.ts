import { type DynamicModule, Module } from '@nestjs/common';
import { Configuration } from './configuration';

/** Hands the configuration to whoever names it in a constructor. */
@Module({})
export class ConfigurationModule {
  static of(configuration: Configuration): DynamicModule {
    return {
      module: ConfigurationModule,
      global: true,
      providers: [{ provide: Configuration, useValue: configuration }],
      exports: [Configuration],
    };
  }
}
