import { Controller, Get, Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiExcludeController, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ReadsLive } from './one-moment.interceptor';

/** The description of the API, made from the controllers when it is first asked for. */
@Injectable()
export class ApiDescription {
  private make: () => OpenAPIObject = () => ({
    openapi: '3.0.0',
    info: { title: '', version: '' },
    paths: {},
  });
  private made: OpenAPIObject | undefined;

  /** Names the application to describe: what stands under `/api`, not the pages. */
  describe(app: NestFastifyApplication): void {
    this.make = () => {
      const document = SwaggerModule.createDocument(app, headOf());
      const paths = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/'));
      return { ...document, paths: Object.fromEntries(paths) };
    };
  }

  read(): OpenAPIObject {
    this.made ??= this.make();
    return this.made;
  }
}

function headOf(): Omit<OpenAPIObject, 'paths'> {
  return new DocumentBuilder()
    .setTitle('Village Ledger')
    .setDescription(
      'Amounts are yuan as text with two decimals. Every command carries an Idempotency-Key and is ' +
        'carried out once. A refusal has a stable code, a sentence in Chinese, and every ' +
        'problem of the form with its field.',
    )
    .setVersion('1')
    .addBearerAuth()
    .addGlobalParameters({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: '8 to 100 letters, digits, hyphens or underscores; required by every command.',
      schema: { type: 'string' },
    })
    .addGlobalParameters({
      name: 'Corrects-Voucher',
      in: 'header',
      required: false,
      description:
        'The id of a reversed voucher whose fact this command enters anew; it counts in its period, once.',
      schema: { type: 'string' },
    })
    .build();
}

/** Hands the description out. */
@ApiExcludeController()
@ReadsLive()
@Controller('api/openapi.json')
export class ApiDescriptionController {
  constructor(private readonly description: ApiDescription) {}

  @Get()
  send(): OpenAPIObject {
    return this.description.read();
  }
}
