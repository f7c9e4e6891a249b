import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS } from './allow.js';

/** Nest's own metadata key of a route. */
const METHOD_METADATA = 'method';

/** Stops the start when a route says neither who may call it nor that anyone may. */
@Injectable()
export class RoutesGate implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.openRoutes();
    if (open.length > 0) throw new Error(`Routes without @Allow or @Public: ${open.join(', ')}`);
  }

  private openRoutes(): readonly string[] {
    return this.discovery.getControllers().flatMap(({ metatype, name }) => {
      const prototype = (metatype as { prototype?: object } | null)?.prototype;
      if (metatype === null || prototype === undefined) return [];
      return this.scanner
        .getAllMethodNames(prototype)
        .map((method) => ({ method, handler: Reflect.get(prototype, method) as () => unknown }))
        .filter(({ handler }) => this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler) !== undefined)
        .filter(({ handler }) => this.reflector.getAllAndOverride(ACCESS, [handler, metatype]) === undefined)
        .map(({ method }) => `${String(name)}.${method}`);
    });
  }
}
