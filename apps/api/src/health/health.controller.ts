/** Owns telling whether the server lives and can serve. */
import { Controller, Get, Header, Inject } from '@nestjs/common';
import type { Ready } from '@yimen/contracts';
import { Readiness } from './readiness.service.js';

const OK = { status: 'ok' } as const;

@Controller('api/health')
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  live(): typeof OK {
    return OK;
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  ready(): Promise<Ready> {
    return this.readiness.check();
  }
}
