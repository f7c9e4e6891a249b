import { Injectable } from '@nestjs/common';
import { printInstant } from '../calendar/read-instant.js';
import { ProcessesService } from '../catalog/processes.service.js';
import { Database } from '../database/database.js';
import { findVersion, type PublishedVersion } from '../database/repositories/process-versions.repository.js';
import { Refusal } from '../http/refusal.js';
import { compareProcesses, comparisonSentence } from './compare-processes.js';
import type { ComparedProcessDto, ComparisonDto, ComparisonQueryDto } from './comparison.dto.js';

/** Two versions of a process, or two processes, side by side in words. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly database: Database,
    private readonly processes: ProcessesService,
  ) {}

  async compare({ from, to }: ComparisonQueryDto): Promise<ComparisonDto> {
    const [before, now, names] = await Promise.all([this.named(from), this.named(to), this.processes.names()]);
    const sections = compareProcesses(before.definition, now.definition, names);
    return { from: comparedDto(before), to: comparedDto(now), sentence: comparisonSentence(sections), sections };
  }

  private async named(text: string): Promise<PublishedVersion> {
    const [id = '', version] = text.split('@');
    const found = await findVersion(this.database, id, version === undefined ? undefined : Number(version));
    if (found === undefined) throw new Refusal('process.not-found');
    return found;
  }
}

function comparedDto({ processId, title, version, publishedAt }: PublishedVersion): ComparedProcessDto {
  return { id: processId, title, version, publishedAt: printInstant(publishedAt.getTime()) };
}
