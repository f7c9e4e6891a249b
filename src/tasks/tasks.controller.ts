import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { ApiGroupedPage } from '../http/grouped-page.js';
import type { Page } from '../http/pagination.js';
import { TakeNextDto, TaskCountDto, TaskDto, TaskQuery } from './task.dto.js';
import { TasksService } from './tasks.service.js';

/** What is to be done: mine, my team's; most urgent first. */
@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get()
  @Allow('task.read')
  @ApiGroupedPage(TaskDto)
  list(@Actor() actor: Actor, @Query() query: TaskQuery): Promise<Page<TaskDto>> {
    return this.tasks.list(actor, query);
  }

  @Get('counts')
  @Allow('task.read')
  @ApiOkResponse({ type: [TaskCountDto] })
  counts(@Actor() actor: Actor, @Query() query: TaskQuery): Promise<readonly TaskCountDto[]> {
    return this.tasks.counts(actor, query);
  }

  @Post('take-next')
  @HttpCode(200)
  @Allow('task.claim')
  @ApiOkResponse({ type: TaskDto })
  takeNext(@Actor() actor: Actor, @Body() wanted: TakeNextDto): Promise<TaskDto> {
    return this.tasks.takeNext(actor, wanted);
  }

  @Get(':id')
  @Allow('task.read')
  @ApiOkResponse({ type: TaskDto })
  read(@Actor() actor: Actor, @Param('id') id: string): Promise<TaskDto> {
    return this.tasks.read(actor, id);
  }

  @Post(':id/claim')
  @HttpCode(200)
  @Allow('task.claim')
  @ApiOkResponse({ type: TaskDto })
  claim(@Actor() actor: Actor, @Param('id') id: string): Promise<TaskDto> {
    return this.tasks.claim(actor, id);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Allow('task.claim')
  @ApiOkResponse({ type: TaskDto })
  release(@Actor() actor: Actor, @Param('id') id: string): Promise<TaskDto> {
    return this.tasks.release(actor, id);
  }
}
